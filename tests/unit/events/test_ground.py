"""What ground taken is called, by who takes it."""

from datetime import date

import pytest

from marsad.events.choose import Choice
from marsad.events.ground import by_who_takes_it
from marsad.model.report import Report
from marsad.pipeline import Coder

REGAINED, OVERTAKEN = "Government regains territory", "Non-state actor overtakes territory"


@pytest.mark.parametrize(
    ("told", "taker", "named"),
    [
        (REGAINED, "is", OVERTAKEN),
        (REGAINED, "tribal", OVERTAKEN),
        (REGAINED, "sna", OVERTAKEN),
        (OVERTAKEN, "syr-regime", REGAINED),
        (OVERTAKEN, "sudan-saf", REGAINED),
        (REGAINED, "lna", REGAINED),
        (OVERTAKEN, "lna", OVERTAKEN),
        (OVERTAKEN, "turkey", REGAINED),
        (REGAINED, "other:ألوية العمالقة", REGAINED),
        (REGAINED, "", REGAINED),
        ("Armed clash", "is", "Armed clash"),
        ("Non-violent transfer of territory", "is", "Non-violent transfer of territory"),
    ],
)
def test_who_takes_ground_says_what_it_is_called(told: str, taker: str, named: str) -> None:
    """States regain, armed groups overtake; two who each call themselves the state are left to the words."""
    choice = Choice(told, None, 0.7)
    assert by_who_takes_it(choice, taker) == choice._replace(value=named)


def test_ground_under_fire_is_not_taken() -> None:
    """What forces hold by their fire alone is fought for still."""
    text = "سيطرت القوات الحكومية اليمنية مساء الجمعة على مطار الحديدة نارياً بعد معارك مع الحوثيين."
    coded = Coder().code(Report(report_id="r", text=text, published_on=date(2018, 6, 15)))
    assert [event.sub_event_type for event in coded.events] == ["Armed clash"]
