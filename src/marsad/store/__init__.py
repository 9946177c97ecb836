"""Keep reports and what was made of them, and find them again: one layer over SQLite and PostgreSQL."""

from marsad.store.diff import Difference
from marsad.store.facts import StoreFacts
from marsad.store.filters import Box, Filters
from marsad.store.incidents import Incident, Member
from marsad.store.judgements import Judgement
from marsad.store.log import Act, LogEntry
from marsad.store.model import CodedBy, Keeping, Kept, KeptCoding, KeptReport
from marsad.store.question import Question
from marsad.store.search import Hit, Hits
from marsad.store.sources import Rating, Source
from marsad.store.store import Store, open_store

__all__ = [
    "Act",
    "Box",
    "CodedBy",
    "Difference",
    "Filters",
    "Hit",
    "Hits",
    "Incident",
    "Judgement",
    "Keeping",
    "Kept",
    "KeptCoding",
    "KeptReport",
    "LogEntry",
    "Member",
    "Question",
    "Rating",
    "Source",
    "Store",
    "StoreFacts",
    "open_store",
]
