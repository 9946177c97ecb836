"""The age that stands after a name."""

from __future__ import annotations

import re

from marsad.redact.tokens import Tokens

__all__ = ["age_after"]

_AGE = re.compile(
    r"\s*[،,]?\s*[(\[–-]?\s*"
    r"(?:(?:البالغ|البالغة|يبلغ|تبلغ|ذو|ذات|ذي|وعمره|وعمرها|عمره|عمرها|العمر)\s+(?:من العمر\s+)?(?:ال)?)?"
    r"([0-9٠-٩۰-۹]{1,3})\s*(?:[)\]]|عام|أعوام|اعوام|سن|ربيع|شهر|أشهر|اشهر|يوم)"
)
_OPENED = re.compile(r"[(\[]|عمر|بلغ|بالغ")
_AGE_IN_WORDS = re.compile(
    r"\s*[(\[]\s*(?:سنة(?: واحدة| ونصف)?|سنتان|سنتين|عامان|عامين|شهران|شهرين|شهر|"
    r"(?:ثلاث|أربع|خمس|ست|سبع|ثماني|تسع|عشر)ة? (?:سنوات|أعوام|سنين|أشهر))\s*[)\]]"
    r"|\s*، (?:ثلاث|أربع|خمس|ست|سبع|ثماني|تسع|عشر)ة? (?:سنوات|أعوام|سنين|أشهر)(?=[،.])"
)
_MONTHS = re.compile(r"[0-9٠-٩۰-۹]{1,3}\s*(?:شهر|أشهر|اشهر|يوم|أيام)")
_SHORT_TIME = re.compile("شهر|يوم")
_SAID_AS_AGE = re.compile(r"[(\[]|عمر|ذو|ذات|ذي|بالغ|بلغ")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


def age_after(tokens: Tokens, stop: int) -> float | None:
    """Return the age in years that stands after a name, or None: "قصي (12 عاماً)"."""
    at = tokens.document.ends[stop - 1]
    match = _AGE.match(tokens.source, at, at + 60)
    if match is None:
        told = _AGE_IN_WORDS.match(tokens.source, at, at + 60)
        return None if told is None else 2.0
    if match[0].endswith((")", "]")) and not _OPENED.search(match[0]):
        return None  # "(سبوتنك 1)"
    age = int(match[1].translate(_DIGITS))
    if _SHORT_TIME.search(match[0]) and not _SAID_AS_AGE.search(match[0]):
        return None
    return 0.5 if _MONTHS.search(match[0] + tokens.source[match.end() : match.end() + 4]) else float(age)
