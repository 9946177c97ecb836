"""What is kept in memory of a store's incidents, and brought up to it where anything was done since."""

from __future__ import annotations

from abc import ABC, abstractmethod

from sqlalchemy import Connection

from marsad.store.incident_facts import latest_act

__all__ = ["KeptUp"]


class KeptUp(ABC):
    """Something that is read once, and then only where incidents changed."""

    _act: tuple[int, str] = (-1, "")

    @abstractmethod
    def _clear(self) -> None:
        """Forget all, `_act` too."""

    @abstractmethod
    def _refresh(self, connection: Connection) -> None:
        """Read what changed."""

    def _bring_up(self, connection: Connection) -> bool:
        """Bring it up to what a connection sees; say whether anything was done since."""
        act = latest_act(connection)
        if act == self._act:
            return False
        if act[1] != self._act[1]:
            self._clear()  # what is seen in place of incidents changes without their changing
        self._refresh(connection)
        self._act = act
        return True
