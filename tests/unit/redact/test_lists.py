"""Lists of names."""

import pytest

from marsad.redact.lists import items


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("وهم:\n1- محمود القاسم\n2- فطوم شحرور", ["محمود القاسم", "فطوم شحرور"]),
        ("القتلى هم: بشار ونوس من جبلة، وغدير صقور من طرطوس", ["بشار ونوس", "وغدير صقور"]),
        ("ضحايا الانفجار في الوعر: نبيه الشلبي - فداء مندو - رولان سلوم", ["نبيه الشلبي", "فداء مندو", "رولان سلوم"]),
        ("إصابة زرخيس قاروط (٦ أعوام) بشظية", ["زرخيس قاروط"]),
    ],
)
def test_items(tokens, text, names):
    """Numbered lines, what follows a colon, and what stands before an age are items."""
    read = tokens(text)
    assert [read.document.quote(first, stop) for first, stop in sorted(items(read).items())] == names


def test_lists_of_things_are_no_lists_of_names(tokens):
    """Goods after a colon are left alone."""
    assert items(tokens("تحمل القافلة: طحين، أرز، سكر، زيت")) == {}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("شهيدان بقصف على طريق الخردلي: زومف بيضون وحيلم ترمس من طلوسة", ["زومف بيضون", "وحيلم ترمس"]),
        ("وهم:\n• حيدر عبد الأمير الكعبي / بابل", ["حيدر عبد الأمير الكعبي"]),
        ("وهم:\n4. نورس عبد الهادي الشيخ علي – من حلب", ["نورس عبد الهادي الشيخ علي"]),
        ("القتلى هم: الفاتح بابكر ود النور، بتول عثمان", ["الفاتح بابكر ود النور", "بتول عثمان"]),
    ],
)
def test_items_are_read_whole(tokens, text, names):
    """Those spoken of before a colon are listed behind it; عبد الأمير, the name علي and ود end no item."""
    read = tokens(text)
    assert [read.document.quote(first, stop) for first, stop in sorted(items(read).items())] == names


def test_what_somebody_says_is_no_list(tokens):
    """Behind a verb of saying a colon opens speech."""
    assert items(tokens("قال أحد المصابين: كنا في السوق")) == {}


def test_numbers_within_a_line_part_names(removed):
    """ "1- ... 2- ... 3- ..." is a list, in one line as in three."""
    text = "الضحايا: 1- حسب الله آدم 2- قصي الزعبي 3- مناسك (7 سنوات) 4- هند الخطيب"
    assert [words for words, _ in removed(text)] == ["حسب الله آدم", "قصي الزعبي", "مناسك", "هند الخطيب"]


@pytest.mark.parametrize(
    "text",
    [
        "المطالب: 1- وقف القصف 2- فتح المعبر 3- إطلاق الأسرى",
        "جدول الأعمال: 1- كلمة الافتتاح 2- تقرير اللجنة 3- مداخلات",
        "نادي الأسير: حالتان صحيتان في عيادة سجن الرملة",
        "خطوات التسجيل: 1) ملء الاستمارة 2) ختم المختار 3) تسليم الصورة",
    ],
)
def test_items_that_are_no_names(removed, text):
    """Demands, agendas and cases stand in lists, too."""
    assert removed(text) == []


def test_who_gives_a_name_in_a_talk_gives_no_more(removed):
    """ "- اسمي ربيعة" holds a name of one word."""
    assert removed("- من أنت؟\n- اسمي ربيعة القدور، كنت أدرّس")[0] == ("ربيعة القدور", "witness")
