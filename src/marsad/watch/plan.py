"""In what order addresses are asked for: the host that may be asked first, and none that is silent."""

from __future__ import annotations

from collections import deque
from urllib.parse import urlsplit

from marsad.errors import FetchError
from marsad.fetch import PoliteClient
from marsad.watch.work import Job

__all__ = ["Plan", "origin"]


def origin(url: str) -> str:
    """Return scheme and host of an address, by which sites are told apart."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.lower()}"


class Plan:
    """What a round has still to ask for; each address once, but for those that are tried again."""

    def __init__(self, client: PoliteClient) -> None:
        self._client = client
        self._queues: dict[str, deque[Job]] = {}
        self._planned: set[tuple[str, str]] = set()

    def add(self, job: Job) -> None:
        """Put a job behind the others of its host."""
        if job.tries or (job.role, job.url) not in self._planned:
            self._planned.add((job.role, job.url))
            self._queues.setdefault(origin(job.url), deque()).append(job)

    def next(self) -> Job | None:
        """Take the first job of the host whose turn comes first; None when nothing is left."""
        hosts = [host for host, queue in self._queues.items() if queue]
        if not hosts:
            return None
        return self._queues[min(hosts, key=self._ready_at)].popleft()

    def drop(self, host: str) -> None:
        """Leave what is still planned of a host to the next round."""
        for job in self._queues.pop(host, ()):
            job.tally.waiting += 1

    def _ready_at(self, host: str) -> float:
        try:
            return self._client.ready_at(self._queues[host][0].url)
        except FetchError:  # no address that can be asked for, which asking will say
            return 0.0
