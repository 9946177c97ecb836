"""Cursors: where a list goes on. Opaque to who holds one, good for the very list that gave it, however much is added.

>>> here = write([7, "ذيبان"], {"outlet": "x"})
>>> read(here, {"outlet": "x"}, (int, str))
[7, 'ذيبان']
"""

from __future__ import annotations

import binascii
import hashlib
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping, Sequence
from typing import Any

from marsad.serve.api.problems import Problem
from marsad.store.columns import keepable

__all__ = ["read", "write"]

_LARGEST = 2**63 - 1
"""The largest number that a store knows."""


def _of(asked: Mapping[str, Any]) -> str:
    told = json.dumps({name: str(value) for name, value in asked.items() if value is not None}, sort_keys=True)
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def write(at: Sequence[int | str], asked: Mapping[str, Any]) -> str:
    """Return the cursor of a place in the list that was asked for."""
    text = json.dumps([_of(asked), *at], ensure_ascii=True, separators=(",", ":"))
    return urlsafe_b64encode(text.encode("ascii")).decode("ascii").rstrip("=")


def read(cursor: str, asked: Mapping[str, Any], kinds: tuple[type, ...]) -> list[Any]:
    """Return the place of a cursor; raises Problem for one of another list, and for what is none."""
    try:
        text = urlsafe_b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4))
        of, *at = list[Any](json.loads(text))
    except (binascii.Error, ValueError, TypeError):
        raise Problem("bad-cursor") from None
    fits = len(at) == len(kinds) and all(type(value) is kind for value, kind in zip(at, kinds, strict=True))
    if of != _of(asked) or not fits or not all(map(_is_kept, at)):
        raise Problem("bad-cursor", "Use a cursor with the filters that it was given for.")
    return at


def _is_kept(value: int | str) -> bool:
    """Say whether a store can be asked for a value."""
    return 0 <= value <= _LARGEST if isinstance(value, int) else keepable(value) == value
