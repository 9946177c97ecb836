"""Situation reports: PDF and DOCX in Arabic and English, every word and figure from records."""

from marsad.sitrep.facts import Situation, situation_of
from marsad.sitrep.gather import Gathered, from_store, link_coded, publish
from marsad.sitrep.make import make
from marsad.sitrep.template import read_template, write_template

__all__ = [
    "Gathered", "Situation", "from_store", "link_coded", "make", "publish", "read_template", "situation_of",
    "write_template",
]  # fmt: skip
