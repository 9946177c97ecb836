"""What is part of a report, and what its outlet put around it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.copies.words import read_text

SAID = "قُتل عنصران من قسد بهجوم مسلح في بلدة ذيبان مساء أمس الثلاثاء."


@pytest.mark.parametrize(
    "around",
    [
        "🔴 عاجل | {}",
        "منقول:\n{}",
        "{}\nتابعونا على تلغرام: t.me/akhbar",
        "{}\n#دير_الزور #عاجل",
        "{}\nالمصدر: شبكة نبض الفرات",
        "{}\nنقلاً عن شبكة نبض الفرات",
        "شبكة نبض الفرات:\n{}",
        "إعادة توجيه من شبكة نبض الفرات\n{}",
        "{}\n—————\nقناة الحصاد | شارك الخبر",
        "{} (وكالة الساحل)",
        "#ذيبان #دير_الزور — {}",
        "{}\nيمكنكم استلام إشعارات بأهم الأخبار بعد تحميل التطبيق",
        "{}\nhttps://example.org/a/b?c=1",
    ],
)
def test_what_stands_around_is_left_aside(around):
    """Stamps, links, hashtags, credits and invitations change nothing about what was said."""
    assert read_text(around.format(SAID)).key == read_text(SAID).key


@pytest.mark.parametrize(
    "other",
    [
        "قُتِلَ عُنصران من قسد بهجومٍ مسلّح في بلدة ذيبـــان مساء أمس الثلاثاء",
        "قتل عنصران من قسد، بهجوم مسلح في بلدة ذيبان مساء أمس الثلاثاء",
    ],
)
def test_spelling_and_signs_do_not_matter(other):
    """Diacritics, tatweel, hamza seats and commas are no difference."""
    assert read_text(other).key == read_text(SAID).key


def test_another_word_does_matter():
    """A changed figure is another text."""
    assert read_text(SAID.replace("عنصران", "ثلاثة عناصر")).key != read_text(SAID).key


def test_credits_are_kept_apart():
    """The line that names the source is known, and is no part of the words."""
    text = read_text(SAID + "\nالمصدر: شبكة نبض الفرات")
    assert text.credits == (("مصدر", "شبكه", "نبض", "فرات"),)
    assert "نبض" not in text.words


def test_quoted_words_are_marked():
    """Words in quotation marks are somebody else's."""
    text = read_text("قال المتحدث إن القوات «لن تنسحب من المدينة أبداً» مهما حدث")
    assert [word for word, mark in zip(text.words, text.quoted, strict=True) if mark] == [
        "لن",
        "تنسحب",
        "من",
        "مدينه",
        "ابدا",
    ]


@pytest.mark.parametrize("nothing", ["🔴🔴🔴", "تابعونا على تلغرام", "#سوريا #عاجل", "https://example.org"])
def test_a_post_that_says_nothing_has_no_words(nothing):
    """Links and calls to subscribe alone are no text that could be copied."""
    assert read_text(nothing).words == ()


@given(st.text(max_size=200))
def test_any_text_is_read(text):
    """Whatever comes in, sentences cover words in order and every word has a mark."""
    read = read_text(text)
    assert len(read.quoted) == len(read.words)
    assert [first for first, _ in read.sentences] == [0, *[stop for _, stop in read.sentences]][: len(read.sentences)]


def test_a_long_line_is_news_whatever_it_opens_with():
    """ "عن موقع التفجير" opens a sentence here and no credit."""
    line = "عن موقع التفجير قال شاهد إن السيارة توقفت قرب الفرن دقائق قبل أن تنفجر وسط المارة"
    assert read_text(line).credits == ()
    assert len(read_text(line).words) > 10
