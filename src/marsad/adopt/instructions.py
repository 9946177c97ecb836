"""What another coder is told: the codebook in short, and the form of an answer."""

from __future__ import annotations

from marsad.evaluate.codebook import ACTOR_CODES, SOURCE_KINDS, STATUSES
from marsad.lexicon.load import RESOURCES
from marsad.model.what import EVENT_TYPES

__all__ = ["instructions"]


def instructions() -> str:
    """Return what a language model, or a person, has to know to answer with events; ready to be sent."""
    text = (RESOURCES / "answers" / "instructions.md").read_text(encoding="utf-8")
    lists = {
        "types": EVENT_TYPES, "actors": sorted(ACTOR_CODES), "kinds": sorted(SOURCE_KINDS), "statuses": sorted(STATUSES)
    }  # fmt: skip
    for name, values in lists.items():
        text = text.replace(f"{{{name}}}", ", ".join(values))
    return text
