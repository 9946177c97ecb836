"""What is known of a person anywhere holds for every mention."""

import pytest


def test_a_first_name_far_from_a_role_is_somebody_s(removed):
    """Whom a judge detains is no judge, and is found by the first name told before."""
    text = "أوقفت الشرطة الناشط مزيان الخالدي. وأمر القاضي بإيداع مزيان الحبس"
    assert [words for words, _ in removed(text)] == ["مزيان الخالدي", "مزيان"]


def test_a_namesake_in_office_stays(removed):
    """A role right before the same first name is somebody else's."""
    text = "أوقفت الشرطة الناشط مزيان الخالدي. وأمر القاضي مزيان السعدي بحبسه"
    assert [words for words, _ in removed(text)] == ["مزيان الخالدي"]


def test_every_mention_has_one_kind(removed):
    """Who was detained stays one where only the name stands."""
    assert {kind for _, kind in removed("اعتُقل قصي الزعبي أمس. قصي يدرس الطب")} == {"detainee"}


def test_a_family_name_alone_is_of_the_one_who_bears_it(removed):
    """ "العقوري" is the one who was told dead, whatever stands beside it there."""
    text = "عُثر على جثة فرج العقوري في حفرة. وكان العقوري قد خطف من أمام منزله"
    assert {kind for _, kind in removed(text)} == {"victim"}


def test_a_family_name_of_two_people_is_nobody_s_own(removed):
    """Where two bear it, each mention has what is told there."""
    text = "قُتل سامر الزعبي. واعتقلت الشرطة هند الزعبي. وقالت عائلة الزعبي إنها تنتظر"
    assert removed(text)[-1] == ("الزعبي", "relative")


@pytest.mark.parametrize(
    "text",
    [
        "قُتل قصي الزعبي وزوجته هند، وابن أخيه يامن",
        "قُتل قصي الزعبي وزوجته هند، وابن أخيها يامن",
        "قضى نحبهم قتلا: الأب قصي سالم، والأم هند، وأبناؤهما يامن",
    ],
)
def test_kin_in_a_row_share_the_fate(removed, text):
    """A nephew, and the mother of a list, share what befell those before."""
    assert {kind for _, kind in removed(text)} == {"victim"}
