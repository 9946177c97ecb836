"""Words around an outcome word that change or deny it, and pronouns that stand for the victims."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.annotate.casualties.words import listed, with_and
from marsad.model.quantity import Estimate

__all__ = ["MANY", "ONE", "denied", "is_total", "may_be_name", "owner"]

MANY = Estimate(2, None, None)
ONE = Estimate.exactly(1)


def denied(words: Sequence[str], first: int, cue: int, numbered: frozenset[int]) -> bool:
    """Say whether "دون", "لم تقع", "محاولة" takes the outcome word at `cue` back.

    `numbered` are words that belong to numbers: the "لا" of "ما لا يقل عن" denies nothing.
    """
    if cue > first and words[cue - 1] in with_and("attempt"):
        return True
    for at in range(max(first, cue - 7), cue):
        word = words[at]
        if at in numbered:
            continue
        if (
            word in with_and("absence")
            and cue - at <= 6
            and words[at + 1] not in listed("age")
            and not words[at + 1][0].isdigit()
        ):
            return True
        if word in with_and("negation") and (words[at + 1] in listed("negated") or at + 1 == cue):
            return True
    return False


def is_total(words: Sequence[str], first: int, stop: int, span: tuple[int, int]) -> bool:
    """Say whether the count in `span` closes a longer account: "لترتفع الحصيلة إلى", "منذ مطلع العام"."""
    start, end = span
    for at in range(max(first, start - 12), min(stop, end + 10)):
        word = words[at]
        if word in with_and("total") and at < start:
            return True
        if word in with_and("since") and at + 1 < stop:
            following = words[at + 1].removeprefix("ال")
            if not listed("long-since").isdisjoint((following, words[at + 1])) or words[at + 1][:1].isdigit():
                return True
    return False


def owner(word: str) -> Estimate | None:
    """Return how many a pronoun on an outcome noun stands for: "مقتله" 1, "مقتلهما" 2."""
    if word.endswith("هما"):
        return Estimate.exactly(2)
    if word.endswith("هم"):
        return MANY
    if word.endswith(("ها", "ه")) and not word.endswith(("صابه", "تصفيه", "وفاه", "حياه")):
        return ONE
    return None


def may_be_name(word: str) -> bool:
    """Guess whether the word behind "مقتل" is somebody's name."""
    if word.endswith(("ها", "هم", "ته")) or (word.startswith("ال") and word.endswith(("ين", "ون"))):
        return False
    return len(word) > 2 and not word[0].isdigit() and word not in listed("stop", "weekday", "not-name")
