"""A real browser for the tests: Debian's Chromium, installed where that is allowed, driven by Playwright."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from filelock import FileLock

__all__ = ["OFF", "program"]

OFF = os.environ.get("MARSAD_TEST_BROWSER") == "off"
"""Whether the tests that need a browser are left out, because a person said so."""

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_REMEDY = "Install Chromium (Debian: apt-get install chromium), or leave these tests out: MARSAD_TEST_BROWSER=off"


def program() -> str:
    """Return where Chromium is, installing it where this is Debian and we are root."""
    with FileLock(Path(tempfile.gettempdir()) / f"marsad-chromium-{os.geteuid()}.lock"):
        found = _installed()
        if found is None and os.geteuid() == 0 and shutil.which("apt-get"):
            environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
            get = ["apt-get", "-y", "-o", "DPkg::Lock::Timeout=300"]
            for arguments in (["update"], ["install", "--no-install-recommends", "chromium"]):
                subprocess.run([*get, *arguments], env=environment, capture_output=True, check=False)
            found = _installed()
    if found is None:
        raise RuntimeError(f"There is no Chromium. {_REMEDY}")
    return found


def _installed() -> str | None:
    return next((found for name in _NAMES if (found := shutil.which(name))), None)
