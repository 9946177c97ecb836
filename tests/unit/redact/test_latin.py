"""Names in Latin letters."""

import pytest


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("استشهد الشاب Yazan Mahameed في درعا", [("Yazan Mahameed", "victim")]),
        ("قُتل الشاب يزن المحاميد (Yazan Mahameed) أمس", [("يزن المحاميد", "victim"), ("Yazan Mahameed", "victim")]),
        ("دُفن الرضيع Yusuf K. أمس", [("Yusuf K", "minor")]),
        ("كتبت Rima Al-Hakawati على حسابها", [("Rima Al-Hakawati", "poster")]),
        (
            "اعتقل المواطن Anas al-Masri و Samer Abu Zayd",
            [("Anas al-Masri", "detainee"), ("Samer Abu Zayd", "detainee")],
        ),
        ("قالت Hiba Darwish إن بيتها هدم. وقالت Hiba", [("Hiba Darwish", "witness"), ("Hiba", "witness")]),
    ],
)
def test_private_people_are_found(removed, text, names):
    """Who is announced, speaks, writes or is spelt a second time is found, and found again."""
    assert removed(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "قال الرئيس Donald Trump إن الاتفاق قريب",
        "كتبت New York Times عن المعركة",
        "قالت Human Rights Watch إن الغارة غير مشروعة",
        "قُتل بصاروخ Hellfire Romeo",
        "استهدفت دبابة من طراز Merkava Mark",
        "قال BBC إن القتلى عشرة",
        "وثق فريق Syria Untold المجزرة",
        "تحطمت طائرة من طراز Ilyushin في حلب",
    ],
)
def test_public_people_bodies_and_things_stay(removed, text):
    """Roles hold for Latin letters, too; outlets, bodies and arms are no people."""
    assert removed(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("كنت في السجن مع Wael H. من الحي", ["Wael H"]),
        ("تناول فيتامين Vitamin C. كل يوم", []),
        ("لقاح Hepatitis B. متوفر في المركز", []),
    ],
)
def test_a_companion_with_an_initial(removed, text, names):
    """Whom somebody was with is a person, of whose family a letter is told."""
    assert [words for words, _ in removed(text)] == names
