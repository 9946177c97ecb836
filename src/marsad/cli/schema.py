"""`marsad schema`: the JSON Schema of a record."""

from __future__ import annotations

__all__ = ["schema"]


def schema() -> None:
    """Print the JSON Schema of the records that `marsad code` writes."""
    from marsad.lexicon.load import RESOURCES

    print((RESOURCES / "schema" / "record.schema.json").read_text(encoding="utf-8"), end="")
