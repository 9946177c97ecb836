"""Whatever happens to the bytes of an input, reading it ends, and says what it cost."""

import io
import json
import tempfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.read.test_feed import RSS, TEASER, WHOLE
from tests.unit.read.test_mail import letter
from tests.unit.read.test_telegram_export import export, message
from tests.unit.read.test_telegram_page import page, post
from tests.unit.read.test_warc import PAGE, warc

from marsad.errors import ReadError
from marsad.model.report import Report
from marsad.read import ReadProblem, read


def _wacz():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("archive/a.warc.gz", warc(("https://wadi.example/1", "text/html", PAGE)))
    return packed.getvalue()


WARC = warc(("https://wadi.example/1", "text/html", PAGE), ("https://wadi.example/2", "text/html", PAGE), gzip=False)
SAMPLES = {
    "feed.xml": RSS.format(items=WHOLE + TEASER).encode(),
    "letter.eml": letter(charset="windows-1256", encoding="quoted-printable"),
    "letters.mbox": b"From a@b Thu Mar 21 01:10:00 2024\n"
    + letter()
    + b"\nFrom a@b Thu Mar 21 01:10:00 2024\n"
    + letter(),
    "result.json": export(
        message(1, "أول"), message(2, ["ثان ", {"type": "bold", "text": "غليظ"}]), message(3, "")
    ).encode(),
    "channel.html": page(post(1, "نص أول"), post(2, "نص ثان<br/>وسطر")).encode(),
    "site.warc": WARC,
    "site.wacz": _wacz(),
    "array.json": json.dumps([{"id": "1", "text": "نص"}, {"id": "2", "text": "نص"}], ensure_ascii=False).encode(),
}


@pytest.mark.parametrize("name", SAMPLES)
@settings(max_examples=25)
@given(data=st.data())
def test_damaged_inputs_end_in_reports_and_problems(name, data):
    """Cut, with bytes flipped, and with pieces put in: no other error comes out, and every problem has a remedy."""
    content = bytearray(SAMPLES[name])
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content)))
        match data.draw(st.sampled_from(["cut", "flip", "put"])):
            case "cut":
                del content[at : at + data.draw(st.integers(1, 400))]
            case "flip" if at < len(content):
                content[at] ^= data.draw(st.integers(1, 255))
            case _:
                content[at:at] = data.draw(
                    st.sampled_from([b"\x00", b"\xff\xfe", b"<", b"]]>", b"&#xd800;", b"\n\n", b'"'])
                )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        found = list(read([path]))
    assert all(isinstance(one, Report | ReadProblem) for one in found)
    for one in found:
        if isinstance(one, ReadProblem):
            assert isinstance(one.error, ReadError)
            assert one.error.remedy
