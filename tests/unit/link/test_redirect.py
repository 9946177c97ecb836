"""Old ids lead to what they have become."""

from __future__ import annotations

from marsad.link.coding import Member
from marsad.link.index import Incident
from marsad.link.redirect import redirect


def test_an_id_leads_to_where_most_of_its_members_are(code):
    """Ids that still stand lead nowhere else, and ids before them follow."""
    found = [
        Incident(incident_id="i-1", codings=(code("a"), code("b"), code("c"))),
        Incident(incident_id="i-2", codings=(code("d"),)),
    ]
    previous = {
        "i-0": (("i-9",), (Member("b", 0), Member("c", 0), Member("d", 0))),
        "i-2": ((), (Member("d", 0),)),
        "i-7": ((), (Member("gone", 0),)),
    }
    first, second = redirect(found, previous)
    assert first.was == ("i-0", "i-9")
    assert second.was == ()
