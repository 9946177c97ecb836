"""Words around an outcome word that change or deny it, and pronouns that stand for the victims."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.annotate.casualties.words import listed, parts, with_and
from marsad.lexicon.role_words import role_words
from marsad.model.quantity import Estimate
from marsad.model.report import Document

__all__ = ["MANY", "ONE", "both_of", "denied", "is_last", "is_total", "may_be_name", "owner"]

MANY = Estimate(2, None, None)
ONE = Estimate.exactly(1)
_DUAL = 4


def denied(words: Sequence[str], first: int, cue: int, numbered: frozenset[int]) -> bool:
    """Say whether "دون", "لم تقع", "محاولة", "أي" takes the outcome word at `cue` back.

    `numbered` are words that belong to numbers: the "لا" of "ما لا يقل عن" denies nothing.
    """
    if cue > first and (words[cue - 1] in with_and("attempt") or words[cue - 1] in listed("any")):
        return True
    for at in range(max(first, cue - 7), cue):
        word = words[at]
        if at in numbered:
            continue
        if (
            word in with_and("absence")
            and cue - at <= 6
            and words[at + 1] not in listed("age", "lacking")
            and not words[at + 1][0].isdigit()
        ):
            return True
        if word in with_and("negation") and (words[at + 1] in listed("negated") or at + 1 == cue):
            return True
    return False


def is_total(document: Document, start: int, stop: int, span: tuple[int, int]) -> bool:
    """Say whether the count in `span` closes a longer account: "لترتفع الحصيلة إلى", "منذ مطلع العام".

    `start` and `stop` are where the neighbouring counts end and begin: a period told beyond them is theirs.
    """
    words, (first, last) = document.words, span
    for at in range(max(start, first - 12), first):
        if words[at] in with_and("total") or _is_long_since(words, at, stop):
            return True
    for at in range(first, min(stop, last + 10)):
        if at >= last and "،" in document.gap(at):
            return False
        if _is_long_since(words, at, stop):
            return True
    return False


def _is_long_since(words: Sequence[str], at: int, stop: int) -> bool:
    """Say whether "منذ" at `at` opens a period longer than a week; "المحاصرة منذ 2013" tells of the town."""
    if words[at] not in with_and("since") or at + 1 >= stop or (at and words[at - 1].startswith(("ال", "وال"))):
        return False
    following = words[at + 1]
    return not listed("long-since").isdisjoint((following.removeprefix("ال"), following)) or following[0].isdigit()


def both_of(verb: str) -> Estimate | None:
    """Return two for a verb of two people: "استشهدا", "فارقا"; not for "توفوا" nor "ضحايا"."""
    return Estimate.exactly(2) if verb.endswith("ا") and not verb.endswith(("وا", "يا")) and len(verb) > _DUAL else None


def owner(word: str) -> Estimate | None:
    """Return how many a pronoun on an outcome noun stands for: "مقتله" 1, "مقتلهما" 2."""
    if word.endswith("هما"):
        return Estimate.exactly(2)
    if word.endswith(("هم", "هن")):
        return MANY
    if word.endswith(("ها", "ه")) and not word.endswith(parts("own-ta")):
        return ONE
    return None


def may_be_name(word: str) -> bool:
    """Guess whether the word behind "مقتل" is somebody's name."""
    if word.endswith(("ها", "هم", "ته")) or (word.startswith("ال") and word.endswith(("ين", "ون"))):
        return False
    return len(word) > 2 and not word[0].isdigit() and word not in listed("stop", "weekday", "not-name", "armed-group")


def is_last(words: Sequence[str], index: int) -> bool:
    """Say whether the word behind "آخر" is what is the last of its kind, not where or how another was hit."""
    word = words[index]
    following = words[index + 1] if index + 1 < len(words) else ""
    if word in listed("of") and following in listed("stayed"):
        return True  # "آخر من تبقى منهم"
    if word in listed("stop", "weekday", "part-of-day") or word.startswith(("ب", "ل", "و")):
        return False
    held = word in listed("held") or word in role_words("holding")  # "آخر جيب للتنظيم"
    return held or word.endswith(("ات", "هم", "ها")) or following.startswith("ال")
