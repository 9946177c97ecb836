"""What a request was answered, kept for a day under the key that came with it: sent again, it is not done again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from sqlalchemy import Connection, delete, insert, select, update

from marsad.store.api_tables import api_answers
from marsad.store.clock import now, stamp

__all__ = ["Answer", "Known", "begin", "finish", "forget"]

_HOURS = 24


class Known(StrEnum):
    """What is known of a key."""

    NEW = "new"
    DONE = "done"
    OTHER = "other"  # it came with another request
    UNDER_WAY = "under way"  # or its answer was lost


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is known of a key, and, where it was answered, how."""

    known: Known
    status: int = 0
    text: str = ""


def begin(connection: Connection, user_key: int, given: str, asked: str) -> Answer:
    """Note that a request with a key begins, unless one did before; `asked` is the hash of what is asked for."""
    day_ago = stamp(datetime.now(UTC) - timedelta(hours=_HOURS))
    connection.execute(delete(api_answers).where(api_answers.c.at < day_ago))
    mine = (api_answers.c.user_key == user_key) & (api_answers.c.given_key == given)
    row = connection.execute(select(api_answers).where(mine)).first()
    if row is None:
        values = {"user_key": user_key, "given_key": given, "asked_sha256": asked, "at": now()}
        connection.execute(insert(api_answers).values(**values))
        return Answer(known=Known.NEW)
    if row.asked_sha256 != asked:
        return Answer(known=Known.OTHER)
    if row.status is None:
        return Answer(known=Known.UNDER_WAY)
    return Answer(known=Known.DONE, status=row.status, text=row.answer)


def finish(connection: Connection, user_key: int, given: str, status: int, text: str) -> None:
    """Keep the answer."""
    mine = (api_answers.c.user_key == user_key) & (api_answers.c.given_key == given)
    connection.execute(update(api_answers).where(mine).values(status=status, answer=text))


def forget(connection: Connection, user_key: int, given: str) -> None:
    """Let a request be made anew: nothing came of it."""
    mine = (api_answers.c.user_key == user_key) & (api_answers.c.given_key == given)
    connection.execute(delete(api_answers).where(mine))
