"""The words of a text that a query asked for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from marsad.store.highlight import highlights
from marsad.store.query import parse
from marsad.store.words import words

PIECES = (
    "داعش", "وبداعشاً", "الداعشي", "داعش2", "دَاعِش", "لغم", "الألغام", "دير", "الزور", "Su-24", "،", " ", "\n", "ـ",
    "ء", "9",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES)).map("".join), st.sampled_from(["داعش", "داعش*", "لغم داعش", "الزور"]))
def test_marked_are_the_words_that_have_one_of_the_forms(text, asked):
    """Whether or not a text is parted into words for it, and whatever stands beside them."""
    patterns = [pattern for term in parse(asked).terms for pattern in term.any_of]
    found = words(text)
    held = [
        (at, at)
        for at, word in enumerate(found.texts)
        if any(word.startswith(one.slots[0]) if one.prefix else word in one.slots[0] for one in patterns)
    ]
    assert list(highlights(parse(asked), text)) == found.spans(held)


def test_words_in_a_row_are_marked_as_one():
    """A name in two words is one stretch, and so is the same name in one."""
    text = "في ديرالزور ودير الزور"
    spans = highlights(parse("ديرالزور"), text)
    assert [text[span.start : span.end] for span in spans] == ["ديرالزور", "ودير الزور"]


def test_nothing_is_marked_where_nothing_was_asked():
    """All that is excluded, and an empty question, mark nothing."""
    assert highlights(parse("-لغم"), "لغم") == highlights(parse(""), "لغم") == ()
