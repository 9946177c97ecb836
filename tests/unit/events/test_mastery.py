"""A fight for a place that the words behind it tell taken."""

from datetime import date

import pytest

from marsad.model.report import Report
from marsad.pipeline import Coder

_CLASH, _REGAINED, _OVERTAKEN = "Armed clash", "Government regains territory", "Non-state actor overtakes territory"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            (
                "هاجمت فصائل المعارضة بلدة كفرنبودة في ريف حماة فجر اليوم."
                " وتمكنت الفصائل من السيطرة عليها بعد معارك مع قوات النظام."
            ),
            [(_OVERTAKEN, "opp", "syr-regime")],
        ),
        (
            "شنت قوات النظام هجوماً على مدينة خان شيخون أمس. وسيطرت عليها بعد انسحاب فصائل المعارضة.",
            [(_REGAINED, "syr-regime", "opp")],
        ),
        (
            (
                "شهدت مدينة حيس معارك عنيفة أمس بين الحوثيين والقوات الحكومية اليمنية."
                " وتمكنت القوات الحكومية من استعادتها."
            ),
            [(_REGAINED, "yemen-gov", "houthi")],
        ),
        (
            "حاصرت قوات الدعم السريع مدينة بابنوسة أسابيع. وتمكنت أمس من السيطرة عليها بعد معارك مع الجيش السوداني.",
            [(_OVERTAKEN, "rsf", "sudan-saf")],
        ),
        (
            (
                "دارت معارك في مدينة حيس أمس بين القوات الحكومية اليمنية والحوثيين."
                " ولم تتمكن القوات الحكومية من استعادتها."
            ),
            [(_CLASH, "yemen-gov", "houthi")],
        ),
        (
            "هاجمت فصائل المعارضة بلدة كفرنبودة أمس. وتمكنت قوات النظام من صد الهجوم وقتلت أربعة مهاجمين.",
            [(_CLASH, "opp", "syr-regime")],
        ),
        (
            "اشتبكت قسد مع داعش في بلدة هجين أمس. وكانت قسد قد سيطرت عليها قبل شهرين.",
            [(_CLASH, "sdf", "is")],
        ),
        (
            "شنت هيئة تحرير الشام هجوماً على مدينة دارة عزة التي تسيطر عليها حركة نور الدين الزنكي فجر اليوم.",
            [(_CLASH, "hts", "opp")],
        ),
    ],
)
def test_a_fight_that_ended_in_taking_a_place_is_told_as_taken(text: str, told: list[tuple[str, str, str]]) -> None:
    """Who is told to have taken it takes it; what was held, lost or taken before is fought for still."""
    events = Coder().code(Report(report_id="r", text=text, published_on=date(2024, 5, 3))).events
    sides = [[each.code for each in event.participants if each.role.startswith("side")] for event in events]
    assert [(event.sub_event_type, *side) for event, side in zip(events, sides, strict=True)] == told
