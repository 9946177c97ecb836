"""Initials before the name that they belong to."""

import pytest


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("خلّف الحادث وفاة ب. عبد الحق 38 سنة", ["ب. عبد الحق"]),
        ("وإصابة ل. زوليخة 5 سنوات بكسور", ["ل. زوليخة"]),
        ("وفاة ب. ربيع 38 سنة وق. سليم 12 سنة", ["ب. ربيع", "ق. سليم"]),
        ("أصيب ك. حسام في اصطدام بين سيارتين", ["ك. حسام"]),
        ("نُقل الجريح ع. قصي إلى المستشفى", ["ع. قصي"]),
        ("ادّعى على ع. دندشي بتهمة السرقة. أوقف المجند ع. دندشي في منزله", ["ع. دندشي"]),
        ("أصيب المجند ع. دندشي بجروح", ["ع. دندشي"]),
        ("أوقف المدعو س. ع. الزعبي بتهمة السرقة", ["س. ع. الزعبي"]),
        ("الأسيران كفاح جرادات وشادي م. حمارشة في العيادة", ["كفاح جرادات", "شادي م. حمارشة"]),
        ("اعتقلت الشرطة سامر ع. الخطيب من منزله", ["سامر ع. الخطيب"]),
    ],
)
def test_an_initial_goes_with_its_name(removed, text, names):
    """News of the Maghreb put the initial of the family first, others between the names."""
    assert [words for words, _ in removed(text)][-len(names) :] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قال م. قصي الزعبي إن المشروع انتهى", ["قصي الزعبي"]),
        ("قال د. قصي الزعبي إن الجرحى كثر", ["قصي الزعبي"]),
        ("أوقفت الدورية ع. ح. ومرعي الدندشي في البلدة", ["ع. ح.", "مرعي الدندشي"]),
    ],
)
def test_titles_and_others_are_no_initials(removed, text, names):
    """ "م." and "د." stand for a title; whoever و adds is another."""
    assert [words for words, _ in removed(text)] == names
