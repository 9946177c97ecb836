"""Who tells an incident of its own accord: a copy adds no voice, and who quotes a monitor or a medium lends it his.

A new channel is a new voice however many outlets repeat it, so whoever counts voices does not take more reporting for
more violence.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from marsad.analyse.bodies import Bodies
from marsad.analyse.counts import Spec, Unit, unit_of
from marsad.analyse.heard import Said, Voice
from marsad.export.happening import Happening
from marsad.sources import Registry
from marsad.sources.names import one_name
from marsad.sources.registry import fold_outlet

__all__ = ["Speakers", "Told", "Voices"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An incident and those who tell it independently, each once, the earliest first."""

    happening: Happening
    voices: tuple[Voice, ...]

    @property
    def sources(self) -> frozenset[str]:
        """Everybody who tells it independently."""
        return frozenset(voice.source for voice in self.voices)

    def unit(self, spec: Spec) -> Unit:
        """Return it to be counted."""
        return unit_of(self.happening, spec)


class Voices:
    """Finds the voices of incidents; a source has one name, however it is spelt ("شبكة النّهر", "سانا") or called."""

    def __init__(self, registry: Registry | None = None) -> None:
        self._registry = registry

    def of(self, found: Iterable[Happening]) -> list[Told]:
        """Return incidents with their voices, in the order given."""
        record = list(found)
        tellings = [told for one in record for told in one.tellings]
        outlets = Counter(told.outlet for told in tellings if told.outlet)
        quoted = Counter(name for told in tellings for name in told.bodies)
        speakers = Speakers(outlets, quoted, self._registry)
        return [Told(happening=one, voices=speakers.voices(one.tellings)) for one in record]


class Speakers:
    """Knows the one name of every outlet and body of a record, by how often each spelling stands there."""

    def __init__(self, outlets: Mapping[str, int], quoted: Mapping[str, int], registry: Registry | None = None) -> None:
        self._registry = registry
        spelt: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for outlet, number in outlets.items():
            known = one_name(outlet)
            spelt[fold_outlet(known)][" ".join(known.split())] += number
        names = {key: max(found, key=lambda name: (found[name], name)) for key, found in spelt.items()}
        self._outlets = {outlet: self._named(outlet, names) for outlet in outlets if outlet.strip()}
        often: Counter[str] = Counter()
        for outlet, name in self._outlets.items():
            often[name] += outlets[outlet]
        asked: Counter[str] = Counter()
        for body, number in quoted.items():
            asked[one_name(body)] += number
        bodies = Bodies(asked, outlets=sorted(often, key=lambda name: (often[name], name)))
        self._bodies = {body: self._body(body, bodies) for body in quoted}

    def same_as(self, others: Speakers) -> bool:
        """Say whether all that others name have these names here."""
        return others._outlets.items() <= self._outlets.items() and others._bodies.items() <= self._bodies.items()

    def voices(self, tellings: Iterable[Said]) -> tuple[Voice, ...]:
        """Return the voices of the reports that tell one incident."""
        told_in_turn = sorted(tellings, key=lambda told: told.published or date.max)
        here = {told.report_id for told in told_in_turn}
        spoken: set[str] = set()
        first: dict[str, Voice] = {}
        for told in told_in_turn:
            group = told.copy_of or told.report_id
            if told.copy_of is not None and (told.copy_of in here or group in spoken):
                continue
            spoken.add(group)
            name = self._speaker(told)
            if name is not None and name not in first:
                first[name] = Voice(name, told.published, told.report_id)
        return tuple(first.values())

    def _named(self, outlet: str, names: Mapping[str, str]) -> str:
        source = self._registry.find(outlet) if self._registry else None
        return source.name if source is not None else names[fold_outlet(one_name(outlet))]

    def _body(self, name: str, bodies: Bodies) -> str | None:
        source = self._registry.find(name) if self._registry else None
        return source.name if source else bodies.named(one_name(name))

    def _speaker(self, told: Said) -> str | None:
        for name in told.bodies:
            body = self._bodies[name]
            if body is not None:
                return body
        return self._outlets.get(told.outlet) if told.outlet else None
