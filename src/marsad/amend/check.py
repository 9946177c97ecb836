"""Check all that is in use: word lists, actors and places, shipped and one's own, by the same rules."""

from __future__ import annotations

from collections.abc import Iterator

from marsad.amend.actors import check_actors
from marsad.amend.fields import LISTED, shipped_values
from marsad.errors import ResourceError
from marsad.gazetteer.check import check_places, located_places
from marsad.lexicon.check import check as check_lists
from marsad.lexicon.check import located
from marsad.lexicon.layers import PLACE_WORDS, layers
from marsad.lexicon.problems import Problem
from marsad.lexicon.schema import KINDS
from marsad.redact.person import home_of_a_person, names_a_person

__all__ = ["check"]

_NO_PEOPLE = ("triggers", "outcomes", "people", "means", "qualifiers", "speakers", "outlets")
"""Kinds of words in which the name of a private person has no place; in some others ordinary words look like names."""


def check() -> list[Problem]:
    """Return everything wrong, in the order of the files.

    What cannot be looked at for what is wrong elsewhere waits until that is right. Raises ResourceError for a file that
    cannot be read where nothing else says why.
    """
    found: set[Problem] = set()
    unread: ResourceError | None = None
    for part in (check_lists, check_actors, check_places, _values, _people, _homes):
        try:
            found |= set(part())
        except ResourceError as error:
            unread = unread or error
    if unread is not None and not found:
        raise unread
    return sorted(found)


def _values() -> Iterator[Problem]:
    """Values that other parts of marsad know by name: one of one's own would mean nothing to them."""
    for kind in KINDS:
        names = [name for name in LISTED if name in KINDS[kind].model_fields]
        for one in located(kind)[0] if names else ():
            for name in names:
                value = getattr(one.entry, name)
                allowed = shipped_values(PLACE_WORDS if kind == "places" else kind, name)
                for given in value if isinstance(value, tuple) else (value,):
                    if given is not None and allowed and given not in allowed:
                        yield one.problem("no-choice", where=name, value=given, choices=", ".join(allowed))


def _people() -> Iterator[Problem]:
    for kind in _NO_PEOPLE:
        for one in located(kind)[0]:
            for form in one.entry.forms:
                if names_a_person(form, least=2):
                    yield one.problem("person", form=form)


def _homes() -> Iterator[Problem]:
    for one in located_places(layers())[0]:
        for name in (one.entry.name_ar, *one.entry.aliases_ar):
            if home_of_a_person(name):
                yield one.problem("home", form=name)
