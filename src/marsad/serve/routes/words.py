"""Actors, places and words: looked through by everybody, each entry with what was changed in it and by whom."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from marsad.amend.entries import Listed, entry_of, find_entries
from marsad.amend.kinds import AMENDED
from marsad.amend.use import use_words_of
from marsad.lexicon.load import resources_version
from marsad.model.amendment import Amendment
from marsad.serve.amend_form import filled
from marsad.serve.amend_words import ACTS, FIELDS, HINTS, KINDS, said, sentences
from marsad.serve.amending import Draft
from marsad.serve.catalogues import later
from marsad.serve.errors import Refusal
from marsad.serve.jobs import job_of
from marsad.serve.menu import MenuItem
from marsad.serve.pages import page
from marsad.serve.permissions import Permission, needs
from marsad.serve.visitor import Visiting, Visitor
from marsad.store.amendments import amended, amendments_in_force, amendments_of, revision

__all__ = ["MENU", "entry_page", "known_kind", "router"]

router = APIRouter()
MENU = (MenuItem(place=80, path="/words", title=later("Words and names")),)

_AT_ONCE = 50
_CHANGES = 50
_Short = Annotated[str, Query(max_length=200)]


def known_kind(kind: str) -> str:
    """Return a kind that can be amended, or refuse."""
    if kind not in AMENDED:
        raise Refusal.missing()
    return kind


def _brief(who: Visitor, one: Listed) -> str:
    """Return in a word what an entry is."""
    name = {"actors": "category", "places": "feature"}.get(one.kind)
    names = (name,) if name else ("sub_event_type", "outcome", "means", "victim_kind", "kind", "role", "sense")
    found = next(((field, one.value[field]) for field in names if one.value.get(field)), None)
    return said(who.locale, found[0], str(found[1])) if found else ""


@router.get("/words")
@needs(Permission.READ)
def show_list(
    request: Request,
    who: Visiting,
    kind: _Short = "actors",
    q: _Short = "",
    own: bool = False,
    start: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
) -> Response:
    """Show the entries of a kind, those changed here first."""
    use_words_of(who.store)
    found = find_entries(known_kind(kind), q, own=own)
    found.sort(key=lambda one: not one.own)
    with who.store.reading() as connection:
        in_force = [one for one in amendments_in_force(connection) if one.kind == kind]
        at = revision(connection)
    retired = [one for one in in_force if one.act == "retire" and q.strip() in one.entry_id]
    shown = found[start : start + _AT_ONCE]
    return page(
        request, who, "words.html", kind=kind, q=q, own=own, start=start, kinds=KINDS, total=len(found),
        entries=[(one, _brief(who, one)) for one in shown], most=_AT_ONCE, retired=retired if start == 0 else [],
        amended={one.entry_id for one in in_force}, version=resources_version(), revision=at,
    )  # fmt: skip


@router.get("/words/changes")
@needs(Permission.READ)
def show_changes(
    request: Request, who: Visiting, before: Annotated[int | None, Query(ge=1, le=2**62)] = None
) -> Response:
    """Show what was changed in words, actors and places, the last change first."""
    with who.store.reading() as connection:
        found = amended(connection, before=before, most=_CHANGES + 1)
    return page(
        request, who, "word_changes.html", changes=found[:_CHANGES], kinds=KINDS, acts=ACTS,
        older=found[_CHANGES - 1].number if len(found) > _CHANGES else None,
    )  # fmt: skip


@router.get("/words/new/{kind}")
@needs(Permission.EDIT)
def new(request: Request, who: Visiting, kind: str, draft: _Short = "") -> Response:
    """Show the form of an entry that is to be added; with `draft`, as it was tried out."""
    drafted = _drafted(who, draft, known_kind(kind))
    value, why = (drafted.value or {}, drafted.why) if drafted else ({}, "")
    return entry_page(request, who, kind, "", value=value, seen=0, why=why)


def _drafted(who: Visitor, key: str, kind: str, entry_id: str | None = None) -> Amendment | None:
    """Return a change as somebody tried it out, None where he did not, or it is no longer at hand."""
    job = job_of(key, who.signed_in.key) if key else None
    if job is None or not isinstance(job.subject, Draft) or job.subject.change.kind != kind:
        return None
    return job.subject.change if entry_id in (None, job.subject.change.entry_id) else None


@router.get("/words/entry/{kind}/{entry_id:path}")
@needs(Permission.READ)
def show(request: Request, who: Visiting, kind: str, entry_id: str, draft: _Short = "") -> Response:
    """Show an entry: a form for who may change it, and what became of it; with `draft`, as it was tried out."""
    use_words_of(who.store)
    found = entry_of(known_kind(kind), entry_id)
    with who.store.reading() as connection:
        changes = amendments_of(connection, kind, entry_id)
    if found is None and not changes:
        raise Refusal.missing()
    shipped = entry_of(kind, entry_id, shipped=True)
    value = found.value if found else next((one.value for one in changes if one.value), None)
    drafted = _drafted(who, draft, kind, entry_id)
    value = (drafted.value if drafted else None) or value or (shipped.value if shipped else {})
    return entry_page(
        request, who, kind, entry_id, value=value, changes=changes, seen=changes[0].number if changes else 0,
        gone=found is None, shipped=shipped is not None, own=bool(changes) and changes[0].act != "drop",
        why=drafted.why if drafted and drafted.act == "set" else "",
    )  # fmt: skip


def entry_page(
    request: Request, who: Visitor, kind: str, entry_id: str, *, value: dict[str, Any], seen: int, **context: Any
) -> Response:
    """Return the page of an entry with a value in its form."""
    told: dict[str, Any] = {"changes": [], "gone": False, "shipped": False, "own": False, "problems": (), "why": ""}
    told |= context
    told["problems"] = [one.sentence for one in sentences(told["problems"], who.locale)]
    called = value.get("name_ar") if who.locale.language == "ar" else value.get("name_en") or value.get("name_ar")
    return page(
        request, who, "word_entry.html", kind=kind, called=called, entry_id=entry_id, fields=filled(kind, value),
        seen=seen, kinds=KINDS, labels=FIELDS, hints=HINTS, acts=ACTS, said=said, **told,
    )  # fmt: skip
