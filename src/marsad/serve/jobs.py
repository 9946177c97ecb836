"""Long work that a page starts and then looks at: in a thread, with how far it is, for whoever started it.

Where several processes answer, another one may be asked how far it is: that stands in a file of the user's cache that
nobody else may read, for an hour after its last change.
"""

from __future__ import annotations

import logging
import os
import re
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from marsad.errors import MarsadError
from marsad.lexicon.load import cache_directory
from marsad.serve.amending import Draft, Recoding, Tried
from marsad.store.amendments import Amended

if TYPE_CHECKING:
    from pydantic import TypeAdapter

__all__ = ["Job", "job_of", "start"]

_LOG = logging.getLogger("marsad.serve")
_KEPT = 3600
_KEY = re.compile(r"[A-Za-z0-9_-]{10,40}")


@dataclass(slots=True, kw_only=True)
class Job:
    """What somebody started: `subject` is what it is about, `result` what came of it, `problem` why nothing did."""

    key: str
    user_key: int
    subject: Draft | Amended
    done: int = 0
    total: int = 0
    ended: bool = False
    result: Tried | Recoding | None = None
    problem: str = ""

    def told(self, done: int, total: int) -> None:
        """Say how far it is."""
        self.done, self.total = done, total
        self.keep()

    def keep(self) -> None:
        """Write down how it stands."""
        draft = _file(self.key).with_suffix(".new")
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as stream:
            stream.write(_told().dump_json(self))
        draft.replace(_file(self.key))


def start(user_key: int, subject: Draft | Amended, work: Callable[[Job], Tried | Recoding]) -> Job:
    """Start work in a thread; it tells how far it is, and returns what comes of it."""
    job = Job(key=secrets.token_urlsafe(12), user_key=user_key, subject=subject)
    _folder().mkdir(parents=True, exist_ok=True)
    for file in _folder().iterdir():
        if file.stat().st_mtime < time.time() - _KEPT:
            file.unlink(missing_ok=True)
    job.keep()
    threading.Thread(target=_work, args=(job, work), daemon=True).start()
    return job


def _work(job: Job, work: Callable[[Job], Tried | Recoding]) -> None:
    try:
        job.result = work(job)
    except MarsadError as error:
        job.problem = str(error)
    except Exception as error:  # noqa: BLE001 - told on the page, and in the log
        _LOG.exception("work failed")
        job.problem = f"{type(error).__name__}: {error}"
    finally:
        job.ended = True
        job.keep()


def job_of(key: str, user_key: int) -> Job | None:
    """Return what somebody started himself, None when it is not there any more."""
    try:
        told = _file(key).read_bytes() if _KEY.fullmatch(key) else b""
    except OSError:
        told = b""
    found = _told().validate_json(told) if told else None
    return found if found is not None and found.user_key == user_key else None


def _folder() -> Path:
    return cache_directory() / "jobs"


def _file(key: str) -> Path:
    return _folder() / f"{key}.json"


@cache
def _told() -> TypeAdapter[Job]:
    from pydantic import TypeAdapter

    return TypeAdapter(Job)
