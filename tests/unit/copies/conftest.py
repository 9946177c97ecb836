"""Reports in the manner of channels and agencies, for the tests of copies."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from marsad.model.report import Report

WIRE = (
    "قُتل ثلاثة مدنيين وأصيب سبعة آخرون بقصف مدفعي استهدف سوق بلدة سرمين شرقي إدلب صباح اليوم الأحد.\n"
    "وقال مراسل وكالة الزاجل إن القذائف سقطت قرب مدرسة للبنات وألحقت أضراراً بعدد من المحال التجارية.\n"
    "وتوقفت الدراسة في البلدة حتى إشعار آخر خشية تجدد القصف."
)
REWORDED = (
    "لقي ثلاثة مدنيين مصرعهم وجُرح سبعة آخرون جراء قصف بالمدفعية طال سوق بلدة سرمين شرق إدلب صباح الأحد.\n"
    "وذكر مراسل وكالة الزاجل أن القذائف وقعت قرب مدرسة للبنات وسببت أضراراً في عدد من المحال التجارية.\n"
    "وعلقت الدراسة في البلدة حتى إشعار آخر خوفاً من تكرار القصف."
)
WITNESS = (
    "كنت أشتري الخبز حين اهتز المكان، تقول أم وليد، ورأيت ابن الجيران ملقى عند باب الفرن.\n"
    "حملناه على بطانية إلى النقطة الطبية ولم يكن فيها سوى ممرضة واحدة."
)
NEXT_DAY = (
    "قُتل خمسة مدنيين وأصيب تسعة آخرون بقصف مدفعي استهدف سوق بلدة النيرب شرقي إدلب صباح اليوم الاثنين.\n"
    "وقال مراسل وكالة الزاجل إن القذائف سقطت قرب مدرسة للبنين وألحقت أضراراً بعدد من المحال التجارية.\n"
    "وتوقفت الدراسة في البلدة حتى إشعار آخر خشية تجدد القصف."
)


@pytest.fixture
def wire() -> str:
    return WIRE


@pytest.fixture
def reworded() -> str:
    return REWORDED


@pytest.fixture
def witness() -> str:
    return WITNESS


@pytest.fixture
def next_day() -> str:
    return NEXT_DAY


@pytest.fixture
def report():
    """Make a report: id, text, outlet, and the moment or day of publication in ISO 8601."""

    def make(report_id: str, text: str, outlet: str = "", published: str = "2021-03-07", **more: str) -> Report:
        moment = datetime.fromisoformat(published) if "T" in published else None
        day = date.fromisoformat(published[:10]) if published else None
        return Report(
            report_id=report_id, text=text, outlet=outlet or None, published_on=day, published_at=moment, **more
        )

    return make
