"""The explanation names the entry behind each word and the reason of each silence."""

from marsad.lexicon.explain import explain


def test_the_words_as_published_and_their_entry():
    """Words keep their published letters; the entry and its meaning stand beside them."""
    lines = explain("أطلقت السلطات سراح ثلاثة", ["triggers"])
    assert lines[0] == "triggers"
    assert any("أطلقت ← release.let-go [sense: release" in line for line in lines)


def test_why_an_entry_is_silent():
    """An entry without its companions says so, and does not show a meaning."""
    lines = explain("أطلقت السلطات سراح ثلاثة", ["triggers"])
    assert any("shooting.verb (its companions do not allow it)" in line for line in lines)


def test_nothing_read_is_no_line():
    """A sentence without a listed word gives an empty tree."""
    assert explain("xyz", ["triggers"]) == []
