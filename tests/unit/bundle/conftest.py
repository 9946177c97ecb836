"""A small case: a page, an export, a mail and a table, kept and coded."""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path

import pytest
from tests.unit.archive.made import Clock, response
from typer.testing import CliRunner

from marsad.archive import Archive, Writer
from marsad.cli.main import app

PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>ذيبان</title>
<meta property="article:published_time" content="2023-05-03T08:00:00+03:00"></head>
<body><article><h1>ذيبان: هجوم على حاجز</h1>
<p>قُتل عنصران من قوات سوريا الديمقراطية وأصيب ثالث بهجوم لتنظيم داعش على حاجز في بلدة ذيبان شرقي دير الزور، مساء
أمس، وفق مصدر&nbsp;عسكري.</p></article></body></html>"""
LINES = [
    {
        "id": "x1",
        "title": "اعتقالات",
        "text": "اعتقلت قسد أربعة أشخاص في بلدة الشحيل أمس \U0001f534.",
        "published": "2023-05-03",
    },
    {
        "id": "x2",
        "text": "قصفت طائرة مسيرة تركية سيارة في مدينة القامشلي اليوم، ما أدى إلى مقتل شخصين.",
        "published": "2023-05-04",
    },
]
MAIL = """From: a@example.org
Subject: =?utf-8?b?2KfZhNi02K3ZitmE?=
Date: Wed, 3 May 2023 10:00:00 +0300
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: base64

"""


@pytest.fixture(scope="session")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an archive (kept) and the coded reports of all that is in it (coded.jsonl)."""
    folder = tmp_path_factory.mktemp("case")
    sources = folder / "sources"
    sources.mkdir()
    (sources / "export.jsonl").write_text(
        "\r\n".join(json.dumps(line, ensure_ascii=line["id"] == "x1") for line in LINES) + "\r\n", encoding="utf-8"
    )
    body = "فجر مجهولون عبوة ناسفة بسيارة للجيش في مدينة درعا أمس، ما أدى إلى إصابة ثلاثة عناصر."
    (sources / "letter.eml").write_text(MAIL + base64.encodebytes(body.encode()).decode(), encoding="utf-8")
    (sources / "table.csv").write_text(
        'id,title,text,published\nc1,,"قُتل مدني برصاص ""مجهولين"" في بلدة الطيانة أمس.",2023-05-03\n', encoding="utf-8"
    )
    writer = Writer(folder / "kept", who="Salma", now=Clock())
    page = response("https://example.org/news/1", PAGE.encode(), "200 OK", "Content-Encoding: gzip")
    item = writer.add_response(page).item
    for path in sorted(sources.iterdir()):
        writer.add_file(path)
    writer.add_response(response("https://example.org/other", b"not of the case"))
    writer.add_response(page)
    writer.stamp("http://tsa.example/", lambda head: b"token" + hashlib.sha256(head).digest())
    writer.note("look", item=item.id)
    (folder / "page.warc.gz").write_bytes(Archive(folder / "kept").record(item))
    coded = CliRunner().invoke(
        app, ["code", str(sources), str(folder / "page.warc.gz"), "-q", "-o", str(folder / "coded.jsonl")]
    )
    assert coded.exit_code == 0, coded.output
    return folder
