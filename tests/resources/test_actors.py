"""Every registered actor is found in its own examples, and the registry hangs together."""

from collections import defaultdict
from datetime import date

import pytest

from marsad.annotate.actors import find
from marsad.lexicon.actor_schema import ActorEntry
from marsad.lexicon.actors import actor_files, actors
from marsad.lexicon.read_yaml import read_models
from marsad.model.report import Report
from marsad.normalise import fold_text
from marsad.segment import split

_ENTRIES = [entry for file in actor_files() for entry, _line in read_models(file, ActorEntry)]
_CODES = {
    "coalition", "usa", "sdf", "asayish", "is", "syr-regime", "regime-militia", "syr-gov", "regime-remnants", "iran",
    "iran-militias", "hezbollah", "hts", "jihadi-other", "sna", "opp", "turkey", "russia", "israel", "iraq", "lebanon",
    "jordan", "yemen-gov", "sudan-saf", "egypt", "ksa", "uae", "iran-gov", "pkk", "pmf", "houthi", "hamas", "pij",
    "rsf", "lna", "gnu", "stc", "saudi-coalition", "shabaab", "taliban", "druze", "local-daraa", "tribal",
    "unidentified", "criminal", "civilians", "protesters", "journalists", "aid-workers", "health-workers", "officials",
    "prisoners",
}  # fmt: skip


@pytest.mark.parametrize("entry", _ENTRIES, ids=[entry.id for entry in _ENTRIES])
def test_entry(entry):
    """The actor is found, under its own id, in each of its `matches`."""
    for example in entry.matches:
        alias = next((a for a in entry.aliases if a.form in example.find or example.find in a.form), entry.aliases[0])
        day = alias.valid_to or entry.valid_to or alias.valid_from or entry.valid_from or date(2018, 6, 1)
        country = alias.where[0] if alias.where else entry.country
        report = Report(report_id="t", text=example.text, published_on=day)
        mentions = find(split(report, fold_text(report.source_text)), country=country)
        assert [m.actor_id for m in mentions if example.find in m.name] == [entry.id]


def test_codes():
    """Every code is the codebook's or names the actor itself."""
    assert {entry.code for entry in _ENTRIES if not entry.code.startswith("other:")} == _CODES
    assert all(len(entry.code) > len("other:") for entry in _ENTRIES if entry.code.startswith("other:"))


def test_units_keep_to_one_state():
    """A unit of a state carries the code of that state."""
    by_id = {item.actor.actor_id: item.actor for item in actors()}
    for item in actors():
        parent = by_id.get(item.actor.parent_id or "")
        if parent is not None and parent.code in ("syr-regime", "syr-gov", "israel", "russia", "turkey", "usa"):
            assert item.actor.code == parent.code, item.actor.actor_id


def test_no_name_has_two_owners():
    """One form means one actor for any country and day, unless companions tell the claims apart."""
    claims = defaultdict(list)
    for item in actors():
        for alias in item.aliases:
            if not alias.near and not alias.beside:
                claims[alias.form].append((item.actor, alias))
    for form, owners in claims.items():
        for index, (actor, alias) in enumerate(owners):
            for other, rival in owners[index + 1 :]:
                apart = (
                    (alias.valid_to and rival.valid_from and alias.valid_to < rival.valid_from)
                    or (rival.valid_to and alias.valid_from and rival.valid_to < alias.valid_from)
                    or (alias.where and not alias.where & rival.where)
                    or (rival.where and not rival.where & alias.where)
                )
                assert apart or actor.code == other.code, (form, actor.actor_id, other.actor_id)
