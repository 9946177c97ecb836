"""A language that something is written in: its direction, digits, names of months, and how numbers stand in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from marsad.errors import MissingPackageError, SettingsError

__all__ = ["LANGUAGES", "Tongue", "from_the_right"]

LANGUAGES = ("ar", "en")

_ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_RIGHT, _LEFT, _END = "\u2067", "\u2066", "\u2069"
_MARKS = str.maketrans("", "", "\u200e\u200f")
_LATIN, _ARABIC = re.compile("[A-Za-z]"), re.compile("[\u0600-\u06ff]")
_SATURDAY = 5
_LEVANT = ("SY", "LB", "JO", "PS", "IQ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """Arabic or English. `digits` are "western" or "arabic" (in Arabic only); `levant` says كانون الثاني for يناير.

    Raises SettingsError for another language.
    """

    language: str = "en"
    digits: Literal["western", "arabic"] = "western"
    levant: bool = True

    def __post_init__(self) -> None:
        """Refuse what there are no words for."""
        if self.language not in LANGUAGES:
            raise SettingsError(f"There are no words in {self.language!r}. Write one of: {', '.join(LANGUAGES)}.")

    @classmethod
    def of(cls, tag: str, *, digits: str = "western", area: str | None = None) -> Tongue:
        """Return the language of a tag: en, ar, or ar-SY, which names months as the Levant and Iraq do.

        So does ar where the area asked for lies there. Raises SettingsError for another tag, and for other digits.

        >>> Tongue.of("ar", area="SY09").levant, Tongue.of("ar", area="YE").levant
        (True, False)
        """
        if digits not in ("western", "arabic"):
            raise SettingsError(f"There are no digits {digits!r}. Write western or arabic.")
        language, _, country = tag.partition("-")
        if language not in LANGUAGES or country.upper() not in ("", *(_LEVANT if language == "ar" else ())):
            raise SettingsError(f"There are no words in {tag!r}. Write one of: {', '.join(LANGUAGES)}, ar-SY.")
        levant = bool(country) or (area or "")[:2] in _LEVANT
        return cls(language=language, digits="arabic" if digits == "arabic" else "western", levant=levant)

    @property
    def rtl(self) -> bool:
        """Whether lines start at the right."""
        return self.language == "ar"

    @property
    def first_weekday(self) -> int:
        """The day that a week starts with on a calendar, 0 for Monday: Saturday in Arabic."""
        return _SATURDAY if self.rtl else 0

    def figures(self, text: str) -> str:
        """Return a text with its digits as they are wanted."""
        return text.translate(_ARABIC_INDIC) if self.rtl and self.digits == "arabic" else text

    def either(self, arabic: str, english: str) -> str:
        """Return what is said in this language."""
        return arabic if self.rtl else english

    def number(self, value: float) -> str:
        """Return a number with its thousands parted.

        >>> Tongue(language="ar", digits="arabic").number(12345)
        '١٢٬٣٤٥'
        """
        numbers = _babel("numbers")
        system = "arab" if self.rtl and self.digits == "arabic" else "latn"
        return self.figures(str(numbers.format_decimal(value, locale=self._locale, numbering_system=system)))

    def day(self, day: date, form: str = "d MMMM y") -> str:
        """Return a day in words.

        >>> Tongue(language="ar").day(date(2024, 3, 20))
        '20 آذار 2024'
        """
        written = str(_babel("dates").format_date(day, form, locale=self._locale)).translate(_MARKS)
        return self.figures(_western(written))

    def days(self, first: date, last: date) -> str:
        """Return a day, or the first and the last of several."""
        return self.day(first) if first == last else f"{self.day(first)} – {self.day(last)}"

    def period(self, code: str, *, short: bool = False, year: bool = False) -> str:
        """Return a day, week, month or year as counts name it: "2024-03" is آذار 2024, a week is told by its Monday.

        Days and weeks that are `short` have their year only where it is asked for.

        >>> Tongue(language="en").period("2024-W12"), Tongue(language="en").period("2024-W12", short=True)
        ('week of 18 March 2024', '18 Mar')
        """
        brief = "d MMM y" if year else "d MMM"
        if "W" in code:
            of_year, week = code.split("-W")
            monday = date.fromisocalendar(int(of_year), int(week), 1)
            told = self.day(monday, brief if short else "d MMMM y")
            return told if short else f"{'أسبوع' if self.rtl else 'week of'} {told}"
        parts = code.split("-")
        if len(parts) == 3:
            return self.day(date.fromisoformat(code), brief if short else "d MMMM y")
        if len(parts) == 2:
            return self.day(date(int(parts[0]), int(parts[1]), 1), "MMM y" if short else "MMMM y")
        return self.figures(code)

    def weekday(self, number: int) -> str:
        """Return a short name of a day of the week, 0 for Monday."""
        return str(_babel("dates").get_day_names("abbreviated", locale=self._locale)[number])

    def month(self, number: int) -> str:
        """Return the name of a month, 1 for the first; abbreviated where the language does so."""
        return str(_babel("dates").get_month_names("abbreviated", locale=self._locale)[number])

    def listed(self, items: list[str]) -> str:
        """Return a list in words, its last two joined by "and".

        >>> Tongue(language="ar").listed(["دمشق", "حلب", "حمص"])
        'دمشق وحلب وحمص'
        """
        if self.rtl:
            return " و".join(items)
        return " and ".join(filter(None, (", ".join(items[:-1]), items[-1]))) if items else ""

    def inside(self, text: str) -> str:
        """Return words from elsewhere so that they stand in a sentence of this language where they should.

        Latin words in Arabic, and Arabic ones in English, have a mark of the sentence's direction on both sides: else
        they would draw the comma and the number behind them to their own side.
        """
        foreign = _LATIN if self.rtl else _ARABIC
        mark = "\u200f" if self.rtl else "\u200e"
        return f"{mark}{text}{mark}" if foreign.search(text) else text

    def apart(self, text: str) -> str:
        """Return a text that keeps its own direction whatever stands around it, for pictures that know none."""
        return f"{_RIGHT if self.rtl else _LEFT}{text}{_END}" if text else text

    @property
    def _locale(self) -> str:
        return ("ar_SY" if self.levant else "ar_EG") if self.rtl else "en_GB"


def from_the_right(text: str) -> bool:
    """Say whether a text is read from the right: whether most of its letters are Arabic.

    >>> from_the_right("قُتل الشاب [name: victim] في تسيل"), from_the_right("SDF قسد")
    (True, False)
    """
    return len(_ARABIC.findall(text)) > len(_LATIN.findall(text))


_WESTERN = {ord(sign): str(value) for value, sign in enumerate("٠١٢٣٤٥٦٧٨٩")}


def _western(text: str) -> str:
    return text.translate(_WESTERN)


def _babel(module: str) -> Any:
    from importlib import import_module

    try:
        return import_module(f"babel.{module}")
    except ImportError:
        raise MissingPackageError("A month or number in words", package="babel", extra="report") from None
