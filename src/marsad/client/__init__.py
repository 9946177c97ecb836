"""The record of a workbench from another program: read page by page, followed, and written to, with a token."""

from marsad.client.client import Client
from marsad.client.feed import Feed
from marsad.client.results import (
    Alert,
    Change,
    Coding,
    Compared,
    ComparedRow,
    CountRow,
    Counts,
    Decided,
    Difference,
    Found,
    Incident,
    Kept,
    Published,
    Snapshot,
    WordChange,
)
from marsad.errors import ApiError

__all__ = [
    "Alert",
    "ApiError",
    "Change",
    "Client",
    "Coding",
    "Compared",
    "ComparedRow",
    "CountRow",
    "Counts",
    "Decided",
    "Difference",
    "Feed",
    "Found",
    "Incident",
    "Kept",
    "Published",
    "Snapshot",
    "WordChange",
]
