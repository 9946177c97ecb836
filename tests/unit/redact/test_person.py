"""Names of people are told from names of bodies and places."""

import pytest

from marsad.redact.person import called_after_a_person, home_of_a_person, listed_outlet, names_a_person


@pytest.mark.parametrize(
    "name",
    ["قصي النجار", "المدعو أبو خالد", "الشاب قصي النجار", "الدكتور سامر العلي", "أبو محمد الفراتي", "عبدالرحمن الخطيب"],
)
def test_people(name):
    """A given name with what goes with it, behind a title or not."""
    assert names_a_person(name)


@pytest.mark.parametrize(
    "name",
    [
        "لواء أحمد",
        "جيش محمد",
        "كتيبة عبد القادر الصالح",
        "عز الدين القسام",
        "رامي عبدالرحمن",
        "الشرطة العسكرية",
        "قسد",
        "",
    ],
)
def test_bodies_and_public_people(name):
    """Bodies called after somebody are bodies; people whom every reader knows are no secret."""
    assert not names_a_person(name)


def test_one_word_may_be_let_pass():
    """Many a verb is a given name, too."""
    assert names_a_person("محمد")
    assert not names_a_person("محمد", least=2)


def test_homes():
    """The house of somebody is his home; a town may be called so, too."""
    assert home_of_a_person("منزل قصي النجار")
    assert not home_of_a_person("بيت حنون")
    assert not home_of_a_person("بيت جن")


def test_outlets_called_after_a_person():
    """Behind one word; a body, a place and people of the past call nobody private by name."""
    for outlet in ("شبكة قصي النجار", "صفحة أبو محمد الفراتي", "مدونة الدكتور سامر العلي"):
        assert called_after_a_person(outlet)
    for outlet in ("شبكة شام", "وكالة عمر المختار", "قناة حلب اليوم", "قصي النجار", "شبكة", "إذاعة محمد"):
        assert not called_after_a_person(outlet)


def test_listed_outlets_are_no_people():
    """An agency that is called as a girl may be."""
    assert listed_outlet("تسنيم")
    assert not listed_outlet("قصي النجار")
