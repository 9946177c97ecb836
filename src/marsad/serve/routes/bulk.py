"""One field of many reports set at once: chosen by filters, seen before it is done, taken back as a whole."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import RedirectResponse, Response
from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from sqlalchemy import Connection

from marsad.serve.bulk import Change, Planned, plan, seal
from marsad.serve.catalogues import later
from marsad.serve.days import day_typed
from marsad.serve.errors import Refusal
from marsad.serve.incident_view import brief, in_a_line
from marsad.serve.lookup import actor_typed, find_actors
from marsad.serve.menu import MenuItem
from marsad.serve.pages import page
from marsad.serve.permissions import Permission, may, needs
from marsad.serve.routes.blind import reader_of
from marsad.serve.script_texts import script_texts
from marsad.serve.side_by_side import in_words
from marsad.serve.visitor import Visiting
from marsad.serve.words import LABELS, REPORT_STATUSES, Words
from marsad.store.accounts import User, kept_users
from marsad.store.batch_edit import choose, keep_batch, latest_batches, undo_batch
from marsad.store.choices import choices
from marsad.store.filters import Filters
from marsad.store.incident_briefs import IncidentBrief, incident_briefs
from marsad.store.incidents import id_typed
from marsad.store.review import do, review_of
from marsad.store.revise import current, revise

__all__ = ["MENU", "router"]

router = APIRouter()
MENU = (MenuItem(place=70, path="/bulk", title=later("Many at once"), permission=Permission.EDIT),)

_MOST = 200
_BATCHES = 20
_ACTS = {
    "to check": "reopen", "checked": "accept", "second reading": "second", "reviewed": "confirm",
    "disputed": "dispute", "set aside": "aside",
}  # fmt: skip
"""The act by which a report comes to a status."""


_Short = Annotated[str, Field(max_length=300)]
_Day = Annotated[str, Field(max_length=10), AfterValidator(lambda typed: typed and date.fromisoformat(typed) and typed)]


class _Wanted(BaseModel):
    """What is chosen and what is to be done with it, as the form has it; "" for nothing."""

    model_config = ConfigDict(frozen=True)

    status: _Short = ""
    outlet: _Short = ""
    area: _Short = ""
    kind: _Short = ""
    actor: _Short = ""
    since: _Day = ""
    until: _Day = ""
    incident: _Short = ""
    field: _Short = ""
    status_to: _Short = ""
    assignee_to: _Short = ""
    kind_from: _Short = ""
    kind_to: _Short = ""
    actor_from: _Short = ""
    actor_to: _Short = ""

    @property
    def values(self) -> dict[str, str]:
        """Everything that is given, by name."""
        return {name: value for name in _Wanted.model_fields if (value := getattr(self, name))}

    @property
    def change(self) -> Change:
        """The field and what it is to be; raises Refusal where that is no value of it."""
        match self.field:
            case "status" if self.status_to in REPORT_STATUSES:
                return Change(field="status", new=self.status_to)
            case "assignee" if self.assignee_to.isdecimal() or not self.assignee_to:
                return Change(field="assignee", new=self.assignee_to)
            case "kind" if {self.kind_from, self.kind_to} <= LABELS["sub_event_type"].keys():
                return Change(field="kind", old=self.kind_from, new=self.kind_to)
            case "actor" if self.actor_from.strip() and self.actor_to.strip():
                return Change(field="actor", old=actor_typed(self.actor_from), new=_known(self.actor_to))
            case _:
                raise Refusal(422)

    def filters(self, change: Change) -> Filters:
        """What reports must be like; the value that is replaced narrows them, too."""
        kind = self.kind or (change.old if change.field == "kind" else "")
        actor = actor_typed(self.actor) if self.actor.strip() else change.old if change.field == "actor" else ""
        return Filters(
            outlet=self.outlet or None,
            area=self.area or None,
            sub_event_type=kind or None,
            actor=actor or None,
            happened_from=day_typed(self.since),
            happened_until=day_typed(self.until),
        )


def _known(typed: str) -> str:
    """Return the code of an actor of the registry."""
    code = actor_typed(typed)
    if not find_actors(code):
        raise Refusal(422, later("No actor is called that."))
    return code


class _Asked(_Wanted):
    """The address of the page; `done`, or `back` and `left`, tell what was done last."""

    done: Annotated[int | None, Field(ge=0)] = None
    back: Annotated[int | None, Field(ge=0)] = None
    left: Annotated[int, Field(ge=0)] = 0


class _Confirmed(_Wanted):
    """What was seen and is to be done."""

    seal: Annotated[str, Field(max_length=64)]


def _planned(connection: Connection, wanted: _Wanted, change: Change, user: User) -> list[Planned]:
    named = _incident(connection, wanted.incident)
    chosen = choose(
        connection, wanted.filters(change), status=wanted.status or None,
        incident=named.incident_id if named else None, most=_MOST,
    )  # fmt: skip
    return plan(change, chosen, user_key=user.key)


def _incident(connection: Connection, typed: str) -> IncidentBrief | None:
    """Return the incident that is named, None where none is; raises Refusal for what is no incident."""
    if not typed.strip():
        return None
    named = incident_briefs(connection, [id_typed(connection, typed) or ""])
    if not named:
        raise Refusal(422, later("No incident is called that."))
    return named[0]


def _named_as(connection: Connection, wanted: _Wanted, words: Words) -> dict[str, str]:
    """Return what is named by its code in the form, as people call it."""
    found = {name: words.actor(actor_typed(getattr(wanted, name))) for name in ("actor", "actor_from", "actor_to")}
    named = _incident(connection, wanted.incident)
    if named is not None:
        about = brief(named.record, words, incident_id=named.incident_id, place_id=named.place_id)
        found["incident"] = in_a_line(about, words)
    return found


@router.get("/bulk")
@needs(Permission.EDIT)
def show(request: Request, who: Visiting, wanted: Annotated[_Asked, Query()]) -> Response:
    """Show the form, what would be changed once it is filled, and the batches made last."""
    change, words = wanted.change if wanted.field else None, Words(who.locale)
    with who.store.reading() as connection:
        named_as = _named_as(connection, wanted, words)
        planned = _planned(connection, wanted, change, who.signed_in) if change else []
        users = [user for user in kept_users(connection) if user.ended_at is None and may(user.role, Permission.CODE)]
        areas, outlets = choices(connection)
        batches = latest_batches(connection, most=_BATCHES)
    names = {str(user.key): user.name for user in users}
    return page(
        request, who, "bulk.html", wanted=wanted, change=change, most=_MOST, users=users, areas=areas, outlets=outlets,
        named_as=named_as, texts=script_texts(who.locale),
        rows=[row for one in planned for row in _rows(one, change or Change(field=""), words, names)],
        reports=len(planned), seal=seal(change, planned) if change else "", statuses=REPORT_STATUSES,
        kinds=LABELS["sub_event_type"], batches=[(one, _said(one.what, words, names)) for one in batches],
    )  # fmt: skip


def _rows(one: Planned, change: Change, words: Words, names: dict[str, str]) -> list[dict[str, Any]]:
    """Return what a report would be otherwise in, before and after."""
    about = {"report_id": one.chosen.report_id, "headline": one.chosen.headline}
    if one.record is None:
        before = one.chosen.status if change.field == "status" else str(one.chosen.assignee or "")
        label = later("State") if change.field == "status" else later("For")
        return [{**about, "field": words.locale.text(label), "before": _value(change.field, before, words, names),
                 "after": _value(change.field, change.new, words, names)}]  # fmt: skip
    return [
        {
            **about,
            "field": words.field(field),
            "before": in_words(field, one.chosen.record["events"][number], words),
            "after": in_words(field, one.record["events"][number], words),
        }
        for number, field in one.fields
    ]


def _value(field: str, value: str, words: Words, names: dict[str, str]) -> str:
    match field:
        case "status":
            return words.label("review", value)
        case "assignee":
            return names.get(value, value) if value else words.locale.text(later("nobody"))
        case "kind":
            return words.label("sub_event_type", value)
        case _:
            return words.actor(value)


_SAID = {
    "status": later("state: %(new)s"),
    "assignee": later("given to: %(new)s"),
    "kind": later("kind: %(old)s is %(new)s"),
    "actor": later("actor: %(old)s is %(new)s"),
}


def _said(what: dict[str, Any], words: Words, names: dict[str, str]) -> str:
    """Return what a batch did."""
    old, new = (_value(what["field"], what[name], words, names) for name in ("old", "new"))
    return words.locale.text(_SAID[what["field"]], old=old, new=new)


@router.post("/bulk")
@needs(Permission.EDIT)
def change(who: Visiting, wanted: Annotated[_Confirmed, Form()]) -> Response:
    """Do what was shown, as one batch; refused when anything is otherwise than it was shown."""
    change, user = wanted.change, who.signed_in
    with who.store.reading() as connection:  # whoever writes reads also what he does not see
        planned = _planned(connection, wanted, change, user)
    if seal(change, planned) != wanted.seal:
        raise Refusal(409)
    with who.store.writing() as connection:
        if not all(_stands(connection, one) for one in planned):
            raise Refusal(409)
        if change.field == "assignee" and change.new:
            reader_of(connection, int(change.new))
        acts = [_do(connection, one, change, user) for one in planned]
        what = {"field": change.field, "old": change.old, "new": change.new, "asked": wanted.values}
        keep_batch(connection, what, acts, user=user)
    return RedirectResponse(f"/bulk?done={len(acts)}", 303)


def _stands(connection: Connection, one: Planned) -> bool:
    """Say whether a report is still as it was when it was looked at."""
    row = current(connection, one.chosen.report_id)
    review = review_of(connection, row.report_key)
    return bool(
        row.coding_key == one.chosen.coding_key
        and (review.status, review.assignee) == (one.chosen.status, one.chosen.assignee)
    )


def _do(connection: Connection, one: Planned, change: Change, user: User) -> int:
    report_id = one.chosen.report_id
    if change.field == "status":
        checked = change.new == "checked"
        return do(connection, report_id, _ACTS[change.new], user=user, status=change.new, checked=checked)
    if change.field == "assignee":
        return do(connection, report_id, "assign", user=user, assignee=int(change.new) if change.new else None)
    key = one.chosen.coding_key
    revise(connection, report_id, one.record or {}, based_on=key, in_force=key, user_key=user.key)
    return do(connection, report_id, "save", user=user)


@router.post("/bulk/{key}/undo")
@needs(Permission.EDIT)
def undo(who: Visiting, key: int) -> Response:
    """Take a batch back, but for reports that somebody worked on since."""
    with who.store.writing() as connection:
        found = undo_batch(connection, key, user=who.signed_in)
    return RedirectResponse(f"/bulk?back={found.reports}&left={len(found.left)}", 303)
