"""The acts in an archive's log, each tied to the one before."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from marsad.archive.layout import canonical, read_canonical

__all__ = ["Entry", "chain", "read_entry"]

_KEYS = frozenset({"seq", "at", "who", "act", "item", "details", "version", "prev", "hash"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One act: who did what, when, to which item (the SHA-256 of its bytes; None when to the archive itself).

    `digest` is the SHA-256 of the act without `prev` and `hash`; `hash` is the SHA-256 of `prev` and `digest`, both in
    hexadecimal letters, one after the other. So the chain can be followed by digests alone, where the acts between
    are nobody's business.
    """

    seq: int
    at: str
    who: str
    act: str
    item: str | None
    details: dict[str, Any]
    version: str
    prev: str

    def _content(self) -> dict[str, Any]:
        return {
            "seq": self.seq,
            "at": self.at,
            "who": self.who,
            "act": self.act,
            "item": self.item,
            "details": self.details,
            "version": self.version,
        }

    @property
    def digest(self) -> str:
        """What stands for the act in the chain."""
        return hashlib.sha256(canonical(self._content())).hexdigest()

    @property
    def hash(self) -> str:
        """What the next act begins from."""
        return chain(self.prev, self.digest)

    def line(self) -> bytes:
        """Return the act as a line of the log, without its line feed."""
        return canonical({**self._content(), "prev": self.prev, "hash": self.hash})


def chain(prev: str, digest: str) -> str:
    """Return the hash of an act from the hash before it and its own digest."""
    return hashlib.sha256((prev + digest).encode("ascii")).hexdigest()


def read_entry(line: bytes) -> Entry | None:
    """Return the act in a line, None when the line is no act or its hash is not that of its content."""
    value = read_canonical(line)
    if value is None or value.keys() != _KEYS:
        return None
    texts = (value["at"], value["who"], value["act"], value["version"], value["prev"], value["hash"])
    if not all(isinstance(text, str) for text in texts) or not isinstance(value["details"], dict):
        return None
    if type(value["seq"]) is not int or not isinstance(value["item"], str | None) or not value["prev"].isascii():
        return None
    said = value.pop("hash")
    entry = Entry(**value)
    return entry if entry.hash == said else None
