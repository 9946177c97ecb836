"""What an act hits, told by things and people named."""

import pytest

from marsad.events.targets import target_features


def targets(see, text, word):
    seen = see(text)
    return set(target_features(seen.context, seen.frame_of(word)))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("قصفت قوات النظام منزلاً في كفرنبل.", "target.housing"),
        ("قصفت قوات النظام المدرسة والسوق في كفرنبل.", "target.public"),
        ("قصفت قوات النظام الجسر قرب كفرنبل.", "target.roads"),
        ("قصفت قوات النظام ثكنات قرب كفرنبل.", "target.posts"),
        ("قصفت قوات النظام أطراف كفرنبل.", "target.open-land"),
    ],
)
def test_things_are_told_by_kind(see, text, kind):
    """Inflected or with what is written onto it, a word tells what was hit, alone and with the sense of the act."""
    found = targets(see, text, "قصفت")
    assert {kind, f"{kind}.strike"} <= found


def test_harm_denied_where_the_act_is_told(see):
    """That nobody was hurt is told in the stretch of the act, or further on in its sentence."""
    assert "unhurt.nobody" in targets(see, "قصفت قوات النظام كفرنبل دون وقوع إصابات.", "قصفت")
    assert "unhurt.unknown" in targets(see, "قصفت قوات النظام كفرنبل ولم ترد معلومات عن ضحايا.", "قصفت")


def test_harm_told_is_no_denial(see):
    """Somebody hurt is no denial of harm."""
    found = targets(see, "قصفت قوات النظام كفرنبل وأصيب أحد السكان.", "قصفت")
    assert not any("unhurt" in each for each in found)
