"""How a report came to be coded as it is."""

from __future__ import annotations

import hashlib

from marsad.store.accounts import add_user, user_named
from marsad.store.coding_history import coding_history
from marsad.store.review import do
from marsad.store.revise import current, revise


def test_codings_and_acts_are_told_with_who_and_what(store, keeping, by, event):
    """marsad's coding, a person's with the field that it changed, and the act; only the last coding is in force."""
    store.keep([keeping("r1", events=[event()])], by())
    with store.writing() as connection:
        add_user(connection, "هدى", "coder", who="tester")
        hoda = user_named(connection, "هدى")
        row = current(connection, "r1")
        record = store.codings("r1")[-1].record | {"events": [event(killed={"low": 3, "best": 3, "high": 3})]}
        revise(connection, "r1", record, based_on=row.coding_key, in_force=row.coding_key, user_key=hoda.key)
        do(connection, "r1", "comment", user=hoda, comment="سألتُ المشفى.")
    line = store.codings("r1")[-1].line
    with store.reading() as connection:
        first, second, act = coding_history(connection, "r1")
        assert coding_history(connection, "r2") == []
    assert (first["by"], first["person"], first["in_force"], first["changes"]) == ("marsad 1.0", False, False, [])
    assert (second["by"], second["person"], second["in_force"]) == ("هدى", True, True)
    (change,) = second["changes"]
    assert (change["field"], change["before"]["best"], change["after"]["best"]) == ("killed", 2, 3)
    assert second["record_sha256"] == hashlib.sha256(line.encode()).hexdigest()
    assert (act["kind"], act["by"], act["act"], act["comment"]) == ("act", "هدى", "comment", "سألتُ المشفى.")
