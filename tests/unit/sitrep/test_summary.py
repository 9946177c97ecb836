"""Sentences of the summary, with the grammar of their numbers."""

from __future__ import annotations

from datetime import date

import pytest
from tests.unit.sitrep.conftest import coded_record, incident_record

from marsad.model.quantity import Estimate
from marsad.redact.rules import DEFAULT_RULES, read_rules
from marsad.sitrep import read_template, situation_of
from marsad.sitrep.blocks import Image, Text
from marsad.sitrep.compose import compose
from marsad.sitrep.gather import with_reports
from marsad.sitrep.names import Names
from marsad.sitrep.speech import Speech
from marsad.sitrep.summary import sentences
from marsad.wording import Tongue


@pytest.fixture
def summary(places):
    def make(number, language="ar", **fields):
        coded = {f"r{at}": coded_record(f"r{at}", **fields) for at in range(number)}
        incidents = [incident_record(f"i{at}", one) for at, one in enumerate(coded.values())]
        situation = situation_of(
            with_reports(incidents, coded), area="SY09", first=date(2024, 2, 1), last=date(2024, 2, 29),
            as_of=date(2024, 3, 1),
        )  # fmt: skip
        tongue = Tongue(language=language)
        speech = Speech(read_template().words[language], tongue)
        return list(sentences(situation, speech, Names(speech, places, public=True)))

    return make


@pytest.mark.parametrize(
    ("number", "incidents", "killed"),
    [
        (1, "حادثة واحدة", "مقتل شخص واحد"),
        (2, "حادثتان", "مقتل شخصين"),
        (3, "ثلاث حوادث", "مقتل ثلاثة أشخاص"),
        (10, "عشر حوادث", "مقتل عشرة أشخاص"),
        (11, "11 حادثةً", "مقتل 11 شخصاً"),
        (100, "100 حادثة", "مقتل 100 شخص"),
        (103, "103 حوادث", "مقتل 103 أشخاص"),
    ],
)
def test_arabic_counts_as_it_should(summary, number, incidents, killed):
    """One, two, a few, many, a hundred."""
    told = summary(number)
    assert f"سُجّلت في دير الزور {incidents}، " in told[0]
    assert told[1] == f"وتنقل التقارير {killed}."


@pytest.mark.parametrize(("number", "civilians"), [(1, "مدني"), (2, "مدنيَّين"), (11, "مدنياً")])
def test_what_nobody_tells_is_not_said(summary, number, civilians):
    """No figure of deaths is said as such, not as nought; nothing is said of wounded, detained and abducted."""
    told = " ".join(summary(number, killed=None))
    assert "مقتل" not in told
    assert "ولا يُذكر عدد القتلى في" in told
    assert not any(word in told for word in ("إصابة", "اعتقال ", "خطف", civilians))


def test_ranges_and_open_figures_are_told(summary):
    """From the lowest to the highest, "or more" where reports say more than."""
    assert "Reports tell of four people killed (from two to" not in " ".join(summary(2, "en", killed=(1, 2, 3)))
    assert "Reports tell of four people killed (from 2 to 6)." in summary(2, "en", killed=(1, 2, 3))
    assert "Reports tell of four people killed (from 2 to 4 or more)." in summary(2, "en", killed=(1, 2, None))


def test_nothing_is_said_plainly(summary):
    """An empty time is one sentence."""
    assert summary(0) == ["لا حوادث مسجلة في دير الزور من 1 شباط 2024 إلى 29 شباط 2024."]
    assert summary(0, "en") == ["From 1 February 2024 to 29 February 2024, no incident in Deir-ez-Zor is on record."]


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (
            ("06", "14", "20"),
            "حادثة واحدة: في الأسبوع البادئ في 5 شباط 2024، وعدد الأسابيع التي سُجّل فيها مثل ذلك بعده: 2.",
        ),
        (("06", "07", "20"), "وأكثر الأسابيع حوادثَ مسجلة هو البادئ في 5 شباط 2024 (2)."),
    ],
)
def test_weeks_that_are_alike_are_all_told(places, days, said):
    """Where several weeks have the most, the first is named, and how many have as many."""
    coded = {f"r{at}": coded_record(f"r{at}", day=f"2024-02-{day}") for at, day in enumerate(days)}
    incidents = [incident_record(f"i{at}", one) for at, one in enumerate(coded.values())]
    situation = situation_of(
        with_reports(incidents, coded), area="SY09", first=date(2024, 2, 1), last=date(2024, 2, 29),
        as_of=date(2024, 3, 1),
    )  # fmt: skip
    speech = Speech(read_template().words["ar"], Tongue(language="ar"))
    assert said in " ".join(sentences(situation, speech, Names(speech, places, public=True)))


def test_a_range_without_width_is_none(summary):
    """Where the lowest is the highest, "or more" alone is said; no line parts a figure from its range."""
    assert "Reports tell of four people killed\u00a0(or\u00a0more)." in summary(2, "en", killed=(2, 2, None))
    assert any("أو\u00a0أكثر)" in told and "إلى" not in told for told in summary(2, killed=(2, 2, None))[1:2])
    speech = Speech(read_template().words["en"], Tongue(language="en"))
    assert speech.estimate(Estimate(40, 40, None)) == "40\u00a0(or\u00a0more)"
    assert speech.estimate(Estimate(4, 5, 9)) == "5\u00a0(4\u00a0–\u00a09)"
    assert speech.estimate(Estimate(5, 5, 5)) == "5"


def test_rules_are_called_in_the_language():
    """Every rule that comes with marsad has a name for Arabic reports."""
    assert all(rule.name_ar for rule in read_rules(DEFAULT_RULES).rule)


def test_a_week_is_told_by_day(places):
    """One bar for the week, and the sentence that it was the fullest, would tell nothing."""
    coded = {f"r{at}": coded_record(f"r{at}", day=day) for at, day in enumerate(("2024-02-06", "2024-02-08"))}
    incidents = [incident_record(f"i{at}", one) for at, one in enumerate(coded.values())]
    situation = situation_of(
        with_reports(incidents, coded), area="SY09", first=date(2024, 2, 5), last=date(2024, 2, 11),
        as_of=date(2024, 2, 12),
    )  # fmt: skip
    report = compose(situation, read_template(), Tongue(language="en"), places)
    drawn = [block.name for block in report.blocks if isinstance(block, Image)]
    assert drawn[1:3] == ["days", "days-killed"]
    assert "calendar" not in drawn
    told = " ".join(block.text for block in report.blocks if isinstance(block, Text))
    assert "two incidents" in told
    assert "The week with most" not in told


@pytest.mark.parametrize(("last", "names"), [("2024-02-20", ["weeks", "weeks-killed", "days"]),
                                              ("2029-02-20", ["months", "months-killed", "calendar"])])  # fmt: skip
def test_a_long_time_is_told_by_month(places, last, names):
    """Of more than three years the days and weeks would be too small to see."""
    coded = {f"r{at}": coded_record(f"r{at}", day=day) for at, day in enumerate(("2024-02-06", last))}
    incidents = [incident_record(f"i{at}", one) for at, one in enumerate(coded.values())]
    situation = situation_of(
        with_reports(incidents, coded), area="SY09", first=date(2024, 2, 1), last=date.fromisoformat(last),
        as_of=date(2029, 3, 1),
    )  # fmt: skip
    report = compose(situation, read_template(), Tongue(language="ar"), places)
    drawn = [block.name for block in report.blocks if isinstance(block, Image)]
    assert drawn[1:4] == names
