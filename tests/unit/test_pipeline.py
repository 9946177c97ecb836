"""The whole chain, on what must hold whatever was learned."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.annotate import triggers
from marsad.arabic.letters import fold
from marsad.events.models import load_models
from marsad.export import to_record
from marsad.export.jsonl import to_line
from marsad.lexicon.one_pass import ONE_PASS
from marsad.lexicon.weights import Weights
from marsad.model.report import Report
from marsad.pipeline import Coder, annotate, prepare
from marsad.read import read

REPORTS = [
    report
    for report in read(sorted((Path(__file__).parents[1] / "reports").glob("*.txt")))
    if isinstance(report, Report)
]
COLUMNS = [
    "id",
    "country",
    "name_ar",
    "alt_names_ar",
    "name_en",
    "lat",
    "lon",
    "feature",
    "admin1_pcode",
    "admin2_pcode",
    "admin3_pcode",
    "admin1_en",
    "population",
    "source",
]
MARKS = "\u064e\u0651\u0652\u0640\u200f\u200e\u202b\u202c\u2067"
"""Fatha, shadda, sukun, tatweel and direction marks; tanween is left out: it parts a word from the name behind it."""


@pytest.fixture(scope="module")
def coder():
    return Coder()


def coded(coder, text, **report):
    return coder.code(Report(report_id="r", text=text, published_on=date(2023, 5, 3), **report))


def said(event):
    """Return what an event says, without offsets, quotations and probabilities."""
    return (
        event.sub_event_type,
        [(who.role, who.code, who.unit) for who in event.participants],
        event.sources,
        event.place.name,
        event.place.admin1,
        event.place.also,
        event.date,
        (event.killed, event.killed_civilians, event.wounded, event.detained, event.abducted),
        event.status,
    )


def noisy(text, noise):
    """Put each mark between the two letters of its number: at the end of a word, tatweel may be a dash."""
    letters = [
        found.start() for found in re.finditer("[\u0621-\u064a\ufe80-\ufefc](?=[\u0621-\u064a\ufe80-\ufefc])", text)
    ]
    behind = {}
    for number, mark in noise:
        behind.setdefault(letters[number % len(letters)], []).append(mark)
    return "".join(sign + "".join(behind.get(index, ())) for index, sign in enumerate(text))


@settings(max_examples=40)
@given(st.sampled_from(REPORTS), st.lists(st.tuples(st.integers(0, 2000), st.sampled_from(MARKS)), max_size=40))
def test_marks_change_nothing_but_offsets(coder, report, noise):
    """Diacritics, tatweel and direction marks leave every event as it was, and quotations hold with them."""
    text = noisy(report.text, noise)
    changed = Report(
        report_id=report.report_id,
        headline=report.headline,
        text=text,
        published_on=report.published_on,
        outlet=report.outlet,
    )
    before, after = coder.code(report).events, coder.code(changed).events
    assert [said(event) for event in after] == [said(event) for event in before]
    for left, right in zip(before, after, strict=True):
        for one, two in zip(left.evidence, right.evidence, strict=True):
            assert changed.source_text[two.span.start : two.span.end] == two.quote
            assert fold(two.quote) == fold(one.quote)


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.report_id)
def test_the_same_report_gives_the_same_record(coder, report):
    """Coding twice, and with a coder that has seen nothing else, gives equal records."""
    assert coder.code(report) == coder.code(report) == Coder().code(report)


def test_reports_do_not_know_of_each_other(coder):
    """Whatever was coded before, in whatever order, a report gives its own events."""
    alone = {report.report_id: Coder().code(report) for report in REPORTS}
    assert {report.report_id: coder.code(report) for report in REPORTS} == alone
    assert {report.report_id: coder.code(report) for report in reversed(REPORTS)} == alone


def test_no_word_of_conflict(coder):
    """A report that tells no act says at which stage it was given up."""
    result = coded(coder, "عقد المجلس اجتماعاً لبحث أسعار القمح.")
    assert result.events == ()
    assert [(skipped.stage, skipped.report_id) for skipped in result.skipped] == [("triggers", "r")]


def test_an_empty_report(coder):
    """Nothing in, nothing out, and a reason."""
    result = coded(coder, "")
    assert result.events == ()
    assert result.skipped


def test_whatever_is_passed_over_is_quoted(coder):
    """A stretch that was read and not coded stands in the report as quoted, with stage and reason."""
    passed_over = [(report, skipped) for report in REPORTS for skipped in coder.code(report).skipped]
    assert any(skipped.span is not None for _, skipped in passed_over)
    for report, skipped in passed_over:
        assert skipped.reason
        assert skipped.stage in {"triggers", "gate", "act", "event"}
        if skipped.span is not None:
            assert report.source_text[skipped.span.start : skipped.span.end] == skipped.quote


def test_a_minimum_takes_events_away(coder):
    """At a minimum of one nothing is sure enough; at nought everything worth asking is an event."""
    text = "قُتل عنصران من قسد بهجوم لداعش في بلدة ذيبان أمس."
    none = coded(Coder(minimum=1.0), text)
    assert none.events == ()
    assert [skipped.stage for skipped in none.skipped] == ["event"]
    assert len(coded(Coder(minimum=0.0), text).events) >= len(coded(coder, text).events) > 0


def test_a_report_may_be_put_aside_as_a_whole(coder):
    """One that hardly tells an event is not read, unless events less sure than usual are asked for."""
    text = "قُتل عنصران من قسد بهجوم لداعش في بلدة ذيبان أمس."
    never = replace(load_models(), report=Weights(name="report", bias=-9.0))
    aside = coded(Coder(models=never), text)
    assert aside.events == ()
    assert [(skipped.stage, skipped.span) for skipped in aside.skipped] == [("gate", None)]
    assert coded(Coder(models=never, minimum=0.4), text).events == coded(coder, text).events != ()


def test_a_long_report_goes_in_parts(coder):
    """Offsets of a report far beyond ordinary length are those of the whole report, ids are never given twice."""
    line = "قُتل عنصران من قسد بهجوم لداعش في بلدة ذيبان أمس.\nعقد المجلس اجتماعاً لبحث أسعار القمح.\n"
    report = Report(report_id="r", text=line * 60, published_on=date(2023, 5, 3))
    events = coder.code(report).events
    assert max(evidence.span.end for event in events for evidence in event.evidence) > len(report.text) * 0.9
    assert len({event.event_id for event in events}) == len(events)
    for event in events:
        for evidence in event.evidence:
            assert report.source_text[evidence.span.start : evidence.span.end] == evidence.quote


def test_words_of_a_name_tell_no_act(coder):
    """ "جرف الصخر" and the like hold words that elsewhere tell an act."""
    report = Report(report_id="r", text="قصفت طائرات مسيرة مقر كتائب سيد الشهداء في جرف الصخر.")
    document = prepare(report)
    found = triggers.find(document)
    kept = annotate(document, found, coder.gazetteer).triggers
    named = {document.words.index("جرف"), document.words.index("الصخر")}
    assert not {trigger.first for trigger in kept} & named
    assert {trigger.first for trigger in kept} <= {trigger.first for trigger in found}


def test_places_are_loaded_once(coder):
    """The gazetteer is read when first needed, and kept."""
    assert coder.gazetteer is coder.gazetteer


def test_a_record_does_not_depend_on_what_was_coded_before(coder):
    """Byte for byte, records are the same in any order of the reports, and with nothing remembered of their words."""

    def lines(reports):
        return {report.report_id: to_line(to_record(coder.code(report), report=report)) for report in reports}

    first = lines(REPORTS)
    assert lines(reversed(REPORTS)) == first
    ONE_PASS.clear()
    assert lines(REPORTS) == first


def test_places_may_be_named_by_a_string(tmp_path):
    """A folder of place files is a path or its name, as everywhere in Python."""
    row = dict.fromkeys(COLUMNS, "") | {"id": "x:1", "name_ar": "تل النجمة", "country": "SY", "feature": "village"}
    row |= {"admin1_pcode": "SY09", "lat": "35.1", "lon": "40.4"}
    (tmp_path / "places.csv").write_text(f"{','.join(row)}\n{','.join(row.values())}\n", encoding="utf-8")
    report = Report(
        report_id="r", text="قُتل عنصران من قسد بهجوم لداعش في بلدة تل النجمة أمس.", published_on=date(2023, 5, 3)
    )
    (by_name,), (by_path,) = (Coder(places=told).code(report).events for told in (str(tmp_path), tmp_path))
    assert by_name.place == by_path.place
    assert by_name.place.place_id == "x:1"
