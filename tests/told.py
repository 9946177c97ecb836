"""Incidents for tests of the workbench: reports of one strike by several outlets, and what is easily taken for it."""

from __future__ import annotations

from datetime import date

from tests.web import fill

from marsad.gazetteer import load
from marsad.incidents.linker import Linker
from marsad.incidents.view import records
from marsad.model.report import Report
from marsad.store import Store
from marsad.store.question import Question

__all__ = ["TOLD", "fill_incidents", "telling"]

_COPY = (
    "استهدفت طائرة حربية تابعة لقوات النظام سوق الخضار في مدينة الميادين شرق دير الزور ظهر اليوم، ما أدى إلى مقتل "
    "خمسة مدنيين بينهم طفلان وإصابة تسعة آخرين، نقلوا إلى المشفى الميداني، فيما لا تزال فرق الإنقاذ ترفع الأنقاض."
)

TOLD = (
    Report(
        report_id="s1",
        headline="قتلى مدنيون بغارة على سوق الخضار في الميادين",
        text=_COPY,
        published_on=date(2017, 5, 8),
        outlet="شبكة ضفاف",
        url="https://example.org/s1",
    ),
    Report(
        report_id="s2",
        headline="غارة على سوق الخضار في الميادين",
        text=_COPY,
        published_on=date(2017, 5, 8),
        outlet="نشرة الساحل",
    ),
    Report(
        report_id="s3",
        headline="ارتفاع حصيلة الغارة على سوق الميادين",
        text="ارتفعت حصيلة القصف الجوي لقوات النظام على سوق الخضار في مدينة الميادين أمس إلى سبعة قتلى مدنيين وأحد عشر "
        "جريحاً، بحسب الدفاع المدني.",
        published_on=date(2017, 5, 9),
        outlet="وكالة الجزيرة السورية",
    ),
    Report(
        report_id="s4",
        headline="الميادين",
        text="قتل ثمانية مدنيين في غارة جوية روسية على سوق الخضار في مدينة الميادين يوم أمس، "
        "وفق المرصد السوري لحقوق الإنسان.",
        published_on=date(2017, 5, 9),
        outlet="راديو البادية",
    ),
    Report(
        report_id="s5",
        headline="قصف على أطراف الميادين",
        text="قصفت طائرات قوات النظام أطراف مدينة الميادين شرق دير الزور اليوم، ما أدى إلى مقتل مدني واحد.",
        published_on=date(2017, 5, 10),
        outlet="شبكة ضفاف",
    ),
    Report(
        report_id="s6",
        headline="اعتقالات في الشحيل",
        text="اعتقلت قسد ثلاثة أشخاص في بلدة الشحيل شرق دير الزور اليوم.",
        published_on=date(2021, 3, 2),
        outlet="شبكة ضفاف",
    ),
)
"""Written for these tests: a strike told twice in the same words, once with a higher toll and once of another party."""


def fill_incidents(store: Store) -> None:
    """Code and link the reports into a store, and add a person of every role."""
    fill(store, reports=TOLD)
    Linker(store, load()).link()


def telling(store: Store, report_id: str) -> str:
    """Return the id of the incident that a report tells."""
    with store.reading() as connection:
        (found,) = {
            record["incident_id"]
            for record in records(connection, Question())
            if any(member["report_id"] == report_id for member in record["members"])
        }
    return str(found)
