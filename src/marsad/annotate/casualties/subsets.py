"""Parts of a toll that are told behind it: "مقتل 14 مدنياً، بينهم 3 أطفال وامرأتان"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from marsad.annotate.casualties.cues import Cue
from marsad.annotate.casualties.found import Found
from marsad.annotate.casualties.joined import together
from marsad.annotate.casualties.noun_phrase import Reader
from marsad.annotate.casualties.people import person
from marsad.annotate.casualties.phrase import Phrase
from marsad.annotate.casualties.words import listed, parts, with_and

__all__ = ["with_subsets"]


def with_subsets(reader: Reader, found: list[Found], cues: Sequence[Cue], first: int, stop: int) -> list[Found]:
    """Add to the counts of words `first` to `stop` "بينهم 3 أطفال وامرأتان": part of the toll told just before."""
    made: list[Found] = []
    added: list[Found] = []
    for at in range(first, stop - 1):
        owners = [one for one in found if one.first <= at] if _picks(reader.words, at) else []
        phrase = _picked(reader, at, stop) if owners else None
        if phrase is None or any(one.rule == "verb" and one.people_first == phrase.first for one in owners):
            continue  # "وقُتل منهم سبعة": the toll itself
        whole = max(owners, key=lambda one: one.stop)
        subset = True
        for one in [phrase, *together(reader, phrase, stop)]:
            # "مقتل 14 من القوات، بينهم 4 ضباط، و9 من التنظيم": the nine are killed besides
            subset = subset and not (one is not phrase and reader.parted(one.first - (one.first > at)))
            (made if subset else added).append(
                Found(
                    at if one is phrase else one.first, one.stop, one.first, one.stop, whole.outcome, one.estimate,
                    one.head, one.kind, "subset" if subset else "addend", one.entry_id, subset=subset,
                )
            )  # fmt: skip
    nouns = {cue.first for cue in cues if cue.voice == "victim"}
    made = [one for one in made if not nouns & {one.people_first, one.stop}]  # "بينهم محامون، وأكثر من مئة جريح"
    fates = {(one.people_first, one.outcome) for one in found if one.rule == "before-verb"}
    made = [one for one in made if not any(at == one.people_first and told != one.outcome for at, told in fates)]
    added = [one for one in added if one.stop not in nouns]
    spans = {one.people_first for one in made}
    return [one for one in found if one.subset or one.people_first not in spans] + made + added


def _picks(words: Sequence[str], at: int) -> bool:
    """Say whether word `at` picks a part of a toll: "بينهم", "أحدهما طفل"."""
    if words[at] in listed("one-of-them"):
        one = person(words[at + 1])
        return one is not None and one.many == 1
    return words[at] in with_and("subset")


def _picked(reader: Reader, at: int, stop: int) -> Phrase | None:
    """Read the part picked at word `at` of a sentence up to `stop`: "بينهم 3 أطفال", "5 منهم أطفال"."""
    number = reader.by_stop.get(at)
    if number is not None and reader.joins(at + 1):
        return None  # "خمسة منهم وعنصر"
    phrase = reader.read(at + 1, stop, strict=False)
    of_them = reader.words[at].removeprefix("و").startswith(parts("of"))  # not "أربعة عشر بينهم ضابط"
    if phrase is not None and number is not None and number.kind == "cardinal" and not phrase.numbered and of_them:
        return replace(phrase, estimate=number.estimate, numbered=True)
    return phrase
