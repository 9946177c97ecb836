import gzip
import itertools
import socket
import time
import zlib

import pytest

from marsad.errors import FetchError
from marsad.fetch import Limits, fetch, post

MIB = 1024 * 1024


def refused(url, *, allow_private=True, **limits):
    with pytest.raises(FetchError) as caught:
        fetch(url, allow_private=allow_private, limits=Limits(**limits))
    assert caught.value.url.startswith(("http", "file", "ftp", "gopher", "data"))
    assert caught.value.remedy
    return caught.value.reason


def test_a_page_comes_with_all_that_crossed_the_wire(serve, page):
    """Body, status, headers in their spelling, and the exact bytes sent and received."""
    answer = page("خبر".encode(), X_Odd="Yes", Content_Type="text/plain")
    server = serve(lambda *_: answer)
    got = fetch(f"{server.url}/خبر?a=1#part", allow_private=True)
    assert (got.status, got.body.decode(), got.http_version, got.reason) == (200, "خبر", "HTTP/1.1", "OK")
    assert got.received == answer
    assert got.sent.startswith(b"GET /%D8%AE%D8%A8%D8%B1?a=1 HTTP/1.1\r\nHost: 127.0.0.1:")
    assert ("X-Odd", "Yes") in got.headers
    assert got.address == "127.0.0.1"
    assert got.fetched_at.utcoffset().total_seconds() == 0


def test_no_cookie_and_no_referrer_is_ever_sent(serve, page):
    """What one answer sets, the next request does not carry."""
    server = serve(
        lambda path, _: (
            page(status="302 Found", Location="/b", Set_Cookie="id=1")
            if path == "/a"
            else page(b"b", Set_Cookie="id=2")
        )
    )
    fetch(f"{server.url}/a", allow_private=True)
    fetch(f"{server.url}/a", allow_private=True)
    assert server.paths == ["/a", "/b"] * 2
    assert not {"cookie", "referer", "authorization"} & {name for _, headers in server.requests for name in headers}


def test_conditional_get(serve, page):
    """ETag and date are handed back, and 304 is an answer."""
    server = serve(lambda _, headers: page(status="304 Not Modified") if "if-none-match" in headers else page(b"x"))
    got = fetch(server.url, etag='"abc"', last_modified="Wed, 20 Mar 2024 10:00:00 GMT", allow_private=True)
    assert (got.status, got.body) == (304, b"")
    assert server.requests[0][1]["if-none-match"] == '"abc"'
    assert server.requests[0][1]["if-modified-since"] == "Wed, 20 Mar 2024 10:00:00 GMT"


@pytest.mark.parametrize("status", ["404 Not Found", "410 Gone", "500 Oops", "451 Unavailable"])
def test_any_status_is_an_answer(serve, page, status):
    """A page that is gone is something to record, not an error."""
    server = serve(lambda *_: page(b"gone", status=status))
    got = fetch(server.url, allow_private=True)
    assert (got.status, got.body) == (int(status[:3]), b"gone")


def test_redirects_are_followed_and_kept(serve, page):
    """Every hop is there with its own bytes; a Location in raw Arabic is understood."""
    target = "/صفحة".encode()
    server = serve(
        lambda path, _: (
            b"HTTP/1.1 301 Moved\r\nContent-Length: 0\r\nLocation: " + target + b"\r\n\r\n"
            if path == "/"
            else page(b"end")
        )
    )
    got = fetch(server.url, allow_private=True)
    assert got.body == b"end"
    assert got.url == server.url
    assert got.final_url.endswith("/%D8%B5%D9%81%D8%AD%D8%A9")
    (hop,) = got.redirects
    assert (hop.status, hop.received.startswith(b"HTTP/1.1 301")) == (301, True)


def test_packed_bodies_are_kept_both_ways(serve, page):
    """raw_body is what came, body is what it says; gzip, zlib and bare deflate."""
    text = "قصف ".encode() * 100
    bare = zlib.compressobj(wbits=-15)
    for packed, name in (
        (gzip.compress(text), "gzip"),
        (zlib.compress(text), "deflate"),
        (bare.compress(text) + bare.flush(), "deflate"),
        (gzip.compress(text[:80]) + gzip.compress(text[80:]), "x-gzip"),
        (gzip.compress(gzip.compress(text)), "gzip, gzip"),
    ):
        server = serve(lambda *_, packed=packed, name=name: page(packed, Content_Encoding=name))
        got = fetch(server.url, allow_private=True)
        assert (got.raw_body, got.body) == (packed, text)


def test_chunked_bodies(serve):
    """received keeps the chunks, raw_body joins them."""
    answer = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"
    server = serve(lambda *_: answer)
    got = fetch(server.url, allow_private=True)
    assert (got.raw_body, got.received) == (b"abcde", answer)


def test_interim_answers_and_stray_bytes_are_left_out(serve, page):
    """100 Continue before the answer and rubbish after a body of known length are not part of it."""
    answer = page(b"body")
    server = serve(lambda *_: b"HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + answer + b"rubbish")
    got = fetch(server.url, allow_private=True)
    assert (got.body, got.received) == (b"body", answer)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("file:///etc/passwd", "scheme"),
        ("ftp://example.org/a", "scheme"),
        ("gopher://example.org", "scheme"),
        ("data:text/plain,x", "scheme"),
        ("http://user:word@example.org/", "credentials"),
        ("http://example.org:22/", "port"),
        ("http://", "url"),
        ("http://exa mple.org\x00/", "url"),
        ("http://" + "a" * 9000, "url"),
        ("http://127.0.0.1/", "address"),
        ("http://2130706433/", "address"),
        ("http://0x7f.1/", "address"),
        ("http://0/", "address"),
        ("http://[::1]/", "address"),
        ("http://[::ffff:127.0.0.1]/", "address"),
        ("http://[::ffff:7f00:1]/", "address"),
        ("http://[fe80::1]/", "address"),
        ("http://10.0.0.1/", "address"),
        ("http://169.254.169.254/latest/meta-data/", "address"),
        ("http://100.64.0.1/", "address"),
        ("http://224.0.0.1/", "address"),
        ("http://255.255.255.255/", "address"),
        ("http://localhost/", "address"),
    ],
)
def test_addresses_that_are_not_fetched(url, reason):
    """Only http and https, open ports, no passwords, and only the public network, however it is spelt."""
    assert refused(url, allow_private=False) == reason


def test_a_password_is_not_repeated_in_the_error():
    """The message of a refused address does not hold its password."""
    with pytest.raises(FetchError) as caught:
        fetch("http://user:verysecret@example.org/")
    assert "verysecret" not in str(caught.value)


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("http://127.0.0.1:{port}/secret", "port"),
        ("http://127.0.0.1:80/secret", "address"),
        ("http://[::1]:80/secret", "address"),
        ("file:///etc/passwd", "scheme"),
        ("//user:word@localhost:{port}/", "credentials"),
        ("http://broken:port/", "url"),
    ],
)
def test_redirects_are_checked_like_first_addresses(serve, page, location, reason):
    """A host that may be private does not open the way to others."""
    server = serve(lambda *_: page(status="302 Found", Location=location.format(port=server.port)))
    start = f"http://localhost:{server.port}/"
    assert refused(start, allow_private={f"localhost:{server.port}"}) == reason
    assert server.paths == ["/"]


def test_names_that_point_into_a_private_network(monkeypatch):
    """A public name with one private address among its own is refused whole."""
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in ("93.184.216.34", "192.168.1.7")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    assert refused("http://looks.public.example/", allow_private=False) == "address"


def test_the_address_checked_is_the_one_connected_to(serve, page, monkeypatch):
    """A name that points elsewhere at the second look-up (rebinding) gains nothing: there is no second one."""
    server = serve(lambda *_: page(b"inside"))
    real, asked = socket.getaddrinfo, []

    def answers(host, port, *args, **kwargs):
        if host != "rebinding.example":
            return real(host, port, *args, **kwargs)
        asked.append(host)
        address = "127.0.0.1" if len(asked) == 1 else "127.0.0.2"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    monkeypatch.setattr(socket, "getaddrinfo", answers)
    got = fetch(f"http://rebinding.example:{server.port}/", allow_private={"rebinding.example"})
    assert (got.address, asked) == ("127.0.0.1", ["rebinding.example"])
    assert server.requests[0][1]["host"] == f"rebinding.example:{server.port}"


def test_a_resolver_that_hangs_is_left_behind(monkeypatch):
    """The name server's silence counts as the site's."""
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: time.sleep(1) or [])
    start = time.monotonic()
    assert refused("http://slow.example/", connect_time=0.1) == "dns"
    assert time.monotonic() - start < 0.8


def test_gzip_bomb(serve, page):
    """A small body that unpacks into much is given up at the bound, not after it."""
    bomb = gzip.compress(bytes(100 * MIB), compresslevel=9)
    server = serve(lambda *_: page(bomb, Content_Encoding="gzip"))
    assert refused(server.url) == "bomb"
    assert refused(server.url, ratio=10**6, unpacked=5 * MIB) == "bomb"
    nested = gzip.compress(bomb)
    server = serve(lambda *_: page(nested, Content_Encoding="gzip, gzip"))
    assert refused(server.url) == "bomb"


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (b"not packed", "gzip"),
        (gzip.compress(b"x" * 999)[:-12], "gzip"),
        (b"x", "br"),
        (gzip.compress(b"x"), "gzip,gzip,gzip"),
    ],
    ids=["plain", "cut", "unknown", "thrice"],  # packed bytes hold the time, and no two workers the same
)
def test_broken_and_unknown_packing(serve, page, body, name):
    """What cannot be unpacked is told as that."""
    server = serve(lambda *_: page(body, Content_Encoding=name))
    assert refused(server.url) == "packing"


def test_endless_body(serve):
    """A body without end stops at the size allowed."""
    server = serve(lambda *_: itertools.chain([b"HTTP/1.1 200 OK\r\n\r\n"], itertools.repeat(b"x" * 65536)))
    assert refused(server.url, size=MIB) == "size"


def test_slow_drip(serve):
    """A byte now and then keeps no fetch alive beyond its time; neither in the body nor in the headers."""

    def drip(start):
        yield start
        while True:
            time.sleep(0.05)
            yield b"x"

    for start in (b"HTTP/1.1 200 OK\r\n\r\n", b"HTTP/1.1 200 OK\r\nX-Long: "):
        server = serve(lambda *_, start=start: drip(start))
        begun = time.monotonic()
        assert refused(server.url, total_time=0.5) == "slow"
        assert time.monotonic() - begun < 2


def test_silence(serve):
    """A site that says nothing is left after the time for one read."""

    def silent():
        time.sleep(1)
        yield b""

    server = serve(lambda *_: silent())
    assert refused(server.url, read_time=0.2) == "timeout"


def test_redirect_loops(serve, page):
    """Circles and long chains end."""
    circle = serve(lambda path, _: page(status="302 Found", Location="/b" if path == "/a" else "/a"))
    assert refused(f"{circle.url}/a") == "redirects"
    assert len(circle.paths) == 2
    chain = serve(lambda path, _: page(status="302 Found", Location=f"/{len(path)}{path[1:]}"))
    assert refused(f"{chain.url}/1") == "redirects"
    assert len(chain.paths) == 6


def test_huge_headers(serve, page):
    """Too long or too many: both are refused."""
    long = serve(lambda *_: page(X_Long="x" * 80_000))
    assert refused(long.url) == "headers"
    endless = serve(lambda *_: itertools.chain([b"HTTP/1.1 200 OK\r\nX: "], itertools.repeat(b"y" * 65536)))
    assert refused(endless.url) in {"headers", "protocol"}
    many = serve(lambda *_: page(**{f"X_{number}": "1" for number in range(300)}))
    assert refused(many.url) == "headers"


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort", "cut"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", "protocol"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nab", "protocol"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc", "protocol"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab", "cut"),
        (b"SSH-2.0-OpenSSH\r\n", "protocol"),
        (b"", "protocol"),
        (b"HTTP/1.1 101 Switching\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n", "protocol"),
    ],
)
def test_wrong_http(serve, answer, reason):
    """A length that does not hold and bytes that are no HTTP are told as such, never as a traceback."""
    server = serve(lambda *_: answer)
    assert refused(server.url) == reason


def test_no_server_and_no_tls(serve, page):
    """A closed port, and a server that knows no encryption."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    assert refused(f"http://127.0.0.1:{port}/") == "connect"
    server = serve(lambda *_: page(b"plain"))
    assert refused(f"https://127.0.0.1:{server.port}/") in {"tls", "connect"}


def test_post_sends_and_follows_nothing(serve, page):
    """A service gets the bytes with their type; its redirect is its answer."""
    server = serve(lambda *_: page(status="302 Found", Location="/other"))
    got = post(server.url, b"abc", content_type="application/timestamp-query", allow_private=True)
    assert (got.status, server.paths) == (302, ["/"])
    assert server.requests[0][1]["content-type"] == "application/timestamp-query"
