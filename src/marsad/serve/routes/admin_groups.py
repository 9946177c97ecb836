"""Groups, the collections that they see, and which reports belong to a collection."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from marsad.errors import StoreError
from marsad.serve.errors import Refusal
from marsad.serve.pages import page
from marsad.serve.permissions import Permission, needs
from marsad.serve.refused import refused_in
from marsad.serve.visitor import Visiting, Visitor
from marsad.store.access import (
    add_collection,
    add_group,
    collect_kept,
    collect_outlet,
    kept_collections,
    kept_groups,
    let_see,
    put_in_group,
    release_outlet,
)
from marsad.store.accounts import kept_users
from marsad.store.choices import choices
from marsad.store.editions import left_to_edit

__all__ = ["router"]

router = APIRouter()

_Name = Annotated[str, Form(max_length=100)]
_Outlet = Annotated[str, Form(max_length=300)]
_Keys = Annotated[list[int], Form()]
_DONE = "/admin/groups"


@router.get("/admin/groups")
@needs(Permission.ADMINISTER)
def show(request: Request, who: Visiting) -> Response:
    """Show groups and collections."""
    return _shown(request, who)


def _shown(request: Request, who: Visitor, *, kind: str = "", name: str = "", problem: str = "") -> Response:
    """Show the page; a thing of a `kind` could not be added by that name, as `problem` says."""
    with who.store.reading() as connection:
        collections = kept_collections(connection)
        parted = {outlet for one in collections for outlet in one.outlets}
        outlets = [outlet for outlet in choices(connection)[1] if outlet not in parted]
        return page(
            request, who, "admin_groups.html", groups=kept_groups(connection), collections=collections,
            people=[user for user in kept_users(connection) if user.ended_at is None], outlets=outlets,
            left=sum(left_to_edit(connection)), kind=kind, name=name, problem=problem,
            status=409 if problem else 200,
        )  # fmt: skip


def _add(request: Request, who: Visitor, name: str, kind: str, add: Callable[..., object]) -> Response:
    try:
        with who.store.writing() as connection:
            add(connection, name, who=who.signed_in.name)
    except StoreError as error:
        return _shown(request, who, kind=kind, name=name, problem=refused_in(who.locale, error))
    return RedirectResponse(_DONE, 303)


@router.post("/admin/groups")
@needs(Permission.ADMINISTER)
def new_group(request: Request, who: Visiting, name: _Name) -> Response:
    """Add a group."""
    return _add(request, who, name, "group", add_group)


@router.post("/admin/groups/{group_key}")
@needs(Permission.ADMINISTER)
def change_group(who: Visiting, group_key: int, members: _Keys = [], seen: _Keys = []) -> Response:  # noqa: B006
    """Let exactly these people be in a group, and exactly these collections be seen by it."""
    with who.store.writing() as connection:
        people = {user.key for user in kept_users(connection)}
        known = {one.key for one in kept_collections(connection)}
        if not people.issuperset(members) or not known.issuperset(seen):
            raise Refusal(422)
        put_in_group(connection, group_key, frozenset(members), who=who.signed_in.name)
        let_see(connection, group_key, frozenset(seen), who=who.signed_in.name)
    return RedirectResponse(_DONE, 303)


@router.post("/admin/collections")
@needs(Permission.ADMINISTER)
def new_collection(request: Request, who: Visiting, name: _Name) -> Response:
    """Add a collection."""
    return _add(request, who, name, "collection", add_collection)


@router.post("/admin/collections/{collection_key}/outlet")
@needs(Permission.ADMINISTER)
def add_outlet(who: Visiting, collection_key: int, outlet: _Outlet) -> Response:
    """Let the reports of an outlet belong to a collection, also those that come."""
    with who.store.writing() as connection:
        if collection_key not in {one.key for one in kept_collections(connection)} or not outlet:
            raise Refusal(422)
        collect_outlet(connection, collection_key, outlet, who=who.signed_in.name)
    return RedirectResponse(_DONE, 303)


@router.post("/admin/collections/{collection_key}/import")
@needs(Permission.ADMINISTER)
def add_import(who: Visiting, collection_key: int, since: Annotated[date, Form()], until: Annotated[date, Form()]) -> (
    Response
):  # fmt: skip
    """Let the reports that came on some days, both included, belong to a collection."""
    with who.store.writing() as connection:
        if collection_key not in {one.key for one in kept_collections(connection)}:
            raise Refusal(422)
        end = f"{until + timedelta(days=1)}T00:00:00"
        collect_kept(connection, collection_key, since=since.isoformat(), until=end, who=who.signed_in.name)
    return RedirectResponse(_DONE, 303)


@router.post("/admin/release")
@needs(Permission.ADMINISTER)
def release(who: Visiting, outlet: _Outlet) -> Response:
    """Let the reports of an outlet be seen by all again."""
    with who.store.writing() as connection:
        release_outlet(connection, outlet, who=who.signed_in.name)
    return RedirectResponse(_DONE, 303)
