"""Pieces of an input: none of its signs is cut in two, and what stands before damage is not lost."""

from __future__ import annotations

import gzip
import io

import pytest

from marsad.errors import ReadError
from marsad.read.streams import open_stream, pieces

TEXT = "قُتل 3 عناصر 💥 في a\nبلدة الوادي\n\nثم 𐐷 وصمت"


@pytest.mark.parametrize("size", range(1, 40))
def test_pieces_end_on_whole_signs(size):
    """Signs of one to four bytes, cut wherever a piece may end: each piece is text, and together they are all of it."""
    found = list(pieces(io.BufferedReader(io.BytesIO(TEXT.encode())), "a", size))
    assert "".join(piece.decode("utf-8") for piece in found) == TEXT
    assert size < 30 or len(found) < 5


@pytest.mark.parametrize("end", [b"\xd8", b"\xf0\x9f", b"\xf0\x9f\x92", b"\x80\x80\x80\x80\x80", b"\xe2\x80"])
def test_half_a_sign_at_the_end_is_not_lost(end):
    """A file that breaks off in the middle of a sign gives all its bytes."""
    for size in range(1, 9):
        assert b"".join(pieces(io.BufferedReader(io.BytesIO(b"abc" + end)), "a", size)) == b"abc" + end


def test_what_stands_before_damage_is_given():
    """A gzip file cut off gives its first pieces, and then says on which line it broke."""
    lines = b"".join(b"line %d\n" % (number * 7919) for number in range(20_000))
    cut = gzip.compress(lines)[:-2000]
    found = []
    with pytest.raises(ReadError, match="breaks off") as told:
        found.extend(pieces(open_stream(io.BytesIO(cut), "a"), "a", 1000))
    whole = b"".join(found)
    assert lines.startswith(whole)
    assert len(whole) > len(lines) / 2
    assert told.value.line == whole.count(b"\n") + 1
