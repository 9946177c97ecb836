"""A battle for a place that was won tells of the place taken."""

from __future__ import annotations

from datetime import date

import pytest

from marsad.model.report import Report
from marsad.pipeline import Coder

CODER = Coder()
CLASH, REGAINED, OVERTAKEN = "Armed clash", "Government regains territory", "Non-state actor overtakes territory"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            (
                "بدأ الجيش السوداني فجر اليوم عملية استعادة مدينة سنجة من قوات الدعم السريع. "
                "وقال متحدث عسكري إن الجيش سيطر على المدينة بعد انسحاب قوات الدعم السريع."
            ),
            REGAINED,
        ),
        (
            (
                "أطلقت قوات سوريا الديمقراطية حملة تحرير بلدة هجين من تنظيم داعش. "
                "وأضاف البيان أن القوات انتزعت السيطرة على البلدة."
            ),
            OVERTAKEN,
        ),
        (
            ("هاجم الجيش السوداني أمس مواقع الدعم السريع في مدينة سنجة. وقال متحدث إن الجيش استعاد المدينة مساء."),
            REGAINED,
        ),
        (
            "شنت فصائل المعارضة السورية هجوماً على قوات النظام في مدينة مورك أمس. وسيطرت الفصائل على المدينة.",
            OVERTAKEN,
        ),
        ("عملية تحرير مدينة صبراتة: سيطرت قوات حكومة الوفاق على المدينة بعد معارك مع قوات حفتر.", REGAINED),
        (
            "أطلقت الفصائل معركة تحرير بلدة مورك شمال حماة. وقتل خمسة من قوات النظام في اشتباكات على أطراف البلدة.",
            CLASH,
        ),
        (
            (
                "بدأ الجيش السوداني عملية استعادة مدينة سنجة من قوات الدعم السريع. "
                "وكانت قوات الدعم السريع سيطرت على المدينة في العام الماضي."
            ),
            CLASH,
        ),
        ("أطلقت فصائل المعارضة معركة تحرير بلدة مورك شمال حماة اليوم.", CLASH),
        (
            (
                "بدأ الجيش السوداني فجر اليوم عملية استعادة مدينة سنجة من قوات الدعم السريع. "
                "وتقدمت كتائب الجيش السوداني إلى أطراف المدينة."
            ),
            CLASH,
        ),
        (
            (
                "أعلن الجيش السوداني انطلاق عملية استعادة مدينة سنجة من قوات الدعم السريع. "
                "واستعاد الجيش السوداني اليوم الأربعاء حي القلعة في مدينة سنجة من قبضة قوات الدعم السريع. "
                "وقال متحدث إن الجيش السوداني يحاصر قوات الدعم السريع في سنجة."
            ),
            REGAINED,
        ),
    ],
)
def test_who_fought_for_a_place_and_took_it_is_told_to_take_it(text: str, told: str) -> None:
    """A fight beside the battle, and a place that the other side once took, leave a clash."""
    events = CODER.code(Report(report_id="t", text=text, published_on=date(2023, 3, 5))).events
    assert [event.sub_event_type for event in events] == [told]
