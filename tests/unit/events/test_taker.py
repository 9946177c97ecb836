"""Who is told right beside a verb of taking takes the place."""

import pytest

from marsad.events.choose import Choice
from marsad.events.taker import by_who_is_told_to_take

TAKEN = "Non-state actor overtakes territory"


@pytest.mark.parametrize(
    ("text", "side1"),
    [
        ("هاجمت فصائل المعارضة قوات النظام في تل ملح. وسيطرت الفصائل على التل بعد اشتباكات.", "opp"),
        ("هاجمت فصائل المعارضة قوات النظام في تل ملح. واستعادت قوات النظام التل بعد اشتباكات.", "syr-regime"),
        ("هاجمت فصائل المعارضة قوات النظام في تل ملح. وسيطرت على التل بعد اشتباكات.", "guess"),
    ],
)
def test_the_subject_of_the_verb_takes(see, text: str, side1: str) -> None:
    """A short name of a body named before is its subject; without one the answer stays."""
    seen = see(text)
    guess, other = Choice("guess", None, 0.9), Choice("opp", None, 0.9)
    one, two = by_who_is_told_to_take(seen.context, seen.frames[-1], TAKEN, guess, other)
    assert one.value == side1
    assert two.value == ("guess" if side1 == "opp" else "opp")
