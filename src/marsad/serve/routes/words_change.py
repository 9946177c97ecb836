"""Entries of words, actors and places changed: checked, tried out on reports, kept, taken back; reports coded anew."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Any, Literal
from urllib.parse import quote

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response

from marsad.amend.compare import wordings
from marsad.amend.entries import entry_of
from marsad.amend.kinds import stripped
from marsad.amend.save import keep_checked
from marsad.amend.states import around
from marsad.amend.use import use_words_of
from marsad.model.amendment import Amendment
from marsad.serve.amend_form import read_form
from marsad.serve.amend_words import KINDS, changed, sentences
from marsad.serve.amending import Draft, Recoding, Tried, code_anew, try_out
from marsad.serve.catalogues import later
from marsad.serve.errors import Refusal
from marsad.serve.jobs import Job, job_of, start
from marsad.serve.pages import page
from marsad.serve.permissions import Permission, needs
from marsad.serve.routes.words import entry_page, known_kind
from marsad.serve.side_by_side import side_by_side
from marsad.serve.visitor import Visiting, Visitor
from marsad.store.amendments import Amended, amendment_numbered, amendments_of

__all__ = ["router"]

router = APIRouter()

_CHANGED = later("Somebody else changed this entry meanwhile. Open it anew.")
_THERE = later("There is an entry with this id already. Choose another id, or change that one.")
_NO_REASON = later("Say why.")
_LEFT = later("What was tried out is no longer at hand. Open the entry anew.")
_SHOWN = 60

Act = Literal["set", "retire", "drop"]


async def _given(request: Request) -> dict[str, str]:
    """Return what a form says, its fields named by the schema of the kind."""
    form = await request.form()
    return {name: value for name, value in form.items() if isinstance(value, str)}


Given = Annotated[dict[str, str], Depends(_given)]


@router.post("/words/try/{kind}")
@needs(Permission.EDIT)
def attempt(request: Request, who: Visiting, kind: str, given: Given) -> Response:
    """Check an entry, and start to code with it; show the form again where something breaks the schema."""
    use_words_of(who.store)
    act, entry_id, why = given.get("act", "set"), given.get("entry_id", ""), given.get("why", "").strip()
    if act not in ("set", "retire", "drop"):
        raise Refusal(422)
    if act != "set":
        if not why:
            raise Refusal(422, _NO_REASON)
        change = Amendment(kind=known_kind(kind), entry_id=entry_id, act=_act(act), why=why[:2000])
        return _begin(who, change, _seen(given))
    value = read_form(known_kind(kind), given)
    if entry_id:
        value["id"] = entry_id
    clean, problems = stripped(kind, value)
    if problems:
        return entry_page(
            request, who, kind, entry_id, value=value, seen=_seen(given), why=why, problems=problems, status=422,
            **({} if entry_id else {"changes": []}),
        )  # fmt: skip
    if not entry_id and entry_of(kind, clean["id"]) is not None:
        return entry_page(request, who, kind, "", value=value, seen=0, why=why, refused=_THERE, status=422)
    return _begin(
        who,
        Amendment(kind=kind, entry_id=clean["id"], value=clean, why=why or ("" if entry_id else clean["source"])),
        _seen(given),
    )


def _act(act: str) -> Act:
    return "retire" if act == "retire" else "drop"


def _seen(given: dict[str, str]) -> int:
    seen = given.get("seen", "0")
    return int(seen) if seen.isdecimal() and len(seen) < 16 else 0


def _begin(who: Visitor, change: Amendment, seen: int) -> Response:
    before = entry_of(change.kind, change.entry_id)
    shipped = entry_of(change.kind, change.entry_id, shipped=True) if change.act == "drop" else None
    if change.act != "set" and before is None and shipped is None:
        raise Refusal.missing()
    after = change.value or (shipped.value if shipped else None)
    draft = Draft(change=change, before=before.value if before else None, after=after, seen=seen)
    job = start(who.signed_in.key, draft, partial(try_out, who.store, draft))
    return RedirectResponse(f"/words/trial/{job.key}", 303)


def _job(who: Visitor, key: str) -> Job:
    job = job_of(key, who.signed_in.key)
    if job is None:
        raise Refusal(404, _LEFT)
    return job


@router.get("/words/trial/{key}")
@needs(Permission.EDIT)
def trial(request: Request, who: Visiting, key: str) -> Response:
    """Show how far trying out is, and what it gave."""
    job = _job(who, key)
    if not isinstance(job.subject, Draft):
        raise Refusal.missing()
    tried = job.result if isinstance(job.result, Tried) else None
    compared = [
        (one, [event for event in side_by_side(one.before, one.after, who.locale) if event.differs])
        for one in (tried.differing[:_SHOWN] if tried else ())
    ]
    return page(request, who, "word_trial.html", job=job, draft=job.subject, tried=tried, compared=compared,
                kinds=KINDS, shown=_SHOWN,
                problems=sentences(tried.problems, who.locale) if tried else [])  # fmt: skip


@router.get("/words/progress/{key}")
@needs(Permission.EDIT)
def progress(who: Visiting, key: str) -> Response:
    """Say how far work is."""
    job = _job(who, key)
    return JSONResponse({"done": job.done, "total": job.total, "ended": job.ended})


@router.post("/words/trial/{key}/keep")
@needs(Permission.EDIT)
def keep(who: Visiting, key: str) -> Response:
    """Keep what was tried out and is right."""
    job = _job(who, key)
    if not isinstance(job.subject, Draft) or not isinstance(job.result, Tried) or job.result.problems:
        raise Refusal(422)
    draft, change = job.subject, job.subject.change
    with who.store.reading() as connection:
        changes = amendments_of(connection, change.kind, change.entry_id)
    if (changes[0].number if changes else 0) != draft.seen:
        raise Refusal(409, _CHANGED)
    problems = keep_checked(who.store, (change,), checked_at=job.result.revision)
    if problems:
        job.result = Tried(revision=0, problems=tuple(problems))
        job.keep()
        return RedirectResponse(f"/words/trial/{key}", 303)
    use_words_of(who.store)
    with who.store.reading() as connection:
        number = amendments_of(connection, change.kind, change.entry_id)[0].number
    return RedirectResponse(f"/words/kept/{number}", 303)


@router.get("/words/kept/{number}")
@needs(Permission.READ)
def kept(request: Request, who: Visiting, number: int) -> Response:
    """Show a change, what stood before it, and where to go on."""
    one, before, after = _numbered(who, number)
    return page(
        request, who, "word_kept.html", change=one, rows=changed(one.kind, before, after, who.locale), kinds=KINDS
    )


def _numbered(who: Visitor, number: int) -> tuple[Amended, dict[str, Any] | None, dict[str, Any] | None]:
    """Return a change, and the entry as it was before and is after it."""
    with who.store.reading() as connection:
        one = amendment_numbered(connection, number)
        if one is None:
            raise Refusal.missing()
        return one, *around(connection, one)


@router.post("/words/restore/{number}")
@needs(Permission.EDIT)
def restore(who: Visiting, number: int, why: Annotated[str, Form(max_length=2000)] = "") -> Response:
    """Try out an entry as a change made it."""
    use_words_of(who.store)
    one, _, _ = _numbered(who, number)
    with who.store.reading() as connection:
        last = amendments_of(connection, one.kind, one.entry_id)[0].number
    said = why.strip() or who.locale.text(later("as of change %(number)s"), number=number)
    return _begin(who, Amendment(kind=one.kind, entry_id=one.entry_id, act=one.act, value=one.value, why=said), last)


@router.post("/words/recode/{number}")
@needs(Permission.EDIT)
def recode(who: Visiting, number: int) -> Response:
    """Start to code anew what a change touches."""
    one, before, after = _numbered(who, number)
    forms = wordings(one.kind, before, after)
    job = start(who.signed_in.key, one, partial(code_anew, who.store, forms))
    return RedirectResponse(f"/words/recoded/{job.key}", 303)


@router.get("/words/recoded/{key}")
@needs(Permission.EDIT)
def recoded(request: Request, who: Visiting, key: str) -> Response:
    """Show how far coding anew is, and what it did."""
    job = _job(who, key)
    if not isinstance(job.subject, Amended):
        raise Refusal.missing()
    back = f"/words/entry/{job.subject.kind}/{quote(job.subject.entry_id, safe='')}"
    result = job.result if isinstance(job.result, Recoding) else None
    return page(request, who, "word_recoded.html", job=job, result=result, back=back)
