"""Words that the rules about names ask about are data."""

from typing import get_args

from marsad.lexicon.name_schema import NameGrammarEntry, NameWordEntry
from marsad.redact.vocabulary import listed, spelled

_ROLES = get_args(NameGrammarEntry.model_fields["role"].annotation)


def test_no_role_is_of_two_lists():
    """A role is asked about by its name alone, whatever list has it."""
    assert not set(_ROLES) & set(get_args(NameWordEntry.model_fields["role"].annotation))


def test_words_of_a_role_are_asked_about_as_beginnings_and_endings():
    """What is listed whole is found with more written onto it, too."""
    assert "جثمان" in listed("house-of")
    assert "بجثمان".endswith(spelled("house-of"))
    assert not "بستان".endswith(spelled("house-of"))
