"""The words behind every field of an event."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from marsad.events.choose import Choice
from marsad.events.code import code_draft
from marsad.events.draft import drafts_of
from marsad.lexicon.load import RESOURCES
from marsad.model.event import Event
from marsad.model.report import Report
from marsad.pipeline import Coder
from marsad.read import read

FIELDS = ("killed", "killed_civilians", "wounded", "detained", "abducted", "sources", "status")
FOLDERS = [Path(__file__).parents[2] / "reports", RESOURCES / "samples"]
REPORTS = [
    report
    for folder in FOLDERS
    for file in sorted(folder.iterdir())
    if file.suffix in (".txt", ".html", ".jsonl", ".csv")
    for report in read([file])
    if isinstance(report, Report)
]
TOLD = {
    "toll": {"killed|told=killed": 5.0, "sum|killed|CC": 9.0}, "place": {"z=C>": 5.0}, "date": {"z=C>": 5.0},
    "source": {"rule=True.True": 5.0},
}  # fmt: skip


def fields_with_a_value(event: Event) -> set[str]:
    """Return every field that says something; an empty side, a toll untold and an unnamed place do not."""
    told = {field for field in FIELDS if getattr(event, field)}
    told |= {participant.role for participant in event.participants}
    told |= {"place"} if event.place.name else set()
    return told | {"sub_event_type", "date"}


@pytest.fixture(scope="module")
def first_event(see, answered, made_models):
    """Write down the first act of a report, chosen with weights made for the test."""

    def code(text, **report):
        seen = see(text, **report)
        models = made_models(**TOLD)
        draft = drafts_of(seen.context, answered(seen, **TOLD), models)[0]
        return code_draft(seen.context, draft, second=models.second, source=models.source, number=1, confidence=0.9)

    return code


def quotes(event, field):
    return [evidence.quote for evidence in event.evidence if evidence.field == field]


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.report_id)
def test_every_field_has_its_words(report):
    """No field of any event is without evidence, and none has evidence without a value."""
    for event in Coder(minimum=0.0).code(report).events:
        assert {evidence.field for evidence in event.evidence} == fields_with_a_value(event)


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.report_id)
def test_offsets_quote_the_words(report):
    """Each quotation stands in the report as published where its offsets say."""
    for event in Coder(minimum=0.0).code(report).events:
        assert event.quote in report.source_text
        for evidence in event.evidence:
            assert report.source_text[evidence.span.start : evidence.span.end] == evidence.quote != ""
            assert evidence.rule_id


def test_told_fields_quote_who_where_and_when(first_event):
    """Type, place and day are quoted from the words that tell them, with the entry behind them."""
    event = first_event("انفجرت عبوة ناسفة في مدينة منبج أمس.")
    assert quotes(event, "place") == ["مدينة منبج"]
    assert quotes(event, "date") == ["أمس"]
    (kind,) = [evidence for evidence in event.evidence if evidence.field == "sub_event_type"]
    assert "عبوة" in kind.quote
    assert kind.entry_ids


def test_a_default_points_at_the_act(first_event):
    """A day that nobody tells is the day of publication, and the evidence says so."""
    event = first_event("انفجرت عبوة ناسفة في مدينة منبج.")
    (day,) = [evidence for evidence in event.evidence if evidence.field == "date"]
    assert (day.rule_id, day.note, day.entry_ids) == ("date.default", "the publication date", ())
    assert event.date.start == date(2023, 5, 3)


def test_an_unknown_day_says_why(first_event):
    """Without any date the evidence gives the reason, and no day of publication that is not known."""
    event = first_event("انفجرت عبوة ناسفة في مدينة منبج.", published=None)
    (day,) = [evidence for evidence in event.evidence if evidence.field == "date"]
    assert event.date.start is None
    assert day.note == event.date.reason


def test_civilians_are_quoted_where_they_are_called_so(first_event):
    """The subset that makes some of the dead civilians is quoted, not the toll of all."""
    event = first_event("قتل 7 أشخاص بينهم طفلان بقصف على بلدة كفرنبل.")
    assert quotes(event, "killed") == ["قتل 7 أشخاص"]
    assert quotes(event, "killed_civilians") == ["بينهم طفلان"]


def test_a_toll_of_civilians_is_quoted_for_both(first_event):
    """Where all the dead are civilians, one stretch says both."""
    event = first_event("قتل أربعة مدنيين بقصف على بلدة كفرنبل.")
    assert quotes(event, "killed_civilians") == quotes(event, "killed") == ["قتل أربعة مدنيين"]


def test_both_parts_of_a_sum_are_quoted(first_event):
    """Five dead told as two and three have the words of both."""
    event = first_event("قتل عنصران من قسد وثلاثة مدنيين بانفجار لغم في مدينة منبج.")
    assert event.killed.best == 5
    assert quotes(event, "killed") == ["قتل عنصران", "وثلاثة مدنيين"]


def test_a_quoted_source_is_evidence_for_source_and_status(first_event):
    """Who says so is quoted, and makes the act reported."""
    event = first_event("قال مصدر طبي إن عبوة ناسفة انفجرت في مدينة منبج.")
    assert event.status == "reported"
    assert all("مصدر طبي" in quote for field in ("sources", "status") for quote in quotes(event, field))
    assert quotes(event, "sources")


def test_the_outlet_speaks_where_nobody_is_quoted(first_event):
    """Evidence for the outlet is the act itself, and says that nobody is quoted."""
    event = first_event("انفجرت عبوة ناسفة في مدينة منبج.", outlet="شبكة الميدان")
    assert [source.kind for source in event.sources] == ["outlet"]
    rules = {evidence.field: evidence.rule_id for evidence in event.evidence}
    assert (rules["sources"], rules["status"]) == ("sources.default", "status.default")


def test_a_claim_is_explained(first_event):
    """When only a party says so, the status quotes it and says why it is no more than a claim."""
    event = first_event("أعلن تنظيم داعش في بيان له أن مقاتليه فجروا عبوة ناسفة في مدينة منبج.")
    assert event.status == "claimed"
    (status,) = [evidence for evidence in event.evidence if evidence.field == "status"]
    assert "داعش" in status.quote
    assert status.note == "only a party to the act says so"


@pytest.mark.parametrize(
    ("side", "rule"), [("opp", "side2.reckoned"), ("civilians", "side2.default"), ("protesters", "side2.default")]
)
def test_a_side_that_is_reckoned_says_so(see, answered, made_models, side, rule):
    """An armed side that no word names is told apart from one that is read, and from people who are just not named."""
    seen = see("دخل الجيش بلدة كفرنبل أمس.")
    draft = drafts_of(seen.context, answered(seen, **TOLD), made_models(**TOLD))[0]
    draft = replace(draft, side2=Choice(side, None, 0.7))
    event = code_draft(
        seen.context, draft, second=made_models().second, source=made_models().source, number=1, confidence=0.9
    )
    (found,) = [evidence for evidence in event.evidence if evidence.field == "side2"]
    assert found.rule_id == rule
    assert ("reckoned" in found.note) == (side == "opp")
