"""Numbers and ranks of the public suites, answered by marsad's own annotator.

`answer(item)` takes an item of the suites of numbers and dates (`expr`, `kind`, perhaps `text`, `start`,
`end`) and returns {"value": ...} or None. Use it as `--system benchmarks.suite_numbers:answer`.
"""

from __future__ import annotations

from typing import Any

from marsad.annotate.numbers import find
from marsad.model.quantity import NumberMention
from marsad.model.report import Document, Report
from marsad.normalise import fold_text
from marsad.segment import split

__all__ = ["KINDS", "answer"]

KINDS = ("numeral", "ordinal", "percent", "number_range")


def _document(text: str) -> Document:
    report = Report(report_id="item", text=text)
    return split(report, fold_text(report.source_text))


def answer(item: dict[str, Any]) -> dict[str, Any] | None:
    """Return the value read in the item's expression, None when marsad reads none of that kind."""
    document = _document(item["expr"])
    mentions = find(document)
    if item["kind"] == "ordinal":
        return _ordinal(mentions)
    if item["kind"] == "percent":
        return next(({"value": float(one.value)} for one in mentions if one.kind == "percent" and one.value), None)
    if item["kind"] == "number_range":
        return _range(mentions)
    return _numeral(document, mentions)


def _signed(document: Document, mention: NumberMention, value: float) -> float:
    before = document.source_text[: mention.span.start].rstrip()
    return -value if before.endswith(("-", "−", "ناقص", "سالب")) else value


def _numeral(document: Document, mentions: tuple[NumberMention, ...]) -> dict[str, Any] | None:
    for mention in mentions:
        if mention.kind == "percent" and mention.value is not None:
            return {"value": _signed(document, mention, float(mention.value) / 100)}
        if mention.value is not None and mention.kind in ("cardinal", "fraction") and not _definite(mention):
            return {"value": _signed(document, mention, float(mention.value))}
    return None


def _ordinal(mentions: tuple[NumberMention, ...]) -> dict[str, Any] | None:
    ranks = [one for one in mentions if one.kind == "ordinal" or (one.kind == "cardinal" and _definite(one))]
    if not ranks or mentions[0] is not ranks[0]:
        return None
    return {"value": sum(float(one.value) for one in ranks if one.value is not None)}


def _definite(mention: NumberMention) -> bool:
    return mention.rule_id == "numbers.definite"


def _range(mentions: tuple[NumberMention, ...]) -> dict[str, Any] | None:
    for mention in mentions:
        if mention.kind == "range" or mention.estimate.low != mention.estimate.high:
            return {"from": mention.estimate.low, "to": mention.estimate.high}
    return None
