"""Every registered actor is found in its own examples, and the registry hangs together."""

import pytest

from marsad.amend.actors import check_actors, example_problems, located_actors
from marsad.lexicon.layers import RESOURCES

_ENTRIES = located_actors((RESOURCES,))[0]
_CODES = {
    "coalition", "usa", "sdf", "asayish", "is", "syr-regime", "regime-militia", "syr-gov", "regime-remnants", "iran",
    "iran-militias", "hezbollah", "hts", "jihadi-other", "sna", "opp", "turkey", "russia", "israel", "iraq", "lebanon",
    "jordan", "yemen-gov", "sudan-saf", "egypt", "ksa", "uae", "iran-gov", "pkk", "pmf", "houthi", "hamas", "pij",
    "rsf", "lna", "gnu", "stc", "saudi-coalition", "shabaab", "taliban", "druze", "local-daraa", "tribal",
    "unidentified", "criminal", "civilians", "protesters", "journalists", "aid-workers", "health-workers", "officials",
    "prisoners",
}  # fmt: skip


@pytest.mark.parametrize("one", _ENTRIES, ids=[one.entry.id for one in _ENTRIES])
def test_entry(one):
    """The actor is found, under its own id, in each of its `matches`."""
    assert [problem.say() for problem in example_problems(one)] == []


def test_codes():
    """Every code is the codebook's or names the actor itself."""
    codes = {one.entry.code for one in _ENTRIES}
    assert {code for code in codes if not code.startswith("other:")} == _CODES


def test_registry_hangs_together():
    """Parents are there, units carry the code of their state, no name has two owners, and none is a person's."""
    assert [problem.say() for problem in check_actors()] == []
