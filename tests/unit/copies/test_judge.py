"""The rule, case by case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from marsad.copies import How, group_copies
from marsad.copies.facts import Agreement
from marsad.copies.judge import Telling, judge
from marsad.copies.overlap import by_length, overlap
from marsad.copies.words import read_text


@pytest.fixture
def how(report):
    """Say how two reports, given as (text, outlet, published), are copies; None when they are not."""

    def ask(left, right):
        groups = group_copies([report("a", *left), report("b", *right)])
        return groups[0].why[0].how if len(groups) == 1 else None

    return ask


def test_a_forward_is_a_copy(how, wire):
    """The same text at another outlet, with its calls to subscribe, is the same text."""
    assert how((wire, "وكالة الزاجل"), (f"🔴 {wire}\nتابعونا على تلغرام", "قناة الحصاد")) is How.SAME


def test_a_cut_is_contained(how, wire):
    """A first sentence passed on is a copy."""
    assert how((wire, "وكالة الزاجل"), (wire.split("\n")[0], "قناة الحصاد")) is How.CONTAINED


def test_a_rewording_is_told_again(how, wire, reworded):
    """Synonyms from end to end do not make a second source."""
    assert how((wire, "موقع ألف"), (reworded, "موقع باء")) is How.REWRITTEN


def test_a_witness_is_another_source(how, wire, witness):
    """A second account of the same shelling is independent."""
    assert how((wire, "وكالة الزاجل"), (witness, "صوت الناس")) is None


@pytest.mark.parametrize("outlet", ["وكالة الزاجل", "قناة الحصاد"])
def test_the_next_bulletin_is_other_news(how, wire, next_day, outlet):
    """The same sentences with another toll and village tell of another day."""
    assert how((wire, "وكالة الزاجل", "2021-03-07"), (next_day, outlet, "2021-03-08")) is None


def test_background_does_not_make_a_copy(how, wire):
    """A later report that repeats the opening of an earlier one below news of its own is news."""
    later = (
        "أعلنت مديرية التربية اليوم عودة الطلاب إلى مدارسهم بعد انقطاع دام أياماً، ووصلت قافلة إغاثة.\n"
        "وناشد المجلس المحلي المنظمات تأمين زجاج للنوافذ ومواد للتدفئة قبل موجة البرد المقبلة.\n"
        "وكان " + wire.split("\n")[0]
    )
    assert how((wire.split("\n")[0], "وكالة الزاجل", "2021-03-07"), (later, "وكالة الزاجل", "2021-03-10")) is None


def test_a_report_that_quotes_another_whole_is_a_copy(how, wire):
    """With a credit the wording of another, however framed, is the other's."""
    first = wire.split("\n")[0]
    framed = f"تشهد المنطقة تصعيداً منذ أسبوع وسط نزوح واسع.\nونقلت وكالة الزاجل: {first}\nويطالب الأهالي بهدنة."
    assert how((first, "وكالة الزاجل", "2021-03-07"), (framed, "مجلة شرق", "2021-03-09")) is How.CONTAINED


def test_a_credit_counts_where_the_same_is_told(how, wire):
    """A wire in wholly other words is a copy when it names its source, and is none when it does not."""
    told = (
        "سقط ثلاثة قتلى وسبعة جرحى من المدنيين إثر سقوط قذائف مدفعية على متاجر سرمين بريف إدلب، {}.\n"
        "وأصابت القذائف محيط مدرسة بنات، وأغلقت مدارس البلدة أبوابها إلى أجل غير محدد."
    )
    original = (wire, "وكالة الزاجل")
    assert how(original, (told.format("وفق وكالة الزاجل"), "مجلة شرق")) is How.CREDITED
    assert how(original, (told.format("وفق سكان فيها"), "مجلة شرق")) is None


@pytest.mark.parametrize(("published", "found"), [("2021-03-07", How.SAME), ("2021-03-08", None), ("", None)])
def test_short_texts_are_alike_by_chance(how, published, found):
    """A handful of words counts on one day, and not from one day to the next."""
    short = "قصف مدفعي على سرمين"
    assert how((short, "قناة ألف", "2021-03-07"), (short, "قناة باء", published)) is found


def test_posts_without_words_are_not_copies(how):
    """Two posts of emoji say nothing that one could have from the other."""
    assert how(("🔴🔴", "قناة ألف"), ("🔴🔴", "قناة باء")) is None


def day(number):
    return f"2021-03-{7 + number:02}"


def either_way(how, left, right, days):
    """Say how two reports are copies that were published so many days apart, whichever was first."""
    (found,) = {how((*left, day(0)), (*right, day(days))), how((*left, day(days)), (*right, day(0)))}
    return found


@pytest.mark.parametrize(("days", "found"), [(0, How.REWRITTEN), (2, How.REWRITTEN), (3, None)])
def test_who_tells_again_does_so_within_two_days(how, wire, reworded, days, found):
    """The same order of other words, told later, is a story that goes on."""
    assert either_way(how, (wire, "موقع ألف"), (reworded, "موقع باء"), days) is found
    assert how((wire, "موقع ألف", day(0)), (reworded, "موقع باء", "")) is How.REWRITTEN


@pytest.mark.parametrize(("days", "found"), [(0, How.CREDITED), (4, How.CREDITED), (5, None)])
def test_a_credit_counts_for_four_days(how, wire, days, found):
    """Who credits an outlet later may have another report of it in mind."""
    told = (
        "سقط ثلاثة قتلى وسبعة جرحى من المدنيين إثر سقوط قذائف مدفعية على متاجر سرمين بريف إدلب، وفق وكالة الزاجل.\n"
        "وأصابت القذائف محيط مدرسة بنات، وأغلقت مدارس البلدة أبوابها إلى أجل غير محدد."
    )
    assert either_way(how, (wire, "وكالة الزاجل"), (told, "مجلة شرق"), days) is found


OWN = (
    "وتجمع الأهالي عند المشفى الميداني بحثاً عن أسماء ذويهم، بينما ناشدت فرق الإنقاذ السكان الابتعاد عن الطرق المكشوفة."
)


@pytest.mark.parametrize(("days", "found"), [(0, How.CONTAINED), (3, How.CONTAINED), (4, None), (20, None)])
def test_half_of_a_wording_counts_for_three_days(how, wire, days, found):
    """After that what is passed on is passed on whole; a cut of it still is, weeks later."""
    first = wire.split("\n")[0]
    assert either_way(how, (wire, "موقع ألف"), (f"{first}\n{OWN}", "موقع باء"), days) is found
    assert either_way(how, (wire, "موقع ألف"), (first, "موقع باء"), days) is How.CONTAINED


@pytest.mark.parametrize("outlet", ["وكالة الزاجل", "قناة الحصاد", ""])
@pytest.mark.parametrize("published", [day(0), day(1), ""])
def test_news_of_its_own_above_is_background_but_for_others_on_the_day(how, wire, outlet, published):
    """On one day another outlet that repeats a wording passed it on; the same outlet, or another day, goes on."""
    first = wire.split("\n")[0]
    later = (
        "أعلنت مديرية التربية اليوم عودة الطلاب إلى مدارسهم بعد انقطاع دام أياماً، ووصلت قافلة إغاثة.\n"
        "وناشد المجلس المحلي المنظمات تأمين زجاج للنوافذ ومواد للتدفئة قبل موجة البرد المقبلة.\n"
        f"وكان {first}"
    )
    passed_on = published == day(0) and outlet != "وكالة الزاجل"
    assert how((first, "وكالة الزاجل", day(0)), (later, outlet, published)) is (How.CONTAINED if passed_on else None)


@pytest.mark.parametrize("days", [0, 1, 3])
def test_a_report_passed_on_whole_is_a_copy_on_any_day(how, wire, days):
    """A sentence put above all of another's report makes no news of it, unless the outlet is the same."""
    framed = f"أعلنت مديرية التربية اليوم عودة الطلاب إلى مدارسهم.\n{wire}"
    assert either_way(how, (wire, "وكالة الزاجل"), (framed, "قناة الحصاد"), days) is How.CONTAINED
    assert either_way(how, (wire, "وكالة الزاجل"), (framed, "وكالة الزاجل"), days) is None


@pytest.mark.parametrize(
    ("copy", "facts", "found"),
    [
        ("reworded", (2, 0, 2), True),
        ("reworded", (2, 0, 3), False),
        ("reworded", (1, 0, 0), False),
        ("reworded", (7, 1, 1), True),
        ("reworded", (6, 1, 1), False),
        ("passed on", (0, 0, 5), True),
        ("passed on", (7, 1, 9), True),
        ("passed on", (6, 1, 9), False),
    ],
)
def test_other_figures_and_places_are_another_act(wire, reworded, copy, facts, found):
    """Few may be replaced by others; told in other words, two at least are shared, and no more are lacking."""
    texts = sorted((read_text(wire), read_text(reworded if copy == "reworded" else wire.split("\n")[0])), key=by_length)
    tellings = (
        Telling(report_id=name, outlet=None, day=date(2021, 3, 7), moment=None, media=frozenset()) for name in "ab"
    )
    agreement = Agreement(**dict(zip(("shared", "replaced", "lacking"), facts, strict=True)))
    match = judge(*texts, overlap(*texts), lambda *_: agreement, *tellings)
    assert (match is not None) is found


@pytest.mark.parametrize(("of_short", "of_long", "found"), [(0.9, 0.45, True), (0.89, 0.45, False), (0.9, 0.44, False)])
def test_below_news_of_its_own_only_a_whole_report_is_copied_later(wire, of_short, of_long, found):
    """Nine tenths of the short one, and not much beside it; the day after, less is background."""
    texts = sorted((read_text(wire), read_text(wire.split("\n")[0])), key=by_length)
    shared = replace(overlap(*texts), of_short=of_short, of_long=of_long, lead_of_long=0.2, lead_of_short=0.5)
    tellings = (
        Telling(report_id=str(day), outlet=None, day=date(2021, 3, day), moment=None, media=frozenset())
        for day in (7, 8)
    )
    match = judge(*texts, shared, lambda *_: Agreement(shared=5, replaced=0, lacking=0), *tellings)
    assert (match is not None) is found


def test_moments_on_two_clocks_are_not_compared(report, wire):
    """One with an offset and one without, on one day: neither is the earlier, and both are one source."""
    told = [report("a", wire, "موقع ألف", "2021-03-07T10:00:00"), report("b", wire, "باء", "2021-03-07T09:00:00+03:00")]
    (group,) = group_copies(told)
    assert group.report_ids == ("a", "b")
