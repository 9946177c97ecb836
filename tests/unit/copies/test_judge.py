"""The rule, case by case."""

from __future__ import annotations

import pytest

from marsad.copies import How, group_copies


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
