"""Words that may be nouns or verbs, read as the verb of what opens their clause: "القصف تصاعد كثيراً"."""

from __future__ import annotations

from marsad.claims.lists import says, spells
from marsad.claims.scene import Scene
from marsad.claims.words import Cue
from marsad.model.report import Sentence

__all__ = ["goes_back", "goes_elsewhere", "has_it", "is_predicate", "is_under_way"]

_NEXT = 2
"""Words at most from a verb to where its subject rises or falls, too."""
_LED = 2
"""Words at most before the acts that open a clause: "وتيرة عمليات الخطف"."""


def is_predicate(scene: Scene, sentence: Sentence, cue: Cue) -> bool:
    """Say whether a word that may be a noun is the verb of what opens its clause: "القصف تصاعد كثيراً هذا الأسبوع"."""
    words = scene.document.words
    low, _ = scene.clause(sentence, cue.first)
    if cue.first == low or cue.proclitics or not says(words[cue.first], "perfect"):
        return False
    if any(says(words[at], "seen-by") or says(words[at], "does-again") for at in range(low, cue.first)):
        return False  # "شهدت المدينة تراجعاً"
    before = words[cue.first - 1]
    if any(spells(before, role) for role in ("into", "opens-anew", "upon", "because")):
        return False
    bare = scene.document.quote(cue.first, cue.stop)
    return not bare.endswith(("ا", "اً", "ًا", "ي")) and _is_said_how(scene, sentence, cue.stop)


def _is_said_how(scene: Scene, sentence: Sentence, at: int) -> bool:
    """Say whether a clause ends at word `at`, or tells how much or when: "كثيراً", "بشكل", "خلال", "عن"."""
    if at >= sentence.stop or scene.pause(at):
        return True
    word = scene.document.words[at]
    cues = (*scene.cues["during"], *scene.cues["since"], *scene.cues["compared"])
    starts = {one.first for one in cues} | {one.first for one in scene.periods}
    led = spells(word, "into") and at + 1 in starts  # "تضاعف في عام 2017"
    led = led or (
        spells(word, "of") and any(one.first == at + 1 for one in scene.annotations.numbers)
    )  # "تراجع من 14 إلى 2"
    return led or word.startswith("ب") or word.endswith("ا") or at in starts


def is_under_way(scene: Scene, sentence: Sentence, cue: Cue) -> bool:
    """Say whether a noun says what its subject is in, and ends its clause: "الهجمات آخذة في التزايد خلال آذار"."""
    words = scene.document.words
    if cue.first == sentence.first or not spells(words[cue.first - 1], "under-way"):
        return False
    at = cue.stop
    closed = at >= sentence.stop or scene.pause(at)
    cues = (*scene.cues["during"], *scene.cues["compared"])
    return closed or any(one.first == at for one in scene.periods) or any(one.first == at for one in cues)


def goes_back(scene: Scene, sentence: Sentence, cue: Cue) -> bool:
    """Say whether a noun is what something does again: "عاودت وتيرة القصف الارتفاع", "تواصل الهجمات تراجعها"."""
    words = scene.document.words
    low, _ = scene.clause(sentence, cue.first)
    noun = words[cue.first].removeprefix("ل")
    if not (noun.startswith("ال") or words[cue.stop - 1].endswith(("ها", "ه"))):
        return False
    return any(says(words[at], "does-again") for at in range(low, cue.first))


def has_it(scene: Scene, sentence: Sentence, cue: Cue) -> bool:
    """Say whether acts are told to have a rise or fall: "أعمال الخطف شهدت انحساراً", "سجل القصف على كوباني تصعيداً"."""
    words = scene.document.words
    low, _ = scene.clause(sentence, cue.first)
    low = max([low, *(at + 1 for at in range(low, cue.first) if spells(words[at], "that-is-said"))])
    verbs = [at for at in range(low, cue.first) if says(words[at], "has-change")]
    if not verbs or not words[cue.first].endswith("ا"):
        return False
    led = [act for act in scene.within(scene.acts, low, cue.first) if act.counts]
    opening = verbs[-1] + 1 if verbs[-1] <= low + 1 else low
    ahead = verbs[-1] == cue.first - 1 or verbs[-1] <= low + 1
    return ahead and any(opening <= act.first <= opening + _LED for act in led)


def goes_elsewhere(scene: Scene, cue: Cue) -> bool:
    """Say whether a verb goes on with what rose or fell just before, elsewhere: "قلت في اللاذقية وزادت في حمص"."""
    words, at = scene.document.words, cue.first
    joined = words[at].startswith("و") or (at > 0 and spells(words[at - 1], "in-contrast"))
    elsewhere = any(cue.stop < one.first <= cue.stop + _NEXT for one in scene.annotations.places)
    return cue.pos == "verb" and joined and elsewhere
