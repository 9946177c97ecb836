"""One look-up a word for all word lists."""

from __future__ import annotations

from marsad.lexicon.one_pass import OnePass


def test_tells_each_reader_where_it_has_work():
    """Two readers of one report hear only of their own words, by position."""
    seen = OnePass()
    lengths = seen.add(lambda word: len(word) > 4)
    digits = seen.add(str.isdigit)
    words = ("قصفت", "القوات", "12", "قريه")
    assert seen.of(words, lengths) == [1]
    assert seen.of(words, digits) == [2]


def test_asks_a_reader_of_listed_words_only_about_them():
    """A reader that lists its words is asked about those, with what is written onto them, and about no others."""
    asked: list[str] = []

    def reader(word: str) -> bool:
        asked.append(word)
        return True

    seen = OnePass()
    number = seen.add(reader, ["قصف"])
    assert seen.of(("وبالقصف", "قال", "قصف"), number) == [0, 2]
    assert asked == ["وبالقصف", "قصف"]


def test_hears_of_a_reader_that_came_later():
    """A reader added after a report was read is asked about the words of that very report."""
    seen = OnePass()
    first = seen.add(str.isdigit)
    words = ("12", "قتيلا")
    assert seen.of(words, first) == [0]
    second = seen.add("قتيلا".__eq__)
    assert seen.of(words, second) == [1]
    assert seen.of(words, first) == [0]


def test_reads_a_list_anew_when_it_has_changed():
    """A list of words may change between two questions."""
    seen = OnePass()
    number = seen.add(str.isdigit)
    words = ["12"]
    assert seen.of(words, number) == [0]
    words[0] = "قال"
    assert seen.of(words, number) == []
