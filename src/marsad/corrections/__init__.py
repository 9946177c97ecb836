"""Tables that people corrected, taken back: what they changed, checked, and the records with it."""

from marsad.corrections.apply import corrected
from marsad.corrections.changes import Change, changes
from marsad.corrections.table import TableRow, read_table

__all__ = ["Change", "TableRow", "changes", "corrected", "read_table"]
