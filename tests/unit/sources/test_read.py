from datetime import date
from pathlib import Path

import pytest

from marsad.errors import ResourceError
from marsad.lexicon.load import RESOURCES
from marsad.sources import check_sources, read_sources

GOOD = """
[[source]]
id = "wadi"
names = ["مرصد الوادي", "Wadi Monitor"]
kind = "telegram"
country = "SY"
side = "sdf"

[[source.reliability]]
grade = "B"
valid_to = 2023-12-31

[[source.reliability]]
grade = "C"
valid_from = 2024-01-01

[[source.feed]]
telegram = "alwadi_news"

[[source.feed]]
folder = "exports"

[[source]]
id = "furat"
names = ["شبكة الفرات"]
kind = "site"

[[source.feed]]
rss = "https://furat.example/feed"
"""


@pytest.fixture
def file(tmp_path):
    """Write a registry."""

    def write(text: str) -> Path:
        path = tmp_path / "sources.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def problems(path):
    return [
        (problem.line, problem.entry_id, f"{problem.problem} {problem.remedy}") for problem in check_sources(path)[1]
    ]


def test_a_registry_is_read(file, tmp_path):
    """Sources in their order, found by any name as reports spell it, or by id."""
    registry = read_sources(file(GOOD))
    assert [source.name for source in registry.sources] == ["مرصد الوادي", "شبكة الفرات"]
    assert registry.find("مرصد  الوادى").id == "wadi"
    assert registry.find("wadi monitor").id == registry.find("wadi").id == "wadi"
    assert registry.find("لا أحد") is None
    first, second = registry.sources[0].feed
    assert (first.kind, first.address) == ("telegram", "https://t.me/s/alwadi_news")
    assert registry.path(second) == tmp_path / "exports"


def test_grades_hold_on_their_days(file):
    """A source is relied on as far as was said for the day; where nobody said, it cannot be judged."""
    wadi, furat = read_sources(file(GOOD)).sources
    assert [wadi.grade(date(year, 6, 1)) for year in (2020, 2023, 2024)] == ["B", "B", "C"]
    assert (wadi.grade(date(2023, 12, 31)), wadi.grade(date(2024, 1, 1))) == ("B", "C")
    assert furat.grade(date(2024, 1, 1)) == "F"


def test_the_example_is_a_good_one():
    """The registry that comes along breaks no rule."""
    registry, found = check_sources(RESOURCES / "sources.example.toml")
    assert found == []
    assert len(registry.sources) >= 6


@pytest.mark.parametrize(
    ("old", "new", "line", "entry", "says"),
    [
        ('kind = "telegram"', 'kind = "channel"', 5, "wadi", "'monitor'"),
        ('kind = "telegram"\n', "", 2, "wadi", "kind is missing"),
        ('country = "SY"', 'country = "Syria"', 6, "wadi", "two capital letters"),
        ('country = "SY"', 'country = "QQ"', 6, "wadi", "is none"),
        ('country = "SY"', 'timezone = "Damascus"', 6, "wadi", "Asia/Damascus"),
        ('country = "SY"', 'contry = "SY"', 6, "wadi", "no key"),
        ('side = "sdf"', 'side = "sdff"', 7, "wadi", "perhaps sdf"),
        ('grade = "C"', 'grade = "G"', 14, "wadi", "'A', 'B'"),
        ("valid_from = 2024-01-01", "valid_from = 2023-06-01", 9, "wadi", "same day"),
        ('telegram = "alwadi_news"', 'telegram = "@wadi"', 18, "wadi", "without @"),
        ('folder = "exports"', 'folder = "exports"\nmail = "mail"', 20, "wadi", "folder and mail"),
        ('id = "furat"', 'id = "wadi"', 24, "wadi", "belongs to wadi"),
        ('["شبكة الفرات"]', '["مرصد الوادى"]', 25, "furat", "belongs to wadi"),
        ("https://furat.example/feed", "furat.example/feed", 29, "furat", "whole address"),
        ('rss = "https://furat.example/feed"', 'list = "https://furat.example/"', 28, "furat", "needs match"),
        ('kind = "site"', 'kind = "site', 26, None, "no TOML"),
    ],
)
def test_what_is_wrong_is_named(file, old, new, line, entry, says):
    """Every problem names its line, its source, and what to write instead."""
    assert old in GOOD
    ((found_line, found_entry, message),) = problems(file(GOOD.replace(old, new)))
    assert (found_line, found_entry) == (line, entry)
    assert says in message


def test_all_problems_are_told_at_once(file):
    """In the order of their lines; reading ends with the first and says how many more there are."""
    path = file(GOOD.replace('"telegram"', '"x"').replace('kind = "site"', 'kind = "y"'))
    assert [line for line, _, _ in problems(path)] == [5, 26]
    with pytest.raises(ResourceError, match=r"line 5.*1 more"):
        read_sources(path)


def test_a_missing_file_is_told(tmp_path):
    """The remedy is to look at its name."""
    assert "name" in check_sources(tmp_path / "none.toml")[1][0].remedy
