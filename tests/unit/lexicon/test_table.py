"""Tables of texts that are looked up where they lie."""

import pytest

from marsad.lexicon.table import Table, Texts, joined, listed_texts, mapped, packed, parted

WORDS = {f"كلمه {number}": f"{number % 7}\tn\nو" for number in range(500)}
WEIGHTS = {f"w={number}": number % 9 - 4.25 for number in range(300)}


@pytest.mark.parametrize("pairs", [WORDS, WEIGHTS, {}, {"": 0.0}, {"\ud800": "\udfff"}])
def test_a_table_is_the_dictionary_it_was_made_from(pairs):
    """Every key has its value, others have none, and all stand in their order."""
    table = Table(packed(pairs))
    assert [table.get(key) for key in pairs] == [*pairs.values()]
    assert table.get("nowhere") is None
    assert table.get("nowhere", 0.5) == 0.5
    assert (len(table), [*table.items()]) == (len(pairs), [*pairs.items()])


def test_a_key_that_is_not_there_is_an_error():
    """Asked for by brackets, as of any dictionary."""
    table = Table(packed(WORDS))
    assert "كلمه 3" in table
    assert "كلمه" not in table
    with pytest.raises(KeyError, match="كلمه"):
        table["كلمه"]


def test_who_asks_much_is_answered_alike():
    """Whether looked up where it lies or, asked more often than it has keys, in a dictionary."""
    table = Table(packed(WEIGHTS))
    for _ in range(3):
        assert [table.get(key) for key in WEIGHTS] == [*WEIGHTS.values()]
        assert table.get("w=300") is None


def test_a_table_is_read_from_its_file(tmp_path):
    """A file that is cut off is told before anything is looked up in it."""
    file = tmp_path / "words.table"
    file.write_bytes(packed(WORDS))
    assert Table(mapped(file)) == WORDS
    for size in (1, 4, 7, 12, -1):
        file = tmp_path / f"{size}.table"
        file.write_bytes(packed(WORDS)[:size])
        with pytest.raises(ValueError, match="not whole"):
            parted(mapped(file))


def test_texts_keep_their_order():
    """Empty ones and those with a line's end among them."""
    texts = ["قصف", "", "غارة\nليلا", "a"]
    kept = Texts(listed_texts(texts))
    assert ([*kept], kept[2], len(kept)) == (texts, texts[2], 4)
    assert [*Texts(listed_texts([]))] == []


def test_parts_of_a_block_come_back():
    """Also where one of them is a block itself."""
    inner = joined([b"ab", b""])
    assert [bytes(part) for part in parted(joined([inner, b"c"]))] == [inner, b"c"]
