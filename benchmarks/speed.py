"""Reports a second on one core, memory, cold start, and whether time grows with length alone.

    python -m benchmarks.speed [REPORTS.jsonl[.gz]] [--limit 2000] [--places DIR] [--json]

A line of REPORTS is an object with "text" and, where known, "title" and "published". Without a file the reports are
made up: sentences written for this purpose, drawn by a fixed seed. Set MARSAD_CACHE to a new folder to time the very
first start, which compiles word lists and places.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

from rich.console import Console
from rich.table import Table

from marsad.model.report import Report
from marsad.pipeline import Coder
from marsad.settle import settle

__all__ = ["growth", "made_up", "main", "read_reports", "throughput"]

_SENTENCES = (
    "قُتل ثلاثة عناصر من قوات سوريا الديمقراطية بهجوم شنه مسلحون يعتقد أنهم من خلايا داعش في بلدة ذيبان أمس الثلاثاء.",
    "وقصفت مدفعية القوات التركية قرى في محيط بلدة عين عيسى شمال الرقة، دون ورود معلومات عن إصابات.",
    "وقال مصدر محلي إن الأهالي يعانون من نقص في مياه الشرب منذ أسابيع.",
    "وعقد مجلس المدينة اجتماعاً لبحث أوضاع الأفران والمحروقات، وحضره عدد من الوجهاء.",
    "واعتقلت قوى الأمن الداخلي سبعة أشخاص خلال حملة دهم في حي غويران بمدينة الحسكة، وفق مصدر أمني.",
    "وشن الطيران الحربي غارتين على أطراف مدينة جسر الشغور بريف إدلب، ما أسفر عن إصابة خمسة مدنيين بينهم طفلان.",
    "وأضاف المصدر أن الحركة التجارية تراجعت في الأسواق مع ارتفاع الأسعار.",
    "وانفجر لغم أرضي بسيارة مدنية على الطريق الواصل بين البوكمال والميادين، فقتل سائقها وأصيب مرافقه.",
    "وتظاهر العشرات في مدينة السويداء للمطالبة بالإفراج عن المعتقلين.",
    "وكان المرصد قد وثق في وقت سابق انسحاب رتل من أربع عشرة آلية باتجاه قاعدة الشدادي.",
    "ويرى محللون أن المنطقة مقبلة على تصعيد إذا فشلت المحادثات الجارية.",
    "وفي سياق متصل، أعلنت وزارة الداخلية ضبط مستودع أسلحة في قرية بريف درعا الشرقي دون مقاومة.",
)


def made_up(count: int, length: int = 1800, seed: int = 7) -> Iterator[Report]:
    """Yield reports of about `length` characters; numbers in them differ, so that no memo helps unduly."""
    chance = random.Random(seed)
    for number in range(count):
        parts: list[str] = []
        size = 0
        while size < length:
            sentence = chance.choice(_SENTENCES).replace("أربع عشرة", str(chance.randrange(3, 900)))
            parts.append(sentence)
            size += len(sentence) + 1
        yield Report(
            report_id=f"made-{number}",
            headline=parts[0][:60],
            text="\n".join(parts),
            published_on=date(2025, 1 + number % 12, 1 + number % 28),
        )


def _open(path: Path) -> TextIO:
    return gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")


def read_reports(path: Path, limit: int) -> Iterator[Report]:
    """Yield `limit` reports from all over a JSONL file, packed or not: files are often sorted by subject."""
    with _open(path) as lines:
        step = max(1, sum(1 for _ in lines) // limit)
    with _open(path) as lines:
        chosen = list(islice(enumerate(lines), 0, step * limit, step))
    for number, line in chosen:
        value = json.loads(line)
        published = value.get("published") or value.get("date")
        yield Report(
            report_id=str(value.get("id", number)),
            headline=value.get("title") or "",
            text=value["text"],
            published_on=date.fromisoformat(published[:10]) if published else None,
        )


def throughput(coder: Coder, reports: Sequence[Report]) -> dict[str, float]:
    """Code reports one after the other and return their rate; the first tenth warms the memos of words untimed."""
    warming = len(reports) // 10
    for report in reports[:warming]:
        coder.code(report)
    settle()  # as the command does
    reports = reports[warming:]
    times = []
    events = 0
    for report in reports:
        start = time.process_time()
        events += len(coder.code(report).events)
        times.append(time.process_time() - start)
    total, ordered = sum(times), sorted(times)
    characters = sum(len(report.source_text) for report in reports)
    return {
        "reports": len(reports),
        "characters_a_report": round(characters / len(reports)),
        "reports_a_second": round(len(reports) / total, 1),
        "milliseconds_a_report": round(1000 * total / len(reports), 2),
        "milliseconds_median": round(1000 * ordered[len(ordered) // 2], 2),
        "milliseconds_99_percent": round(1000 * ordered[int(len(ordered) * 0.99)], 2),
        "events_a_report": round(events / len(reports), 2),
    }


def growth(coder: Coder, lengths: Sequence[int] = (10_000, 100_000, 1_000_000)) -> list[dict[str, float]]:
    """Code one report of each length and return seconds, and microseconds a character: level when growth is linear."""
    rows = []
    for length in lengths:
        (report,) = made_up(1, length)
        start = time.process_time()
        coder.code(report)
        taken = time.process_time() - start
        rows.append(
            {
                "characters": len(report.text),
                "bytes": len(report.text.encode()),
                "seconds": round(taken, 3),
                "microseconds_a_character": round(1e6 * taken / len(report.text), 2),
            }
        )
    return rows


def cold_start(places: Path | None) -> float:
    """Return the seconds from starting Python to the first coded report, in a process of its own."""
    program = (
        "import sys; from pathlib import Path; from benchmarks.speed import made_up; from marsad.pipeline import Coder;"
        "places = Path(sys.argv[1]) if len(sys.argv) > 1 else None;"
        "Coder(places=places).code(next(made_up(1)))"
    )
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", program, *([str(places)] if places else [])], check=True)
    return round(time.perf_counter() - start, 2)


def peak_memory() -> float:
    """Return the most memory this process has held, in MiB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / (1024 * 1024 if sys.platform == "darwin" else 1024), 1)


def measure(reports: Sequence[Report], places: Path | None) -> dict[str, Any]:
    """Return every figure of the page."""
    out: dict[str, Any] = {"first_start_seconds": cold_start(places), "cold_start_seconds": cold_start(places)}
    coder = Coder(places=places)
    out["throughput"] = throughput(coder, reports)
    out["peak_memory_mib"] = peak_memory()
    out["growth"] = growth(coder)
    out["peak_memory_after_1_mb_report_mib"] = peak_memory()
    return out


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("reports", type=Path, nargs="?")
    parser.add_argument("--limit", type=int, default=2000)
    parser.add_argument("--places", type=Path, help="a folder of gazetteer files to use beside the built-in places")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args(arguments)
    reports = list(read_reports(args.reports, args.limit) if args.reports else made_up(args.limit))
    out = measure(reports, args.places)
    if args.json:
        print(json.dumps(out))
        return
    console = Console()
    table = Table("measure", "value")
    for name, value in out["throughput"].items():
        table.add_row(name.replace("_", " "), str(value))
    for name, value in out.items():
        if not isinstance(value, dict | list):
            table.add_row(name.replace("_", " "), str(value))
    console.print(table)
    table = Table(*(name.replace("_", " ") for name in out["growth"][0]))
    for row in out["growth"]:
        table.add_row(*map(str, row.values()))
    console.print(table)


if __name__ == "__main__":
    main()
