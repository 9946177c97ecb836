"""Trigger words to frames: which stretch of a sentence tells which act.

A clause whose only trigger is a consequence ("وأدى ذلك إلى مقتل ثلاثة") belongs to the act before it; a verb
that tells an act of its own behind و ("قصفت ... واعتقلت ...") opens a frame inside its clause.
"""

from __future__ import annotations

from collections.abc import Sequence

from marsad.lexicon.role_words import role_words
from marsad.model.frame import Frame
from marsad.model.report import Document, Sentence
from marsad.model.what import TriggerMention

__all__ = ["CONSEQUENCES", "assemble", "head_of"]

CONSEQUENCES = frozenset(("death", "injury"))
"""Senses that follow from an act: alone they tell one, beside another they are its result."""

_SOON = 4
"""Words behind "وأن" within which the verb of an answer stands."""
_RANK = {
    "chemical": 0, "suicide": 1, "airstrike": 2, "shelling": 2, "ied": 2, "grenade": 2, "clash": 2, "seize-place": 3,
    "protest": 3, "dispersal": 3, "riot": 3, "mob": 3, "sexual": 2, "abduction": 3, "arrest": 4, "assassination": 3,
    "execution": 3, "attack": 3, "body": 3, "strike": 4, "shooting": 4, "assault": 5, "raid": 5, "blast": 5,
    "agreement": 5, "disrupt": 5, "downing": 5, "landing": 5, "surrender": 6, "transfer": 6, "base": 6, "looting": 6,
    "change": 7, "move": 7, "release": 6, "offensive": 6, "other": 6, "death": 8, "injury": 9,
}  # fmt: skip


def head_of(triggers: Sequence[TriggerMention]) -> TriggerMention:
    """Choose the trigger that leads a stretch: strong before weak, act before consequence, earlier before later."""
    return min(triggers, key=lambda trigger: (trigger.weak, _RANK.get(trigger.sense, 7), trigger.first))


def assemble(document: Document, found: Sequence[TriggerMention]) -> tuple[Frame, ...]:
    """Return the frames of a report in the order of the text; page furniture gives none."""
    frames: list[Frame] = []
    by_sentence: dict[int, list[TriggerMention]] = {}
    sentence_of = _sentence_index(document)
    for trigger in found:
        by_sentence.setdefault(sentence_of[trigger.first], []).append(trigger)
    for sentence in document.sentences:
        triggers = by_sentence.get(sentence.index)
        if not triggers or sentence.furniture:
            continue
        for first, stop, inside in _stretches(document, sentence, triggers):
            frames.append(
                Frame(
                    index=len(frames),
                    sentence=sentence.index,
                    is_headline=sentence.is_headline,
                    head=head_of(inside),
                    triggers=tuple(inside),
                    first=first,
                    stop=stop,
                    sentence_first=sentence.first,
                    sentence_stop=sentence.stop,
                )
            )
    return tuple(frames)


def _sentence_index(document: Document) -> list[int]:
    index: list[int] = []
    for sentence in document.sentences:
        index += [sentence.index] * (sentence.stop - len(index))
    return index


def _stretches(
    document: Document, sentence: Sentence, triggers: list[TriggerMention]
) -> list[tuple[int, int, list[TriggerMention]]]:
    """Part a sentence into stretches of one act each; words without a trigger join the stretch before."""
    borders = [clause.first for clause in document.clauses if clause.sentence == sentence.index]
    borders += [
        trigger.first
        for trigger in triggers
        if trigger.proclitics[:1] == "و" and trigger.pos == "verb" and trigger.sense not in CONSEQUENCES
    ]
    borders += [
        at
        for at in range(sentence.first + 1, sentence.stop)
        if document.words[at] in role_words("and-that") and _answers_soon(document, triggers, at)
    ]
    stretches: list[tuple[int, int, list[TriggerMention]]] = []
    starts = sorted(set(borders))
    for number, start in enumerate(starts):
        stop = starts[number + 1] if number + 1 < len(starts) else sentence.stop
        inside = [trigger for trigger in triggers if start <= trigger.first < stop]
        opens = any(trigger.sense not in CONSEQUENCES for trigger in inside)
        if stretches and (not inside or (not opens and stretches[-1][2])):
            first, _, before = stretches[-1]
            stretches[-1] = (first, stop, before + inside)
        else:
            stretches.append((start, stop, inside))
    if stretches and not stretches[0][2] and len(stretches) > 1:
        first, (_, stop, inside) = stretches[0][0], stretches[1]
        stretches[:2] = [(first, stop, inside)]
    return [stretch for stretch in stretches if stretch[2]]


def _answers_soon(document: Document, triggers: list[TriggerMention], at: int) -> bool:
    """Say whether an answer stands close behind a word: "وأن قواته ردت باستهداف القاعدة"."""
    replying = role_words("replying")
    return any(
        at < trigger.first <= at + _SOON and document.words[trigger.first] in replying
        for trigger in triggers
        if not trigger.weak and trigger.pos == "verb"
    )
