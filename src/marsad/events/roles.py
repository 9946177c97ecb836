"""The part an actor plays by the grammar around its name: agent, patient, both sides of a clash, supporter.

"غارات للتحالف على مواقع داعش": لـ after the noun of an act makes the agent, على makes the patient. "حاجز لقوات
النظام": لـ after a thing that is held makes the holder, who is hit. These are the readings an analyst would
make; the learned choice of sides weighs them among its features.
"""

from __future__ import annotations

from marsad.arabic.affixes import bare
from marsad.frames.context import Context
from marsad.model.frame import Frame
from marsad.model.what import TriggerMention
from marsad.model.who import ActorMention

__all__ = ["ARMS", "HOLDINGS", "part_of"]

HOLDINGS = frozenset(
    [
        "موقع",
        "مواقع",
        "نقطه",
        "نقاط",
        "مقر",
        "مقرات",
        "مقار",
        "حاجز",
        "حواجز",
        "رتل",
        "ارتال",
        "سياره",
        "سيارات",
        "اليه",
        "اليات",
        "تجمع",
        "تجمعات",
        "ثكنه",
        "ثكنات",
        "قاعده",
        "قواعد",
        "دوريه",
        "دوريات",
        "قافله",
        "مستودع",
        "مستودعات",
        "مخازن",
        "مخزن",
        "معسكر",
        "معسكرات",
        "دبابه",
        "دبابات",
        "تحصينات",
        "اهداف",
        "هدفا",
        "صفوف",
        "معاقل",
        "معقل",
        "عربه",
        "عربات",
        "شاحنه",
        "شاحنات",
        "حافله",
        "مبني",
        "غرفه",
        "رادار",
        "مطار",
        "منصه",
        "منصات",
        "دفاعات",
        "خنادق",
        "متاريس",
        "وكر",
        "اوكار",
        "خلايا",
        "خليه",
        "سيطره",
        "مناطق",
    ]
)
"""Things an armed side holds: before its name, or before لـ, they make it the one that is hit."""

ARMS = frozenset(
    [
        "مدفعيه",
        "طائرات",
        "طائره",
        "طيران",
        "مقاتلات",
        "مقاتله",
        "مروحيات",
        "مروحيه",
        "مسيره",
        "مسيرات",
        "صواريخ",
        "صاروخ",
        "قوات",
        "قوه",
        "دبابات",
        "راجمات",
        "قناص",
        "قناصه",
        "قناصو",
        "بوارج",
        "زوارق",
        "سلاح",
    ]
)
"""Arms and forces: before the name of a side they belong to it, and it acts through them."""

_BY = frozenset(
    [
        "نفذها",
        "نفذته",
        "نفذتها",
        "نفذه",
        "شنها",
        "شنته",
        "شنتها",
        "شنه",
        "تشنها",
        "يشنها",
        "تشنه",
        "اطلقها",
        "اطلقته",
        "اطلقتها",
        "اطلقه",
        "نصبه",
        "نصبته",
        "زرعها",
        "زرعتها",
        "ارتكبها",
        "ارتكبتها",
        "تنفذها",
        "ينفذها",
        "قادتها",
        "قادها",
        "دبره",
    ]
)
_BY_MEANS = frozenset(
    [
        "برصاص",
        "بنيران",
        "بقصف",
        "بغاره",
        "بغارات",
        "بهجوم",
        "بكمين",
        "بصواريخ",
        "بقذائف",
        "بمدفعيه",
        "بسلاح",
        "بضربات",
        "بضربه",
        "بعمليه",
        "برشاشات",
        "بطائرات",
        "بطيران",
        "بطائره",
    ]
)
_AGAINST = frozenset(
    [
        "علي",
        "ضد",
        "استهدف",
        "استهدفت",
        "استهدفا",
        "استهدفه",
        "يستهدف",
        "تستهدف",
        "مستهدفا",
        "مستهدفه",
        "مستهدفين",
        "استهداف",
        "باستهداف",
        "طال",
        "طالت",
        "طاول",
        "طاولت",
        "باتجاه",
        "نحو",
        "صوب",
        "بحق",
        "اصاب",
        "اصابت",
        "داهم",
        "داهمت",
    ]
)
_VICTIM_NOUNS = frozenset(
    ["death", "injury", "arrest", "abduction", "assassination", "execution", "release", "beating", "raid"]
)
_CLASHES = frozenset(("clash", "agreement", "mob"))
_SUPPORT = frozenset(
    [
        "بدعم",
        "بمسانده",
        "باسناد",
        "بغطاء",
        "بمشاركه",
        "بالتعاون",
        "بالتنسيق",
        "مدعوما",
        "مدعومه",
        "المدعومه",
        "المدعوم",
        "تدعمه",
        "تدعمها",
        "بموازره",
        "وبدعم",
        "وبمسانده",
        "وباسناد",
    ]
)


def part_of(context: Context, frame: Frame, mention: ActorMention) -> str:
    """Return agent, patient, first, second (of a clash), supporter, speaker, or none for a mention of the frame."""
    words = context.document.words
    if context.is_quoted(mention):
        return "speaker"
    start = max(frame.first, mention.first - 5)
    before = list(words[start : mention.first])
    own = words[mention.first]
    last = before[-1] if before else ""
    last_two = " ".join(before[-2:])
    if _SUPPORT & set(before[-4:]):
        return "supporter"
    if last_two in ("علي يد", "من قبل", "علي ايدي", "من جانب") or last in _BY or last in _BY_MEANS:
        return "agent"
    if len(before) > 1 and before[-2] in _BY and bare(last) in ARMS:
        return "agent"
    trigger = _governor(frame, mention)
    if trigger is not None and trigger.sense in _CLASHES:
        part = _clash_part(own, before, trigger, mention)
        if part:
            return part
    held = next(
        (index for index in range(len(before) - 1, max(-1, len(before) - 4), -1) if bare(before[index]) in HOLDINGS),
        None,
    )
    if held is not None and not any(word in _BY for word in before[held:]):
        return "patient"
    against = next((index for index in range(len(before) - 1, -1, -1) if before[index] in _AGAINST), None)
    if against is not None and (trigger is None or start + against >= trigger.first):
        governor = before[against]
        verbal = governor in (
            "استهدف",
            "استهدفت",
            "استهدفا",
            "يستهدف",
            "تستهدف",
            "اصاب",
            "اصابت",
            "داهم",
            "داهمت",
            "طالت",
            "طال",
        )
        # VSO: "استهدفت مدفعية تركية نقطة": the first name right after the verb acts, unless the verb is relative
        opens = start + against == frame.first or words[start + against - 1] in ("ان", "حيث", "فيما", "كما", "و", "قد")
        if not (verbal and opens and len(before) - against <= 3):
            return "patient"
        return "agent"
    toll = context.victim_of(mention.span)
    if toll is not None:
        return "patient"
    if trigger is None:
        return "agent" if frame.head.pos == "verb" and mention.stop >= frame.head.first - 3 else "none"
    if trigger.pos == "noun":
        if own.startswith("ل") and mention.first - trigger.stop <= 2:
            return "patient" if trigger.sense in _VICTIM_NOUNS else "agent"
        if mention.first - trigger.stop <= 2:
            return "patient" if trigger.sense in _VICTIM_NOUNS else "agent"
        if last == "من":
            return "patient" if trigger.sense in ("death", "injury", "arrest", "release") else "none"
        return "none"
    between = words[trigger.stop : mention.first]
    earlier = any(
        other.armed and trigger.stop <= other.first < mention.first and not context.is_quoted(other)
        for other in context.annotations.actors
    )
    if last in ("من", "في", "مع", "الي", "عن", "بين") or own.startswith(("بال", "لل")):
        return "patient" if last in ("من", "مع") and earlier else "none"
    if not earlier and len(between) <= 4:
        return "agent"
    return "patient" if earlier else "none"


def _governor(frame: Frame, mention: ActorMention) -> TriggerMention | None:
    """Return the last trigger before the mention, the head when several stand as near."""
    before = [trigger for trigger in frame.triggers if trigger.stop <= mention.first]
    return before[-1] if before else None


def _clash_part(own: str, before: list[str], trigger: TriggerMention, mention: ActorMention) -> str | None:
    if "بين" in before or "وبين" in before:
        last = len(before) - 1 - before[::-1].index("بين") if "بين" in before else -1
        after = before[last + 1 :] if last >= 0 else before
        joined = own.startswith("و") or any(word.startswith("و") for word in after) or "وبين" in before
        return "second" if joined else "first"
    if before and before[-1] in ("مع", "ضد", "وبين"):
        return "second"
    if len(before) > 1 and before[-2] in ("مع", "ضد") and bare(before[-1]) in ARMS | HOLDINGS:
        return "second"
    if trigger.pos == "verb" and mention.first - trigger.stop <= 1:
        return "first"
    return None
