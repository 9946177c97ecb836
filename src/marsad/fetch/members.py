"""Files inside ZIP archives (WACZ, exports): no way out of the folder, no links, no bombs."""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from marsad.errors import ReadError

__all__ = ["Bounds", "Member", "members"]

_GIB = 1024**3
_STEP = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """How much an archive may hold, in bytes unpacked; `ratio` binds from `ratio_from` bytes on."""

    count: int = 100_000
    member: int = 4 * _GIB
    total: int = 16 * _GIB
    ratio: int = 200
    ratio_from: int = 10 * 1024 * 1024


class Member:
    """One file of an archive: `name` is a relative path with "/", safe to join to a folder."""

    def __init__(
        self, *, name: str, archive: zipfile.ZipFile, info: zipfile.ZipInfo, file: str, bounds: Bounds
    ) -> None:
        self.name, self.size = name, info.file_size
        self._archive, self._info, self._file, self._bounds = archive, info, file, bounds

    def pieces(self) -> Iterator[bytes]:
        """Yield the content in pieces; what the archive says about its size is not believed."""
        most = min(self._bounds.member, max(self._info.compress_size * self._bounds.ratio, self._bounds.ratio_from))
        count = 0
        try:
            with self._archive.open(self._info) as stream:
                while piece := stream.read(_STEP):
                    count += len(piece)
                    if count > most:
                        raise _refused(f"{self.name} unpacks into more than {most:,} bytes.", self._file)
                    yield piece
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
            raise _refused(f"{self.name} cannot be unpacked ({error}).", self._file) from None

    def read(self) -> bytes:
        """Return the whole content."""
        return b"".join(self.pieces())


def members(source: Path | IO[bytes], *, file: str, bounds: Bounds | None = None) -> Iterator[Member]:
    """Yield the files of a ZIP archive in their order; each is to be read before the next is asked for.

    Raises ReadError for a name that leads out of the folder, a link, a password, two files of one name, and an archive
    that claims more than `bounds` allow. Nothing is written to disk.
    """
    bounds = bounds or Bounds()
    try:
        archive = zipfile.ZipFile(source)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise _refused(f"It is no ZIP archive that can be read ({error}).", file) from None
    with archive:
        infos = archive.infolist()
        if len(infos) > bounds.count:
            raise _refused(f"It holds {len(infos):,} files.", file)
        if sum(info.file_size for info in infos) > bounds.total:
            raise _refused(f"It unpacks into more than {bounds.total:,} bytes.", file)
        names: set[str] = set()
        checked = [(_safe_name(info, names, file), info) for info in infos]  # all of them before any is read
        for name, info in checked:
            if not info.is_dir():
                yield Member(name=name, archive=archive, info=info, file=file, bounds=bounds)


def _safe_name(info: zipfile.ZipInfo, names: set[str], file: str) -> str:
    name = info.orig_filename
    path = PurePosixPath(name)
    shown = ascii(name)
    if (
        not path.parts
        or "\0" in name
        or "\\" in name
        or path.is_absolute()
        or ".." in path.parts
        or ":" in path.parts[0]
    ):
        raise _refused(f"The name {shown} leads out of the archive.", file)
    mode = info.external_attr >> 16
    if mode and stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise _refused(f"{shown} is a link or a device.", file)
    if info.flag_bits & 0x1:
        raise _refused(f"{shown} is locked with a password.", file)
    key = str(path).casefold()  # two names that some disks hold for one
    if key in names:
        raise _refused(f"Two files are called {shown}.", file)
    names.add(key)
    return str(path)


def _refused(problem: str, file: str) -> ReadError:
    return ReadError(problem, file=file, remedy="Do not trust this archive; ask for another copy.")
