"""Words that the rules about names ask about are data: every role has words, and code that asks about it."""

from pathlib import Path
from typing import get_args

import pytest

import marsad.redact
from marsad.lexicon.load import entries
from marsad.lexicon.name_schema import ContactWordEntry, NameGrammarEntry, NameWordEntry
from marsad.redact.vocabulary import listed, spelled

_CODE = "".join(file.read_text() for file in Path(marsad.redact.__path__[0]).glob("*.py"))
_CONTACTS = get_args(ContactWordEntry.model_fields["role"].annotation)
_ROLES = get_args(NameGrammarEntry.model_fields["role"].annotation)


@pytest.mark.parametrize("role", _ROLES)
def test_every_role_has_words_and_is_asked_about(role):
    """A role that no entry has, or that no code asks about, is dead."""
    assert any(entry["role"] == role for entry in entries("name-grammar"))
    assert f'("{role}")' in _CODE


@pytest.mark.parametrize("role", _CONTACTS)
def test_every_role_of_a_contact_has_words_and_is_asked_about(role):
    """A role that no entry has, or that no code asks about, is dead."""
    assert any(entry["role"] == role for entry in entries("contact-words"))
    assert f"'{role}'" in _CODE or f'"{role}"' in _CODE


def test_no_role_is_of_two_lists():
    """A role is asked about by its name alone, whatever list has it."""
    assert not set(_ROLES) & set(get_args(NameWordEntry.model_fields["role"].annotation))


def test_words_of_a_role_are_asked_about_as_beginnings_and_endings():
    """What is listed whole is found with more written onto it, too."""
    assert "جثمان" in listed("house-of")
    assert "بجثمان".endswith(spelled("house-of"))
    assert not "بستان".endswith(spelled("house-of"))
