"""The card as a page: every figure comes from the sets it is given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any

from evaluation.model_card import spread
from evaluation.model_card.examples import KINDS, Mistake, tally
from evaluation.model_card.measured import MeasuredSet
from evaluation.model_card.spread import Figure
from marsad.evaluate.agree import FIELDS
from marsad.evaluate.calibration import (
    BINS,
    binned,
    brier,
    calibration_error,
    chance_error,
    judged_events,
    judged_fields,
)
from marsad.evaluate.curve import curve
from marsad.evaluate.groups import grouped
from marsad.evaluate.places import SamePlace
from marsad.evaluate.score import ReportScore, summarise
from marsad.events.models import Models
from marsad.export.record import coder_version
from marsad.lexicon.load import resources_version
from marsad.model.what import EVENT_TYPES

__all__ = ["page"]

_FEWEST = 10  # reports that a group must have to stand alone
_BY = {"style": "format", "year": "year", "country": "country"}

_ABOUT = """\
# Model card

What marsad reaches, on what it was measured, and what it must not be used for.
This page is written by `python -m evaluation.model_card`; no figure on it is typed by hand.
[How marsad is measured](evaluation.md) says what each measure counts.
"""

_WHAT = """\
## What it is

A coder of Arabic reports of armed conflict: words are looked up in lists, read by rules of grammar, and where rules
leave a choice open, named features are added up with learned weights (linear models, no neural network). It runs on
a processor, without a network, and gives the same record for the same text. Every field points at the words it was
read from.

Meant for researchers, monitors and newsrooms who code many reports and check what they publish: to find the reports
worth reading, to fill a record that a person then confirms, to count with known error.
"""

_NOT = """\
## What it must not be used for

- **No targeting.** Not for choosing, locating or confirming targets, nor for any decision to use force, detain or
  search.
- **No individuals.** It codes acts of armed and social groups. Not for identifying, tracking, profiling or accusing
  persons; names of private people have no place in its lists.
- **Not evidence by itself.** A record says what a report says, never that it happened. Courts, sanctions, asylum
  and benefit decisions need the reports themselves, other sources and a person who answers for the judgement.
- **Not a count of the dead.** Reports repeat, omit and exaggerate; events of several reports are not matched to
  each other here.
- **No conclusions without the error.** Differences between sides, regions or years that are smaller than the
  intervals below, or that follow what outlets report rather than what happened, are no findings.
- Not for other languages, nor for texts that are no reports: on those nothing was measured.
"""

_LIMITS = """\
## Known limits

- Reports come from outlets with sides. Marsad keeps who says so (`sources`, `status`), and corrects nothing.
- Places are resolved by name and context; `candidates` and `uncertainty_km` say how open that stays.
- The taxonomy is ACLED's, but no ACLED data were used and no agreement with ACLED's own coding is claimed.
- Gold is coded by few hands to one codebook: its own mistakes are in every figure. `python -m evaluation.agreement`
  measures them where a set was coded twice.
"""


def page(
    sets: Sequence[MeasuredSet],
    models: Models,
    same_place: SamePlace,
    examples: Mapping[str, Sequence[Mistake]],
    *,
    gazetteer: str,
    notes: Mapping[str, str],
    twice: Mapping[str, Any] | None = None,
) -> str:
    """Return the card in Markdown."""
    unseen = [item for item in sets if not item.learned] or list(sets)
    reports = [report for item in unseen for report in item.reports]
    pooled = " and ".join(f"`{item.name}`" for item in unseen)
    parts = [
        _ABOUT,
        f"marsad {coder_version()}, word lists `{resources_version()}`, places: {gazetteer}.\n",
        _WHAT,
        "\n".join(_sets(sets, notes)),
        "\n".join(_headline(sets)),
        f"All that follows is measured on {pooled}"
        + (", which no weight was learned from.\n" if not any(item.learned for item in unseen) else ".\n"),
        "\n".join(_fields(reports)),
        "\n".join(_types(reports)),
        "\n".join(line for by, title in _BY.items() for line in _groups(reports, by, title, notes)),
        "\n".join(_confidence(unseen, reports, same_place)),
        "\n".join(_mistakes(reports, examples)),
        "\n".join(_twice(twice)) if twice else "",
        _LIMITS,
        _NOT,
        "\n".join(_weights(models)),
    ]
    return "\n".join(part.rstrip("\n") + "\n" for part in parts if part)


def _table(*head: str) -> Iterator[str]:
    yield "| " + " | ".join(head) + " |"
    yield "|" + "---|" * len(head)


def _row(*cells: object) -> str:
    return "| " + " | ".join("" if cell is None else str(cell) for cell in cells) + " |"


def _sets(sets: Sequence[MeasuredSet], notes: Mapping[str, str]) -> Iterator[str]:
    yield "## What it was measured on\n"
    yield from _table("set", "reports", "events", "without an event", "published", "weights learned from it", "sha256")
    for item in sets:
        events = sum(len(record.events) for record in item.gold.values())
        quiet = sum(not record.events for record in item.gold.values())
        learned = "yes" if item.learned else "no"
        yield _row(f"`{item.name}`", len(item.gold), events, quiet, item.years, learned, f"`{item.sha256[:12]}`")
    yield ""
    known = [f"- `{item.name}`: {notes[item.name]}" for item in sets if item.name in notes]
    yield from [*known, ""] if known else []


def _headline(sets: Sequence[MeasuredSet]) -> Iterator[str]:
    yield "## Figures\n"
    yield "In brackets the 95 % interval of reports drawn anew.\n"
    yield from _table("measure", *(f"`{item.name}`" for item in sets))
    measures: dict[str, Callable[[Sequence[ReportScore]], Figure | None]] = {
        "events found, precision": spread.precision,
        "events found, recall": spread.recall,
        "events found, F1": spread.found,
        "events strictly right, F1": spread.strict,
        "reports without a mistake": spread.perfect,
        "quiet reports kept quiet": spread.kept_quiet,
    }
    for name, measured in measures.items():
        yield _row(name, *(measured(item.reports) for item in sets))
    if any(item.learned for item in sets):
        yield "\nOn sets that weights were learned from, figures are too good: they guard against setbacks,"
        yield "and say nothing of new reports."
    yield ""


def _fields(reports: Sequence[ReportScore]) -> Iterator[str]:
    yield "### By field\n"
    yield from _table("field", "right in found events")
    yield from (_row(f"`{name}`", spread.field(reports, name)) for name in FIELDS)
    yield ""


def _types(reports: Sequence[ReportScore]) -> Iterator[str]:
    yield "### By type\n"
    yield "Found with just this sub-event type.\n"
    yield from _table("sub-event type", "gold", "coded", "precision", "recall", "F1")
    by_type = summarise(reports).by_type
    for name in sorted(EVENT_TYPES, key=lambda name: -by_type[name].gold if name in by_type else 0):
        rates = by_type.get(name)
        if rates is None:
            yield _row(name, 0, 0, None, None, None)
            continue
        precision = f"{rates.precision:.2f}" if rates.predicted else None
        recall = f"{rates.recall:.2f}" if rates.gold else None
        yield _row(name, rates.gold, rates.predicted, precision, recall, spread.typed(reports, name))
    yield ""


def _groups(reports: Sequence[ReportScore], by: str, title: str, notes: Mapping[str, str]) -> Iterator[str]:
    groups = grouped(reports, by)
    if by == "year":
        groups = dict(sorted(groups.items()))
    small = [name for name, group in groups.items() if len(group) < _FEWEST]
    if len(small) > 1:
        rest = [report for name in small for report in groups.pop(name)]
        groups[f"{len(small)} with fewer than {_FEWEST} reports each"] = rest
    if len(groups) < 2:
        return
    yield f"### By {title}\n"
    yield from _table(title, "reports", "events", "found F1", "strict F1", "quiet kept quiet")
    for name, group in groups.items():
        events = sum(len(report.gold.events) for report in group)
        shown = (
            "without an event"
            if name == "—" and by == "country"
            else f"{name}: {notes[name]}"
            if name in notes
            else name
        )
        rates = (spread.found(group), spread.strict(group)) if events else (None, None)
        yield _row(shown, len(group), events, *rates, spread.kept_quiet(group))
    yield ""


def _confidence(sets: Sequence[MeasuredSet], reports: Sequence[ReportScore], same_place: SamePlace) -> Iterator[str]:
    yield "## Confidence\n"
    yield "What is said with a probability, and how often it was so; fields in found events.\n"
    yield f"The calibration error is of {BINS} bins; so much of it as stands beside it chance alone would leave.\n"
    yield from _table("probability of", "given", "said, mean", "right", "calibration error", "by chance", "Brier score")
    events = judged_events(reports)
    for name, judged in {"the event": events, **{f"`{k}`": v for k, v in judged_fields(reports).items()}}.items():
        if judged:
            said = sum(probability for probability, _ in judged) / len(judged)
            right = sum(hit for _, hit in judged) / len(judged)
            figures = (said, right, calibration_error(judged) or 0.0, chance_error(judged) or 0.0, brier(judged) or 0.0)
            yield _row(name, len(judged), *(f"{figure:.3f}" for figure in figures))
    yield ""
    yield from _table("events said to be right with", "count", "said, mean", "right")
    for part in binned(events):
        yield _row(f"{part.low:.1f} to {part.high:.1f}", part.count, f"{part.said:.2f}", f"{part.right:.2f}")
    yield "\nWhat `--min-confidence` costs and buys:\n"
    yield from _table("at least", "events", "precision", "recall", "F1", "strict F1")
    gold = {(item.name, key): record for item in sets for key, record in item.gold.items()}
    every = {(item.name, key): record for item in sets for key, record in item.every.items()}
    numbered = {key: str(number) for number, key in enumerate(gold)}
    points = curve(
        {numbered[key]: record for key, record in gold.items()},
        {numbered[key]: record for key, record in every.items()},
        same_place,
    )
    for point in points:
        rates = (point.found.precision, point.found.recall, point.found.f1, point.strict.f1)
        yield _row(f"{point.threshold:.2f}", point.found.predicted, *(f"{rate:.2f}" for rate in rates))
    yield ""


def _twice(twice: Mapping[str, Any]) -> Iterator[str]:
    found, strict, events = twice["found"]["f1"], twice["strict"]["f1"], twice["events"]
    yield "## How far two codings by hand agree\n"
    yield "The same reports coded twice by hand, the second time from the texts alone: what a coder can be held to."
    both = f"{events['first']} and {events['second']} events in {twice['reports']} reports"
    yield f"Of {both} {events['paired']} are the same"
    yield f"(F1 {found:.2f}; strictly the same {strict:.2f}). Fields are compared in those.\n"
    yield from _table("field", "compared", "the same", "Krippendorff's alpha", "95 %")
    for name, figures in twice["alpha"].items():
        alpha, edges = figures["alpha"], figures["interval"]
        between = f"{edges[0]:.2f} to {edges[1]:.2f}" if edges else None
        shown = name if " " in name else f"`{name}`"
        yield _row(
            shown, figures["units"], f"{figures['share']:.2f}", None if alpha is None else f"{alpha:.2f}", between
        )
    yield ""


_SAID = {
    "missed": "an event missed",
    "invented": "an event that is none",
    "day": "`date`",
    "source_kind": "kind of source",
}


def _mistakes(reports: Sequence[ReportScore], examples: Mapping[str, Sequence[Mistake]]) -> Iterator[str]:
    yield "## Typical mistakes\n"
    yield "How often each was made on the sets above, and what it looks like in reports written for this project.\n"
    counts = tally(reports)
    yield from _table("mistake", "times", "words", "by hand", "marsad")
    for kind in sorted(KINDS, key=lambda kind: -counts[kind]):
        shown = list(examples.get(kind, ()))
        first = shown[0] if shown else None
        cells = (_safe(first.words), first.gold, first.coded) if first else (None, None, None)
        yield _row(_SAID.get(kind, f"`{kind}`"), counts[kind], *cells)
        yield from (_row(None, None, _safe(more.words), more.gold, more.coded) for more in shown[1:])
    yield ""


def _safe(words: str) -> str:
    return words.replace("|", "\\|")


def _weights(models: Models) -> Iterator[str]:
    yield "## What the weights were learned from\n"
    tables = [getattr(models, field.name) for field in fields(models)]
    data: Iterable[str] = dict.fromkeys(str(table.card.get("data", "")) for table in tables)
    yield from (f"- {line}" for line in data if line)
    yield ""
    yield from _table("decision", "cases", "reports", "weights", "learned on")
    for table in tables:
        card = table.card
        yield _row(f"`{table.name}`", card.get("rows"), card.get("reports"), len(table.weights), card.get("date"))
    yield "\nFigures of cross-validation stand in the card of each file in `src/marsad/resources/models`."
