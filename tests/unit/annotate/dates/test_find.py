from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from marsad.annotate.dates import find
from marsad.annotate.numbers import find as find_numbers
from marsad.lexicon.load import entries
from marsad.model.report import Document, Report
from marsad.model.when import DateMention
from marsad.normalise import fold_text
from marsad.segment import split

CORPUS = yaml.safe_load((Path(__file__).parents[3] / "corpora/ar/dates.yaml").read_text(encoding="utf-8"))
PUBLISHED = date(2024, 3, 20)
_POINTS = [(value, str(form)) for value in CORPUS["values"] for form in value["forms"]]


def document(text: str, published_on: date | None = PUBLISHED) -> Document:
    report = Report(report_id="t", text=text, published_on=published_on)
    return split(report, fold_text(report.source_text))


def dates(text: str, published_on: date | None = PUBLISHED) -> tuple[DateMention, ...]:
    return find(document(text, published_on))


def only(text: str, published_on: date | None = PUBLISHED) -> DateMention:
    (mention,) = dates(text, published_on)
    return mention


@pytest.mark.parametrize(("value", "form"), _POINTS, ids=[form for _, form in _POINTS])
def test_every_spelling_has_its_value(value: dict[str, Any], form: str) -> None:
    """A spelling of the corpus is found in a sentence and resolves to its value, precision and scope."""
    mention = only(f"قصفت طائرة القرية {form}.")
    told = str(value.get("days") or "")
    first, _, last = told.partition("..")
    expected = (first or None, last or first or None)
    assert (mention.start and str(mention.start), mention.end and str(mention.end)) == expected
    assert mention.precision == value.get("precision", 1)
    assert mention.scope == value.get("scope", "point")
    assert mention.reason == value.get("reason")


@pytest.mark.parametrize("text", CORPUS["none"])
def test_look_alikes_are_not_dates(text: str) -> None:
    """Words that look like dates are left alone."""
    assert dates(text) == ()


def test_span_points_into_the_published_text() -> None:
    """The span of a mention quotes the words as published, marks and clitics included."""
    report = document("قُتِلَ عنصران فجــر الثُّلاثاءِ وجُرح ثالث")
    (mention,) = find(report)
    assert report.source_text[mention.span.start : mention.span.end] == "فجــر الثُّلاثاءِ"
    assert (mention.first, mention.stop) == (2, 4)
    assert (mention.rule_id, mention.entry_id) == ("dates.point", "weekday.tue")


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("فجر الأحد", "dawn"),
        ("مساء أمس", "evening"),
        ("ليل السبت", "night"),
        ("ظهر اليوم", "noon"),
        ("الأحد فجراً", "dawn"),
    ],
)
def test_part_of_day(text: str, part: str) -> None:
    """A part of day before or after its day is kept beside it."""
    assert only(text).part_of_day == part


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قُتل اثنان في قصف ليلي", ["night"]),
        ("قُتل اثنان بقصف عنيف ليلي", ["night"]),
        ("اعتُقل شاب في مداهمات ليلية", ["night"]),
        ("انفجرت عبوة قرب ملهى ليلي", []),
        ("فُرض حظر تجول ليلي", []),
    ],
)
def test_what_is_done_by_night_is_dated_by_it(text: str, found: list[str]) -> None:
    """An adjective of night behind what is done tells when; a club or a curfew is nightly every day."""
    assert [mention.part_of_day for mention in find(document(text))] == found


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("19 أيلول 2023", "DATE", "2023-09-19"),
        ("حزيران 2023", "DATE", "2023-06"),
        ("فجر أمس", "TIME", "2024-03-19TMO"),
        ("الساعة الثالثة والنصف من عصر أمس", "TIME", "2024-03-19T15:30"),
        ("السبت 24-3-2018 الساعة 14:30", "TIME", "2018-03-24T14:30"),
        ("لثلاثة أيام", "DURATION", "P3D"),
        ("لمدة يومين وساعة", "DURATION", "P2DT1H"),
        ("كل جمعة", "SET", "XXXX-WXX-5"),
        ("اليوم التالي", "DATE", "P1D"),
        ("العام الماضي", "DATE", "2023"),
    ],
)
def test_timex(text: str, kind: str, value: str) -> None:
    """Each mention carries its TIMEX3 type and value."""
    mention = only(text)
    assert (mention.timex_type, mention.timex_value) == (kind, value)


@pytest.mark.parametrize(
    "text", ["أمس", "الثلاثاء", "قبل يومين", "الشهر الماضي", "7 شباط", "فجراً", "عيد الفطر", "الصيف الماضي"]
)
def test_relative_without_publication_day_is_not_guessed(text: str) -> None:
    """Without a day of publication a relative expression resolves to nothing and says why."""
    mention = only(text, None)
    assert (mention.start, mention.end, mention.reason) == (None, None, "no publication date")


@pytest.mark.parametrize("text", ["3 آذار 2024", "حزيران 2023", "10 رمضان 1445", "عام 2015", "صيف 2015"])
def test_absolute_without_publication_day_resolves(text: str) -> None:
    """A date with its year needs no day of publication."""
    mention = only(text, None)
    assert mention.start is not None
    assert mention.reason is None


def test_weekday_on_its_own_day_is_that_day() -> None:
    """The publication's own weekday is the day itself; with الماضي it is a week before."""
    assert only("الأربعاء").start == PUBLISHED
    assert only("الأربعاء الماضي").start == date(2024, 3, 13)


def test_name_of_day_outweighs_today() -> None:
    """ "اليوم الثلاثاء" in a report stamped just past midnight is Tuesday."""
    assert only("اليوم الثلاثاء").start == date(2024, 3, 19)


def test_missing_year_tolerates_plans_of_a_few_days() -> None:
    """A day of this month a few days ahead is a plan, one far ahead was last year."""
    assert only("25 آذار").start == date(2024, 3, 25)
    assert only("25 أيار").start == date(2023, 5, 25)


def test_weekday_settles_the_year() -> None:
    """A date whose weekday fits only one recent year is of that year."""
    assert only("الثلاثاء 25 نيسان").start == date(2023, 4, 25)


def test_several_dates_stay_apart() -> None:
    """Dates of one sentence are separate mentions, in order."""
    found = dates("قُتل مدنيان أمس فيما جُرح ثالث الاثنين بعد قصف بدأ قبل أسبوع")
    assert [mention.start for mention in found] == [date(2024, 3, 19), date(2024, 3, 18), date(2024, 3, 13)]


def test_dates_do_not_cross_lines() -> None:
    """A date does not join words of two lines."""
    assert [mention.stop - mention.first for mention in dates("وقع ذلك الثلاثاء\n19 عنصراً قتلوا")] == [1]


@pytest.mark.parametrize(
    "text", ["في وكر بمدينة السادس من أكتوبر", "أغلقوا الطريق المؤدي إلى منصة 22 مايو", "تجمعوا في ميدان 25 يناير"]
)
def test_what_is_called_after_a_day_is_none(text: str) -> None:
    """A town or square keeps its name: nothing happened on that day."""
    assert dates(text) == ()


def test_a_day_that_something_is_planned_for_is_to_come() -> None:
    """ "الانتخابات المقررة يوم الأحد" are next Sunday's; "جرت يوم الأحد" is the last one."""
    assert only("اعتقلوهم قبل الانتخابات المقررة يوم الأحد").start == date(2024, 3, 24)
    assert only("اعتقلوهم بعد الانتخابات التي جرت يوم الأحد").start == date(2024, 3, 17)


def test_entry_names_the_word_that_weighs_most() -> None:
    """The entry of a date is its month, of a shift its unit."""
    assert only("12 آذار").entry_id == "month.3"
    assert only("قبل يومين").entry_id == "unit.day.two"


def test_act_that_a_report_comes_after_is_counted_back() -> None:
    """What a report "comes two days after" happened two days before it; elsewhere the count is anaphoric."""
    assert only("ويأتي الهجوم بعد يومين على اغتيال مختار").start == date(2024, 3, 18)
    assert only("وأفرج عنهم بعد يومين من اعتقالهم").reason == "anaphoric"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("في اليوم ذاته", date(2024, 3, 12)),
        ("في اليوم التالي", date(2024, 3, 13)),
        ("بعد يومين من ذلك", date(2024, 3, 14)),
        ("بعد ساعات", date(2024, 3, 12)),
        ("وقبل ذلك بيومين", date(2024, 3, 10)),
        ("وفي صباح اليوم التالي", date(2024, 3, 13)),
        ("ومساء ذلك اليوم", date(2024, 3, 12)),
        ("وعند الساعة الثالثة من عصر اليوم ذاته", date(2024, 3, 12)),
    ],
)
def test_a_day_told_from_another_is_counted_from_the_one_told_last(words: str, day: date) -> None:
    """ "بعد يومين من ذلك" counts from the day told before it."""
    *_, last = dates(f"قصفت الطائرات البلدة يوم 12 آذار. {words} دخلت القوات إليها", date(2024, 3, 20))
    assert (last.start, last.end) == (day, day)


@pytest.mark.parametrize("words", ["صباح اليوم السابع من الاعتصام", "مساء اليوم العالمي للطفل"])
def test_a_day_of_a_series_is_not_today(words: str) -> None:
    """ "صباح اليوم السابع من الاعتصام" is no morning of the day of publication."""
    assert not dates(f"تجمع الأهالي {words}", date(2024, 3, 20))


def test_a_day_counted_from_another_is_not_past_publication() -> None:
    """ "بعد أيام" of yesterday's act ends with the day of publication."""
    *_, last = dates("قصفت الطائرات البلدة أمس. بعد أيام دخلت القوات إليها", date(2024, 3, 20))
    assert (last.start, last.end, int(last.precision)) == (date(2024, 3, 20), date(2024, 3, 20), 2)


def test_same_month_is_that_of_the_date_before() -> None:
    """ "الشهر نفسه" takes the month told before it, and nothing when none was."""
    assert [mention.start for mention in dates("في 20 شباط ثم في 9 من الشهر نفسه")] == [
        date(2024, 2, 20),
        date(2024, 2, 9),
    ]
    assert only("في 9 من الشهر نفسه").reason == "anaphoric"


_ANY_WORD = st.sampled_from(
    [form for entry in entries("dates") for form in entry.forms]
    + ["من", "إلى", "في", "و", "،", "على", "3", "31", "99", "2018", "1445", "24/3/2018", "30/2/2018", "25:70", "نفسه"]
)


@given(st.lists(_ANY_WORD, max_size=8), st.none() | st.dates(date(1900, 1, 1), date(2090, 1, 1)))
def test_any_words_give_ordered_days_or_a_reason(words: list[str], published_on: date | None) -> None:
    """Whatever stands beside what, a mention has days in order, or says why it has none."""
    for mention in dates(" ".join(words), published_on):
        assert mention.start or mention.end or mention.reason
        assert mention.start is None or mention.end is None or mention.start <= mention.end


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("هي العملية الثانية هذا الشهر", date(2024, 3, 1)),
        ("قُصفت البلدة للمرة الثانية هذا العام", date(2024, 1, 1)),
        ("ثالث تفجير في أقل من أسبوع", date(2024, 3, 14)),
    ],
)
def test_a_rank_is_no_day_and_no_hour(text: str, start: date) -> None:
    """ "الثانية هذا الشهر" is the second of something in this month: neither the 2nd nor two o'clock."""
    assert only(text).start == start


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("نفذ التحالف عملية هي الثانية خلال أسبوع", 0),
        ("قُتل ثلاثة في ثاني غارة خلال أسبوع", 0),
        ("قُتل ثلاثة خلال أسبوع", 1),
        ("قُتل ثلاثة عند الساعة الثانية خلال الأسبوع الماضي", 2),
    ],
)
def test_the_time_within_which_an_act_is_the_second_is_not_its_own(text: str, times: int) -> None:
    """ "The second within a week" ranks an act, unless it is the second hour."""
    read = document(text, PUBLISHED)
    assert len(find(read, numbers=find_numbers(read))) == times


def test_a_rank_is_no_time_of_the_act() -> None:
    """ "For the first time since" ranks an act; "since" alone tells how long it has lasted."""
    assert dates("ضربت الطائرات البلدة للمرة الأولى منذ أربعة أيام") == ()
    assert dates("شن التنظيم الهجوم الأعنف منذ أشهر") == ()
    assert [mention.scope for mention in dates("تقصف الطائرات البلدة منذ أربعة أيام")] == ["since"]
