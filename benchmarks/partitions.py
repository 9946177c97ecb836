"""What parting the table of events by year would bring: the store's questions to both ways, and what each one costs.

    python -m benchmarks.partitions postgresql://... [--rounds 10]

Takes a store that `benchmarks.big_store` filled, copies its events into a table that is parted by the year of their
first day, with the same indexes, asks both, and drops the copy. Milliseconds of CPU of the server at the median.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from sqlalchemy import Connection, text

from marsad.store import open_store
from marsad.store.engine import writing

__all__ = ["QUESTIONS", "main"]

QUESTIONS: dict[str, str] = {
    "events of the 20 reports of a page": "SELECT number FROM {t} WHERE coding_key IN ({codings})",
    "400 events by key, as linking asks": "SELECT number, status FROM {t} WHERE event_key IN ({events})",
    "an event by its id": "SELECT event_key FROM {t} WHERE event_id = 'made-{one}#0'",
    "reports with an event in one month": "SELECT count(DISTINCT coding_key) FROM {t} "
    "WHERE date_end >= '2019-05-01' AND date_start <= '2019-05-31'",
    "reports with an event in a unit": "SELECT count(DISTINCT coding_key) FROM {t} WHERE admin1 = 'SY09'",
    "a unit, one year": "SELECT count(DISTINCT coding_key) FROM {t} WHERE admin1 = 'SY09' "
    "AND date_end >= '2019-01-01' AND date_start <= '2019-12-31'",
    "events in a box": "SELECT count(*) FROM {t} WHERE point && ST_MakeEnvelope(36, 35, 36.5, 35.5, 4326)",
    "count by month": "SELECT date_start, date_end, date_precision, count(*), sum(killed_best) FROM {t} "
    "GROUP BY 1, 2, 3",
}
_FIRST, _LAST = 2011, 2027


def _part(connection: Connection) -> float:
    began = time.perf_counter()
    run = connection.exec_driver_sql
    run("CREATE TABLE events_by_year (LIKE events INCLUDING GENERATED) PARTITION BY RANGE (date_start)")
    for year in range(_FIRST, _LAST):
        run(f"CREATE TABLE events_of_{year} PARTITION OF events_by_year FOR VALUES FROM ('{year}') TO ('{year + 1}')")
    run("CREATE TABLE events_of_no_year PARTITION OF events_by_year DEFAULT")
    told = "SELECT column_name FROM information_schema.columns WHERE table_name = 'events' AND is_generated = 'NEVER'"
    names = ", ".join(connection.scalars(text(f"{told} ORDER BY ordinal_position")))
    run(f"INSERT INTO events_by_year ({names}) SELECT {names} FROM events")
    made = "SELECT pg_get_indexdef(indexrelid) FROM pg_index WHERE indrelid = 'events'::regclass"
    for number, definition in enumerate(connection.scalars(text(made)).all()):
        # none is unique: that of a parted table would have to hold the day
        run(f"CREATE INDEX by_year_{number} ON events_by_year {definition[definition.index('USING') :]}")
    run("ANALYZE events_by_year")
    return time.perf_counter() - began


def _used(pid: int) -> int:
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def _asked(connection: Connection, table: str, question: str, rounds: int) -> tuple[float, float]:
    """Return milliseconds of CPU and on the clock."""
    pid, chance = int(connection.scalar(text("SELECT pg_backend_pid()")) or 0), random.Random(3)
    most = int(connection.scalar(text("SELECT max(event_key) FROM events")) or 0)
    clocks, before = [], 0
    for turn in range(rounds + 1):
        if turn == 1:  # the first one warms up
            before = _used(pid)
        keys = [", ".join(str(chance.randint(1, most)) for _ in range(count)) for count in (20, 400)]
        began = time.perf_counter()
        asked = question.format(t=table, codings=keys[0], events=keys[1], one=chance.randint(1, most))
        connection.exec_driver_sql(asked).all()
        clocks.append(1000 * (time.perf_counter() - began))
    return 1000 * (_used(pid) - before) / os.sysconf("SC_CLK_TCK") / rounds, median(clocks[1:])


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("store")
    parser.add_argument("--rounds", type=int, default=10)
    args = parser.parse_args(arguments)
    with open_store(args.store) as store:
        with writing(store.engine) as connection:
            print(f"parted in {_part(connection):.0f} s")
        try:
            with store.engine.connect() as connection:
                for name, question in QUESTIONS.items():
                    rounds = args.rounds if "count" in question else 20 * args.rounds
                    whole, parted = (
                        _asked(connection, table, question, rounds) for table in ("events", "events_by_year")
                    )
                    print(f"{name:40}{whole[0]:9.2f}{parted[0]:9.2f}   clock {whole[1]:9.2f}{parted[1]:9.2f}")
        finally:
            with writing(store.engine) as connection:
                connection.exec_driver_sql("DROP TABLE events_by_year")
    return 0


if __name__ == "__main__":
    sys.exit(main())
