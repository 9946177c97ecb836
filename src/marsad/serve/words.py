"""The fixed words of the record and of the work, as people read them: types, fields, roles, statuses, sources."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from marsad.gazetteer import Gazetteer, load
from marsad.lexicon.actors import wholes
from marsad.model.where import Place
from marsad.model.who import is_coded_by_name, name_in
from marsad.serve.catalogues import later
from marsad.serve.locale import Locale
from marsad.serve.place_units import unit_listed

__all__ = ["FIELDS", "KINDS", "LABELS", "REPORT_STATUSES", "Words"]

FIELDS: dict[str, str] = {
    "sub_event_type": later("What"),
    "side1": later("Who"),
    "side2": later("To whom"),
    "assist1": later("With support from"),
    "assist2": later("Supporting the other side"),
    "place": later("Where"),
    "date": later("When"),
    "killed": later("Killed"),
    "killed_civilians": later("Civilians killed"),
    "wounded": later("Wounded"),
    "detained": later("Detained"),
    "abducted": later("Abducted"),
    "sources": later("Who says so"),
    "status": later("Standing"),
    "evidence": later("The act in words"),
}
"""The fields of an event in the order in which they are checked."""

LABELS: dict[str, dict[str, str]] = {
    "event_type": {
        "Battles": later("Battles"),
        "Explosions/Remote violence": later("Explosions and remote violence"),
        "Violence against civilians": later("Violence against civilians"),
        "Protests": later("Protests"),
        "Riots": later("Riots"),
        "Strategic developments": later("Strategic developments"),
    },
    "sub_event_type": {
        "Armed clash": later("Armed clash"),
        "Government regains territory": later("Government regains territory"),
        "Non-state actor overtakes territory": later("Non-state actor overtakes territory"),
        "Air/drone strike": later("Air or drone strike"),
        "Shelling/artillery/missile attack": later("Shelling, artillery or missiles"),
        "Suicide bomb": later("Suicide bomb"),
        "Remote explosive/landmine/IED": later("Mine, IED or remote explosive"),
        "Grenade": later("Grenade"),
        "Chemical weapon": later("Chemical weapon"),
        "Attack": later("Attack on civilians"),
        "Abduction/forced disappearance": later("Abduction or forced disappearance"),
        "Sexual violence": later("Sexual violence"),
        "Peaceful protest": later("Peaceful protest"),
        "Protest with intervention": later("Protest with intervention"),
        "Excessive force against protesters": later("Excessive force against protesters"),
        "Violent demonstration": later("Violent demonstration"),
        "Mob violence": later("Mob violence"),
        "Arrests": later("Arrests"),
        "Disrupted weapons use": later("Weapons seized or stopped"),
        "Agreement": later("Agreement"),
        "Change to group/activity": later("Movement or change of a group"),
        "Headquarters or base established": later("Base established"),
        "Looting/property destruction": later("Looting or destruction of property"),
        "Non-violent transfer of territory": later("Territory handed over without a fight"),
        "Other": later("Other development"),
    },
    "status": {
        "reported": later("reported"),
        "claimed": later("claimed by a party only"),
        "disputed": later("sources disagree"),
        "denied": later("denied"),
    },
    "kind": {
        "outlet": later("the outlet"),
        "correspondent": later("correspondent"),
        "official": later("official"),
        "party": later("party to the act"),
        "monitor": later("monitor"),
        "media": later("other media"),
        "activist": later("activist"),
        "resident": later("resident"),
        "witness": later("witness"),
        "medical": later("medical"),
        "anonymous": later("anonymous"),
    },
    "review": {
        "to check": later("to check"),
        "checked": later("checked"),
        "second reading": later("second reading wanted"),
        "reviewed": later("read by a second person"),
        "disputed": later("in dispute"),
        "set aside": later("set aside"),
    },
    "act": {
        "accept": later("found the coding right"),
        "save": later("corrected the coding"),
        "restore": later("restored an older coding"),
        "assign": later("gave the report to somebody"),
        "comment": later("commented"),
        "second": later("asked for a second reading"),
        "confirm": later("confirmed as second reader"),
        "dispute": later("disputed the coding"),
        "aside": later("set the report aside"),
        "reopen": later("opened the report again"),
        "settle": later("read two codings, and kept the first"),
        "undo": later("took the last change back"),
    },
    "role": {
        "viewer": later("viewer"),
        "coder": later("coder"),
        "reviewer": later("reviewer"),
        "editor": later("editor"),
        "admin": later("administrator"),
    },
    "outlet": {
        "site": later("site"),
        "newspaper": later("newspaper"),
        "broadcaster": later("broadcaster"),
        "agency": later("news agency"),
        "feed": later("feed"),
        "telegram": later("Telegram channel"),
        "monitor": later("monitor"),
        "party": later("party to the conflict"),
        "government": later("government"),
        "organisation": later("organisation"),
        "person": later("person"),
        "other": later("other"),
    },
    "feed": {
        "rss": later("RSS or Atom"),
        "sitemap": later("sitemap"),
        "list": later("page of links"),
        "page": later("page"),
        "urls": later("file of addresses"),
        "telegram": later("Telegram channel"),
        "folder": later("folder"),
        "mail": later("mail"),
    },
    "queue": {
        "to check": later("To check"),
        "mine": later("Mine"),
        "second reading": later("Second reading"),
        "disputed": later("In dispute"),
        "recent": later("Recent"),
        "no events": later("Without events"),
    },
    "order": {
        "severity": later("Most people harmed first"),
        "confidence": later("Least certain first"),
        "newest": later("Newest first"),
        "oldest": later("Oldest first"),
    },
    "feature": {
        "country": later("country"),
        "region": later("region"),
        "admin1": later("governorate"),
        "admin2": later("district"),
        "admin3": later("subdistrict"),
        "city": later("city"),
        "town": later("town"),
        "village": later("village"),
        "quarter": later("quarter"),
        "camp": later("camp"),
        "base": later("base"),
        "airport": later("airport"),
        "crossing": later("crossing"),
        "dam": later("dam"),
        "field": later("field"),
        "prison": later("prison"),
        "hill": later("hill"),
        "river": later("river"),
        "road": later("road"),
        "facility": later("facility"),
    },
    "place_precision": {
        "1": later("the place itself"),
        "2": later("near it, or part of it"),
        "3": later("governorate or wider"),
    },
    "date_precision": {
        "1": later("the day is known"),
        "2": later("within a week"),
        "3": later("within a month or longer"),
    },
}
"""Values of the record and of the work to what people read."""

_REMEMBERED = 5_000
KINDS = tuple(LABELS["kind"])
REPORT_STATUSES = tuple(LABELS["review"])


@cache
def _units_by_name() -> dict[str, str]:
    """Return the Arabic names of first-level units outside Syria, whose code in the record is their English name."""
    places = (load().place(row) for row in range(len(load())))
    return {place.name_en: place.name_ar for place in places if place.feature == "admin1" and place.name_en}


_COUNTRY = re.compile("[A-Z]{2}")


@lru_cache(_REMEMBERED)
def _unit(language: str, code: str, _places: str) -> str:
    """Return the name of a unit by a version of the places."""
    listed = load().by_id(code) if code else None
    if listed is None:
        return (_units_by_name().get(code) if language == "ar" else None) or code
    return (listed.name_ar if language == "ar" else listed.name_en) or code


@lru_cache(_REMEMBERED)
def _country(language: str, code: str) -> str:
    from babel import Locale as Names

    return str(Names(language).territories.get(code, code))


@dataclass(frozen=True, slots=True)
class Words:
    """The fixed words in one person's language, with the places and actors in use."""

    locale: Locale
    places: Gazetteer = field(default_factory=load, repr=False, compare=False)

    def label(self, kind: str, value: Any) -> str:
        """Return a value of a kind of LABELS as people read it; one that is not known as it is."""
        return self.locale.text(LABELS[kind][str(value)]) if str(value) in LABELS[kind] else str(value)

    def field(self, name: str) -> str:
        """Return the name of a field."""
        return self.locale.text(FIELDS[name])

    def actor(self, code: str) -> str:
        """Return the name of an actor; one outside the registry is called as the report does."""
        if code not in wholes() or (is_coded_by_name(code) and self.locale.language == "ar"):
            return name_in(code)
        actor = wholes()[code]
        return actor.name_ar if self.locale.language == "ar" else actor.name_en

    def is_unlisted(self, code: str) -> bool:
        """Say whether an actor is outside the codebook: it has no page of its own."""
        return is_coded_by_name(code)

    def place(self, name: str | None, place_id: str | None) -> str:
        """Return the name of a place: in English by the gazetteer, where it has one."""
        if self.locale.language != "ar" and place_id:
            listed = self.places.by_id(place_id)
            if listed is not None and listed.name_en and name in (None, listed.name_ar):
                return listed.name_en
        if name and not place_id:  # told by its area only, which the record calls by its code
            return self.country(name) if _COUNTRY.fullmatch(name) else self.unit(name)
        return name or self.locale.text("unknown place")

    def unit(self, code: str | None) -> str:
        """Return the name of a first-level unit: "SY09" is دير الزور."""
        return _unit(self.locale.language, code or "", self.places.version)

    def country(self, code: str | None) -> str:
        """Return the name of a country."""
        return _country(self.locale.language, code or "")

    def where(self, admin1: str | None, country: str | None) -> str:
        """Return the unit and the country that a place lies in."""
        return self.locale.text(", ").join(filter(None, (self.unit(admin1), self.country(country))))

    def unit_id(self, code: str | None, country: str | None = None) -> str:
        """Return the id of the unit, or the country, that a code of the record stands for; "" for none listed.

        >>> from marsad.serve.locale import Locale
        >>> words = Words(Locale(tag="en"))
        >>> words.unit_id("SY09", "SY"), words.unit_id(None, "YE"), words.unit_id("Nowhere", "SY")
        ('SY09', 'YE', 'SY')
        """
        unit = unit_listed(self.places, code, country) or unit_listed(self.places, country)
        return unit.place_id if unit is not None else ""

    def area(self, code: str) -> str:
        """Return the name of a country or of a first-level unit: "YE", "SY09", "IQ/Al Anbar"."""
        country, _, unit = code.rpartition("/")
        if country:
            return self.where(unit, country)
        return self.country(code) if len(code) == 2 else self.unit(code)

    def whereabouts(self, place: Place) -> str:
        """Return what a listed place is and where it lies: قرية، دير الزور، سوريا."""
        admin1 = place.admin1 if place.country == "SY" else place.admin1_name
        if place.feature in ("country", "admin1"):
            admin1 = None
        kind = self.label("feature", place.feature)
        return self.locale.text(", ").join(filter(None, (kind, self.unit(admin1), self.country(place.country))))

    def count(self, count: dict[str, int | None] | None) -> str:
        """Return a count in words, no figure of it left out: "at least 20", "9 (7 to 9)"."""
        if not count:
            return ""
        low, best, high = (count[name] for name in ("low", "best", "high"))
        say = self.locale.text
        figure = {
            name: self.locale.number(value) if value is not None else ""
            for name, value in (("low", low), ("best", best), ("high", high))
        }
        if best is not None and low == best == high:
            return figure["best"]
        if low is None and high is None:
            return say("about %(best)s", **figure)
        if low is not None and high is not None:
            bounds, told = say("%(low)s to %(high)s", **figure), False
        elif low is not None:
            bounds, told = say("at least %(low)s", **figure), low == best
        else:
            bounds, told = say("at most %(high)s", **figure), high == best
        return bounds if told or best is None else say("%(best)s (%(bounds)s)", best=figure["best"], bounds=bounds)
