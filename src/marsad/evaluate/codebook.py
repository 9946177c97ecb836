"""The closed lists of the codebook that records are checked against."""

from __future__ import annotations

__all__ = ["ACTOR_CODES", "SOURCE_KINDS", "STATUSES"]

ACTOR_CODES = frozenset((
    "coalition", "usa", "sdf", "asayish", "is", "syr-regime", "regime-militia", "syr-gov", "regime-remnants", "iran",
    "iran-militias", "hezbollah", "hts", "jihadi-other", "sna", "opp", "turkey", "russia", "israel", "iraq", "lebanon",
    "jordan", "yemen-gov", "sudan-saf", "egypt", "ksa", "uae", "iran-gov", "pkk", "pmf", "houthi", "hamas", "pij",
    "rsf", "lna", "gnu", "stc", "saudi-coalition", "shabaab", "taliban", "druze", "local-daraa", "tribal",
    "unidentified", "criminal", "civilians", "protesters", "journalists", "aid-workers", "health-workers", "officials",
    "prisoners",
))  # fmt: skip
"""Ids an actor may have; anything else is coded by its name as in the text: see `marsad.model.who`."""

SOURCE_KINDS = frozenset((
    "outlet", "correspondent", "official", "party", "monitor", "media", "activist", "resident", "witness", "medical",
    "anonymous",
))  # fmt: skip
STATUSES = frozenset(("reported", "claimed", "disputed", "denied"))
