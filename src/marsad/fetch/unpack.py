"""Bodies that were sent packed, unpacked within bounds."""

from __future__ import annotations

import zlib

from marsad.errors import FetchError
from marsad.fetch.limits import Limits

__all__ = ["unpack"]

_STEP = 64 * 1024
_GZIP = 16 + zlib.MAX_WBITS
_GZIP_MAGIC = b"\x1f\x8b"
_MOST_LAYERS = 2


def unpack(body: bytes, content_encoding: str | None, *, url: str, limits: Limits) -> bytes:
    """Return a body without its gzip or deflate, by the header Content-Encoding.

    Raises FetchError for packing that is unknown or broken, and for more than `limits` allow: a bomb is never
    unpacked further than to its bound.
    """
    names = [name.strip().lower() for name in (content_encoding or "").split(",")]
    layers = [name for name in names if name not in ("", "identity")]
    if len(layers) > _MOST_LAYERS:
        raise _broken(f"It is packed {len(layers)} times over.", url)
    for name in reversed(layers):
        if name in ("gzip", "x-gzip"):
            body = _inflate(body, _GZIP, url, limits)
        elif name == "deflate":
            wrapped = len(body) >= 2 and body[0] & 0x0F == 8 and (body[0] * 256 + body[1]) % 31 == 0
            body = _inflate(body, zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS, url, limits)
        else:
            raise _broken(f"It is packed as {name!r}, which was not asked for.", url)
    return body


def _inflate(packed: bytes, window: int, url: str, limits: Limits) -> bytes:
    if not packed:
        return b""
    out = bytearray()
    left = packed
    while True:
        unpacking = zlib.decompressobj(window)
        while not unpacking.eof:
            try:
                piece = unpacking.decompress(left, _STEP)
            except zlib.error as error:
                raise _broken(f"It does not unpack ({error}).", url) from None
            out += piece
            left = unpacking.unconsumed_tail
            _check(len(out), len(packed), url, limits)
            if not left and not piece and not unpacking.eof:
                raise _broken("It ends before its packing does.", url)
        left = unpacking.unused_data
        if window != _GZIP or not left.startswith(_GZIP_MAGIC):
            return bytes(out)


def _check(unpacked: int, packed: int, url: str, limits: Limits) -> None:
    if unpacked > limits.unpacked or (unpacked > limits.ratio_from and unpacked > limits.ratio * packed):
        raise FetchError(
            f"{packed:,} bytes unpack into more than {unpacked:,}.",
            url=url,
            reason="bomb",
            remedy="If the page is honest, allow it more.",
        )


def _broken(problem: str, url: str) -> FetchError:
    return FetchError(f"The body cannot be unpacked. {problem}", url=url, reason="packing", remedy="Try again later.")
