"""Shards given to workers: Dask's, on this machine or on others."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from importlib import import_module
from itertools import chain, islice
from pathlib import Path
from typing import IO, Any, Protocol, TypeVar

from marsad.cluster.arrow import rows_of
from marsad.cluster.shards import shards_in
from marsad.cluster.task import Done, Job, code_shard, coded_name, key_of
from marsad.errors import MarsadError, MissingPackageError

__all__ = ["Dask", "Failed", "Runner", "code_shards", "collect", "failed_before", "jobs_of", "records_of"]

T = TypeVar("T")
R = TypeVar("R")

_TRIES = 3
_AHEAD = 3
_PATIENCE = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """A shard that was not coded, and why; the next run tries it again."""

    name: str
    reason: str


class Runner(Protocol):
    """What gives work to workers and yields what came of each piece, in whatever order."""

    def each(self, function: Callable[[T], R], pieces: Iterable[T]) -> Iterator[tuple[T, R | Exception]]:
        """Call a function for each piece on some worker; one that fails costs the others nothing."""
        ...


def jobs_of(shards: Path, coded: Path, *, places: Path | None, minimum: float) -> tuple[list[Job], int]:
    """Return the shards that are still to be coded, and how many are done: those whose records are there.

    The largest come first, so that no worker is left with one when the others have nothing more to do.
    """
    where = str(places.resolve()) if places else None
    key = key_of(where, minimum)
    names = shards_in(shards)
    left = [name for name in names if not (coded / coded_name(name, key)).exists()]
    left.sort(key=lambda name: (-(shards / name).stat().st_size, name))
    folders = {"shards": str(shards.resolve()), "coded": str(coded.resolve())}
    jobs = [Job(**folders, name=name, key=key, places=where, minimum=minimum) for name in left]
    return jobs, len(names) - len(left)


def code_shards(jobs: Iterable[Job], runner: Runner) -> Iterator[Done | Failed]:
    """Code shards, and yield what came of each."""
    for job, done in runner.each(code_shard, jobs):
        if isinstance(done, Exception):
            yield Failed(name=job.name, reason=f"{type(done).__name__}: {done}".split("\n", maxsplit=1)[0])
        else:
            yield done


def failed_before(shards: Path, coded: Path, *, places: Path | None, minimum: float) -> Iterator[tuple[str, str, str]]:
    """Yield shard, report and reason of each report that failed in the shards that are done."""
    key = key_of(str(places.resolve()) if places else None, minimum)
    for name in shards_in(shards):
        path = coded / coded_name(name, key)
        if path.exists():
            for row in rows_of(path, ["id", "failed"]):
                if row.get("failed") is not None:
                    yield name, row["id"], row["failed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dask:
    """Workers of Dask: those of a scheduler ("tcp://host:8786"), or `workers` processes of this machine.

    A piece whose worker dies is given to another; one that kills three of them is set aside as failed. Some pieces a
    worker are under way at any time, so that as many as there are fit in memory.
    """

    scheduler: str | None = None
    workers: int = 2

    def each(self, function: Callable[[T], R], pieces: Iterable[T]) -> Iterator[tuple[T, R | Exception]]:
        """Raises SettingsError without the packages, MarsadError when the scheduler cannot be reached."""
        with self._client() as client:
            left = iter(pieces)
            most = _AHEAD * max(1, sum(client.nthreads().values()))
            under_way = {client.submit(function, piece, pure=False): piece for piece in islice(left, most)}
            done = import_module("distributed").as_completed(list(under_way))
            for future in done:
                error = future.exception()
                yield under_way.pop(future), future.result() if error is None else error
                future.release()
                for piece in islice(left, 1):
                    another = client.submit(function, piece, pure=False)
                    under_way[another] = piece
                    done.add(another)

    @contextmanager
    def _client(self) -> Iterator[Any]:
        try:
            dask, distributed = import_module("dask"), import_module("distributed")
        except ImportError:
            raise MissingPackageError("A cluster", package="distributed", extra="cluster") from None
        settings = {
            "distributed.scheduler.allowed-failures": _TRIES,
            "distributed.worker.daemon": False,
            "distributed.worker.profile.enabled": False,  # it looks at every worker a hundred times a second
        }
        with dask.config.set(settings), ExitStack() as opened:
            address: Any = self.scheduler
            if address is None:
                local = distributed.LocalCluster(
                    n_workers=self.workers, threads_per_worker=1, host="127.0.0.1", dashboard_address=None,
                    memory_limit=0,
                )  # fmt: skip
                address = opened.enter_context(local)
            try:
                client = distributed.Client(address, timeout=_PATIENCE)
            except (OSError, TimeoutError) as error:
                problem = f"The scheduler {self.scheduler} does not answer ({type(error).__name__})."
                raise MarsadError(f"{problem} Start one there: dask scheduler") from None
            yield opened.enter_context(client)


def collect(shards: Path, coded: Path, stream: IO[bytes], *, places: Path | None, minimum: float) -> int:
    """Write the records of all shards as JSON Lines in the order of the input; return how many.

    Raises MarsadError when a shard is not coded yet.
    """
    months: dict[str, list[Path]] = {}
    for path in records_of(shards, coded, places=places, minimum=minimum):
        months.setdefault(path.parent.name, []).append(path)
    files = (chain.from_iterable(rows_of(path, ["number", "record"]) for path in paths) for paths in months.values())
    count = 0
    for row in heapq.merge(*files, key=lambda row: row["number"]):
        stream.write(row["record"].encode("utf-8") + b"\n")
        count += 1
    return count


def records_of(shards: Path, coded: Path, *, places: Path | None, minimum: float) -> list[Path]:
    """Return the files of records of all shards. Raises MarsadError when a shard is not coded yet."""
    left, _ = jobs_of(shards, coded, places=places, minimum=minimum)
    if left:
        problem = f"{len(left)} shards are not coded yet, {left[0].name} among them. Run `marsad cluster code` again."
        raise MarsadError(problem)
    key = key_of(str(places.resolve()) if places else None, minimum)
    return [coded / coded_name(name, key) for name in shards_in(shards)]
