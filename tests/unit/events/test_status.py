"""Reported, claimed or disputed."""

import pytest

from marsad.events.draft import drafts_of
from marsad.events.status import denied_by, status_of
from marsad.model.what import Source

PARTY = (Source(name="قسد", kind="party"),)
MONITOR = (Source(name="مرصد محلي", kind="monitor"), *PARTY)


@pytest.fixture
def judged(see, answered, made_models):
    """Return the status of the first act of a text."""

    def judge(text, sources):
        seen = see(text)
        draft = drafts_of(seen.context, answered(seen), made_models())[0]
        return status_of(seen.context, draft, sources), denied_by(seen.context, draft)

    return judge


@pytest.mark.parametrize(
    ("text", "sources", "status"),
    [
        ("قصفت قوات النظام بلدة كفرنبل.", MONITOR, "reported"),
        ("قصفت قوات النظام بلدة كفرنبل.", PARTY, "claimed"),
        ("قصفت قوات النظام بلدة كفرنبل.", (), "reported"),
        ("قصفت قوات النظام بلدة كفرنبل. ونفت الوزارة ذلك.", MONITOR, "disputed"),
        ("قصفت قوات النظام بلدة كفرنبل، فيما أنكرت الوزارة ذلك.", PARTY, "disputed"),
    ],
)
def test_status(judged, text, sources, status):
    """A denial beside the act outweighs who tells it."""
    assert judged(text, sources)[0] == status


def test_a_denial_further_away_is_of_something_else(judged):
    """Two sentences on, what is denied is mostly another act."""
    status, denial = judged("قصفت قوات النظام بلدة كفرنبل. وهطل المطر. ونفت الوزارة رفع الأسعار.", MONITOR)
    assert (status, denial) == ("reported", None)
