"""The workbench for tests: its scripts and fonts fetched, a store of reports of our own, people of every role."""

from __future__ import annotations

import importlib.util
import os
import tempfile
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

from filelock import FileLock

from marsad.export import to_record
from marsad.model.report import Report
from marsad.pipeline import Coder
from marsad.serve.passwords import hashed
from marsad.store import CodedBy, Keeping, Store
from marsad.store.accounts import ROLES, User, add_user, user_named
from marsad.store.sessions import start_session

__all__ = ["PASSWORD", "REPORTS", "events_of", "fetched", "fill", "script", "session_of"]

ROOT = Path(__file__).parents[1]
PASSWORD = "four words apart"

REPORTS = (
    Report(
        report_id="r1",
        headline="قصف على سوق في بلدة ذيبان",
        text="قُتل ثلاثة مدنيين وأصيب 7 آخرون أمس، إثر قصف مدفعي لقوات النظام "
        "على سوق بلدة ذيبان شرق دير الزور، وفق ناشطين.",
        published_on=date(2018, 3, 20),
        outlet="شبكة ضفاف",
        url="https://example.org/r1",
    ),
    Report(
        report_id="r2",
        headline="حملة اعتقالات",
        text="اعتقلت قسد أربعة أشخاص في مدينة الرقة اليوم.\nوفي خبر آخر، انفجرت عبوة ناسفة بسيارة عسكرية لقسد "
        "قرب بلدة الشدادي ما أدى إلى مقتل عنصرين.",
        published_on=date(2021, 5, 2),
        outlet="شبكة ضفاف",
    ),
    Report(
        report_id="م/3 ؟",
        headline="🚨🚨 عاجل: غارة (Su-24) على إدلب",
        text="😢 شنّت طائرة روسية من نوع Su-24 غارةً على محيط مدينة إدلب صباح اليوم 🛩️، وقُتِلَ مَدَنِيّانِ بحسب الدفاع المدني.",
        published_on=date(2019, 6, 4),
        outlet="راديو Rozana <b>",
    ),
    Report(
        report_id="r4",
        headline="الطقس",
        text="توقعت الأرصاد الجوية هطول أمطار غزيرة على الساحل.",
        published_on=date(2020, 1, 5),
        outlet="نشرة الساحل",
    ),
)
"""Written for these tests: one event, two events, signs beyond the first plane and marks on letters, no event."""


def script(name: str) -> ModuleType:
    """Return one of the scripts in web/ as a module."""
    spec = importlib.util.spec_from_file_location(f"web_{name}", ROOT / "web" / f"{name}.py")
    if spec is None or spec.loader is None:
        raise RuntimeError(f"web/{name}.py is missing.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def fetched(kind: str) -> Path:
    """Return the folder of what npm brings, fetched first where it is not there."""
    fetch = script("fetch")
    with FileLock(Path(tempfile.gettempdir()) / f"marsad-web-{os.geteuid()}.lock"):
        fetch.fetch(kind)
    return {"pages": fetch.PAGES, "tests": fetch.TESTS}[kind]


def fill(store: Store, *, reports: tuple[Report, ...] = REPORTS) -> None:
    """Code the reports into a store, and add a person of every role with the role as the name."""
    coder = Coder()
    by = CodedBy(coder_version="1", resources_version="w", gazetteer=coder.gazetteer.name)
    store.keep([Keeping(report=report, record=to_record(coder.code(report), report=report)) for report in reports], by)
    kept = hashed(PASSWORD)
    with store.writing() as connection:
        for role in ROLES:
            add_user(connection, role, role, who="tester", password=kept)


def session_of(store: Store, name: str) -> str:
    """Sign somebody in and return the token."""
    with store.writing() as connection:
        user: User | None = user_named(connection, name)
        if user is None:
            raise RuntimeError(f"There is nobody called {name}.")
        return start_session(connection, user, address="127.0.0.1", agent="test")


def events_of(store: Store, report_id: str) -> list[dict[str, Any]]:
    """Return the events of the newest coding of a report."""
    events: list[dict[str, Any]] = store.codings(report_id)[-1].record["events"]
    return events
