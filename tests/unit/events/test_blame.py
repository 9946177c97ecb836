"""Sides that put an act on one another."""

import pytest

from marsad.events.blame import accused_by_each_other
from marsad.events.draft import drafts_of

RIVALS = (
    "قُتل مدنيان بقصف استهدف مخيم الأمل.\n"
    "واتهم الجيش الوطني قوات سوريا الديمقراطية، في حين نفت قسد مسؤوليتها واتهمت فصائل بتنفيذه."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (RIVALS, True),
        ("قُتل مدنيان بقصف استهدف مخيم الأمل.\nواتهم الجيش الوطني قوات سوريا الديمقراطية بالوقوف وراء القصف.", False),
        ("قُتل مدنيان بقصف استهدف مخيم الأمل.\nونفت قسد مسؤوليتها عن القصف.", False),
    ],
)
def test_two_accusations_and_a_denial(see, text, expected):
    """One accusation, or a denial alone, leaves the one that is named."""
    seen = see(text)
    assert accused_by_each_other(seen.context, seen.frames[:1]) is expected


def test_nobody_is_known_to_have_done_it(see, answered, made_models):
    """Rival accusations code nobody, whoever looked likeliest."""
    seen = see(RIVALS)
    draft = drafts_of(seen.context, answered(seen), made_models())[0]
    assert draft.side1.value == "unidentified"
