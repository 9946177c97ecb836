"""What became of a report's coding: every one kept, two side by side, and the way back to an older one."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import RedirectResponse, Response

from marsad.serve.catalogues import later
from marsad.serve.errors import Refusal
from marsad.serve.pages import page
from marsad.serve.permissions import Permission, needs
from marsad.serve.side_by_side import side_by_side
from marsad.serve.sight import is_blind
from marsad.serve.visitor import Visiting
from marsad.store.model import KeptCoding
from marsad.store.read import codings_of, versions
from marsad.store.review import acts_on, do
from marsad.store.revise import current, revise

__all__ = ["router"]

router = APIRouter()


@router.get("/history/{report_id:path}")
@needs(Permission.READ)
def show(
    request: Request,
    who: Visiting,
    report_id: str,
    before: Annotated[int | None, Query()] = None,
    after: Annotated[int | None, Query()] = None,
) -> Response:
    """Show codings and acts, and what two codings differ in: the last two unless others are named."""
    with who.store.reading() as connection:
        row = current(connection, report_id)
        if row is None:
            if not is_blind(who.store, who.signed_in, report_id):
                raise Refusal.missing()
            raise Refusal(403, later("You are to code this report without seeing what others did. Code it first."))
        codings, acts = codings_of(connection, report_id), acts_on(connection, row.report_key)
        texts = versions(connection, report_id)
    newer = _named(codings, after, row.coding_key)
    older = _named(codings, before, _before(codings, newer))
    compared = side_by_side(older.record, newer.record, who.locale) if older and newer else []
    return page(
        request, who, "history.html", report_id=report_id, codings=codings, acts=acts, in_force=row.coding_key,
        older=older, newer=newer, compared=compared, texts=texts,
    )  # fmt: skip


def _named(codings: list[KeptCoding], key: int | None, otherwise: int | None) -> KeptCoding | None:
    by_key = {coding.coding_key: coding for coding in codings}
    if key is not None and key not in by_key:
        raise Refusal.missing()
    return by_key.get(key if key is not None else otherwise or 0)


def _before(codings: list[KeptCoding], newer: KeptCoding | None) -> int | None:
    """Return the coding that one was made out of, else the one before it."""
    if newer is None:
        return None
    if newer.based_on is not None:
        return newer.based_on
    earlier = [coding.coding_key for coding in codings if coding.coding_key < newer.coding_key]
    return earlier[-1] if earlier else None


@router.post("/restore/{report_id:path}")
@needs(Permission.CODE)
def restore(
    who: Visiting, report_id: str, coding: Annotated[int, Form()], in_force: Annotated[int, Form()]
) -> Response:
    """Let an older coding of the present version be in force again: as a new one, with its maker's name."""
    user = who.signed_in
    with who.store.writing() as connection:
        row = current(connection, report_id)
        wanted = next((one for one in codings_of(connection, report_id) if one.coding_key == coding), None)
        if row is None or wanted is None:
            raise Refusal.missing()
        if wanted.version != max(one.version for one in versions(connection, report_id)):
            raise Refusal(409, later("The outlet has edited the report since: this coding is of an older text."))
        record: dict[str, Any] = wanted.record
        revise(connection, report_id, record, based_on=coding, in_force=in_force, user_key=user.key)
        do(connection, report_id, "restore", user=user, status="checked", checked=True)
    return RedirectResponse(f"/history/{quote(report_id, safe='')}", 303)
