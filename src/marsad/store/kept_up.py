"""What is kept in memory of a store's incidents, and brought up to it where anything was done since."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection

from marsad.store.clock import stamp
from marsad.store.incident_counts import counted_since
from marsad.store.incident_facts import latest_act
from marsad.store.told_otherwise import Otherwise, otherwise_since

__all__ = ["KeptByIncident", "KeptUp"]

_SURE = timedelta(seconds=5)
"""What changed within so long before it was read may have changed once more in the same second."""


class KeptUp(ABC):
    """Something that is read once, and then only where incidents changed."""

    _act: tuple[int, str] = (-1, "")

    @abstractmethod
    def _clear(self) -> None:
        """Forget all, `_act` too."""

    @abstractmethod
    def _refresh(self, connection: Connection, otherwise: Otherwise) -> None:
        """Read what changed; `otherwise` is what is seen otherwise, also where it did not change."""

    def _bring_up(self, connection: Connection) -> bool:
        """Bring it up to what a connection sees; say whether anything was done since."""
        act = latest_act(connection)
        if act == self._act:
            return False
        otherwise: Otherwise | None = Otherwise()
        if act[1] != self._act[1]:  # what is seen in place of incidents changes without their changing
            otherwise = otherwise_since(connection, self._act[1]) if self._act[0] >= 0 else None
        if otherwise is None:
            self._clear()
        self._refresh(connection, otherwise or Otherwise())
        self._act = act
        return True


class KeptByIncident(KeptUp):
    """Something of every incident, read anew for each that changed."""

    _since, _anew = "", True

    def _clear(self) -> None:
        self._act = (-1, "")
        self._since, self._anew = "", True

    @abstractmethod
    def _drop(self, incident_id: str) -> None:
        """Forget an incident that nothing tells any more, if it is known."""

    @abstractmethod
    def _read(self, connection: Connection, ids: Sequence[str]) -> None:
        """Read some incidents in place of what is known of them."""

    def _refresh(self, connection: Connection, otherwise: Otherwise) -> None:
        read_at = stamp(datetime.now(UTC) - _SURE)
        changed = counted_since(connection, self._since, anew=self._anew, among=otherwise.incidents)
        told = {incident_id for incident_id, _, told in changed if told}
        for incident_id in {incident_id for incident_id, *_ in changed} | otherwise.incidents:
            if incident_id not in told:
                self._drop(incident_id)
        self._read(connection, sorted(told))
        self._since = max((self._since, *(at for _, at, _ in changed)))
        self._anew = self._since >= read_at
