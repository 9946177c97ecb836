"""A bundle as a folder, or as one zip file whose bytes are always the same."""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from marsad.archive import Archive
from marsad.bundle.build import build
from marsad.bundle.coded import Coded, Incident
from marsad.errors import SettingsError

__all__ = ["write_bundle"]

_NO_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip file can tell


def write_bundle(
    output: Path, *, archive: Archive, coded: Sequence[Coded], incident: Incident | None = None, history: bytes = b""
) -> dict[str, Any]:
    """Write a bundle as a zip file when the name ends so, else as a folder; return its manifest.

    Nothing is left behind when it fails. Raises SettingsError when something of that name is there.
    """
    if output.exists():
        raise SettingsError(f"{output} exists. Name another file or folder for the bundle.")
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=output.parent, prefix=".bundle-") as temporary:
            folder = Path(temporary) / "bundle"
            folder.mkdir()
            manifest = build(folder, archive=archive, coded=coded, incident=incident, history=history)
            if output.suffix.lower() == ".zip":
                packed = Path(temporary) / "bundle.zip"
                _zip(folder, packed)
                packed.replace(output)
            else:
                folder.replace(output)
    except OSError as error:
        raise SettingsError(f"{output} cannot be written ({error.strerror or error}). Name another place.") from None
    return manifest


def _zip(folder: Path, packed: Path) -> None:
    """Pack a folder: names in order, no dates, nothing compressed, since compressors differ between versions."""
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix()):
            if path.is_file():
                info = zipfile.ZipInfo(path.relative_to(folder).as_posix(), _NO_DATE)
                info.external_attr = 0o644 << 16
                info.create_system = 3
                info.file_size = path.stat().st_size
                with path.open("rb") as source, archive.open(info, "w") as target:
                    shutil.copyfileobj(source, target, 1024 * 1024)
