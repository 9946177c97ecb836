"""The numbers of a made report are read back and counted anew: every one is what marsad.analyse counts."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from functools import cache

import docx
import pytest
from pypdf import PdfReader
from tests.unit.sitrep.conftest import FIRST, LAST

from marsad.analyse import Spec, count
from marsad.export.record import COUNTS
from marsad.sitrep import make, read_template
from marsad.wording import Tongue, label, unit_label

MARKS = str.maketrans("", "", "\u200e\u200f\u2066\u2067\u2068\u2069")
TONGUES = [Tongue(language="en"), Tongue(language="ar"), Tongue(language="ar", digits="arabic")]


@pytest.fixture(params=TONGUES, ids=["en", "ar", "ar-digits"])
def tongue(request):
    return request.param


@pytest.fixture(scope="module")
def files(situation, places):
    """Return the files of a report in a language, made once."""

    @cache
    def made(tongue, area="SY09"):
        return dict(make(situation(area=area), read_template(), [tongue], places))

    return made


def tables(data):
    """The tables of a DOCX as rows of plain text."""
    document = docx.Document(io.BytesIO(data))
    return [[[cell.text.translate(MARKS) for cell in row.cells] for row in table.rows] for table in document.tables]


def texts(data):
    return [paragraph.text.translate(MARKS) for paragraph in docx.Document(io.BytesIO(data)).paragraphs]


def numbers(text):
    """The numbers of a text, in whatever digits."""
    western = text.translate(str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")).replace("٬", "").replace(",", "")
    return [int(found) for found in re.findall(r"\d+", western)]


def test_each_table_is_counted_anew(files, gathered, tongue):
    """Units, kinds, actors and outlets: incidents, killed with bounds, wounded, without a figure; and the total."""
    found = [one for one in gathered().found if one.start]
    asked = Spec(by=(), people=COUNTS, since=FIRST, until=LAST, area="SY09")
    made = tables(files(tongue)[f"report.{tongue.language}.docx"])
    assert len(made) >= 4
    for rows, by in zip(made, ("admin2", "kind", "side1", "source"), strict=False):
        counts = count(found, replace(asked, by=(by,)), table="incidents")
        names = {
            "kind": lambda code: label("sub_event_type", code, tongue), "admin2": lambda code: unit_label(code, tongue),
        }.get(by)  # fmt: skip
        shown = {row[0]: [value for cell in row[1:] for value in numbers(cell)] for row in rows[1:]}
        expected = [told(row.tally, people=by != "source") for row in counts.rows]
        expected.append(told(counts.total, people=by != "source"))
        assert sorted(shown.values()) == sorted(expected)
        if names:
            for row in counts.rows:
                if not row.key[0].note:
                    assert shown[names(row.key[0].code)] == told(row.tally, people=True)


def test_what_nobody_tells_is_no_nought(files):
    """A row of incidents of which no report tells a figure has a dash, not 0."""
    rows = {row[0]: row[1:] for table in tables(files(TONGUES[0])["report.en.docx"]) for row in table}
    assert rows["Arrests"] == ["1", "–", "–", "–", "1"]
    assert rows["Armed clash"][:2] == ["2", "24"]


def told(tally, *, people):
    if not people:
        return [tally.number]
    killed, wounded = tally.figures["killed"], tally.figures["wounded"]
    deaths = [killed.best, killed.low, killed.high] if killed.untold < tally.number else []
    hurt = [wounded.best] if wounded.untold < tally.number else []
    return [tally.number, *deaths, *hurt, killed.untold]


def test_the_summary_is_counted_anew(files, gathered, tongue):
    """Each number of its sentences is one of the counts, in the order in which they are said."""
    found = [one for one in gathered().found if one.start]
    total = count(found, Spec(by=(), people=COUNTS, since=FIRST, until=LAST, area="SY09"), table="incidents")
    killed, wounded = total.total.figures["killed"], total.total.figures["wounded"]
    summary = next(text for text in texts(files(tongue)[f"report.{tongue.language}.docx"]) if "(" in text)
    assert (total.total.number, killed.low, killed.best, killed.high, killed.open) == (4, 31, 33, 35, 1)
    said = numbers(summary)
    for number in (killed.best, killed.low, killed.high):
        assert number in said
    four = {"en": "four incidents", "ar": "أربع حوادث"}[tongue.language]
    three = {"en": "three people wounded", "ar": "إصابة ثلاثة أشخاص"}[tongue.language]
    assert four in summary
    assert wounded.best == 3
    assert three in summary
    assert total.beside["may lie in SY09"].number == 1
    last_two = summary.translate(str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")).split(":")[-2:]
    assert [numbers(part)[0] for part in last_two] == [1, 1]


def test_figures_name_the_incidents_behind_them(files, tongue):
    """figures.json holds every count with its ids, and the ids are those of the record."""
    figures = json.loads(files(tongue)["figures.json"])
    assert figures["counts"]["total"]["total"]["ids"] == ["i-a", "i-c", "i-d", "i-e"]
    assert figures["counts"]["weeks"]["total"]["killed"]["best"] == 33
    assert (figures["reports"], figures["one_source"], figures["undated"]) == (6, 2, 1)
    assert figures["place_precision"] == {"1": 2, "2": 0, "3": 2}
    assert figures["notable"][0] == "i-c"


def test_pdf_and_docx_say_the_same(files):
    """The English PDF has every sentence and every row of the DOCX."""
    made = files(Tongue(language="en"))
    pages = "".join(page.extract_text() for page in PdfReader(io.BytesIO(made["report.en.pdf"])).pages)
    plain = re.sub(r"\s+", "", pages.translate(MARKS))
    for rows in tables(made["report.en.docx"]):
        for row in rows:
            if not re.search("[\u0600-\u06ff]", "".join(row)):
                assert re.sub(r"\s+", "", "".join(row)) in plain
    sentences = [text for text in texts(made["report.en.docx"]) if not re.search("[\u0600-\u06ff\\[]", text)]
    assert [text for text in sentences if re.sub(r"[\s\u00ad-]+", "", text) not in plain.replace("-", "")] == []


def test_the_same_records_make_the_same_bytes(files, situation, places, tongue):
    """Nothing in a file tells when it was made, but the day of the report."""
    first, second = files(tongue), dict(make(situation(), read_template(), [tongue], places))
    assert {name: data == second[name] for name, data in first.items()} == dict.fromkeys(first, True)
    about = docx.Document(io.BytesIO(first[f"report.{tongue.language}.docx"])).core_properties
    assert about.created.date().isoformat() == "2024-04-02"


@pytest.mark.parametrize("area", [None, "SY", "SY0902", "SY05"])
def test_other_areas_are_reported_too(files, area):
    """Everything, a country, a district, and an area in which nothing is on record."""
    made = files(TONGUES[0], area)
    assert made["report.en.pdf"].startswith(b"%PDF")
    number = json.loads(made["figures.json"])["counts"]["total"]["total"]["incidents"]
    assert number == {None: 6, "SY": 6, "SY0902": 2, "SY05": 0}[area]
