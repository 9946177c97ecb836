"""Answers of another coder, held to the words of the report."""

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from marsad import gazetteer
from marsad.adopt import AnswerCoder, Answers, instructions
from marsad.export.record import to_record
from marsad.model.report import Report
from marsad.model.what import EVENT_TYPES
from marsad.pipeline import Coder

PLACES = gazetteer.load()
SAMPLES = Path(__file__).parents[3] / "evaluation" / "samples.gold.jsonl"
REPORT = Report(
    report_id="r1",
    text="اعتقلت قسد أربعة أشخاص في بلدة الشحيل أمس، وفق مصدر محلي. وقُتل ثلاثة عسكريين ومدنيان بانفجار عبوة في الحسكة.",
    published_on=date(2023, 5, 3),
    outlet="شبكة محلية",
)
ARREST = {
    "sub_event_type": "Arrests",
    "side1": ["sdf"],
    "side2": ["civilians"],
    "place": {"name": "الشحيل", "country": "SY", "admin1": "SY09", "precision": 1},
    "date": {"start": "2023-05-02", "end": "2023-05-02", "precision": 1},
    "detained": {"low": 4, "best": 4, "high": 4},
    "sources": [{"name": "مصدر محلي", "kind": "anonymous"}],
    "status": "reported",
    "evidence": "اعتقلت قسد أربعة أشخاص في بلدة الشحيل أمس",
    "words": {
        "side1": ["قسد"],
        "side2": ["أربعة أشخاص"],
        "place": ["بلدة الشحيل"],
        "date": ["أمس"],
        "detained": ["أربعة أشخاص"],
        "sources": ["مصدر محلي"],
    },
    "confidence": 0.9,
}
BLAST = "وقتل ثلاثة عسكريين ومدنيان بانفجار عبوة في الحسكة"


def coded(*events, report=REPORT, minimum=0.5):
    coder = AnswerCoder(name="model 1", answers=Answers(events={"r1": events}), gazetteer=PLACES, minimum=minimum)
    return to_record(coder.code(report), report=report, gazetteer=PLACES.name)


def arrest(**changes):
    words = ARREST["words"] | changes.pop("words", {})
    return ARREST | changes | {"words": {name: quotes for name, quotes in words.items() if quotes is not None}}


def one(**changes):
    """Return the event made of a changed answer, and why something of it was refused."""
    record = coded(arrest(**changes))
    return record["events"][0], [skipped["reason"] for skipped in record["skipped"]]


def test_an_answer_with_its_words_is_taken():
    """Every field is as answered, with the words behind it; the place is that of the gazetteer."""
    event, refused = one()
    assert not refused
    assert (event["side1"], event["side2"], event["detained"]["best"]) == (["sdf"], ["civilians"], 4)
    assert event["place"]["latitude"] is not None
    assert event["sources"] == [{"name": "مصدر محلي", "kind": "anonymous"}]
    assert (event["confidence"], event["coder_version"]) == (0.9, "model 1")
    words = {each["field"]: each["quote"] for each in event["evidence_fields"]}
    assert words == {name: quotes[0] for name, quotes in ARREST["words"].items()} | {
        "sub_event_type": ARREST["evidence"]
    }
    source = REPORT.source_text
    assert all(source[each["start"] : each["end"]] == each["quote"] for each in event["evidence_fields"])


@pytest.mark.parametrize(
    "changes",
    [
        {"evidence": "اعتقل داعش أربعة"},
        {"evidence": ""},
        {"evidence": None},
        {"sub_event_type": "Raid"},
        {"sub_event_type": ["Arrests"]},
    ],
)
def test_an_event_without_words_is_none(changes):
    """Nothing stands for an act whose words are not the report's, or of no type."""
    record = coded(arrest(**changes))
    assert not record["events"]
    assert [skipped["stage"] for skipped in record["skipped"]] == ["answers"]


@pytest.mark.parametrize(("signs", "taken"), [(200, True), (201, False)])
def test_the_words_of_an_act_are_no_whole_report(signs, taken):
    """Up to two hundred signs state an act; more are refused, and the reason says so."""
    words = "اعتقلت قسد أربعة أشخاص " + "س" * (signs - 23)
    record = coded(arrest(evidence=words), report=replace(REPORT, text=f"{words} ثم {REPORT.text}"))
    assert len(record["events"]) == taken
    assert taken or "longer than 200" in record["skipped"][0]["reason"]


def test_an_actor_without_words_is_left_out():
    """Not named in the report, no words at all, and no code."""
    for changes in ({"words": {"side1": ["داعش"]}}, {"words": {"side1": None}}, {"side1": ["SDF"]}):
        event, refused = one(**changes)
        assert event["side1"] == []
        assert refused
        assert refused[0].startswith("side1: ")
    event, refused = one(side1=["unidentified"], words={"side1": None})
    assert (event["side1"], refused) == (["unidentified"], [])


def test_a_name_outside_the_list_stands_in_the_report():
    """ "other:" and a name that the report does not hold is nobody."""
    event, refused = one(side2=["other:أربعة أشخاص"])
    assert (event["side2"], refused) == (["other:أربعة أشخاص"], [])
    event, refused = one(side2=["other:لواء الفرات"])
    assert event["side2"] == []
    assert "لواء الفرات" in refused[0]


def test_another_reading_of_the_words_is_noted():
    """Whoever looks at the record sees that marsad reads "قسد" as another."""
    report = replace(REPORT, text=f"{REPORT.text} وتبنى داعش التفجير.")
    (event,) = coded(arrest(side1=["asayish"]), report=report)["events"]
    (shown,) = [each for each in event["evidence_fields"] if each["field"] == "side1"]
    assert shown["note"] == "marsad reads sdf in these words"
    event, _ = one(words={"side2": ["بلدة"]})
    (shown,) = [each for each in event["evidence_fields"] if each["field"] == "side2"]
    assert shown["note"] is None, "where marsad reads nobody there is nothing to say"


def test_the_gazetteer_outdoes_the_answer():
    """Units are looked up; a place that its words do not name is none, one next to it in the words is."""
    assert (
        one(place={"name": "الشحيل", "country": "IQ", "admin1": "SY02", "precision": 2})[0]["place"]["admin1"] == "SY09"
    )
    event, refused = one(words={"place": ["قسد"]})
    assert (event["place"]["name"], len(refused)) == ("", 1)
    assert one(words={"place": None})[0]["place"]["name"] == ""
    assert one(place={"name": "البصيرة", "country": "SY", "precision": 1})[0]["place"]["name"] == "الشحيل"


@pytest.mark.parametrize(("quote", "name"), [("النورس", "النورس"), ("عند النورس", "النورس"), ("أربعة", "")])
def test_a_place_that_no_list_has_is_as_it_was_answered(quote, name):
    """Where its words hold the whole name, and nobody else reads a place in them."""
    report = replace(REPORT, text=REPORT.text.replace("في بلدة الشحيل", "عند النورس"))
    told = {"name": "النورس", "country": "SY", "admin1": "SY09", "precision": 1}
    answer = arrest(place=told, words={"place": [quote]}, evidence="اعتقلت قسد أربعة أشخاص")
    (event,) = coded(answer, report=report)["events"]
    assert event["place"]["name"] == name
    assert (event["place"]["country"], event["place"]["admin1"]) == (("SY", "SY09") if name else ("", None))


def test_days_are_worked_out_from_their_words():
    """ "أمس" is the day before, whatever the answer says; without words only the day of publication is believed."""
    event, _ = one(date={"start": "2023-05-01", "end": "2023-05-01", "precision": 1})
    assert event["date"]["start"] == "2023-05-02"
    assert [each["note"] for each in event["evidence_fields"] if each["field"] == "date"] == [
        "the answer says 2023-05-01"
    ]
    event, refused = one(words={"date": None})
    assert (event["date"]["start"], refused) == (None, ["date: No words are given for 2023-05-02."])
    today = {"start": "2023-05-03", "end": "2023-05-03", "precision": 1}
    event, refused = one(date=today, words={"date": None})
    assert (event["date"]["start"], refused) == ("2023-05-03", [])
    assert one(date={"start": "yesterday"})[0]["date"]["start"] is None


@pytest.mark.parametrize(
    ("end", "last"), [("2023-04-30", "2023-05-01"), ("2023-05-01", "2023-05-01"), ("2023-05-02", "2023-05-02")]
)
def test_a_time_does_not_end_before_it_begins(end, last):
    """Words that marsad reads no day in stand for the days of the answer, an end before the start for none."""
    told = {"start": "2023-05-01", "end": end, "precision": 1}
    date_told = one(date=told, words={"date": ["انفجار عبوة"]})[0]["date"]
    assert (date_told["start"], date_told["end"], date_told["precision"]) == ("2023-05-01", last, 1)
    del told["precision"]
    assert one(date=told, words={"date": ["انفجار عبوة"]})[0]["date"]["precision"] == 3, "nobody says how exact it is"


def test_counts_stand_in_their_words():
    """A number of the words or a sum of theirs; "5" of "أربعة" is none, nor is one of three quarters."""
    blast = arrest(
        sub_event_type="Remote explosive/landmine/IED",
        evidence=BLAST,
        killed={"low": 5, "best": 5, "high": 5},
        killed_civilians={"low": 2, "best": 2, "high": 2},
        words={"killed": ["ثلاثة عسكريين", "مدنيان"], "killed_civilians": ["مدنيان"]},
    )
    (event,) = coded(blast)["events"]
    assert (event["killed"]["best"], event["killed_civilians"]["best"]) == (5, 2)
    for wrong in (
        {"low": 5, "best": 5, "high": 5},
        {"low": True},
        {"best": -4},
        {"best": 4.0},
        4,
        {},
        {"best": 4, "high": 1},
    ):
        event, refused = one(detained=wrong)
        assert event["detained"] is None
        assert len(refused) == 1
    event, _ = one(words={"detained": ["أربعة أشخاص", "خمسة أشخاص"]})
    assert event["detained"] is None


def test_who_says_so_is_named_in_the_report():
    """Where nobody who was answered is, the outlet says it."""
    event, refused = one(sources=[{"name": "مرصد بعيد", "kind": "monitor"}, {"name": "مصدر محلي", "kind": "rumour"}])
    assert event["sources"] == [{"name": "شبكة محلية", "kind": "outlet"}]
    assert [reason.partition(": ")[0] for reason in refused] == ["sources"] * 2


@pytest.mark.parametrize("sure", [None, True, 1.5, "0.9"])
def test_what_is_no_probability_is_a_half(sure):
    """An answer that does not say how sure it is, or says it otherwise."""
    assert one(confidence=sure)[0]["confidence"] == 0.5


def test_events_less_sure_than_asked_for_are_left_out():
    """As of marsad's own."""
    assert not coded(arrest(confidence=0.6), minimum=0.7)["events"]


@pytest.mark.parametrize(
    "junk", [{}, {"words": 3}, arrest(place="الشحيل", date=5, sources="x", side1="sdf", words={"side1": [1]})]
)
def test_any_answer_gives_a_record(junk):
    """Whatever a model writes, the report has a record."""
    assert coded(junk)["id"] == "r1"


@pytest.mark.parametrize("junk", [["x"], {"x": 1}, [{"kind": ["outlet"]}], 3, ""])
@pytest.mark.parametrize("name", ["side1", "place", "date", "detained", "sources", "status", "confidence"])
def test_a_field_of_another_kind_costs_only_itself(name, junk):
    """A model that writes a list for a word, or a word for a list, loses no other field, and no other report."""
    event, _ = one(**{name: junk})
    others = [field for field in ("side1", "side2", "place", "date", "detained", "sources", "status") if field != name]
    assert {field: event[field] for field in others} == {field: one()[0][field] for field in others}


def _answered(event):
    """Return an event of marsad's as an answer: the words that stand behind its fields are those quoted."""
    words = {}
    for shown in event["evidence_fields"]:
        if not shown["rule_id"].endswith((".default", ".reckoned")):
            words.setdefault(shown["field"], []).append(shown["quote"])
    return event | {"words": words}


def test_what_marsad_codes_is_taken_from_its_own_words():
    """Of thirty reports, what words stand behind comes back as it was; nothing else does."""
    compared = 0
    for line in SAMPLES.read_text(encoding="utf-8").splitlines()[:30]:
        gold = json.loads(line)
        report = Report(
            report_id="r1",
            headline=gold.get("title") or "",
            text=gold["text"],
            outlet=gold.get("outlet"),
            published_on=date.fromisoformat(gold["published"]),
        )
        told = [_answered(event) for event in to_record(Coder().code(report))["events"]]
        back = coded(*told, report=report, minimum=0.0)["events"]
        assert len(back) == len(told)
        for one_back, event in zip(back, told, strict=True):
            names = [name for name in ("side1", "place", "date", "killed", "detained") if name in event["words"]]
            assert [one_back[name] for name in names if name not in ("place", "date")] == [
                event[name] for name in names if name not in ("place", "date")
            ]
            assert "place" not in names or one_back["place"]["name"] == event["place"]["name"]
            assert "date" not in names or one_back["date"]["start"] == event["date"]["start"]
            compared += len(names)
    assert compared > 100


def test_a_report_without_an_answer_says_so():
    """It stands in the output as one that could not be coded."""
    coder = AnswerCoder(name="model 1", answers=Answers(events={}), gazetteer=PLACES)
    (skipped,) = coder.code(REPORT).skipped
    assert skipped.stage == "failed"


def test_the_example_of_the_instructions_is_taken_whole():
    """What a model is shown is right by the codebook and by its words, and the lists are filled in."""
    told = instructions()
    shown, answer = re.search(r"Report: (\{.*?\})\nAnswer: (\{.*\})\s*\Z", told, re.DOTALL).groups()
    report = json.loads(shown)
    coder = AnswerCoder(name="model 1", answers=Answers(events={"r1": json.loads(answer)["events"]}), gazetteer=PLACES)
    found = coder.code(
        Report(
            report_id="r1",
            text=report["text"],
            outlet=report["outlet"],
            published_on=date.fromisoformat(report["published"]),
        )
    )
    assert (len(found.events), found.skipped) == (1, ())
    assert all(kind in told for kind in EVENT_TYPES)
    assert not re.search(r"\{(types|actors|kinds|statuses)\}", told)
