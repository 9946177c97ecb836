"""Names read to their ends, and people tied to them."""

import pytest


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("اعتقلوا الشاب أيمن شلهوطي كزبورة أمس", ["أيمن شلهوطي كزبورة"]),
        ("قُتل خالد الزعبي وكوسيك ديشولي أمس", ["خالد الزعبي", "كوسيك ديشولي"]),
        ("وقالت الشيخة شنوكار هند الزعبي إن ابنها عاد", ["شنوكار هند الزعبي"]),
        ("أفرجت عن المعتقل عثمان أنكاش حردان أمس", ["عثمان أنكاش حردان"]),
        ("روت أم شنوكار تفاصيل الليلة", ["أم شنوكار"]),
    ],
)
def test_names_go_on(removed, text, names):
    """Words that stand nowhere end a name, begin it behind who is announced, and are tied to it by و."""
    assert [found for found, _ in removed(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قُتل خالد الزعبي، وخاطبت رفيقاته الحضور", ["خالد الزعبي"]),
        ("قُتل خالد الزعبي وهربت زوجته", ["خالد الزعبي"]),
        ("قُتل خالد الزعبي وكوسيك ديشولي، قائد الكتيبة", ["خالد الزعبي"]),
    ],
)
def test_names_end(removed, text, names):
    """Verbs behind و, and whoever holds an office, are nobody private."""
    assert [found for found, _ in removed(text)] == names
