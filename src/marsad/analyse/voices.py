"""Who tells an incident of its own accord: a copy adds no voice, and who quotes a monitor or a medium lends it his.

A new channel is a new voice however many outlets repeat it, so whoever counts voices does not take more reporting for
more violence.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from marsad.analyse.bodies import Bodies
from marsad.export.happening import Happening, Telling
from marsad.sources import Registry
from marsad.sources.names import one_name
from marsad.sources.registry import fold_outlet

__all__ = ["Told", "Voice", "Voices"]


class Voice(NamedTuple):
    """A source, the day on which it first told an incident (None: unknown), and the report that did."""

    source: str
    published: date | None
    report_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An incident and those who tell it independently, each once, the earliest first."""

    happening: Happening
    voices: tuple[Voice, ...]

    @property
    def sources(self) -> frozenset[str]:
        """Everybody who tells it independently."""
        return frozenset(voice.source for voice in self.voices)


class Voices:
    """Finds the voices of incidents; a source has one name, however it is spelt ("شبكة النّهر", "سانا") or called."""

    def __init__(self, registry: Registry | None = None) -> None:
        self._registry = registry
        self._names: dict[str, str] = {}

    def of(self, found: Iterable[Happening]) -> list[Told]:
        """Return incidents with their voices, in the order given."""
        record = list(found)
        tellings = [told for one in record for told in one.tellings]
        outlets = dict.fromkeys(self.named(told.outlet) for told in tellings if told.outlet)
        bodies = Bodies((one_name(name) for told in tellings for name in told.bodies), outlets=outlets)
        return [Told(happening=one, voices=tuple(self._voices(one, bodies))) for one in record]

    def named(self, name: str) -> str:
        """Return the name under which a source stands."""
        source = self._registry.find(name) if self._registry else None
        if source is not None:
            return source.name
        known = one_name(name)
        return self._names.setdefault(fold_outlet(known), " ".join(known.split()))

    def _voices(self, found: Happening, bodies: Bodies) -> Iterable[Voice]:
        tellings = sorted(found.tellings, key=lambda told: told.published or date.max)
        here = {told.report_id for told in tellings}
        spoken: set[str] = set()
        first: dict[str, Voice] = {}
        for told in tellings:
            group = told.copy_of or told.report_id
            if told.copy_of is not None and (told.copy_of in here or group in spoken):
                continue
            spoken.add(group)
            name = self._speaker(told, bodies)
            if name is not None:
                first.setdefault(name, Voice(name, told.published, told.report_id))
        return first.values()

    def _speaker(self, told: Telling, bodies: Bodies) -> str | None:
        for name in told.bodies:
            source = self._registry.find(name) if self._registry else None
            body = source.name if source else bodies.named(one_name(name))
            if body is not None:
                return body
        return self.named(told.outlet) if told.outlet and told.outlet.strip() else None
