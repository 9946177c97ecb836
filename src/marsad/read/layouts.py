"""The tables that platforms and collecting tools export, known by the columns that only they have."""

from __future__ import annotations

from collections.abc import Iterable

from marsad.frozen import dataclass
from marsad.read.columns import Columns, fold_name

__all__ = ["layout_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A known table: the columns that tell it, and what they hold."""

    told_by: tuple[str, ...]
    columns: Columns


def _layout(name: str, told_by: tuple[str, ...], /, *, month_first: bool = False, **names: tuple[str, ...]) -> Layout:
    return Layout(told_by=told_by, columns=Columns(names=names, month_first=month_first, known_as=name))


_LAYOUTS = (
    _layout(
        "CrowdTangle, Facebook",
        ("Page Name", "Post Created", "Message"),
        id=("URL",),
        text=("Message", "Image Text", "Description", "Link Text"),
        published=("Post Created", "Post Created Date"),
        outlet=("Page Name",),
        url=("URL",),
    ),
    _layout(
        "CrowdTangle, Instagram",
        ("Account", "Post Created", "Description"),
        id=("URL",),
        text=("Description", "Image Text"),
        published=("Post Created", "Post Created Date"),
        outlet=("Account",),
        url=("URL",),
    ),
    _layout(
        "Meta Content Library",
        ("post_owner.name", "creation_time", "text"),
        id=("id",),
        text=("text",),
        published=("creation_time",),
        outlet=("post_owner.name",),
        edited=("modified_time",),
    ),
    _layout(
        "Meta Business Suite",
        ("Post ID", "Publish time", "Permalink"),
        month_first=True,
        id=("Post ID",),
        text=("Description", "Title"),
        published=("Publish time",),
        outlet=("Page name", "Account name"),
        url=("Permalink",),
    ),
    _layout(
        "X, posts of an account",
        ("Post id", "Post text"),
        id=("Post id",),
        text=("Post text",),
        published=("Date", "time"),
        url=("Post Link", "Post permalink"),
    ),
    _layout(
        "Twitter, posts of an account",
        ("Tweet id", "Tweet text"),
        id=("Tweet id",),
        text=("Tweet text",),
        published=("time", "Date"),
        url=("Tweet permalink",),
    ),
    _layout(
        "X, twarc",
        ("author.username", "created_at", "text"),
        id=("id",),
        text=("text",),
        published=("created_at",),
        outlet=("author.name", "author.username"),
    ),
    _layout(
        "X, hydrated posts",
        ("user_screen_name", "created_at"),
        id=("id_str", "id", "tweet_id"),
        text=("full_text", "text"),
        published=("created_at",),
        outlet=("user_name", "user_screen_name"),
        url=("tweet_url",),
    ),
    _layout(
        "4CAT",
        ("thread_id", "timestamp", "body"),
        id=("id",),
        title=("subject",),
        text=("body",),
        published=("timestamp", "unix_timestamp"),
        outlet=("chat", "author_fullname", "author_name", "author"),
        url=("post_url", "url", "link"),
    ),
)
"""Known tables; the first whose telling columns are all there is taken, its names instead of the plain ones."""


def layout_of(columns: Iterable[str]) -> Columns | None:
    """Return what the columns of a known table hold, None for a table that is not known."""
    there = {fold_name(name) for name in columns}
    return next(
        (layout.columns for layout in _LAYOUTS if there.issuperset(fold_name(name) for name in layout.told_by)), None
    )
