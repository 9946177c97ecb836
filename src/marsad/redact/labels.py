"""What stands where a name stood."""

from __future__ import annotations

import csv
from enum import StrEnum
from functools import cache

from marsad.lexicon.load import RESOURCES

__all__ = ["Language", "label"]


class Language(StrEnum):
    """Language of the replacements."""

    ar = "ar"
    en = "en"


def label(kind: str, language: Language = Language.ar) -> str:
    """Return the replacement for a kind.

    >>> label("victim"), label("victim", Language.en), label("phone", Language.en)
    ('[اسم ضحية]', '[name: victim]', '[phone]')
    """
    return f"[{_words()[kind][language]}]"


@cache
def _words() -> dict[str, dict[Language, str]]:
    with (RESOURCES / "redact" / "labels.csv").open(encoding="utf-8", newline="") as file:
        return {row["kind"]: {Language.en: row["english"], Language.ar: row["arabic"]} for row in csv.DictReader(file)}
