"""What tests of the cluster share: reports of three months, and a runner that needs no other process."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from marsad.model.report import Report

TEXT = "قُتل عنصران من قوات سوريا الديمقراطية بهجوم لتنظيم داعش على حاجز في بلدة ذيبان شرقي دير الزور أمس."


@pytest.fixture
def reports():
    """Reports in no order of time, one without a day, one with half an emoji."""
    days = [date(2024, 3, 20), date(2024, 1, 5), None, date(2024, 3, 21), date(2024, 2, 2)]
    made = [Report(report_id=f"r{number}", text=TEXT, published_on=day) for number, day in enumerate(days)]
    moment = datetime(2024, 3, 22, 10, 30, tzinfo=UTC)
    made.append(
        Report(
            report_id="odd \ud83d",
            text=TEXT + " \ud83d",
            headline="هجوم",
            outlet="مرصد",
            published_at=moment,
            published_on=moment.date(),
            url="https://news.example/1",
            sha256="ab",
            edited="unknown",
            extent="summary",
        )
    )
    return made


class Here:
    """Calls functions in this process."""

    def each(self, function, pieces):
        """Call a function for one piece after another."""
        for piece in pieces:
            try:
                yield piece, function(piece)
            except Exception as error:  # noqa: BLE001 - as Dask hands on whatever was raised
                yield piece, error


@pytest.fixture
def here():
    """A runner in this process."""
    return Here()
