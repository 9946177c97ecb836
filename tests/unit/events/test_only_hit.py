"""One whom a report names only as hit, or as being there, did not strike."""

from __future__ import annotations

import pytest

from marsad.events.choose import Choice
from marsad.events.only_hit import by_who_is_only_hit

SHELLING = "Shelling/artillery/missile attack"


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("ضربات لعدد من قواعد النظام في مدينة حمص أمس.", True),
        ("قصف مدفعي لنقاط قوات النظام في بلدة سراقب اليوم.", True),
        ("غارات لمواقع قوات النظام في بلدة السخنة اليوم.", True),
        ("قصفت طائرة مسيرة مقراً لقوات النظام قرب السخنة.", True),
        ("استهدف قصف ليلي مواقع لقوات النظام في السخنة، وأخرى لقوات النظام قرب تدمر.", True),
        ("سقطت قذائف على البلدة. وتشهد المنطقة تواجد عناصر من قوات النظام.", True),
        ("قصف لقوات النظام على بلدة كفرنبل أمس.", False),
        ("قصف من مواقع قوات النظام على بلدة كفرنبل أمس.", False),
        ("قصف مدفعي مصدره حواجز قوات النظام على بلدة كفرنبل.", False),
        ("سقطت قذائف أطلقتها مواقع قوات النظام على بلدة كفرزيتا.", False),
        ("قصف مدفعي تنفذه حواجز قوات النظام على بلدة كفرزيتا.", False),
        ("قصف مدفعي لحواجز قوات النظام على منازل المدنيين في بلدة كفرزيتا.", False),
        ("غارات لطيران النظام على مدينة إدلب أمس.", False),
        ("قصفت قوات النظام مواقع لقوات النظام في بلدة السخنة بالخطأ.", False),
    ],
)
def test_whose_posts_are_hit_did_not_strike(see, text: str, hit: bool) -> None:
    """Posts behind a strike on them, and people who are there, make nobody its doer; fire from posts does."""
    seen = see(text)
    mention = next(actor for actor in seen.context.annotations.actors if actor.code == "syr-regime")
    settled = {
        "sub_event_type": Choice(SHELLING, None, 0.9),
        "side1": Choice("syr-regime", mention, 0.6),
        "side2": Choice("", None, 0.5),
    }
    told = by_who_is_only_hit(seen.context, list(seen.frames), settled)
    assert (told.get("side1", settled["side1"]).value == "unidentified") is hit


def test_who_is_named_by_a_post_is_hit_unless_another_is(see) -> None:
    """Whose posts are named takes the place of nobody and of civilians, and of nobody else."""
    seen = see("قصف مدفعي لنقاط قوات النظام في بلدة سراقب اليوم.")
    mention = next(actor for actor in seen.context.annotations.actors if actor.code == "syr-regime")
    for before, after in (("", "syr-regime"), ("civilians", "syr-regime"), ("hezbollah", "hezbollah")):
        settled = {
            "sub_event_type": Choice(SHELLING, None, 0.9),
            "side1": Choice("syr-regime", mention, 0.6),
            "side2": Choice(before, None, 0.5),
        }
        settled |= by_who_is_only_hit(seen.context, list(seen.frames), settled)
        assert (settled["side1"].value, settled["side2"].value) == ("unidentified", after)


def test_acts_other_than_strikes_stay(see) -> None:
    """A fight for posts has two sides, whoever is named."""
    seen = see("قصف مدفعي لنقاط قوات النظام في بلدة سراقب اليوم.")
    mention = next(actor for actor in seen.context.annotations.actors if actor.code == "syr-regime")
    settled = {"sub_event_type": Choice("Armed clash", None, 0.9), "side1": Choice("syr-regime", mention, 0.6)}
    assert by_who_is_only_hit(seen.context, list(seen.frames), settled) == {}
