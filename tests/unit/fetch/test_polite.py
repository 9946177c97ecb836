from email.utils import formatdate

import pytest

from marsad.errors import FetchError
from marsad.fetch import PoliteClient


class FakeClock:
    """A clock that moves only when somebody sleeps."""

    def __init__(self):
        self.time, self.slept = 1_700_000_000.0, []

    def now(self):
        return self.time

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.time += seconds


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture
def client(clock):
    return PoliteClient(allow_private=True, clock=clock)


def site(page, robots, answer=None):
    """A site with this robots.txt (None: it has none), the same page everywhere."""

    def say(path, headers):
        if path == "/robots.txt":
            return page(robots.encode()) if robots is not None else page(status="404 Not Found")
        return answer(path, headers) if answer else page(b"page")

    return say


def reason(client, url):
    with pytest.raises(FetchError) as caught:
        client.get(url)
    return caught.value.reason


def test_robots_are_asked_once_and_obeyed(serve, page, client, clock):
    """The longest rule wins, wildcards count, and after a day the rules are read again."""
    server = serve(site(page, "User-agent: *\nDisallow: /private\nAllow: /private/open\nDisallow: /*.pdf$"))
    assert client.get(f"{server.url}/news").body == b"page"
    assert client.get(f"{server.url}/private/open").body == b"page"
    assert reason(client, f"{server.url}/private/x") == "robots"
    assert reason(client, f"{server.url}/a/b.pdf") == "robots"
    assert server.paths == ["/robots.txt", "/news", "/private/open"]
    clock.time += 90_000
    client.get(f"{server.url}/news")
    assert server.paths.count("/robots.txt") == 2


def test_rules_for_marsad_by_name(serve, page, client):
    """A group that names marsad stands before the one for all."""
    server = serve(site(page, "User-agent: *\nAllow: /\n\nUser-agent: marsad\nDisallow: /"))
    assert reason(client, f"{server.url}/news") == "robots"


def test_a_site_without_robots_allows_all_and_one_that_fails_nothing(serve, page, client, clock):
    """404 means no rules; 503 means that nobody knows them, so the site is left alone for a while."""
    server = serve(site(page, None))
    assert client.get(f"{server.url}/news").status == 200
    broken = serve(
        lambda path, _: page(status="503 Down") if path == "/robots.txt" and clock.time < 1_700_000_500 else page()
    )
    with pytest.raises(FetchError, match=r"It answers 503: without the site's robots\.txt") as told:
        client.get(f"{broken.url}/news")
    assert told.value.reason == "unreachable"
    assert broken.paths == ["/robots.txt"]
    clock.time += 700
    assert client.get(f"{broken.url}/news").status == 200


def test_redirects_ask_robots_too(serve, page, client):
    """A redirect does not lead around the rules."""
    server = serve(site(page, "User-agent: *\nDisallow: /b", lambda *_: page(status="302 Found", Location="/b")))
    assert reason(client, f"{server.url}/a") == "robots"
    assert "/b" not in server.paths


def test_pauses_between_fetches_of_one_host_only(serve, page, client, clock):
    """Two seconds unless robots.txt asks for more; another host is not made to wait."""
    first, second = serve(site(page, None)), serve(site(page, "User-agent: *\nCrawl-delay: 7"))
    client.get(f"{first.url}/1")
    client.get(f"{second.url}/1")
    assert clock.slept == []
    client.get(f"{first.url}/2")
    assert clock.slept == [2.0]
    client.get(f"{second.url}/2")
    assert clock.slept == [2.0, 5.0]


def test_busy_sites_are_asked_again_later(serve, page, client, clock):
    """Retry-After is obeyed; without it the waits double; the answer comes in the end."""
    answers = iter([page(status="429 Slow", Retry_After="30"), page(status="503 Busy"), page(b"here")])
    server = serve(site(page, None, lambda *_: next(answers)))
    assert client.get(f"{server.url}/").body == b"here"
    assert clock.slept == [30.0, 10.0]


def test_a_site_that_stays_busy_gives_its_answer(serve, page, client):
    """After three tries the caller gets what the site says."""
    server = serve(site(page, None, lambda *_: page(status="500 Oops")))
    assert client.get(f"{server.url}/").status == 500
    assert server.paths.count("/") == 3


def test_a_long_pause_is_not_waited_for(serve, page, client, clock):
    """A site that asks for an hour is not asked before, and the call does not hang."""
    when = formatdate(clock.time + 3600, usegmt=True)
    answers = iter([page(status="503 Busy", Retry_After=when), page(b"back")])
    server = serve(site(page, None, lambda *_: next(answers)))
    assert client.get(f"{server.url}/").status == 503
    assert client.ready_at(f"{server.url}/") == pytest.approx(clock.time + 3600, abs=1)
    assert reason(client, f"{server.url}/") == "busy"
    clock.time += 3601
    assert client.get(f"{server.url}/").body == b"back"
    assert clock.slept == []


def test_sitemaps_of_a_site(serve, page, client):
    """robots.txt says where they are."""
    server = serve(site(page, "Sitemap: https://example.org/sitemap.xml"))
    assert client.robots(f"{server.url}/any").sitemaps == ("https://example.org/sitemap.xml",)
