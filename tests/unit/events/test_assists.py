"""Who stands beside a side."""

import pytest

from marsad.events.assists import assisting, hit_too, joined
from marsad.events.choose import Choice


def actor(seen, code):
    return next(mention for mention in seen.annotations.actors if mention.code == code)


def helpers(seen, *sides):
    return [mention.code for mention in assisting(seen.context, seen.frames, sides)]


def beside(seen, code):
    mention = actor(seen, code)
    return [other.code for other in joined(seen.context, Choice(code, mention, 1.0))]


@pytest.mark.parametrize(
    "support",
    ["بدعم من التحالف الدولي", "بإسناد جوي من التحالف الدولي", "بالتنسيق مع التحالف الدولي", "بمساندة التحالف الدولي"],
)
def test_words_of_support(see, support):
    """Whoever a word of support leads into helps those who act."""
    assert helpers(see(f"اعتقلت قسد ثلاثة عناصر من داعش {support} في الشحيل."), "sdf", "is") == ["coalition"]


def test_who_acts_with_the_side_supports_it(see):
    """When the side is the one that a word of support leads into, the other who acts stands beside it."""
    assert helpers(see("نفذ التحالف الدولي غارات بالتنسيق مع قسد على هجين."), "sdf", "is") == ["coalition"]
    assert helpers(see("نفذ التحالف الدولي غارات وهاجمت قسد هجين."), "sdf", "is") == []


def test_nobody_supports_himself(see):
    """A side of the act is never its own helper."""
    seen = see("اعتقلت قسد ثلاثة عناصر من داعش بدعم من التحالف الدولي في الشحيل.")
    assert helpers(seen, "sdf", "is", "coalition") == []


def test_without_a_word_of_support_nobody_helps(see):
    """Another armed side in the words is no helper by being there."""
    assert helpers(see("قصفت قوات النظام مواقع لقسد في منبج."), "syr-regime", "is") == []


def test_forces_joined_by_and_act_together(see):
    """The second of two forces named together stands beside the first."""
    assert beside(see("قصفت قوات النظام وحزب الله بلدة كفرنبل."), "syr-regime") == ["hezbollah"]


def test_the_two_sides_of_a_clash_are_not_together(see):
    """ "بين" parts what و joins."""
    assert beside(see("اندلعت اشتباكات بين قوات النظام وهيئة تحرير الشام في كفرنبل."), "syr-regime") == []


def test_a_name_farther_on_is_not_joined(see):
    """Only the very next word can join a name."""
    assert beside(see("قصفت قوات النظام بلدة كفرنبل وردت هيئة تحرير الشام."), "syr-regime") == []


def test_civilians_are_joined_to_nobody(see):
    """Only armed sides act together."""
    assert beside(see("قتل مدنيون وعناصر من قسد بانفجار لغم."), "civilians") == []


def test_nobody_supports_who_is_not_known(see):
    """Words of support beside an unknown side belong to somebody else."""
    seen = see("اعتقل مسلحون مجهولون ثلاثة عناصر من داعش بدعم من التحالف الدولي في الشحيل.")
    assert helpers(seen, "unidentified", "is") == []


def also_hit(seen, kind, *sides):
    found = hit_too(seen.context, seen.only, kind, sides)
    return found.code if found else None


@pytest.mark.parametrize(("first", "second"), [("civilians", "sdf"), ("sdf", "civilians")])
def test_fighters_and_civilians_are_hit_by_one_explosion(see, first, second):
    """Each with a toll of their own, both are the side that is hit, whichever was taken first."""
    seen = see("أسفر انفجار سيارة مفخخة في منبج عن مقتل سبعة مدنيين وأربعة من مقاتلي قسد.")
    assert also_hit(seen, "Remote explosive/landmine/IED", "unidentified", first) == second


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("قُتل تسعة مدنيين بينهم مسعف بقصف مدفعي على الأتارب.", "Shelling/artillery/missile attack", "health-workers"),
        ("قُتل خمسة أشخاص بينهم صحفي بقصف مدفعي على الأتارب.", "Shelling/artillery/missile attack", "journalists"),
        ("قُتل تسعة مدنيين بينهم طفل بقصف مدفعي على الأتارب.", "Shelling/artillery/missile attack", None),
        ("قُتل تسعة مدنيين بينهم مسعف برصاص قناص في الأتارب.", "Attack", None),
    ],
)
def test_one_of_a_kind_of_their_own_among_civilians(see, text, kind, expected):
    """Medics, journalists, relief staff and officials told among civilians are hit beside them by an explosion."""
    seen = see(text)
    frame = next(frame for frame in seen.frames if frame.head.first > 0 or len(seen.frames) == 1)
    found = hit_too(seen.context, frame, kind, ("syr-regime", "civilians"))
    assert (found.code if found else None) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("أسفر انفجار سيارة مفخخة في منبج عن مقتل سبعة مدنيين قرب حاجز لقسد.", "Remote explosive/landmine/IED"),
        ("أسفرت اشتباكات في منبج عن مقتل سبعة مدنيين وأربعة من مقاتلي قسد.", "Armed clash"),
        ("أسفر انفجار سيارة مفخخة في منبج عن مقتل سبعة مدنيين وطبيب.", "Remote explosive/landmine/IED"),
    ],
)
def test_nobody_else_is_hit(see, text, kind):
    """Who is near without a toll, who dies in a clash of others, and others joined by و make no second side."""
    assert also_hit(see(text), kind, "unidentified", "civilians") is None
