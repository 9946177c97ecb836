"""Every table of a store, wherever it is described: for what must leave none out."""

# each adds its tables to `metadata`
from marsad.store import access_tables, amend_tables, api_tables, change_tables, team_tables, work_tables  # noqa: F401
from marsad.store.tables import metadata

__all__ = ["metadata"]
