"""Numbers, addresses and accounts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.redact.contacts import find_contacts, is_phone


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("للتواصل 0933 456 721 مساء", "phone", "0933 456 721"),
        ("الرقم +963-944-112-233", "phone", "+963-944-112-233"),
        ("رقمه ٠٩٤٤٥٥٦٦٧٧", "phone", "٠٩٤٤٥٥٦٦٧٧"),
        ("من رآه يتصل بأخيه منيف ٧٧٣٣٤٤١٢٠", "phone", "٧٧٣٣٤٤١٢٠"),
        ("ومن يعرفه فليتصل على 773344120", "phone", "773344120"),
        ("اكتبوا إلى a.b@example.org اليوم", "email", "a.b@example.org"),
        ("عبر حسابه @Qusai_Z1", "account", "@Qusai_Z1"),
        ("صفحته https://facebook.com/qusai.z1 فيها", "link", "https://facebook.com/qusai.z1"),
        ("الرقم الوطني 02140056789", "id", "02140056789"),
        ("سيارة تحمل لوحة دمشق 7733", "plate", "دمشق 7733"),
        ("يسكن في حي الجهاد محلة 895 زقاق 12 دار 7", "address", "حي الجهاد محلة 895 زقاق 12 دار 7"),
        ("عند 35.1234, 40.5678 تماماً", "coordinates", "35.1234, 40.5678"),
        ("عند ٣٥٫١٢٣٤، ٤٠٫٥٦٧٨", "coordinates", "٣٥٫١٢٣٤، ٤٠٫٥٦٧٨"),
        ("عند 35.0211 شمالاً و 40.4433 شرقاً، مساء", "coordinates", "35.0211 شمالاً و 40.4433 شرقاً"),
        ("خط عرض 35.0211 وخط طول 40.4433 هناك", "coordinates", "35.0211 وخط طول 40.4433"),
        ("عند 35.0211ش 40.4433ق هناك", "coordinates", "35.0211ش 40.4433ق"),
        ("تولد 3/5/1990 حلب", "birth", "3/5/1990"),
        ("قال م. ع. وهو عامل", "other", "م. ع."),
        ("القبض على المطلوب (ع. ك. م) أمس", "other", "ع. ك. م"),
        ("المحررون: ن. س. د/القدس", "other", "ن. س. د"),
        ("ساعده صديقان أحدهما هـ. ر. من السليمانية", "other", "هـ. ر."),
        ("سيارة يقودها المدعو ط. الجسري في الضنية", "other", "ط. الجسري"),
        ("وهو من مواليد عام 1978 وأب لخمسة", "birth", "1978"),
    ],
)
def test_found(text, kind, found):
    """Each kind is found, and no more than it."""
    assert [(one.kind, text[one.start : one.end]) for one in find_contacts(text)] == [(kind, found)]


@pytest.mark.parametrize(
    "text",
    [
        "قتل 1,200 مدني في 12/5/2013", "الساعة 10:30 من يوم 2024-03-20", "بلغ السعر 15000000 ليرة",
        "الطابق الأول انهار", "وكالة (د.ب.أ)", "القرار 2254 لعام 2015", "نشرت @SyriaTV تقريراً",
        "https://example.org/news/1", "بناء الدولة يحتاج وقتا", "ارتفع 3.25 بالمئة",
        "استدعاء مواليد 1984", "وكالة (د.ب.أ.)", "قال د. الجسري",
    ],
)  # fmt: skip
def test_left_alone(text):
    """Tolls, dates, prices, agencies and outlets lead to nobody."""
    assert find_contacts(text) == ()


@given(st.text("0123456789", min_size=8, max_size=8))
def test_every_mobile_number_is_found(rest):
    """A number of ten digits that begins with 0 is found wherever it stands."""
    number = f"09{rest}"
    (one,) = find_contacts(f"للتواصل {number}.")
    assert f"للتواصل {number}."[one.start : one.end] == number
    assert is_phone(number)


@pytest.mark.parametrize(
    "text",
    [
        "يتصل بها 150000 مشترك", "يتواصل مع 1200000 متابع", "يتصل بالمركز 45 مرة", "اتصلوا بي 12 مرة",
        "يتصل الجسر بطريق 12345", "يتواصل القصف منذ 2011", "يتصل به يوم 12/5/2019", "تواصلوا مع 30 عائلة",
        "يتصل بالشبكة 25000000 شخص", "يتواصل معهم 12 - 15 ناشطاً",
    ],
)  # fmt: skip
def test_who_is_called_by_how_many_is_no_number(text):
    """A count behind a verb of calling is shorter than a telephone number."""
    assert find_contacts(text) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ضبطت بحوزته بطاقة تحمل الرقم 04010122999.", ["04010122999"]),
        ("مهندس، رقم الاضبارة ش/2299. الجرم:", ["ش/2299"]),
        ("السارق نمرتو دمشق 77129. انا", ["دمشق 77129"]),
        ("سيارة كيا تحمل الرقم 418829 دمشق.", ["418829 دمشق"]),
        ("مكان وتاريخ الولادة: كوباني – 1997", ["1997"]),
        ("بناء الورد طابق تاني شقة 9. مشان", ["بناء الورد طابق تاني شقة 9"]),
        ("كتبه متطوع الإنقاذ خ. الشامي", ["خ. الشامي"]),
        ("عصام طالب، أ. العنسي، وآخرون", ["أ. العنسي"]),
        ("فيتامين د. الجزر، والحليب", []),
    ],
)
def test_papers_and_initials_of_lists(text, found):
    """Numbers of papers told by a verb or with a letter, plates in dialect, initials that close an item."""
    assert [text[one.start : one.end] for one in find_contacts(text)] == found
