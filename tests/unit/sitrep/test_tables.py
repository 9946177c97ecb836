"""Tables of counts: people who are held have a column where any are told of."""

from __future__ import annotations

import pytest
from tests.unit.sitrep.conftest import coded_record

from marsad.analyse import Spec, count
from marsad.export.record import COUNTS
from marsad.export.source import of_records
from marsad.sitrep import read_template
from marsad.sitrep.speech import Speech
from marsad.sitrep.tables import counts_table
from marsad.wording import Tongue


def people(number):
    return {"low": number, "best": number, "high": number}


@pytest.fixture(scope="module")
def speech() -> Speech:
    """The words of marsad's own template in English."""
    return Speech(read_template().words["en"], Tongue(language="en"))


def made(speech, *records):
    counts = count(of_records(records), Spec(by=("kind",), people=COUNTS))
    return counts_table(counts, lambda value: value.code, "kind", speech, rows=5)


def test_people_who_are_held_have_a_column(speech):
    """Detained and abducted together; a row in which nobody is told to be held has a dash."""
    table = made(
        speech,
        coded_record("a", sub_event_type="Arrests", killed=None, detained=people(6)),
        coded_record("b", sub_event_type="Abduction/forced disappearance", killed=None, abducted=people(1)),
        coded_record("c"),
    )
    assert table.header[-1] == "Detained, abducted"
    held = {row[0]: row[-1] for row in table.rows}
    assert (held["Arrests"], held["Abduction/forced disappearance"], held["Armed clash"]) == ("6", "1", "–")
    assert table.rows[-1][-1] == "7"


def test_where_nobody_is_held_there_is_no_such_column(speech):
    """A column of dashes tells nothing."""
    assert "Detained, abducted" not in made(speech, coded_record("c")).header
