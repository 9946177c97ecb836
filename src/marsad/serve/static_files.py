"""Scripts, styles and fonts: served under an address that changes with any of them, so browsers keep them for good."""

from __future__ import annotations

import hashlib
from pathlib import Path

from fastapi import FastAPI
from fastapi.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from marsad.errors import SettingsError

__all__ = ["STATIC", "check_there", "mount", "version"]

STATIC = Path(__file__).parent / "static"


class _Kept(StaticFiles):
    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers["cache-control"] = "public, max-age=31536000, immutable"
        return response


def version(folder: Path = STATIC) -> str:
    """Return a hash over every file, its name included."""
    digest = hashlib.sha256()
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(str(file.relative_to(folder)).encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def check_there() -> None:
    """Raise SettingsError when the files that npm brings are not there."""
    if not (STATIC / "vendor" / "htmx.js").exists():
        raise SettingsError(
            "The scripts and fonts of the workbench are not there. In a checkout, ./marsad.sh serve fetches them "
            "(or python web/fetch.py); otherwise reinstall marsad."
        )


def mount(app: FastAPI) -> None:
    """Serve the files; raises SettingsError when those that npm brings are not there."""
    check_there()
    app.state.static = f"/static/{version()}"
    app.mount(app.state.static, _Kept(directory=STATIC), name="static")
