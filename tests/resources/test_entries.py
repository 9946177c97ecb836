"""Every entry of every word list reads its own examples, and none of its look-alikes."""

import pytest

from marsad.amend.check import check
from marsad.lexicon.check import example_problems, located
from marsad.lexicon.format import formatted
from marsad.lexicon.load import RESOURCES
from marsad.lexicon.plain import PlainReader
from marsad.lexicon.schema import KINDS

_ENTRIES = {kind: located(kind)[0] for kind in KINDS}
_READERS = {kind: PlainReader(one.entry for one in entries) for kind, entries in _ENTRIES.items()}


@pytest.mark.parametrize(
    ("kind", "one"),
    [pytest.param(kind, one, id=f"{kind}-{one.entry.id}") for kind, entries in _ENTRIES.items() for one in entries],
)
def test_entry(kind, one):
    """The entry is found in its `matches` and silent in its `rejects`."""
    assert [problem.say() for problem in example_problems(kind, _READERS[kind], [one])] == []


def test_no_file_has_a_problem():
    """Schema, letters, ids, doubled forms, actors and places are in order in every file, and no entry is a person."""
    assert [problem.say() for problem in check()] == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_list_stands_in_canonical_form(kind):
    """`marsad lexicon format` would change no list, so that a change in review shows what it changes and no more."""
    files = sorted((RESOURCES / "ar" / kind).glob("*.yaml"))
    assert [file.name for file in files if formatted(file, kind) != file.read_text(encoding="utf-8")] == []
