"""Incidents for tests of alerts: arrests that became many in the last four weeks, told by two outlets throughout."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from tests.web import fetched, fill

from marsad.gazetteer import load
from marsad.incidents.linker import Linker
from marsad.model.report import Report
from marsad.store import Store, open_store
from marsad.store.accounts import user_named
from marsad.store.saved_searches import save_search

__all__ = ["LAST", "SEARCHES", "fill_rising", "rising_store"]

LAST = date(2024, 6, 30)
_WEEKS = (*[3] * 8, *[11] * 4)
_TOWNS = (
    "ذيبان", "الشحيل", "هجين", "البصيرة", "الكسرة", "غرانيج", "أبو حمام", "الكشكية", "الباغوز", "السوسة", "الشعفة",
)  # fmt: skip
_TOLD = (
    ("شبكة ضفاف", "اعتقلت قسد {number} أشخاص اليوم في بلدة {town} شرق دير الزور."),
    (
        "نشرة الساحل",
        (
            "داهمت دورية تابعة لقوات سوريا الديمقراطية منازل في {town} صباح اليوم واعتقلت {number} من السكان "
            "واقتادتهم إلى جهة مجهولة، على ما روى أهالٍ من المنطقة."
        ),
    ),
)
SEARCHES = {
    "اعتقالات دير الزور": "/explore?kind=Arrests&area=SY09",
    "إدلب": "/explore?area=SY07",
    "كلمة": "/explore?q=%D9%82%D8%B5%D9%81&area=SY09",
}
"""One that rises, one of which nothing is told, and one that is no search of a trend."""


def fill_rising(store: Store, *owners: str) -> None:
    """Code and link the reports into a store with a person of every role, and save the searches for some of them."""
    fill(store, reports=tuple(_reports()))
    Linker(store, load()).link()
    with store.writing() as connection:
        for owner in owners:
            user = user_named(connection, owner)
            assert user is not None
            for name, address in SEARCHES.items():
                save_search(connection, user, name, address)


def _reports() -> Iterator[Report]:
    first = LAST - timedelta(days=7 * len(_WEEKS) - 1)
    for week, count in enumerate(_WEEKS):
        for act in range(count):
            day = first + timedelta(days=7 * week + act * 7 // count)
            town = _TOWNS[(act + 4 * week) % len(_TOWNS)]
            for outlet, text in _TOLD:
                yield Report(
                    report_id=f"{outlet}-{week}-{act}", headline=f"اعتقالات في {town}",
                    text=text.format(number=("ثلاثة", "أربعة", "خمسة", "ستة")[(act + week) % 4], town=town),
                    published_on=day, outlet=outlet,
                )  # fmt: skip


def rising_store(path: Path, *owners: str) -> Path:
    """Make a store in which arrests rise, with searches of some people, for tests to copy; say where it is."""
    fetched("pages")
    with open_store(path, who="tester", create=True) as store:
        fill_rising(store, *owners)
    return path
