"""Two counts of the same dimensions side by side: ours and another project's."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from marsad.analyse.counts import Counts, Spec, Unit, counted
from marsad.analyse.keys import AREAS, PERIODS, Value
from marsad.analyse.tally import Tally
from marsad.errors import SettingsError

__all__ = ["Beside", "side_by_side"]

_SHARED = (*PERIODS, "country", "admin1")


class Beside(NamedTuple):
    """A row of both: None where one of them has nothing."""

    key: tuple[Value, ...]
    ours: Tally | None
    theirs: Tally | None


def side_by_side(ours: Iterable[Unit], theirs: Iterable[Unit], spec: Spec) -> list[Beside]:
    """Count two sets of units by the same dimensions; what only one of them has stands there, too.

    Raises SettingsError for dimensions that the other project does not share, and for other people than the killed.
    """
    foreign = [name for name in spec.by if name not in _SHARED]
    if foreign or spec.people != ("killed",) or spec.panel is not None or spec.kind is not None:
        what = foreign[0] if foreign else "that"
        raise SettingsError(
            f"The other table cannot be counted by {what}. Compare the killed by {', '.join((*PERIODS, *AREAS[:2]))}."
        )
    tables: list[Counts] = [counted(units, spec, table="events") for units in (ours, theirs)]
    left, right = ({row.key: row.tally for row in counts.rows} for counts in tables)
    keys = sorted(left.keys() | right.keys(), key=lambda key: [(bool(value.note), *value) for value in key])
    return [Beside(key, left.get(key), right.get(key)) for key in keys]
