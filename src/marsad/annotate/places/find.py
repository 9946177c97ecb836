"""Find places named in a report."""

from __future__ import annotations

from marsad.annotate.places.behind import in_areas
from marsad.annotate.places.grammar import read_names
from marsad.annotate.places.of_town import with_sites
from marsad.annotate.places.resolve import resolve
from marsad.gazetteer import Gazetteer
from marsad.model.report import Document
from marsad.model.where import PlaceMention

__all__ = ["find"]


def find(document: Document, *, gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """Return the places named in a report, in the order of the text.

    "قتل عنصر قرب بلدة الشحيل بريف دير الزور" names الشحيل (near) and دير الزور (part): the same name in
    several governorates is told apart by the places around it. A name in no gazetteer counts after a type
    word: "قرية الشبكي".
    """
    named = in_areas(document, read_names(document, gazetteer), gazetteer)
    return with_sites(document, resolve(document, named, gazetteer), gazetteer)
