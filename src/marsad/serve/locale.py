"""How one person reads: language, direction, digits, and days, numbers and probabilities put so."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from gettext import NullTranslations

from marsad.serve.catalogues import catalogue, later

__all__ = ["DIGITS", "LANGUAGES", "Locale", "preferred"]

LANGUAGES = {"ar": "العربية (مارس، أبريل)", "ar-SY": "العربية (آذار، نيسان)", "en": "English"}
"""Tags of the languages, each by its own name; the two for Arabic differ in the names of months."""

DIGITS = ("western", "arabic")
_LEVANT = ("ar-sy", "ar-lb", "ar-jo", "ar-ps", "ar-iq")
_ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_BABEL = {"ar": "ar_EG", "ar-SY": "ar_SY", "en": "en_GB"}
_NO_DAY = "\u2013"
_LATIN, _ARABIC = re.compile("[A-Za-z\u00c0-\u024f]"), re.compile("[\u0590-\u08ff]")
_REMEMBERED = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Locale:
    """A language with the digits wanted; `digits` counts in Arabic only."""

    tag: str = "en"
    digits: str = "western"

    @property
    def language(self) -> str:
        """The language without the country: "ar", "en"."""
        return self.tag.split("-", maxsplit=1)[0]

    @property
    def direction(self) -> str:
        """Where lines start: "rtl" or "ltr"."""
        return "rtl" if self.language == "ar" else "ltr"

    @property
    def catalogue(self) -> NullTranslations:
        """The words of the language."""
        return catalogue(self.language)

    def text(self, message: str, **values: object) -> str:
        """Return a text in the language, with values filled in."""
        found = self.catalogue.gettext(message)
        return found % values if values else found

    def isolated(self, name: str) -> str:
        r"""Return a name that stands inside other words, kept from turning them round where it runs the other way.

        >>> Locale(tag="en").isolated("Duma"), Locale(tag="en").isolated("دوما") == "\u2068دوما\u2069"
        ('Duma', True)
        """
        other = _LATIN if self.direction == "rtl" else _ARABIC
        return f"\u2068{name}\u2069" if other.search(name) else name

    def running(self, text: str) -> str:
        """Return words that hold isolated names, so marked that they run as the page does, whatever comes first."""
        mark = "\u200f" if self.direction == "rtl" else "\u200e"
        return mark + text if "\u2068" in text else text

    def figures(self, text: str) -> str:
        """Return a text that marsad made with its digits as this person wants them."""
        return text.translate(_ARABIC_INDIC) if self.digits == "arabic" and self.language == "ar" else text

    def number(self, value: float) -> str:
        """Return a number with its thousands parted.

        >>> Locale(tag="en").number(12345)
        '12,345'
        >>> Locale(tag="ar", digits="arabic").number(12345)
        '١٢٬٣٤٥'
        """
        return _number(self.tag, self.digits, value)

    def percent(self, share: float | None) -> str:
        """Return a probability as a percentage, a dash for none."""
        return _NO_DAY if share is None else self.figures(f"{round(100 * share)}%")

    def day(self, value: date | str | None, *, form: str = "long") -> str:
        """Return a day in words, a dash for none.

        >>> Locale(tag="ar-SY").day("2024-03-20")
        '20 آذار 2024'
        """
        if not value:
            return _NO_DAY
        day = date.fromisoformat(value) if isinstance(value, str) else value
        return self.figures(_day(self._babel(), day, form))

    def month(self, value: str) -> str:
        """Return a month in words.

        >>> Locale(tag="ar-SY").month("2024-03")
        'آذار 2024'
        """
        return _month(self.tag, self.digits, value)

    def moment(self, value: datetime | str | None) -> str:
        """Return a moment, to the minute, in UTC, and says so; a dash for none.

        >>> Locale(tag="ar-SY").moment("2024-03-20T18:05:00+03:00")
        '20 آذار 2024، 15:05 غرينتش'
        """
        from babel.dates import format_time

        if not value:
            return _NO_DAY
        moment = datetime.fromisoformat(value) if isinstance(value, str) else value
        moment = moment.astimezone(UTC) if moment.tzinfo else moment
        time = self.text(later("%(time)s UTC"), time=_plain(format_time(moment, "HH:mm", locale=self._babel())))
        return self.day(moment.date(), form="d MMM yyyy") + self.text(", ") + self.figures(time)

    def period(self, start: str | None, end: str | None) -> str:
        """Return one day or two in words."""
        if not start or not end or start == end:
            return self.day(start or end)
        return f"{self.day(start)} \u2013 {self.day(end)}"

    def _babel(self) -> str:
        return _BABEL[self.tag]


@lru_cache(_REMEMBERED)
def _number(tag: str, digits: str, value: float) -> str:
    """Return a number in words of a locale; a page has hundreds, most of them small."""
    from babel.numbers import format_decimal

    locale = Locale(tag=tag, digits=digits)
    system = "arab" if locale.figures("1") != "1" else "latn"
    return locale.figures(format_decimal(value, locale=_BABEL[tag], numbering_system=system))


@lru_cache(_REMEMBERED)
def _day(locale: str, day: date, form: str) -> str:
    from babel.dates import format_date

    return _plain(format_date(day, form, locale=locale))


@cache
def _month(tag: str, digits: str, value: str) -> str:
    """Return the name of a month; pages that show years of them ask for each again and again."""
    from babel.dates import format_date

    named = format_date(date.fromisoformat(f"{value}-01"), "MMMM y", locale=_BABEL[tag])
    return Locale(tag=tag, digits=digits).figures(_plain(named))


def _plain(text: str) -> str:
    """Return a text without the direction marks that pages do not need: each value stands isolated."""
    return text.replace("\u200f", "").replace("\u200e", "")


def preferred(accepted: str) -> str:
    """Return the language for a header Accept-Language; Arabic of the Levant and Iraq has its own months.

    >>> preferred("ar-SY,ar;q=0.9,en;q=0.8"), preferred("ar"), preferred("fr,en;q=0.5"), preferred("")
    ('ar-SY', 'ar', 'en', 'en')
    """
    for tag in _by_quality(accepted):
        if tag.startswith("ar"):
            return "ar-SY" if tag in _LEVANT else "ar"
        if tag.startswith("en"):
            return "en"
    return "en"


def _by_quality(accepted: str) -> Iterable[str]:
    found: list[tuple[float, int, str]] = []
    for number, part in enumerate(accepted.lower().split(",")[:20]):
        tag, _, rest = part.strip().partition(";")
        try:
            quality = float(rest.replace("q=", "").strip() or 1)
        except ValueError:
            quality = 0.0
        if tag and quality > 0:
            found.append((-quality, number, tag.strip()))
    return [tag for _, _, tag in sorted(found)]
