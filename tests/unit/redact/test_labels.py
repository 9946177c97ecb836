"""What stands where a name stood."""

from marsad.redact.kinds import KINDS
from marsad.redact.labels import Language, label


def test_every_kind_has_a_label_in_both_languages():
    """No removal is left without words."""
    assert all(label(kind, language)[0] == "[" for kind in KINDS for language in Language)


def test_words():
    """A sentence goes on with them."""
    assert label("victim") == "[اسم ضحية]"
    assert label("victim", Language.en) == "[name: victim]"
