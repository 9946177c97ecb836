"""Reports that credit an outlet, and the reports of that outlet, some days around.

A wire that was reworded from end to end shares too few words to be met by hashing; its credit leads to the original.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from marsad.copies.credits import OutletName, credited
from marsad.copies.words import CopyText

__all__ = ["CreditNet"]

_DAYS = 4

Stretch = int | None
Own = tuple[str, ...]


def _by_stretch() -> defaultdict[Own, defaultdict[Stretch, set[int]]]:
    return defaultdict(lambda: defaultdict(set))


@dataclass(slots=True)
class CreditNet:
    """Texts by the outlets that published and that are credited in them, in stretches of days.

    An outlet may become known only after reports that credit it: those are looked through once a stretch, when the
    outlet first publishes in it, so that the order of arrival changes nothing.
    """

    outlets: dict[Own, OutletName] = field(default_factory=dict)
    starting: dict[str, set[Own]] = field(default_factory=lambda: defaultdict(set))
    texts: dict[Stretch, dict[int, CopyText]] = field(default_factory=lambda: defaultdict(dict))
    published: defaultdict[Own, defaultdict[Stretch, set[int]]] = field(default_factory=_by_stretch)
    crediting: defaultdict[Own, defaultdict[Stretch, set[int]]] = field(default_factory=_by_stretch)
    looked: set[tuple[Own, Stretch]] = field(default_factory=set)

    def catch(self, number: int, text: CopyText, outlets: Sequence[OutletName], day: date | None) -> set[int]:
        """Return the texts that this one credits or that credit its outlets, and put it in.

        `outlets` are the one that published it and those that its lines of credit name.
        """
        at: Stretch = None if day is None else day.toordinal() // _DAYS
        self.texts[at][number] = text
        found: set[int] = set()
        words = set(text.words).union(*text.credits)
        for own in {own for word in words & self.starting.keys() for own in self.starting[word]}:
            if credited(text, self.outlets[own], None):
                self.crediting[own][at].add(number)
                for near in self._near(at, self.published[own]):
                    found |= self.published[own][near]
        for outlet in outlets:
            if outlet.own not in self.outlets:
                self.outlets[outlet.own] = outlet
                self.starting[outlet.own[0]].add(outlet.own)
            for near in self._near(at, self.texts):
                self._look(outlet.own, near)
                found |= self.crediting[outlet.own][near]
            self.published[outlet.own][at].add(number)
        found.discard(number)
        return found

    def _look(self, own: Own, at: Stretch) -> None:
        if (own, at) not in self.looked:
            self.looked.add((own, at))
            outlet = self.outlets[own]
            self.crediting[own][at].update(n for n, text in self.texts[at].items() if credited(text, outlet, None))

    @staticmethod
    def _near(at: Stretch, known: Iterable[Stretch]) -> list[Stretch]:
        if at is None:
            return list(known)
        here = set(known)
        return [one for one in (at - 1, at, at + 1, None) if one in here]
