"""What is known of a person anywhere holds for every mention."""


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
