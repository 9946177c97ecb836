"""What stands where a name stood."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["Language", "label"]


class Language(StrEnum):
    """Language of the replacements."""

    ar = "ar"
    en = "en"


_ARABIC = {
    "victim": "اسم ضحية", "witness": "اسم شاهد", "relative": "اسم قريب", "detainee": "اسم معتقل", "poster": "اسم ناشر",
    "minor": "اسم قاصر", "other": "اسم شخص", "phone": "رقم هاتف", "email": "بريد إلكتروني", "account": "حساب",
    "link": "رابط", "id": "رقم هوية", "plate": "رقم لوحة", "address": "عنوان", "coordinates": "إحداثيات",
    "birth": "تاريخ ميلاد", "place": "مكان", "date": "تاريخ",
}  # fmt: skip
_PERSONS = frozenset(("victim", "witness", "relative", "detainee", "poster", "minor"))


def label(kind: str, language: Language = Language.ar) -> str:
    """Return the replacement for a kind.

    >>> label("victim"), label("victim", Language.en), label("phone", Language.en)
    ('[اسم ضحية]', '[name: victim]', '[phone]')
    """
    if language is Language.ar:
        return f"[{_ARABIC[kind]}]"
    if kind in _PERSONS:
        return f"[name: {kind}]"
    return "[name]" if kind == "other" else f"[{kind}]"
