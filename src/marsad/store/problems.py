"""What databases say when they fail, and what a person can do about it."""

from __future__ import annotations

__all__ = ["BUSY", "explain"]

_AGAIN = "Then run the same command again: what was kept stays, and nothing is done twice."

_SQLITE = {
    "database or disk is full": ("The disk is full, or files may not grow further.", f"Free some space. {_AGAIN}"),
    "disk i/o error": (
        "The disk fails, is full, or files may not grow further.",
        f"Check the disk and its space. {_AGAIN}",
    ),
    "database is locked": (
        "Another program has been writing to the store for too long.",
        f"Wait for it to end, or end it. {_AGAIN}",
    ),
    "database table is locked": (
        "Another program is changing the store.",
        f"Wait for it to end. {_AGAIN}",
    ),
    "unable to open database file": (
        "The file cannot be opened.",
        "Check its folder and your rights to it.",
    ),
    "readonly database": ("The file may only be read.", "Check your rights to the file and to its folder."),
    "file is not a database": ("The file is no store of marsad.", "Name another file."),
    "database disk image is malformed": (
        "The file is damaged.",
        "Keep a copy of it as it is, and go back to the last backup.",
    ),
}

_POSTGRES = {
    "53100": ("The disk of the database is full.", f"Free some space there. {_AGAIN}"),
    "53300": ("The database takes no more connections.", f"Try again later. {_AGAIN}"),
    "55P03": (
        "Another program has been writing to the store for too long.",
        f"Wait for it to end, or end it. {_AGAIN}",
    ),
    "57P01": ("The database is shutting down.", f"Start it. {_AGAIN}"),
    "28P01": ("The password is not right.", "Check the address, or PGPASSWORD."),
    "28000": ("The database does not let this user in.", "Check the name of the user, and pg_hba.conf."),
    "3D000": ("There is no such database.", "Make it with createdb, or name another."),
    "42501": ("The user may not do this in the database.", "Use the owner of the database."),
    "25006": ("The database may only be read.", "Use the address of its primary server."),
}

_NO_ANSWER = ("The database does not answer.", f"Check the address, and that it runs. {_AGAIN}")

BUSY = frozenset(
    (
        _SQLITE["database is locked"][0], _SQLITE["database table is locked"][0], _POSTGRES["53300"][0],
        _POSTGRES["55P03"][0],
    )
)  # fmt: skip
"""Problems that go away by waiting."""


def explain(error: BaseException | None, *, sqlite: bool) -> tuple[str, str] | None:
    """Return problem and remedy of an error of the database driver, None when it is no trouble of the store's."""
    text = str(error).lower()
    if sqlite:
        return next((told for said, told in _SQLITE.items() if said in text), None)
    state = getattr(error, "sqlstate", None)
    if "permission denied to create extension" in text:
        remedy = "Let an administrator run once in this database: CREATE EXTENSION postgis"
        return ("The database has no PostGIS, and this user may not add it.", remedy)
    if state in _POSTGRES:
        return _POSTGRES[state]
    if 'extension "postgis" is not available' in text or "postgis.control" in text:
        return ("PostGIS is not installed beside the database.", "Install it (Debian: postgresql-15-postgis-3).")
    if type(error).__name__ == "OperationalError" and state is None:
        told = next((value for said, value in _CONNECTING.items() if said in text), None)
        return told or _NO_ANSWER
    return None


_CONNECTING = {
    "password authentication failed": _POSTGRES["28P01"],
    "no password supplied": _POSTGRES["28P01"],
    "does not exist": _POSTGRES["3D000"],
    "too many clients": _POSTGRES["53300"],
    "pg_hba.conf": _POSTGRES["28000"],
}
