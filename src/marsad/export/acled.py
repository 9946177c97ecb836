"""What ACLED's columns ask for beyond our own fields; resources/exports/acled.csv says which column holds what."""

from __future__ import annotations

from marsad.export.happening import Happening
from marsad.export.naming import NOT_FIGHTING, actor_category, actor_country, actor_name
from marsad.export.table import joined
from marsad.export.values import Value

__all__ = ["acled_values", "inter"]

_ORGANISED = ("Battles", "Explosions/Remote violence", "Violence against civilians")
_INTER = {
    "rebel": 2, "jihadi": 2, "militia": 3, "unidentified": 3, "criminal": 3, "communal": 4, "civilian": 7,
    "coalition": 8, "organisation": 8,
}  # fmt: skip


def inter(code: str, found: Happening) -> int:
    """Return ACLED's number of a kind of actor: 1 state forces ... 8 others, and states outside their country."""
    if code in NOT_FIGHTING and found.event_type == "Riots":
        return 5
    if code == "protesters" and found.event_type == "Protests":
        return 6
    category = actor_category(code)
    if category == "state":
        return 1 if actor_country(code) == found.place["country"] else 8
    return _INTER.get(category or "", 3)


def _inter(side: str) -> Value:
    return lambda found: inter(getattr(found, side)[0], found) if getattr(found, side) else None


def _name(side: str) -> Value:
    return lambda found: actor_name(getattr(found, side)[0]) if getattr(found, side) else None


def _others(side: str, assisting: str) -> Value:
    return lambda found: joined(actor_name(code) for code in (*getattr(found, side)[1:], *getattr(found, assisting)))


def _interaction(found: Happening) -> int | None:
    codes = sorted(inter(side[0], found) for side in (found.side1, found.side2) if side)
    if not codes:
        return None
    return codes[0] * 10 + codes[1] if len(codes) > 1 else codes[0] * 10


def _disorder(found: Happening) -> str:
    if found.sub_event_type == "Excessive force against protesters":
        return "Political violence; Demonstrations"
    if found.event_type in _ORGANISED or found.sub_event_type == "Mob violence":
        return "Political violence"
    return "Strategic developments" if found.event_type == "Strategic developments" else "Demonstrations"


def _targeting(found: Happening) -> str | None:
    forced = "Political violence" in _disorder(found)
    victims = found.side1 if found.event_type == "Protests" else found.side2
    return "Civilian targeting" if forced and set(victims[:1]) & NOT_FIGHTING else None


def _tags(found: Happening) -> str:
    figure = found.figures["killed"]
    told = [f"status={found.status}"] if found.status else []
    if figure is not None:
        low, high = ("?" if bound is None else str(bound) for bound in (figure.low, figure.high))
        told.append(f"killed={low}-{high}")
    return joined([*told, f"sources={found.sources}"])


def acled_values() -> dict[str, Value]:
    """Return the values by name."""
    return {
        "disorder_type": _disorder,
        "actor1": _name("side1"),
        "assoc_actor_1": _others("side1", "assist1"),
        "inter1": _inter("side1"),
        "actor2": _name("side2"),
        "assoc_actor_2": _others("side2", "assist2"),
        "inter2": _inter("side2"),
        "interaction": _interaction,
        "civilian_targeting": _targeting,
        "acled_tags": _tags,
    }
