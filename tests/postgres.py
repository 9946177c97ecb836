"""A real PostgreSQL with PostGIS for the tests: installed where that is allowed, started for one run, gone after it."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import psycopg
from filelock import FileLock

from marsad.store import open_store

__all__ = ["OFF", "Server", "running"]

OFF = os.environ.get("MARSAD_TEST_POSTGRES") == "off"
"""Whether the tests that need PostgreSQL are left out, because a person said so."""

_OLDEST = 15
_REMEDY = (
    "Install PostgreSQL 15 or later with PostGIS (Debian: apt-get install postgresql postgresql-15-postgis-3), "
    "or leave these tests out: MARSAD_TEST_POSTGRES=off"
)
_TEMPLATE = "marsad_template"
_MEMORY, _ROOM = Path("/dev/shm"), 2 * 1024**3
"""Where files lie in memory, and how much must be free there: a database is a thousand files, made anew for a test."""


@dataclass(frozen=True, slots=True)
class Server:
    """A server on the loopback address; every database that it makes holds an empty store."""

    port: int
    pid: int
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def url(self, database: str) -> str:
        """Return the address of a database."""
        return f"postgresql://marsad@127.0.0.1:{self.port}/{database}"

    def new_database(self, template: str = "template0") -> str:
        """Make a database and return its address."""
        name = f"test_{next(self._numbers)}"
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE {name} TEMPLATE "{template}" STRATEGY file_copy')
        return self.url(name)

    def new_store(self) -> str:
        """Make a database with an empty store and return its address."""
        return self.new_database(_TEMPLATE)

    def drop(self, url: str) -> None:
        """Take a database away, whoever is still connected."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {url.rpartition('/')[2]} WITH (FORCE)")


@contextmanager
def running(**more: str) -> Iterator[Server]:
    """Start a server in a temporary folder, as a user who is not root, and stop it by its id at the end.

    `more` are settings ("shared_buffers") in place of those that tests have.
    """
    programs = _programs()
    folder = Path(tempfile.mkdtemp(prefix="marsad-postgres-", dir=_MEMORY if _roomy(_MEMORY) else None))
    account = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}
    if account:
        shutil.chown(folder, "postgres", "postgres")
    data, port = folder / "data", _free_port()
    try:
        made = subprocess.run(
            [programs / "initdb", "-D", data, "-U", "marsad", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"],
            capture_output=True, text=True, check=False, cwd=folder, **account,
        )  # fmt: skip
        if made.returncode:
            raise RuntimeError(f"initdb failed: {made.stderr.strip()}. {_REMEDY}")
        settings = {
            "listen_addresses": "127.0.0.1", "unix_socket_directories": folder, "fsync": "off",
            "synchronous_commit": "off", "full_page_writes": "off", "max_connections": 40, "shared_buffers": "64MB",
            **more,
        }  # fmt: skip
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        with (folder / "log").open("wb") as log:
            server = subprocess.Popen(
                [programs / "postgres", "-D", data, "-p", str(port), *options],
                stdout=log, stderr=log, cwd=folder, **account,
            )  # fmt: skip
        try:
            found = Server(port, server.pid)
            _wait(server, found, folder / "log")
            with psycopg.connect(found.url("postgres"), autocommit=True) as connection:
                connection.execute(f"CREATE DATABASE {_TEMPLATE}")
            open_store(found.url(_TEMPLATE), create=True).close()
            yield found
        finally:
            server.send_signal(signal.SIGINT)  # "fast": it lets nobody finish, and ends in order
            server.wait(30)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _roomy(memory: Path) -> bool:
    return os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > _ROOM


def _wait(server: subprocess.Popen[bytes], found: Server, log: Path) -> None:
    for _ in range(300):
        if server.poll() is not None:
            break
        try:
            psycopg.connect(found.url("postgres"), connect_timeout=2).close()
        except psycopg.OperationalError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"PostgreSQL did not start: {log.read_text(errors='replace')[-2000:]}. {_REMEDY}")


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


def _programs() -> Path:
    """Return the folder of initdb and postgres, installing them with PostGIS where this is Debian and we are root."""
    with FileLock(Path(tempfile.gettempdir()) / f"marsad-postgres-{os.geteuid()}.lock"):
        found = _installed()
        if found is None and os.geteuid() == 0 and shutil.which("apt-get"):
            _install()
            found = _installed()
    if found is None:
        raise RuntimeError(f"There is no PostgreSQL with PostGIS. {_REMEDY}")
    return found


def _installed() -> Path | None:
    """Return the newest PostgreSQL that has PostGIS."""
    folders = [*Path("/usr/lib/postgresql").glob("*/bin"), *Path("/usr").glob("pgsql-*/bin")]
    on_path = shutil.which("pg_config")
    if on_path:
        folders.append(Path(_told(on_path, "--bindir")))
    usable = [
        (_version(folder), folder)
        for folder in folders
        if (folder / "initdb").exists() and _version(folder) >= _OLDEST and _has_postgis(folder)
    ]
    return max(usable)[1] if usable else None


def _told(program: str | Path, *options: str) -> str:
    return subprocess.run([program, *options], capture_output=True, text=True, check=False).stdout.strip()


def _version(folder: Path) -> int:
    number = re.search(r"\d+", _told(folder / "postgres", "--version"))
    return int(number[0]) if number else 0


def _has_postgis(folder: Path) -> bool:
    shared = _told(folder / "pg_config", "--sharedir") if (folder / "pg_config").exists() else ""
    places = [Path(shared), Path("/usr/share/postgresql") / folder.parent.name]
    return any((place / "extension" / "postgis.control").exists() for place in places)


def _install() -> None:
    """Install both by apt; the server that the package comes with is not started."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    get = ["apt-get", "-y", "-o", "DPkg::Lock::Timeout=300"]

    def run(*arguments: str) -> None:
        subprocess.run([*get, *arguments], env=environment, capture_output=True, check=False)

    run("update")
    run("install", "--no-install-recommends", "postgresql")
    versions = [folder.name for folder in Path("/usr/lib/postgresql").glob("*") if folder.name.isdigit()]
    for version in versions:
        run("install", "--no-install-recommends", f"postgresql-{version}-postgis-3")
