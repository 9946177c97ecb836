"""A public export holds no planted name, address, place or coordinate, in any form."""

from __future__ import annotations

import html
import io
import json
import zipfile

import pytest
from typer.testing import CliRunner

from marsad.cli.main import app
from marsad.export.form import Form

EVENT = {
    "sub_event_type": "Attack", "side1": ["unidentified"], "side2": ["civilians"],
    "place": {"name": "قرية الحصان", "country": "SY", "admin1": "SY09", "admin2": "SY0900", "precision": 1,
              "latitude": 35.123457, "longitude": 40.234567, "place_id": "C7771"},
    "date": {"start": "2024-03-20", "end": "2024-03-20", "precision": 1},
    "killed": {"low": 1, "best": 1, "high": 1},
    "evidence": "مقتل الطفل محمود عبد الرزاق الفارس برصاص مجهولين في قرية الحصان",
}  # fmt: skip
REPORT = {
    "id": "r1", "outlet": "منصة", "events": [EVENT, EVENT | {"side1": ["is"]}],
    "report": {"published": "2024-03-20", "outlet": "منصة", "url": "https://example.org/mahmoud",
               "sha256": "f" * 64},
}  # fmt: skip
PLANTED = ("محمود", "الفارس", "الحصان", "SY0900", "C7771", "35.123", "40.234", "mahmoud", "f" * 64)


@pytest.fixture
def coded(tmp_path):
    path = tmp_path / "coded.jsonl"
    path.write_text(json.dumps(REPORT, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def run(*arguments):
    return CliRunner().invoke(app, ["export", *arguments])


def told(form, data):
    """All that a file tells, as text."""
    if form is Form.xlsx:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            return html.unescape("".join(book.read(name).decode("utf-8") for name in book.namelist()))
    if form in (Form.parquet, Form.geoparquet):
        parquet = pytest.importorskip("pyarrow.parquet")
        return str(parquet.read_table(io.BytesIO(data)).to_pylist())
    return data.decode("utf-8").replace("\r\n ", "")


@pytest.mark.parametrize("form", sorted(Form))
def test_nothing_planted_comes_through(coded, tmp_path, form):
    """Without --public the planted name is there, so that the search for it can fail; with it, nothing is."""
    out = tmp_path / f"out.{form}"
    assert run(str(coded), "-o", str(out), "--format", form).exit_code == 0
    open_text = told(form, out.read_bytes())
    assert any(sign in open_text for sign in PLANTED)
    result = run(str(coded), "-o", str(out), "--format", form, "--public")
    assert result.exit_code == 0
    public = told(form, out.read_bytes())
    assert [sign for sign in PLANTED if sign in public + result.stdout + result.stderr] == []


def test_a_store_is_made_public_too(tmp_path):
    """The same rules hold for what is kept; what is kept stays as it was."""
    store = str(tmp_path / "s.db")
    report = {
        "id": "r1",
        "text": "مقتل الطفل محمود عبد الرزاق الفارس برصاص مجهولين في بلدة الشحيل أمس.",
        "published": "2024-03-20",
    }
    (tmp_path / "r.jsonl").write_text(json.dumps(report), encoding="utf-8")
    CliRunner().invoke(app, ["code", str(tmp_path / "r.jsonl"), "--store", store, "-q"])
    for form in ("jsonl", "csv"):
        assert "محمود" in run("--store", store, "--format", form).stdout
        public = run("--store", store, "--format", form, "--public")
        assert "الطفل" in public.stdout
        assert "محمود" not in public.stdout
    assert "names removed" in public.stderr


def test_a_store_tells_who_is_private_by_its_texts(tmp_path):
    """The quotation of an event names somebody by the family alone, whom another sentence of the report announces."""
    store = str(tmp_path / "s.db")
    text = "مقتل قيس برصاص مجهولين في بلدة الشحيل أمس. وقال والد الشاب قيس عبد الجبار إن ابنه كان في طريقه إلى العمل."
    (tmp_path / "r.jsonl").write_text(json.dumps({"id": "r1", "text": text, "published": "2024-03-20"}), "utf-8")
    CliRunner().invoke(app, ["code", str(tmp_path / "r.jsonl"), "--store", store, "-q"])
    whole = run("--store", store).stdout
    assert "قيس" in whole
    public = run("--store", store, "--public")
    record = json.loads(public.stdout)
    assert "قيس" not in public.stdout
    assert not record.keys() & {"title", "text"}
    assert {one["field"] for one in record["redactions"]}.isdisjoint({"title", "text"})
    assert "without the text" not in public.stderr
    (tmp_path / "coded.jsonl").write_text(whole, "utf-8")
    told = "1 record came without the text of the report"
    assert told in run(str(tmp_path / "coded.jsonl"), "--public").stderr
    assert told in CliRunner().invoke(app, ["redact", str(tmp_path / "coded.jsonl")]).stderr


def test_an_incident_is_not_made_public(tmp_path):
    """It holds words of many reports; the message says what to do instead."""
    path = tmp_path / "incidents.jsonl"
    path.write_text(
        json.dumps({"incident_id": "i-1", "members": [{"evidence": "مقتل محمود الفارس"}]}), encoding="utf-8"
    )
    result = run(str(path), "--public", "--format", "csv")
    assert result.exit_code == 3
    assert "link those" in result.stderr
    assert "محمود" not in result.stdout + result.stderr
