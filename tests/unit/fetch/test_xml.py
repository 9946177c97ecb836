import pytest

from marsad.errors import ReadError
from marsad.fetch.xml import parse_xml

BILLION = (
    """<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><lolz>&b;</lolz>"""
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig"])
@pytest.mark.parametrize(
    "text",
    [
        BILLION,
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1/x.dtd"> %x;]><a/>',
        '<!DOCTYPE a [<!ATTLIST a b CDATA "c">]><a/>',
        '<!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd" []><a/>',
    ],
)
def test_declarations_are_refused(text, encoding):
    """Entities and rules of a document's own, in whatever encoding they hide."""
    with pytest.raises(ReadError, match="declares"):
        parse_xml(text.replace('<?xml version="1.0"?>', "").encode(encoding), file="feed.xml")


def test_honest_feeds_are_read():
    """Arabic in UTF-8 and in windows-1256, and the bare document type of old feeds."""
    assert parse_xml("<rss><title>خبر &amp; خبر</title></rss>".encode(), file="f")[0].text == "خبر & خبر"
    old = '<?xml version="1.0" encoding="windows-1256"?><rss><title>خبر</title></rss>'.encode("cp1256")
    assert parse_xml(old, file="f")[0].text == "خبر"
    typed = b'<!DOCTYPE rss PUBLIC "-//X//DTD" "http://127.0.0.1:9/rss.dtd"><rss/>'
    assert parse_xml(typed, file="f").tag == "rss"


@pytest.mark.parametrize(
    "content", [b"", b"text", b"<a>", b"<a>&x;</a>", b'<?xml version="1.0" encoding="none"?><a/>', b"<!-- "]
)
def test_broken_xml_is_an_error_of_ours(content):
    """Whatever is wrong, the file is named."""
    with pytest.raises(ReadError, match=r"feed\.xml"):
        parse_xml(content, file="feed.xml")


def test_sizes_and_depths_are_bounded():
    """Too many bytes are not looked at; a tower of elements does not fall on the reader."""
    with pytest.raises(ReadError, match="larger"):
        parse_xml(b"<a/>" + b" " * 100, file="f", most=50)
    with pytest.raises(ReadError, match="broken"):
        parse_xml(b"<a>" * 100_000 + b"</a>" * 100_000, file="f")
