"""The index: the same incidents in any order, judgements obeyed and undone, ids that last."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.errors import MarsadError
from marsad.link.coding import Member
from marsad.link.index import Index
from marsad.link.judgements import Judgement, ruling
from marsad.link.read import codings_of


def grouped(index):
    return {
        (incident.incident_id, tuple(coding.member for coding in incident.codings)) for incident in index.incidents()
    }


def entered(reports, places, **options):
    index = Index(**options)
    for report in reports:
        index.add(codings_of(report, places))
    return index


def test_any_order_gives_the_same_incidents(reports, places, plain):
    """Reports may come in any order, with the weights that ship and with others."""
    in_order = [grouped(entered(reports, places)), grouped(entered(reports, places, compare=plain))]

    @settings(max_examples=25)
    @given(st.permutations(reports))
    def in_any_order(shuffled):
        assert [grouped(entered(shuffled, places)), grouped(entered(shuffled, places, compare=plain))] == in_order

    in_any_order()


@settings(max_examples=25)
@given(data=st.data())
def test_a_new_report_changes_only_what_it_touches(data, reports, places):
    """Incidents kept up to date from what each report touched are those of a full run."""
    index, kept = Index(), {}
    for report in data.draw(st.permutations(reports)):
        for incident in index.incidents_of(index.add(codings_of(report, places))):
            kept.update({coding.member: incident.incident_id for coding in incident.codings})
    assert kept == {coding.member: one.incident_id for one in index.incidents() for coding in one.codings}


def test_a_report_cannot_be_entered_twice(reports, places):
    """The second time is an error that names it."""
    index = entered(reports[:1], places)
    with pytest.raises(MarsadError, match="f01"):
        index.add(codings_of(reports[0], places))


def test_later_reports_keep_the_id(code, plain):
    """An incident has the id of its first report in the order of publication."""
    index = Index(compare=plain)
    index.add([code("a", published="2023-05-02")])
    (first,) = index.incidents()
    index.add([code("b", published="2023-05-03")])
    (both,) = index.incidents()
    assert both.incident_id == first.incident_id
    assert [coding.member.report_id for coding in both.codings] == ["a", "b"]


def test_merge_then_unmerge_gives_the_same(code, plain):
    """A person joins two incidents: one id leads to the other; superseded, all is as before."""
    made = [code("a"), code("b", place={"name": "البوكمال"})]
    merge = Judgement(a=Member("a", 0), b=Member("b", 0), verdict="same", at="2024-01-01")

    def run(*judgements):
        index = Index(compare=plain, ruling=ruling(judgements))
        index.add(made)
        return list(index.incidents())

    before = run()
    (merged,) = run(merge)
    assert {merged.incident_id, *merged.was} == {incident.incident_id for incident in before}
    undone = Judgement(a=merge.a, b=merge.b, verdict="same", at="2024-01-01", superseded=True)
    assert run(undone) == before


def test_a_split_is_obeyed(code, plain):
    """Two codings that would be one incident are two when a person says so."""
    index = Index(
        compare=plain,
        ruling=ruling([Judgement(a=Member("a", 0), b=Member("b", 0), verdict="different", at="2024-01-01")]),
    )
    index.add([code("a"), code("b")])
    assert len(list(index.incidents())) == 2


def test_reports_of_different_months_are_never_compared(code, plain):
    """However alike they are."""
    index = Index(compare=plain)
    index.add([code("a"), code("b", published="2023-07-03", date={"start": "2023-07-02", "end": "2023-07-02"})])
    assert len(list(index.incidents())) == 2
