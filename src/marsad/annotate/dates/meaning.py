"""What a time expression says before the day of publication is known."""

from __future__ import annotations

from marsad.frozen import dataclass

__all__ = [
    "Amount",
    "Anaphor",
    "Between",
    "Calendar",
    "Clock",
    "Day",
    "Edge",
    "Feast",
    "Lapse",
    "Length",
    "Meaning",
    "Nights",
    "Period",
    "Repeated",
    "Season",
    "Shift",
    "Since",
    "Time",
    "Weekday",
]


Amount = tuple[tuple[float | None, str], ...]
"""How much time, largest unit first: "شهرين و10 أيام" is ((2, "month"), (10, "day")); None is an unsaid count."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day counted from publication: "أمس" is -1. `weekday` is its name where told too: "أمس الثلاثاء"."""

    offset: int
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, Monday 0. `shift` is 0 (the last one), -1 ("الماضي"), -2 ("قبل الماضي"), 1, 2.

    `week` counts weeks when the week is named: "الأحد من الأسبوع الماضي" is -1.
    """

    day: int
    shift: int = 0
    week: int | None = None


@dataclass(frozen=True, slots=True)
class Nights:
    """The night between two days of the week: "ليل الأحد - الاثنين"."""

    first: int
    second: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """A date of a calendar; what is not told is None. "19 أيلول الماضي" has shift -1.

    `months` counts months from publication's where no month is named: "14 الشهر الجاري" is 0.
    `same_month` takes it from the date before ("9 من الشهر نفسه").
    `nth` and `of` pick a day of the month: "آخر خميس من أيار" is nth -1 of weekday 3 (of None: any day).
    """

    day: int | None = None
    month: int | None = None
    year: int | None = None
    hijri: bool = False
    shift: int | None = None
    months: int | None = None
    years: int | None = None
    weekday: int | None = None
    nth: int | None = None
    of: int | str | None = None
    same_month: bool = False


@dataclass(frozen=True, slots=True)
class Shift:
    """So much before (sign -1) or after publication: "قبل يومين". A count of None: "قبل أيام"."""

    amount: Amount
    sign: int


@dataclass(frozen=True, slots=True)
class Period:
    """A whole unit counted from publication's own: "الأسبوع الماضي" is -1 week."""

    unit: str
    offset: int


@dataclass(frozen=True, slots=True)
class Lapse:
    """The last (or next) so much time: "الأيام الثلاثة الماضية". A count of None: "الأيام الماضية"."""

    amount: Amount
    sign: int


@dataclass(frozen=True, slots=True)
class Edge:
    """A part of a period: early, middle, late (thirds), first-half or second-half: "مطلع الشهر"."""

    edge: str
    of: Meaning


@dataclass(frozen=True, slots=True)
class Season:
    """A season: "صيف 2015"."""

    season: str
    year: int | None = None
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Feast:
    """A feast or Ramadan: "عيد الأضحى الماضي"."""

    feast: str
    year: int | None = None
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Between:
    """From one day or period to another: "من 3 إلى 7 آذار". A side left out is None."""

    first: Meaning | None
    last: Meaning | None


@dataclass(frozen=True, slots=True)
class Since:
    """From a day or period on: "منذ مطلع العام"."""

    start: Meaning


@dataclass(frozen=True, slots=True)
class Length:
    """How long: "لثلاثة أيام" is ((3, "day"),). `recent` for "خلال ثلاثة أيام", which looks back from now."""

    amount: Amount
    recent: bool = False


@dataclass(frozen=True, slots=True)
class Repeated:
    """A habit: "كل يوم", "أيام الجمعة"."""

    unit: str
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Anaphor:
    """A day told from another one in the text: "اليوم التالي" is a day after it (sign 1)."""

    amount: Amount
    sign: int


@dataclass(frozen=True, slots=True)
class Clock:
    """An hour of the day: "الثالثة والنصف" is 3:30."""

    hour: int
    minute: int | None = None
    second: int | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """A day with the part of it or the hour: "فجر الثلاثاء". `day` None: "فجراً", "الساعة الثالثة"."""

    day: Meaning | None
    part: str | None = None
    clock: Clock | None = None


Meaning = (
    Day
    | Weekday
    | Nights
    | Calendar
    | Shift
    | Period
    | Lapse
    | Edge
    | Season
    | Feast
    | Between
    | Since
    | Length
    | Repeated
    | Anaphor
    | Time
)
