"""Every table of a store, wherever it is described: for what must leave none out."""

from marsad.store import api_tables, change_tables, work_tables  # noqa: F401 - each adds its tables to `metadata`
from marsad.store.tables import metadata

__all__ = ["metadata"]
