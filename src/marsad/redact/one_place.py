"""Which events of one record lie at one place: told by the same name, or by two that are known to be one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping
from typing import NamedTuple, TypeVar

__all__ = ["Placed", "at_one_place"]


class Placed(NamedTuple):
    """Where an event lies, and which record tells it."""

    record: Hashable
    name: str | None
    place_id: str | None
    admin2: str | None


_Key = TypeVar("_Key", bound=Hashable)


def at_one_place(events: Mapping[_Key, Placed]) -> list[list[_Key]]:
    """Return the events of one record that name one place, by the same name or by the same id; one may be in two.

    >>> at_one_place({1: Placed("r", "الرقة", None, None), 2: Placed("r", "الرقة", "p7", None),
    ...               3: Placed("r", "المدينة", "p7", None), 4: Placed("s", "الرقة", None, None)})
    [[1, 2], [2, 3]]
    """
    several = {record for record, number in Counter(one.record for one in events.values()).items() if number > 1}
    there: dict[Hashable, list[_Key]] = defaultdict(list)
    for key, one in events.items():
        if one.record not in several:
            continue
        for name, value in (("name", one.name), ("id", one.place_id)):
            if value:
                there[one.record, name, value].append(key)
    return [keys for keys in there.values() if len(keys) > 1]
