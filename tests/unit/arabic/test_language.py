"""Arabic is told from what other languages write."""

import pytest

from marsad.arabic.language import is_arabic

ARABIC = (
    "قصف على بلدة طفس أمس",
    "عاجل",
    "🚨 قتلى وجرحى",
    "",
    "12:30 -- 7",
    "اعتقلت قوات الأمن شاباً في کفرسوسة",
    "انفجرت عبوة ناسفة فی مدینة الباب صباح الیوم وأصیب مدنیان",
    "قصف على Su-24 GBU-12 MK-84 مواقع",
    "شو صار ليلة مبارح بچنوب البصرة من وره الهوسة گبل لا يجي الجيش",
)
OTHERS = (
    "Three civilians were killed yesterday by shelling in Idlib.",
    "Trois civils ont été tués hier à Alep.",
    "Вчера в Алеппо погибли трое.",
    "در حمله دیروز سه نفر کشته شدند و ده نفر زخمی شدند.",
    "نیروهای دولتی دیروز به روستایی در شمال شهر حمله کردند و چهار غیرنظامی کشته شدند",
    "گزشتہ روز کراچی میں دھماکہ ہوا اور پانچ افراد ہلاک ہوئے۔",
    "دوێنێ لە شاری هەولێر تەقینەوەیەک ڕوویدا و سێ کەس کوژران",
    "Bombing near the old market today: قصف",
)


@pytest.mark.parametrize("text", ARABIC)
def test_arabic(text):
    """Also what is short, in dialect, typed on a Persian keyboard, or holds names of weapons in Latin letters."""
    assert is_arabic(text)


@pytest.mark.parametrize("text", OTHERS)
def test_no_arabic(text):
    """Also what has its letters."""
    assert not is_arabic(text)
