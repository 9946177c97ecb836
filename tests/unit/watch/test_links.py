import gzip

import pytest

from marsad.errors import ReadError
from marsad.watch.links import links_of_list, links_of_page, links_of_sitemap

URL = "https://wadi.example/sitemap.xml"


def urls(links):
    return [link.url for link in links]


def test_a_sitemap_gives_the_newest_first():
    """With or without a namespace, packed or not; days and moments are compared, addresses filtered."""
    rows = [
        ("/news/1", "2024-03-19"),
        ("/news/2", "2024-03-20T10:00:00+03:00"),
        ("/about", "2024-03-21"),
        ("/news/3", ""),
    ]
    body = "".join(f"<url><loc>https://wadi.example{path}</loc><lastmod>{day}</lastmod></url>" for path, day in rows)
    content = f"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{body}</urlset>".encode()
    for packed in (content, gzip.compress(content)):
        found = links_of_sitemap(packed, URL, "/news/")
        assert urls(found) == [f"https://wadi.example/news/{number}" for number in (2, 1, 3)]


def test_an_index_gives_its_sitemaps():
    """Those are sitemaps themselves, whatever pages are asked for."""
    content = b"<sitemapindex><sitemap><loc>/a.xml</loc></sitemap></sitemapindex>"
    (link,) = links_of_sitemap(content, URL, "/news/")
    assert (link.url, link.is_sitemap) == ("https://wadi.example/a.xml", True)


@pytest.mark.parametrize(
    "content",
    [
        b"<html><body>404</body></html>",
        b"<urlset><url>",
        b"\x1f\x8bxx",
        b'<!DOCTYPE u [<!ENTITY a "b">]><urlset>&a;</urlset>',
        gzip.compress(b" " * 60_000_000),
    ],
)
def test_what_is_no_sitemap_is_told(content):
    """Pages, broken XML, entities and bombs end in one sentence."""
    with pytest.raises(ReadError):
        links_of_sitemap(content, URL, None)


def test_links_of_a_page():
    """Each once, whole, without fragments; only http and those that match."""
    page = '<a href="/news/1#top">أ</a><a href="news/1">ب</a><a href="mailto:x@y">ج</a><a href="http://[x/news/3">د</a>'
    page += '<a href="http:///news/4">ه</a><a href="ftp://wadi.example/news/5">و</a>'
    assert urls(links_of_page(page.encode(), "https://wadi.example/", "/news/", None)) == [
        "https://wadi.example/news/1"
    ]


def test_a_list_of_addresses():
    """One a line; notes and blank lines are passed over."""
    assert urls(links_of_list("# ملاحظة\nhttps://a.example/1\n\n https://a.example/1 \nhttps://a.example/2")) == [
        "https://a.example/1",
        "https://a.example/2",
    ]
