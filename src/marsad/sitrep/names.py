"""Names in a report: in a public one only those of registers and gazetteers, since others may be of private people."""

from __future__ import annotations

from marsad.analyse.keys import Value
from marsad.export.geo import area_of
from marsad.export.happening import Happening
from marsad.gazetteer import Gazetteer
from marsad.lexicon.actors import wholes
from marsad.sitrep.gather import UNNAMED
from marsad.sitrep.speech import Speech
from marsad.wording import actor_label, label, place_label, unit_label

__all__ = ["Names"]


class Names:
    """Says how areas, kinds, actors, places and outlets are called."""

    def __init__(self, speech: Speech, gazetteer: Gazetteer, *, public: bool) -> None:
        self._speech, self._tongue, self._gazetteer = speech, speech.tongue, gazetteer
        self.public = public

    def area(self, code: str | None) -> str:
        """Return the name of the area that a report is of."""
        return unit_label(code, self._tongue) if code else self._speech.say("titles", "everywhere")

    def unit(self, value: Value) -> str:
        """Return the name of a unit, with what is not known of it: "دير الزور (معروف فوق المنطقة فقط)"."""
        name = unit_label(value.code, self._tongue) if value.code else ""
        note = label("note", value.note, self._tongue) if value.note else ""
        return f"{name} ({note})" if name and note else name or note

    def kind(self, code: str) -> str:
        """Return the name of a sub-event type."""
        return label("sub_event_type", code, self._tongue)

    def is_told(self, code: str) -> bool:
        """Say whether an actor is named at all."""
        return bool(code) and (not self.public or code in wholes())

    def actor(self, code: str) -> str:
        """Return the name of an actor, or that nobody is named, or that it is outside the register."""
        if not code:
            return self._speech.say("sentences", "nobody_told")
        return actor_label(code, self._tongue) if self.is_told(code) else label("note", "unregistered", self._tongue)

    def actors(self, codes: tuple[str, ...]) -> str:
        """Return the names of a side."""
        named = list(dict.fromkeys(self.actor(code) for code in codes)) or [self.actor("")]
        return self._tongue.listed(named)

    def place(self, one: Happening) -> str:
        """Return where it happened; in public a place that no gazetteer lists is told by its unit only."""
        place = one.place
        name, place_id = place["name"], place["place_id"]
        listed = self._gazetteer.by_id(place_id) if place_id else None
        if self.public:
            name = listed.name_ar if listed is not None else ""
        unit = area_of(one)
        within = unit_label(unit, self._tongue) if unit else ""
        if not name:
            if not within:
                return self._speech.say("notable", "unknown_place")
            return self._speech.say("notable", "area_of", unit=within)
        named = place_label(name, place_id, self._tongue)
        above = unit_label(place["admin1"], self._tongue) if place["admin1"] else ""
        return named if above in ("", named) else f"{named} ({above})"

    def outlet(self, name: str | None) -> str:
        """Return the name of an outlet."""
        if not name:
            return label("note", "no outlet told", self._tongue)
        if name == UNNAMED:
            return self._speech.say("notable", "unnamed_outlet")
        return name
