import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.store.words import LONGEST, search_text, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("إِدْلِب، والرّقّة؛ مُؤتة!", "ادلب والرقه موته"),
        ("٢٤/٣/٢٠١٨ و١٬٢٠٠ و1,200.5", "24 3 2018 و 1200 و 1200 5"),
        ("Su-24 CAFÉ Ağrı", "su 24 cafe agrı"),
        ("#حي_الفردوس", "حي الفردوس"),
        ("ﺍﻟﺮﻗﺔ ـــ ﻻ", "الرقه لا"),
        ("نقطة\u200fنقطة", "نقطهنقطه"),
        ("نصف \ud83d رمز 😀", "نصف رمز"),
        ("", ""),
    ],
)
def test_a_text_is_its_folded_words(text, folded):
    """Spelling, marks, digits and signs of the text do not matter to a search."""
    assert search_text(text) == folded


@given(st.text())
def test_words_are_plain_and_stand_in_order(text):
    """Whatever is written: words without spaces or signs, each over a stretch of the text, one behind the other."""
    found = words(text)
    spans = found.spans([(at, at) for at in range(len(found.texts))])
    for word, span in zip(found.texts, spans, strict=True):
        assert re.fullmatch(r"[^\W_]+", word), word
        assert 0 <= span.start < span.end <= len(text)
    assert all(left.start <= right.start for left, right in pairwise(spans))


def test_a_very_long_text_is_searched_in_its_beginning():
    """Positions beyond what databases can count are left out on all of them alike."""
    assert len(search_text("كلمة " * (LONGEST + 10)).split()) == LONGEST
