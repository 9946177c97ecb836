"""Who else an act hits beside the first."""

from dataclasses import replace

import pytest

from marsad.events.assists import joined
from marsad.events.choose import Choice
from marsad.events.draft import drafts_of
from marsad.events.hit_too import hit_too, others_hit
from marsad.events.models import load_models
from marsad.lexicon.weights import Weights

TOLD = {"type": {}, "side1": {"part=agent": 9.0}, "side2": {"part=patient": 5.0}}


@pytest.fixture(scope="module")
def hitting(see, answered, made_models):
    """Return a report as seen, and its first act with the sides and the type given."""

    def read(text, kind, doer, hit):
        seen = see(text)
        draft = drafts_of(seen.context, answered(seen, **TOLD), made_models(**TOLD))[0]
        mention = next((mention for mention in seen.annotations.actors if mention.code == hit), None)
        sides = {"side1": Choice(doer, None, 0.9), "side2": Choice(hit, mention, 0.9)}
        return seen, replace(draft, sub_event_type=draft.sub_event_type._replace(value=kind), **sides)

    return read


def seen_from(hitting, text, kind, doer, hit):
    seen, draft = hitting(text, kind, doer, hit)
    return {
        other.value: other.features
        for other in others_hit(seen.context, draft, fellows=joined(seen.context, draft.side2))
    }


SHELLING, MINE = "Shelling/artillery/missile attack", "Remote explosive/landmine/IED"


@pytest.mark.parametrize(("first", "other"), [("civilians", "sdf"), ("sdf", "civilians")])
def test_two_with_a_toll_each_are_seen_so(hitting, first, other):
    """Whichever was taken first, the other is a candidate that has a toll of its own, tied by و."""
    text = "أسفر انفجار سيارة مفخخة في منبج عن مقتل سبعة مدنيين وأربعة من مقاتلي قسد."
    found = seen_from(hitting, text, MINE, "unidentified", first)
    assert set(found) == {other}
    assert {"counted=True.True", "tie=near"} <= set(found[other])


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("قصفت إسرائيل مواقع لقوات النظام وحزب الله قرب القصير.", "tie=joined"),
        ("قصفت إسرائيل مواقع لقوات النظام ومستودعات لحزب الله قرب القصير.", "tie=near"),
        ("قصفت إسرائيل مواقع لقوات النظام ثم مستودعات لحزب الله قرب القصير.", "tie=none"),
    ],
)
def test_how_names_are_tied(hitting, text, tie):
    """و right before the second name, some words before it, or none at all."""
    assert tie in seen_from(hitting, text, SHELLING, "israel", "syr-regime")["hezbollah"]


@pytest.mark.parametrize(("text", "among"), [("بينهم", True), ("وأسعفهم", False)])
def test_who_is_told_among_others(hitting, text, among):
    """A word for "among them" before somebody of a kind of their own is seen."""
    found = seen_from(hitting, f"قُتل تسعة مدنيين {text} مسعف بقصف على الأتارب.", SHELLING, "syr-regime", "civilians")
    assert f"among={among}|civ" in found["health-workers"]


@pytest.mark.parametrize("nobody", ["", "unidentified"])
def test_nobody_is_hit_beside_nobody(hitting, nobody):
    """Where no one is hit first, no one is hit beside."""
    assert seen_from(hitting, "قصفت إسرائيل مواقع لقوات النظام قرب القصير.", SHELLING, "israel", nobody) == {}


def test_who_acts_is_not_hit_beside(hitting):
    """The doer is no candidate, nor is anybody of another sentence."""
    text = "قصفت إسرائيل مواقع لقوات النظام قرب القصير. وأدان حزب الله القصف."
    assert seen_from(hitting, text, SHELLING, "israel", "syr-regime") == {}


def test_only_the_likely_are_taken(hitting):
    """Weights decide, and even odds are not enough."""
    seen, draft = hitting("قصفت إسرائيل مواقع لقوات النظام وحزب الله قرب القصير.", SHELLING, "israel", "syr-regime")
    likely = Weights(name="second", weights={"tie=joined": 2.0})
    assert [(other.value, other.mention.code) for other in hit_too(seen.context, draft, likely, fellows=())] == [
        ("hezbollah", "hezbollah")
    ]
    assert hit_too(seen.context, draft, Weights(name="second"), fellows=()) == ()


@pytest.mark.parametrize(
    ("text", "kind", "hit", "others"),
    [
        ("أسفر انفجار سيارة مفخخة في منبج عن مقتل سبعة مدنيين وأربعة من مقاتلي قسد.", MINE, "civilians", ["sdf"]),
        ("قُتل ستة مدنيين بينهم صحفي بقصف مدفعي على سرمين.", SHELLING, "civilians", ["journalists"]),
        ("أسفر انفجار سيارة مفخخة في منبج عن مقتل سبعة مدنيين قرب حاجز لقسد.", MINE, "civilians", []),
        ("أسفرت اشتباكات بين قوات النظام وداعش قرب السخنة عن مقتل سبعة عناصر.", "Armed clash", "is", []),
    ],
)
def test_the_weights_that_ship(hitting, text, kind, hit, others):
    """Whoever has a toll beside the first is hit too; who only stands near, or fights on, is not."""
    seen, draft = hitting(text, kind, "unidentified", hit)
    found = hit_too(seen.context, draft, load_models().second, fellows=joined(seen.context, draft.side2))
    assert [other.value for other in found] == others
