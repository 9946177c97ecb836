"""Organisations: who acts against whom, and each on a page of its own. Never of individuals."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import Response

from marsad.explore import IncidentIndex, graph_of, index_of
from marsad.lexicon.actors import wholes
from marsad.serve.actor_view import CATEGORIES, actor_view
from marsad.serve.asked_form import fields_of
from marsad.serve.asking import Asking
from marsad.serve.catalogues import later
from marsad.serve.errors import Refusal
from marsad.serve.facet_words import facets_of
from marsad.serve.menu import MenuItem
from marsad.serve.pages import page
from marsad.serve.permissions import Permission, needs
from marsad.serve.times import times_of
from marsad.serve.visitor import Visiting
from marsad.serve.words import Words

__all__ = ["MENU", "router"]

router = APIRouter()
MENU = (MenuItem(place=35, path="/actors", title=later("Actors")),)

_ASKED_BY = ("kind", "area", "source")
_FIELDS = ("q", *_ASKED_BY, "since", "until")
_PAIRS = 40
_LISTED = 60


@dataclass(frozen=True, slots=True)
class _Pair:
    source: str
    target: str
    number: int

    @property
    def against(self) -> str:
        """How an address asks for it."""
        return f"{self.source}\n{self.target}"


def _pairs(index: IncidentIndex, mask: int) -> list[_Pair]:
    """Return pairs of organisations of the registry, the most frequent first."""
    counted = index.counted("against", mask)
    split = (_Pair(*pair.partition("\n")[::2], number) for pair, number in counted)
    return [one for one in split if one.source in wholes() and one.target in wholes()]


@router.get("/actors")
@needs(Permission.READ)
def show_all(request: Request, who: Visiting, asked: Asking) -> Response:
    """Show who acts against whom, as a picture and as a table, and all actors by how often they are met."""
    question, words = asked.question, Words(who.locale)
    with who.store.reading() as connection, index_of(who.store).at(connection, asked.q) as index:
        found = index.mask(connection, question)
        masks = {name: index.mask(connection, question, but=name) for name in _ASKED_BY}
        facets = facets_of(index, asked, masks, words)
        pairs = _pairs(index, found)
        met = [(code, number) for code, number in index.counted("actor", found) if code in wholes()]
    return page(
        request, who, "actors.html", asked=asked, fields=fields_of(asked, words, _FIELDS, facets=facets),
        pairs=pairs[:_PAIRS], met=met[:_LISTED],
        graph=graph_of([(one.source, one.target, one.number) for one in pairs]),
    )  # fmt: skip


@router.get("/actors/{code}")
@needs(Permission.READ)
def show(request: Request, who: Visiting, code: str, asked: Asking) -> Response:
    """Show an actor: its names over time, what it is part of, what is told of it, and with whom."""
    view = actor_view(code)
    if view is None:
        raise Refusal.missing()
    question = asked.question
    with who.store.reading() as connection, index_of(who.store).at(connection, asked.q) as index:
        every = index.mask(connection, question, but="actor")
        acting, acted_upon = (every & index.with_value(side, code) for side in ("side1", "side2"))
        told = every & index.with_value("actor", code)
        kinds = {side: index.counted("kind", mask) for side, mask in (("side1", acting), ("side2", acted_upon))}
        months = index.counted("month", told)
        areas = [one for one in index.counted("area", told) if len(one[0]) > len("SY")]
        pairs = [one for one in _pairs(index, told) if code in (one.source, one.target)]
        numbers = (told.bit_count(), acting.bit_count(), acted_upon.bit_count())
    return page(
        request, who, "actor.html", asked=asked, code=code, view=view, kinds=_side_by_side(kinds), areas=areas[:12],
        onto=[one for one in pairs if one.source == code][:20], by=[one for one in pairs if one.target == code][:20],
        numbers=numbers, times=times_of(months, who.locale), categories=CATEGORIES,
    )  # fmt: skip


def _side_by_side(kinds: dict[str, list[tuple[str, int]]]) -> list[tuple[str, int, int]]:
    """Return (kind, number acting, number acted upon) triples, the most frequent first."""
    acting, acted_upon = dict(kinds["side1"]), dict(kinds["side2"])
    found = [(kind, acting.get(kind, 0), acted_upon.get(kind, 0)) for kind in {**acting, **acted_upon} if kind]
    return sorted(found, key=lambda one: (-one[1] - one[2], one[0]))
