"""How fast a store takes reports in, and how fast it answers.

    python -m benchmarks.search [--store STORE] [--reports 100000] [--from FILES] [--rounds 5] [--json]

Without --from, reports are made up: sentences written for this purpose with places from the built-in gazetteer, days
over fifteen years and invented outlets, each with the record of some events, drawn by a fixed seed. With --from, the
reports of files and folders are kept uncoded. A store that holds reports already is asked as it is. Each question is
asked --rounds times in an order drawn by the seed, with twenty hits, marked words and all counts. Given are
milliseconds on the clock, and of CPU: of this process, and of a PostgreSQL on this machine, told by hundredths of a
second.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import fields
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from rich.console import Console
from rich.table import Table

from benchmarks.asking import cpu_seconds, servers_of
from marsad import gazetteer
from marsad.model.report import Report
from marsad.model.what import EVENT_TYPES
from marsad.model.where import Place
from marsad.read import ReadProblem, read
from marsad.store import Box, CodedBy, Filters, Keeping, Store, open_store

__all__ = ["QUESTIONS", "ask", "fill", "made_up", "main"]

_SENTENCES = (
    "قُتل {n} عناصر من قوات سوريا الديمقراطية بهجوم شنه مسلحون يعتقد أنهم من خلايا داعش في بلدة {a} أمس.",
    "وقصفت مدفعية القوات التركية قرى في محيط {a} شمال {b}، دون ورود معلومات عن إصابات.",
    "وقال مصدر محلي في {a} إن الأهالي يعانون من نقص في مياه الشرب منذ {n} أسابيع.",
    "وعقد مجلس مدينة {b} اجتماعاً لبحث أوضاع الأفران والمحروقات، وحضره {n} من الوجهاء.",
    "واعتقلت قوى الأمن الداخلي {n} أشخاص خلال حملة دهم في حي من أحياء {a}، وفق مصدر أمني.",
    "وشن الطيران الحربي غارتين على أطراف {a} بريف {b}، ما أسفر عن إصابة {n} مدنيين بينهم طفلان.",
    "وأضاف المصدر أن الحركة التجارية بين {a} و{b} تراجعت مع ارتفاع الأسعار بنسبة {n} بالمئة.",
    "وانفجر لغم أرضي بسيارة مدنية على الطريق الواصل بين {a} و{b}، فقتل سائقها وأصيب {n} من مرافقيه.",
    "وتظاهر العشرات في {a} للمطالبة بالإفراج عن {n} من المعتقلين.",
    "وانسحب رتل من {n} آلية من {b} باتجاه قاعدة قرب {a}.",
    "ويرى محللون أن {b} مقبلة على تصعيد إذا فشلت المحادثات الجارية منذ {n} أيام.",
    "وفي سياق متصل، أعلنت وزارة الداخلية ضبط مستودع أسلحة فيه {n} قذيفة في قرية قرب {a} دون مقاومة.",
    "ونصب مسلحون مجهولون حاجزاً على مدخل {a} واحتجزوا {n} من المارة ثم أطلقوا سراحهم.",
    "ودخلت قافلة مساعدات من {n} شاحنة إلى {b} عبر {a}، بحسب الدفاع المدني.",
)
_ACTORS = (
    "sdf", "is", "syr-gov", "syr-regime", "turkey", "sna", "hts", "israel", "houthi", "rsf", "civilians",
    "unidentified",
)  # fmt: skip
_STATUS = ("reported", "reported", "reported", "claimed", "disputed")
_FIRST = date(2011, 3, 15)

QUESTIONS: tuple[tuple[str, Filters], ...] = (
    ("داعش", Filters()),
    ("قسد", Filters()),
    ("لغم", Filters()),
    ("حاجز", Filters()),
    ("القوات التركية", Filters()),
    ('"القوات التركية"', Filters()),
    ('"الطيران الحربي" سراقب', Filters()),
    ("دير الزور", Filters()),
    ("ديرالزور", Filters()),
    ("إدلب", Filters()),
    ("الرقة لغم", Filters()),
    ("قصف*", Filters()),
    ("اعتقل*", Filters()),
    ("غارتين -مدنيين", Filters()),
    ("مساعدات الدفاع المدني", Filters()),
    ('"قافلة مساعدات"', Filters()),
    ("مستودع أسلحة", Filters(sub_event_type="Disrupted weapons use")),
    ("تظاهر", Filters(area="SY")),
    ("داعش", Filters(area="SY09")),
    ("داعش", Filters(actor="is", status="claimed")),
    ("قسد", Filters(box=Box(west=39, south=34, east=41, north=36))),
    ("لغم", Filters(published_from=date(2024, 1, 1), published_until=date(2024, 3, 31))),
    ("اعتقلت", Filters(outlet="منصة 3")),
    ("الطيران", Filters(happened_from=date(2019, 5, 1), happened_until=date(2019, 5, 31))),
    ("", Filters(area="SY07")),
    ("", Filters(box=Box(west=36, south=35, east=37, north=36), sub_event_type="Air/drone strike")),
    ("", Filters(actor="houthi", happened_from=date(2022, 1, 1))),
    ("", Filters(published_from=date(2025, 1, 1))),
    ("", Filters()),
    ("قذيفة 77", Filters()),
    ("كلمةلاتوجد", Filters()),
)
"""What people ask: words, names, phrases, beginnings, with and without filters; common and rare."""


def made_up(count: int, seed: int = 11) -> Iterator[Keeping]:
    """Yield reports of some 1,800 characters with the records of none to three events."""
    chance = random.Random(seed)
    known = gazetteer.load()
    places = [
        place
        for place in _rows_of(known)
        if place.latitude is not None and place.country in ("SY", "IQ", "YE", "SD", "LB")
    ]
    kinds = sorted(EVENT_TYPES)
    vocabulary = sorted({word for place in _rows_of(known) for word in place.name_ar.split()})
    chance.shuffle(vocabulary)
    for number in range(count):
        day = _FIRST + timedelta(days=chance.randrange(15 * 365))
        places_here = chance.choices(places, k=3)
        told = chance.sample(_SENTENCES, 3)
        text: list[str] = []
        while sum(map(len, text)) < 1750:
            a, b = chance.sample(places_here, 2)
            if len(text) < len(told):
                text.append(told[len(text)].format(a=a.name_ar, b=b.name_ar, n=chance.randrange(2, 900)))
            else:
                text.append(f"وجاء من {b.name_ar}: {' '.join(_drawn(chance, vocabulary, 12))}.")
        report = Report(
            report_id=f"made-{number}",
            headline=text[0][:70],
            text="\n".join(text),
            published_on=day,
            outlet=f"منصة {chance.randrange(40)}",
        )
        events = [
            _event(f"{report.report_id}#{at}", chance, chance.choice(kinds), place, day, text[at])
            for at, place in enumerate(places_here[: chance.choice((0, 0, 1, 1, 2, 3))])
        ]
        yield Keeping(report=report, record={"id": report.report_id, "events": events, "skipped": []})


def _rows_of(known: gazetteer.Gazetteer) -> Iterator[Place]:
    return (known.place(row) for row in range(len(known)))


def _drawn(chance: random.Random, vocabulary: Sequence[str], count: int) -> list[str]:
    """Draw words, some often and most seldom, as in any text."""
    return [vocabulary[int(len(vocabulary) * chance.random() ** 3)] for _ in range(count)]


def _event(event_id: str, chance: random.Random, kind: str, place: Place, day: date, said: str) -> dict[str, Any]:
    who, whom = chance.sample(_ACTORS, 2)
    happened = (day - timedelta(days=chance.randrange(3))).isoformat()
    killed = chance.choice((None, None, {"low": 1, "best": 1, "high": 1}))
    return {
        "event_id": event_id, "event_type": EVENT_TYPES[kind], "sub_event_type": kind,
        "side1": [who], "assist1": [], "side2": [whom], "assist2": [], "units": [],
        "place": {
            "name": place.name_ar, "country": place.country, "admin1": place.admin1, "precision": 1, "also": [],
            "place_id": place.place_id, "admin2": place.admin2, "admin3": place.admin3, "latitude": place.latitude,
            "longitude": place.longitude, "uncertainty_km": 1.0, "candidates": [],
        },
        "date": {"start": happened, "end": happened, "precision": 1, "reason": None},
        "killed": killed, "killed_civilians": None, "wounded": None, "detained": None, "abducted": None,
        "sources": [{"name": "مصدر محلي", "kind": "anonymous"}], "status": chance.choice(_STATUS),
        "evidence": said, "evidence_fields": [], "confidence": 0.8, "confidence_fields": {},
        "coder_version": "0", "resources_version": "0", "gazetteer": "embedded",
    }  # fmt: skip


def fill(store: Store, items: Iterator[Keeping], at_once: int = 100) -> tuple[int, float]:
    """Keep reports as `marsad code` does and return how many, and the seconds of CPU that keeping took here."""
    by = CodedBy(coder_version="0", resources_version="0", gazetteer="embedded")
    count, seconds = 0, 0.0
    while some := list(islice(items, at_once)):
        start = time.process_time()
        store.keep(some, by)
        seconds += time.process_time() - start
        count += len(some)
    return count, seconds


class Answer(NamedTuple):
    """One question asked once: its number, milliseconds on the clock and of processes, and reports found."""

    number: int
    clock: float
    process: float
    database: float
    reports: int

    @property
    def cpu(self) -> float:
        """Return milliseconds of CPU of this process and the database's."""
        return self.process + self.database


def ask(store: Store, rounds: int, seed: int = 3) -> list[Answer]:
    """Ask every question `rounds` times, in any order."""
    chance = random.Random(seed)
    order = [number for number in range(len(QUESTIONS)) for _ in range(rounds)]
    chance.shuffle(order)
    answers, servers = [], servers_of(store)
    for number in order:
        asked, filters = QUESTIONS[number]
        database = cpu_seconds(servers)
        clock, process = time.perf_counter(), time.process_time()
        hits = store.search(asked, filters)
        taken = (time.perf_counter() - clock, time.process_time() - process, cpu_seconds(servers) - database)
        answers.append(Answer(number, *(1000 * seconds for seconds in taken), hits.reports))
    return answers


def measure(store: Store, items: Iterator[Keeping], rounds: int) -> dict[str, Any]:
    """Return every figure of the page."""
    out: dict[str, Any] = {}
    if not store.told().counts["reports"]:
        count, seconds = fill(store, items)
        out |= {"kept": count, "kept_a_second_of_cpu": round(count / seconds)}
    counts = store.told().counts
    out |= {"reports": counts["reports"], "events": counts["events"]}
    answers = ask(store, rounds)
    for name in ("clock", "cpu"):
        times = sorted(getattr(answer, name) for answer in answers)
        out |= {
            f"milliseconds_{name}_median": round(statistics.median(times), 1),
            f"milliseconds_{name}_95_percent": round(times[int(0.95 * len(times))], 1),
            f"milliseconds_{name}_most": round(times[-1], 1),
        }
    out["questions"] = [
        _row(number, [answer for answer in answers if answer.number == number]) for number in range(len(QUESTIONS))
    ]
    return out


def _row(number: int, answers: Sequence[Answer]) -> dict[str, Any]:
    asked, filters = QUESTIONS[number]
    given = ((field.name, getattr(filters, field.name)) for field in fields(filters))
    return {
        "asked": asked,
        "filters": " ".join(f"{name}={value}" for name, value in given if value is not None),
        "reports": answers[0].reports,
        "clock": round(statistics.median([answer.clock for answer in answers]), 1),
        "process": round(statistics.median([answer.process for answer in answers]), 1),
        "database": round(statistics.mean([answer.database for answer in answers]), 1),
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Fill, measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--store", help="a store to fill and ask; a file in a temporary folder when left out")
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--from", dest="files", nargs="*", help="files and folders of reports, kept uncoded")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args(arguments)
    items = _kept(args.files) if args.files else made_up(args.reports)
    with tempfile.TemporaryDirectory() as folder:
        path = args.store or str(Path(folder) / "search.db")
        with open_store(path, create=True) as store:
            out = measure(store, items, args.rounds)
        if "://" not in path:
            out["megabytes"] = round(Path(path).stat().st_size / 1e6)
    if args.json:
        print(json.dumps(out, ensure_ascii=False))
        return
    console = Console()
    table = Table("measure", "value")
    for name, value in out.items():
        if not isinstance(value, list):
            table.add_row(name.replace("_", " "), f"{value:,}")
    console.print(table)
    table = Table(
        "asked", "filters", "reports", "ms on the clock", "ms of the process", "ms of the database, on average"
    )
    for row in out["questions"]:
        figures = (str(row[name]) for name in ("clock", "process", "database"))
        table.add_row(row["asked"], row["filters"], f"{row['reports']:,}", *figures)
    console.print(table)


def _kept(files: Sequence[str]) -> Iterator[Keeping]:
    return (Keeping(report=item) for item in read(files) if not isinstance(item, ReadProblem))


if __name__ == "__main__":
    main()
