"""What a verification says."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Fault", "Verdict"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something that is not as it was: the file, the byte where it begins, which record or line, and what is wrong."""

    file: str
    offset: int | None
    part: str
    problem: str

    def __str__(self) -> str:
        where = "" if self.offset is None else f", offset {self.offset}"
        return f"{self.file}{where}, {self.part}: {self.problem}"


@dataclass(slots=True, kw_only=True)
class Verdict:
    """What a verification found.

    `faults` say that the archive is not what it was. `notes` are none: what a killed writer left unfinished, files that
    belong to somebody else. `head` is the last act's number and hash, to be written down in another place.
    """

    faults: list[Fault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    acts: int = 0
    items: int = 0
    files: int = 0
    stamps: int = 0
    head: tuple[int, str] = (0, "")

    @property
    def whole(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults

    def fault(self, file: str, offset: int | None, part: str, problem: str) -> None:
        """Add a fault."""
        self.faults.append(Fault(file=file, offset=offset, part=part, problem=problem))

    def missing(self, file: str) -> None:
        """Add that a whole file is missing."""
        self.fault(file, None, "the whole file", "It is missing.")

    def torn(self, file: str, offset: int, count: int) -> None:
        """Note what a writer had not completed."""
        self.notes.append(
            f"{file}, offset {offset}: a torn tail of {count:,} bytes. A writer was killed or is at work; "
            "the next act completes it or cuts it off, and says so in the log."
        )

    def broken(self, file: str) -> bool:
        """Say whether a file has a fault already."""
        return any(fault.file == file for fault in self.faults)
