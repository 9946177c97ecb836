"""A situation report as files: PDF and DOCX in each language, and the figures with the incidents behind them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from marsad.analyse.show import as_json
from marsad.gazetteer import Gazetteer
from marsad.sitrep.compose import compose
from marsad.sitrep.docx import check_styles, to_docx
from marsad.sitrep.facts import Situation
from marsad.sitrep.pdf import to_pdf
from marsad.sitrep.template import Template
from marsad.wording import Tongue

__all__ = ["FORMS", "make"]

FORMS = ("pdf", "docx")


def make(
    situation: Situation,
    template: Template,
    tongues: Iterable[Tongue],
    gazetteer: Gazetteer,
    *,
    forms: Iterable[str] = FORMS,
) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each file; the same records give the same bytes."""
    wanted = tuple(forms)
    if "docx" in wanted and template.styles is not None:
        check_styles(template.styles)
    for tongue in tongues:
        document = compose(situation, template, tongue, gazetteer)
        if "pdf" in wanted:
            yield f"report.{tongue.language}.pdf", to_pdf(document, template.looks)
        if "docx" in wanted:
            yield f"report.{tongue.language}.docx", to_docx(document, template.styles)
    yield "figures.json", _figures_of(situation)


def _figures_of(situation: Situation) -> bytes:
    """Return every count of a report as `marsad count --json` writes it, with the ids of the incidents behind it."""
    figures: dict[str, Any] = {
        "area": situation.area,
        "first": situation.first.isoformat(),
        "last": situation.last.isoformat(),
        "as_of": situation.as_of.isoformat(),
        "public": situation.gathered.public,
        "withheld": situation.gathered.withheld,
        "reports": situation.reports,
        "outlets": situation.outlets,
        "one_source": situation.one_source,
        "undated": situation.undated,
        "place_precision": situation.place_precision,
        "date_precision": situation.date_precision,
        "notable": [one.key for one in situation.notable],
        "counts": {name: json.loads(as_json(counts)) for name, counts in situation.counts.items()},
    }
    return json.dumps(figures, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace") + b"\n"
