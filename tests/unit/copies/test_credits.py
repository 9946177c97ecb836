"""Whom a report has its words from."""

from __future__ import annotations

import pytest

from marsad.copies.credits import credited, line_names, named_media, outlet_name
from marsad.copies.words import read_text

RAVEN = outlet_name("وكالة الزاجل للأنباء")
PULSE = outlet_name("شبكة نبض الفرات")


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("قصف المدفعية طال البلدة، نقلاً عن وكالة الزاجل", RAVEN),
        ("قصف المدفعية طال البلدة، وفق ما قاله مسعف للزاجل وكالة الزاجل", RAVEN),
        ("وأوضح المسؤول لوكالة الزاجل أن البلدة خالية", RAVEN),
        ("وقال مراسل نبض الفرات إن الطريق مقطوع", PULSE),
        ("الطريق مقطوع منذ الصباح\nالمصدر: نبض الفرات", PULSE),
        ("الطريق مقطوع منذ الصباح (شبكة نبض الفرات)", PULSE),
    ],
)
def test_a_credit_is_found(text, outlet):
    """A name counts beside a word of reporting, after its kind, or in a line of credit."""
    assert credited(read_text(text), outlet, None)


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("حلق الحمام الزاجل فوق المدينة", RAVEN),
        ("عاد نبض الحياة إلى ضفاف الفرات", PULSE),
    ],
)
def test_common_words_are_no_credit(text, outlet):
    """A word that is an outlet's name, too, credits nobody."""
    assert not credited(read_text(text), outlet, None)


def test_an_outlet_does_not_credit_itself():
    """An outlet that names its own correspondent has its words from itself."""
    text = read_text("وقال مراسل نبض الفرات إن الطريق مقطوع")
    assert not credited(text, PULSE, PULSE)
    assert not credited(text, PULSE, outlet_name("نبض الفرات الإخبارية"))


def test_an_outlet_of_kinds_alone_keeps_its_name():
    """ "شبكة أخبار" has no word of its own, so that all of them are."""
    assert outlet_name("شبكة أخبار").own == ("شبكه", "اخبار")
    assert outlet_name(" ") is outlet_name(None) is None


def test_lines_of_credit_give_names():
    """The opening of the line is left aside."""
    (name,) = line_names(read_text("الطريق مقطوع منذ الصباح\nنقلاً عن أخبار الرقة اليوم"))
    assert name.own == ("رقه", "يوم")


def test_media_are_told_from_other_things_of_that_name():
    """ "موقع عسكري" is no outlet, "لموقع الراصد" is."""
    assert named_media(read_text("قصفت الطائرات موقع تدريب قرب البلدة")) == frozenset()
    assert named_media(read_text("وقال المسعف لموقع الراصد إن البلدة خالية")) == {("موقع", "راصد")}
