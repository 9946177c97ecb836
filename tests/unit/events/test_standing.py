"""How an actor stands to a frame."""

import pytest

from marsad.events.standing import Sight, see_actor, see_mention


def spelt(sight):
    usual = [feature for describe, values in sight.usual for feature in describe(*values)]
    return {*sight.own, *usual, *(feature.replace("*", "Attack") for feature in sight.typed)}


def of_name(see, text, code, tag="", frame=0):
    seen, sight = see(text), Sight()
    mention, kind = next((actor.mentions[0], actor.kinds[0]) for actor in seen.context.cast if actor.code == code)
    see_mention(seen.context, seen.frames[frame], mention, kind, {}, tag, sight)
    return spelt(sight)


def of_actor(see, text, code):
    seen, sight = see(text), Sight()
    see_actor(seen.context, seen.frames[0], next(a for a in seen.context.cast if a.code == code), sight)
    return spelt(sight)


def test_zone_and_kind(see):
    """Where a name stands from the head, and whether it can fight."""
    text = "قتل مدنيون بقصف قوات النظام على كفرنبل."
    assert "z=C>|armed" in of_name(see, text, "syr-regime")
    assert "z=C<|civil" in of_name(see, text, "civilians")


def test_the_second_name_is_tagged(see):
    """Features of the second nearest name never count for the nearest."""
    plain, tagged = (of_name(see, "قصفت قوات النظام بلدة كفرنبل.", "syr-regime", tag) for tag in ("", "2"))
    assert {f"2{feature}" for feature in plain if feature.startswith("z=")} <= tagged
    assert not any(feature.startswith("z=") for feature in tagged)


@pytest.mark.parametrize(
    ("text", "code", "part"),
    [
        ("غارات للتحالف على مواقع داعش قرب الباغوز.", "coalition", "part=agent"),
        ("غارات للتحالف على مواقع داعش قرب الباغوز.", "is", "part=patient"),
    ],
)
def test_the_part_by_grammar_is_a_feature(see, text, code, part):
    """What an analyst reads off the words is weighed with the rest."""
    assert part in of_name(see, text, code)


def test_things_held_and_arms(see):
    """Things a side holds, and arms it acts through, are told apart."""
    assert any(each.startswith("holds|") for each in of_name(see, "هجوم على حاجز لقوات النظام.", "syr-regime"))
    assert any(each.startswith("arms|") for each in of_name(see, "سقط صاروخ أطلقته قسد على منبج.", "sdf"))


def test_victims(see):
    """A side whose people are counted as dead says so."""
    assert "victim|killed" in of_name(see, "مقتل عنصرين من قسد بهجوم لداعش.", "sdf")
    assert "victim|killed" not in of_name(see, "مقتل عنصرين من قسد بهجوم لداعش.", "is")


def test_the_accused_of_a_raid(see):
    """Those seized as members of a side tie the raid to it."""
    text = "اعتقلت قسد ثلاثة أشخاص بتهمة الانتماء لداعش في الشحيل."
    assert any(each.startswith("accused|") for each in of_name(see, text, "is"))
    assert not any(each.startswith("accused|") for each in of_name(see, text, "sdf"))


def test_a_name_outside_the_sentence_has_a_zone_only(see):
    """Grammar holds inside a sentence: elsewhere it says nothing."""
    features = of_name(see, "انفجر لغم في كفرنبل. وقالت قسد كلاماً عن الطقس.", "sdf")
    assert features
    assert not any(feature.startswith(("part=", "lead=", "turn=")) for feature in features)


def test_claims_of_an_act(see):
    """Who takes an act upon himself stands out among all names of the report."""
    text = "انفجرت عبوة ناسفة في منبج. ثم تبنى تنظيم داعش العملية."
    assert "claims|True" in of_actor(see, text, "is")
    assert "claims|True" not in of_actor(see, "انفجرت عبوة ناسفة في منبج. وهرب عناصر داعش.", "is")


def test_how_often_an_actor_is_named(see):
    """The number of names, and where they stand, belong to the actor."""
    features = of_actor(see, "قصفت قسد بلدة كفرنبل. وقالت إن قسد ردت. وأكدت قسد ذلك.", "sdf")
    assert "count=3|True" in features
    assert "in=C|True" in features


def test_who_repels_is_attacked(see):
    """The subject of "صدت" beats an attack off; the one whose attack it was stands further on."""
    text = "صدت قوات النظام هجوما لداعش قرب السخنة."
    assert "repels" in of_name(see, text, "syr-regime")
    assert "repels" not in of_name(see, text, "is")


def test_who_blames_did_not_act(see):
    """The name right behind "اتهمت" blames; the next one is blamed."""
    text = "اتهمت قوات النظام داعش بقصف مدينة تدمر."
    assert "blames" in of_name(see, text, "syr-regime")
