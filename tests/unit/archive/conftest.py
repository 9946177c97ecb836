"""Archives with pages and files of several kinds."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from tests.unit.archive.made import Clock, exchange, http, response

from marsad.archive import Archive, Writer


@pytest.fixture
def writer(tmp_path: Path) -> Writer:
    """A writer into an empty folder."""
    return Writer(tmp_path / "archive", who="Salma", now=Clock())


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with all that there can be: pages, redirects, versions, files of two days, notes, a stamp."""
    folder = tmp_path_factory.mktemp("filled")
    clock = Clock()
    writer = Writer(folder / "archive", who="سلمى", now=clock)
    url = "https://example.org/خبر"
    writer.add_response(response(url, "قصف على ذيبان".encode()))
    writer.add_response(response(url, "قصف على ذيبان، تحديث".encode(), "200 OK", "Content-Encoding: gzip"))
    writer.add_response(response(url, "قصف على ذيبان، تحديث".encode(), "200 OK", "Content-Encoding: gzip"))
    writer.add_response(response(url, b"gone", "410 Gone"))
    moved = exchange("https://example.org/old", http(b"", "301 Moved", "Location: /new"))
    writer.add_response(response("https://example.org/new", b"moved", redirects=(moved,)))
    source = folder / "رسالة.txt"
    source.write_text("اعتقلت قسد أربعة أشخاص في بلدة الشحيل أمس.", encoding="utf-8")
    writer.add_file(source)
    clock.at += timedelta(days=1)
    writer.add_file(source, name="بريد/رسالة.txt")
    writer.note("code", item=next(iter(Archive(folder / "archive").items())).id, details={"events": 1})
    writer.stamp("http://tsa.example/", lambda statement: b"token of " + statement)
    return folder / "archive"


@pytest.fixture
def copy(filled: Path, tmp_path: Path) -> Callable[[], Path]:
    """Give copies of the filled archive to damage."""
    numbers = itertools.count()
    return lambda: Path(shutil.copytree(filled, tmp_path / f"copy{next(numbers)}"))
