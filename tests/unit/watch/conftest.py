"""A site on loopback that tests write pages into, and a watch over it with a clock of its own."""

import hashlib
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from marsad.archive import Archive
from marsad.fetch import Limits, PoliteClient
from marsad.sources import read_sources
from marsad.watch import Watch

ARTICLE = (
    "<html><head><meta charset='utf-8'><title>{title}</title></head><body><article><h1>{title}</h1><p>{text}</p>"
    "<p>وقال مصدر محلي إن الوضع في البلدة هادئ منذ ساعات الصباح.</p></article></body></html>"
)


def article(title, text):
    return ARTICLE.format(title=title, text=text)


def rss(*items):
    return (
        "<?xml version='1.0' encoding='utf-8'?><rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'>"
        f"<channel><title>شبكة الوادي</title>{''.join(items)}</channel></rss>"
    )


def entry(link, title, *, teaser="", whole=""):
    content = f"<content:encoded><![CDATA[{whole}]]></content:encoded>" if whole else ""
    return (
        f"<item><title>{title}</title><link>{link}</link><guid>{link}</guid><description>{teaser}</description>{content}"
        "<pubDate>Wed, 20 Mar 2024 22:30:00 GMT</pubDate></item>"
    )


class Site:
    """Pages by path: markup, or a function of the request's headers that gives status, headers and body."""

    def __init__(self):
        self.pages = {}
        self.requests = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                site.requests.append((self.path, dict(self.headers)))
                page = site.pages.get(self.path)
                if callable(page):
                    status, headers, body = page(self.headers)
                elif page is None:
                    status, headers, body = 404, {}, "لا شيء هنا"
                else:
                    status, headers, body = site.conditional(page, self.headers)
                data = body if isinstance(body, bytes) else body.encode()
                self.send_response(status)
                for name, value in {"Content-Type": "text/html; charset=utf-8", **headers}.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    @staticmethod
    def conditional(page, headers):
        tag = f'"{hashlib.sha256(page.encode()).hexdigest()[:12]}"'
        if headers.get("If-None-Match") == tag:
            return 304, {"ETag": tag}, b""
        kind = "application/xml" if page.startswith("<?xml") else "text/html; charset=utf-8"
        return 200, {"ETag": tag, "Content-Type": kind}, page

    def asked(self):
        """Return the paths asked for since the last call, robots.txt apart."""
        paths = [path for path, _ in self.requests if path != "/robots.txt"]
        self.requests.clear()
        return paths

    def close(self):
        self.server.shutdown()
        self.server.server_close()


class Clock:
    """Time that passes only when somebody sleeps, so that pauses cost nothing."""

    def __init__(self):
        self.time = time.time()

    def now(self):
        return self.time

    def sleep(self, seconds):
        self.time += seconds


class Desk:
    """A registry, an archive, and rounds over them."""

    def __init__(self, folder):
        self.folder = folder
        self.clock = Clock()
        self.client = self.new_client()

    def new_client(self):
        limits = Limits(read_time=0.4, connect_time=0.4, total_time=2.0)
        return PoliteClient(tries=1, allow_private=True, clock=self.clock, limits=limits, delay=0.5)

    def sources(self, *feeds, **facts):
        """Write a registry; each feed is a source of its own, named s0, s1, ..."""
        lines = []
        for number, feed in enumerate(feeds):
            told = "".join(f"{name} = {json.dumps(value)}\n" for name, value in facts.items())
            head = f'[[source]]\nid = "s{number}"\nnames = ["مصدر {number}"]\nkind = "site"\n{told}'
            lines.append(f"{head}[[source.feed]]\n" + "".join(f"{k} = {json.dumps(v)}\n" for k, v in feed.items()))
        (self.folder / "sources.toml").write_text("\n".join(lines), encoding="utf-8")

    def round(self, *, fresh=False, **options):
        """Watch one round; `fresh` with a client that knows of no site, as after a restart."""
        if fresh:
            self.client = self.new_client()
        registry = read_sources(self.folder / "sources.toml")
        watch = Watch(registry, self.archive, client=self.client, clock=self.clock, **options)
        tallies = []
        try:
            watch.round(tallies)
        finally:
            watch.close()
        return tallies

    @property
    def archive(self):
        return self.folder / "archive"

    def reports(self):
        path = self.archive / "watch" / "reports.jsonl"
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]

    def kept(self, url):
        return [
            (item.status, Archive(self.archive).read(item).decode()) for item in Archive(self.archive).versions(url)
        ]


@pytest.fixture
def site():
    site = Site()
    yield site
    site.close()


@pytest.fixture
def other_site():
    site = Site()
    yield site
    site.close()


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path)
