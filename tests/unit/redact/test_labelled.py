"""Names that the form of a text tells."""

import pytest


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("الاسم: رستم خلو\nاسم الأم: سنبلة\nمكان الولادة: عامودا", ["رستم خلو", "سنبلة"]),
        ("الاسم الكامل: موجة نسيم الدغيم\nالعمر: 12", ["موجة نسيم الدغيم"]),
        ("الاسم: عبدا\nلمعين الدغيم\nالعمر 26", ["عبدا\nلمعين الدغيم"]),
        ("القتلى هم: رامي الدغيم، نوال الدغيم، تاباك كوديا، عواد الدغيم",
         ["رامي الدغيم", "نوال الدغيم", "تاباك كوديا", "عواد الدغيم"]),
    ],
)  # fmt: skip
def test_labels_and_lists_tell_names(removed, text, names):
    """What stands behind "الاسم:" is a name whatever its words are, and so is what stands among names in a list."""
    assert [name for name, _ in removed(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "اسم المستخدم: مدير الصفحة", "اسم القرية: تل السلطان", "اسم العملية: ردع العدوان",
        "رفض رئيس الوزراء نواز شريف، نتائج الانتخابات، وعودة الحزب",
        "وردت النقاط الآتية:\n1- انغمست روسيا في المحاولة\n2- فشل الأمر",
    ],
)  # fmt: skip
def test_other_labels_and_lists_are_left(removed, text):
    """Villages, accounts, operations and points of an argument are nobody."""
    assert removed(text) == []
