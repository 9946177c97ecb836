"""Coded reports to records, and records to files."""

from marsad.export.choose import Format, RecordWriter, format_of, open_writer
from marsad.export.record import to_record

__all__ = ["Format", "RecordWriter", "format_of", "open_writer", "to_record"]
