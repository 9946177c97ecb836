"""Fetch GeoNames files when a network is there."""

from __future__ import annotations

import tempfile
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

from marsad.errors import ResourceError

__all__ = ["fetch_country"]

_GEONAMES_EXPORT = "https://download.geonames.org/export/dump/"
"""The official export site; its data is CC BY 4.0."""
_TIMEOUT_SECONDS = 60


def fetch_country(code: str, folder: Path) -> list[Path]:
    """Fetch the dump and the alternate names of a country into `folder`; files already there are kept.

    Raises ResourceError, with the address and what to do, when there is no network.
    """
    folder.mkdir(parents=True, exist_ok=True)
    return [
        _fetch(f"{_GEONAMES_EXPORT}{code}.zip", folder / f"{code}.zip"),
        _fetch(f"{_GEONAMES_EXPORT}alternatenames/{code}.zip", folder / f"{code}-alternatenames.zip"),
    ]


def _fetch(address: str, target: Path) -> Path:
    if target.exists():
        return target
    if not address.startswith("https://"):
        raise ResourceError("Only https addresses are fetched.", file=address, remedy="Use the official address.")
    request = Request(address, headers={"User-Agent": "marsad"})  # noqa: S310  https, checked above
    try:
        with urlopen(request, timeout=_TIMEOUT_SECONDS) as answer:  # noqa: S310
            content = answer.read()
    except (URLError, OSError) as error:
        raise ResourceError(
            f"The file cannot be fetched: {error}.",
            file=address,
            remedy=f"Fetch it with a browser into {target.parent} as {target.name}, then run without --download.",
        ) from error
    with tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as draft:
        draft.write(content)
    Path(draft.name).replace(target)
    return target
