"""Long work that a page starts and then looks at: in a thread, with how far it is, for whoever started it."""

from __future__ import annotations

import logging
import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from marsad.errors import MarsadError

__all__ = ["Job", "job_of", "start"]

_LOG = logging.getLogger("marsad.serve")
_KEPT = 60
_LOCK = threading.Lock()
_jobs: dict[str, Job] = {}


@dataclass(slots=True, kw_only=True)
class Job:
    """What somebody started: `subject` is what it is about, `result` what came of it, `problem` why nothing did."""

    key: str
    user_key: int
    subject: Any
    done: int = 0
    total: int = 0
    ended: bool = False
    result: Any = None
    problem: str = ""
    thread: threading.Thread | None = field(default=None, repr=False)


def start(user_key: int, subject: Any, work: Callable[[Job], Any]) -> Job:
    """Start work in a thread; it tells how far it is by `done` and `total`, and returns what comes of it."""
    job = Job(key=secrets.token_urlsafe(9), user_key=user_key, subject=subject)
    with _LOCK:
        for key in list(_jobs)[: max(0, len(_jobs) - _KEPT + 1)]:
            del _jobs[key]
        _jobs[job.key] = job
    job.thread = threading.Thread(target=_work, args=(job, work), daemon=True)
    job.thread.start()
    return job


def _work(job: Job, work: Callable[[Job], Any]) -> None:
    try:
        job.result = work(job)
    except MarsadError as error:
        job.problem = str(error)
    except Exception as error:  # noqa: BLE001 - told on the page, and in the log
        _LOG.exception("work failed")
        job.problem = f"{type(error).__name__}: {error}"
    finally:
        job.ended = True


def job_of(key: str, user_key: int) -> Job | None:
    """Return what somebody started himself, None when it is not there any more."""
    found = _jobs.get(key)
    return found if found is not None and found.user_key == user_key else None
