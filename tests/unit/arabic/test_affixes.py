import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.arabic.affixes import stems, written

WORDS = st.text(st.sampled_from("ابتجحدرسشعفقكلمنهوي"), min_size=2, max_size=7)


@given(WORDS)
def test_what_is_written_can_be_parted_again(word):
    """Each written form, parted, may be the word it was made from: the two functions agree."""
    for form in written(word):
        assert word in stems(form)


@pytest.mark.parametrize(
    ("word", "forms", "others"),
    [
        ("قوات", {"قوات", "القوات", "والقوات", "للقوات", "بقوات", "فالقوات", "كقوات"}, {"سقوات"}),
        ("يقصف", {"سيقصف", "وسيقصف"}, set()),
        ("لد", {"لد", "اللد", "باللد"}, {"ولد", "بلد"}),
        ("تاب", {"وتاب", "بتاب"}, {"كتاب"}),
        ("الهول", {"الهول", "بالهول", "للهول", "وللهول"}, {"لالهول", "سالهول", "الالهول"}),
    ],
)
def test_short_words_take_no_letters_that_make_others(word, forms, others):
    """Articles and sure prepositions only."""
    found = set(written(word))
    assert forms <= found
    assert not others & found
