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
