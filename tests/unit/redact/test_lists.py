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
