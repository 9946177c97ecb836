"""Kinds of columns that hold what was read, whatever it was."""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import BigInteger, Integer, LargeBinary, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

__all__ = ["KEY", "Published", "Words"]

KEY = BigInteger().with_variant(Integer, "sqlite")
"""A number that only the store gives out."""

_UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")


class Published(TypeDecorator[str]):
    """Text exactly as published, kept as UTF-8 bytes: no database refuses half an emoji or a NUL in them."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:  # noqa: ARG002
        """Encode."""
        return None if value is None else value.encode("utf-8", "surrogatepass")

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Decode."""
        return None if value is None else bytes(value).decode("utf-8", "surrogatepass")


class Words(TypeDecorator[str]):
    """Short text that people filter by; a NUL or half an emoji in it is kept as its escape."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Escape what no database keeps as text."""
        return None if value is None else keepable(value)


def keepable(value: str) -> str:
    r"""Return a string with NUL and lone surrogates as their escapes.

    >>> keepable("a" + chr(0))
    'a\\u0000'
    """
    return _UNKEEPABLE.sub(lambda sign: f"\\u{ord(sign.group()):04x}", value)
