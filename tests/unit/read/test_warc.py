import io
import zipfile

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

PAGE = (
    "<html><head><title>خبر</title></head><body><article><h1>هجوم على حاجز</h1><p>قُتل عنصران في هجوم على حاجز في بلدة "
    "الوادي، مساء أمس، وفق مصدر عسكري.</p></article></body></html>"
)


def warc(*responses, gzip=True):
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=gzip)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "test"}))
    for url, content_type, body, *status in responses:
        headers = StatusAndHeaders(status[0] if status else "200 OK", [("Content-Type", content_type)], "HTTP/1.1")
        data = body if isinstance(body, bytes) else body.encode()
        payload = {"payload": io.BytesIO(data), "length": len(data)}
        writer.write_record(writer.create_warc_record(url, "response", http_headers=headers, **payload))
    return out.getvalue()


@pytest.mark.parametrize("name", ["a.warc.gz", "a.warc", "a"])
@pytest.mark.parametrize("packed", [True, False])
def test_pages_of_an_archive_are_reports(folder, name, packed):
    """Told by content, packed or not; the id is the address and a hash of the words."""
    target = folder.path / name
    target.write_bytes(warc(("https://wadi.example/1", "text/html; charset=utf-8", PAGE), gzip=packed))
    reports, problems = folder.read(name)
    assert problems == []
    assert [report.url for report in reports] == ["https://wadi.example/1"]
    assert reports[0].report_id.startswith("https://wadi.example/1#")
    assert reports[0].headline == "هجوم على حاجز"


def test_versions_of_a_page_are_kept_apart(folder):
    """The same address with other words is another report; the same bytes again cost nothing."""
    edited = PAGE.replace("عنصران", "ثلاثة عناصر")
    responses = [("https://wadi.example/1", "text/html", body) for body in (PAGE, edited, PAGE)]
    (folder.path / "a.warc").write_bytes(warc(*responses))
    reports, problems = folder.read()
    assert (len(reports), len({report.report_id for report in reports}), problems) == (2, 2, [])
    assert "stored before" in folder.aside()[0].problem


def test_what_is_no_text_costs_nothing(folder):
    """Pictures, answers that are no page and files for crawlers are told with their record and address."""
    (folder.path / "a.warc").write_bytes(
        warc(
            ("https://wadi.example/a.png", "image/png", b"\x89PNG"),
            ("https://wadi.example/gone", "text/html", "<p>404</p>", "404 Not Found"),
            ("https://wadi.example/sitemap.xml", "text/xml", "<urlset></urlset>"),
        )
    )
    assert folder.read()[0] == []
    told = folder.aside()
    assert [text in str(error) for text, error in zip(("image/png", "status 404", "no feed"), told, strict=True)]
    assert "record 2, https://wadi.example/a.png" in str(told[0])


def test_feeds_texts_and_other_encodings_are_read(folder):
    """A feed gives its entries; the server's charset counts where the page names none."""
    item = "<item><guid>g</guid><description>نص</description></item>"
    rss = f"<rss version='2.0'><channel><title>ش</title>{item}</channel></rss>"
    (folder.path / "a.warc").write_bytes(
        warc(
            ("https://wadi.example/rss", "application/rss+xml", rss),
            ("https://wadi.example/t.txt", "text/plain", "عنوان\n\nنص الخبر"),
            ("https://wadi.example/o", "text/html; charset=iso-8859-6", PAGE.encode("iso-8859-6")),
        )
    )
    reports, problems = folder.read()
    assert problems == []
    assert [report.headline for report in reports] == ["", "عنوان", "هجوم على حاجز"]
    assert reports[0].report_id == "g"


def test_an_archive_cut_off_keeps_what_stood_before(folder):
    """The page in the middle of which it broke is named, and that the archive ends there."""
    urls = [f"https://wadi.example/{number}" for number in range(4)]
    pages = [PAGE.replace("عنصران", f"{number} عناصر") for number in range(4)]
    content = warc(*((url, "text/html", page) for url, page in zip(urls, pages, strict=True)))
    (folder.path / "a.warc.gz").write_bytes(content[: len(content) - 100])
    reports, problems = folder.read()
    assert [report.url for report in reports] == urls[:3]
    assert urls[3] in str(problems[0])
    assert problems[-1].part == "record 6"


def test_a_wacz_is_read_without_unpacking(folder):
    """The WARC files in the zip are read where they lie."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("datapackage.json", "{}")
        archive.writestr("archive/data.warc.gz", warc(("https://wadi.example/1", "text/html", PAGE)))
    for name in ("a.wacz", "a.zip"):
        (folder.path / name).write_bytes(packed.getvalue())
        reports, problems = folder.read(name)
        assert ([report.url for report in reports], problems) == (["https://wadi.example/1"], [])


def test_other_zip_files_are_refused(folder):
    """A zip without an archive is named with a remedy; a damaged one, too."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", "نص")
    (folder.path / "a.zip").write_bytes(packed.getvalue())
    assert "Unpack" in folder.read("a.zip")[1][0].remedy
    (folder.path / "b.wacz").write_bytes(packed.getvalue()[:-30])
    assert "no ZIP archive" in folder.read("b.wacz")[1][0].problem
