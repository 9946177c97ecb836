"""Learn every table of weights from coded reports.

    python -m evaluation.train.learn GOLD.jsonl... [--places DIR]

First the decisions on one frame (act, type, sides, place, date, toll); then, on frames answered by weights
that never saw their report (five folds), whether two frames tell one act, and whether a group of frames is
an event. The figures printed for the whole chain come from reports that their weights never saw.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from evaluation.train.calibrate import Drafted, fit_calibration
from evaluation.train.decisions import Decision, decisions_of
from evaluation.train.fit import Fitted, Group, Row, fit_binary, fit_ranker
from evaluation.train.label import Labelled, label_frames
from evaluation.train.posts import posts_of
from evaluation.train.standoff import gold_rows
from evaluation.train.whole import put_aside, report_rows, told
from marsad import gazetteer as gazetteers
from marsad.annotate import triggers
from marsad.evaluate.agree import agree
from marsad.evaluate.pair import pair, similarity
from marsad.evaluate.places import PlaceNames
from marsad.evaluate.records import EventRecord
from marsad.events.act import act_probability, gate_features
from marsad.events.alike import pair_features
from marsad.events.assists import joined
from marsad.events.calibrate import field_confidence
from marsad.events.casualties import OUTCOMES
from marsad.events.code import code_draft
from marsad.events.confidence import event_features, event_score
from marsad.events.draft import Draft, draft_of, drafts_of, unshared
from marsad.events.hit_too import others_hit
from marsad.events.hypothesis import Hypothesis, answer
from marsad.events.models import Models
from marsad.events.settle import FIELDS, settle_candidates
from marsad.events.speakers import speaking_kinds
from marsad.export.record import to_record
from marsad.frames import Context, assemble
from marsad.gazetteer import Gazetteer
from marsad.lexicon.weights import Weights
from marsad.model.event import CodedReport
from marsad.model.report import Report
from marsad.pipeline import MAY_BE_AN_ACT, WORTH_READING, annotate, prepare

RANKED = ("type", "side1", "side2", "place", "date", "toll")


T = TypeVar("T")

STRENGTHS = {
    "gate": 0.2,
    "act": 0.3,
    "type": 0.3,
    "side1": 0.3,
    "side2": 0.1,
    "place": 0.2,
    "date": 0.1,
    "toll": 0.06,
    "same": 0.03,
    "settle": 0.1,
    "event": 0.1,
    "second": 0.3,
    "source": 0.02,
    "report": 0.03,
}
"""Regularisation found best by cross-validation; `--search` tries others."""

SIZES = {
    "gate": 6_000,
    "act": 25_000,
    "type": 36_000,
    "side1": 20_000,
    "side2": 8_000,
    "date": 14_000,
    "source": 18_000,
    "report": 4_000,
}
"""How many weights are kept where that loses next to nothing."""


_UNTAUGHT = Models(**{name: Weights(name=name) for name in Models.__dataclass_fields__})


@dataclass(frozen=True, slots=True)
class Case:
    """One gold report, read and labelled."""

    report_id: str
    gold: list[EventRecord]
    context: Context
    labelled: list[Labelled]
    decisions: list[Decision]
    weight: int = 1


def cases(path: Path, places: Path | None, names: PlaceNames, corpus: Path | None = None) -> Iterator[Case]:
    """Read gold reports, and posts cut from them, and lay their events over the coder's frames.

    Openings of articles are not cut: their 2,400 posts of one year's news drown what the others teach.
    """
    gazetteer = gazetteers.load(places)
    for gold in gold_rows(path, corpus):
        whole = read_case(gold, gazetteer, names)
        yield whole
        if "characters" not in gold:
            for post in posts_of(gold, whole.context, names.same_place):
                yield read_case(post, gazetteer, names)


def read_case(gold: Mapping[str, Any], gazetteer: Gazetteer, names: PlaceNames) -> Case:
    """Read one gold report."""
    report = Report(
        report_id=gold["id"],
        headline=gold.get("title") or "",
        text=gold["text"],
        published_on=date.fromisoformat(gold["published"]),
        outlet=gold.get("outlet"),
    )
    document = prepare(report)
    annotations = annotate(document, triggers.find(document), gazetteer)
    frames = assemble(document, annotations.triggers)
    context = Context.of(document, annotations, frames)
    labelled = label_frames(context, frames, gold["events"])
    return Case(
        gold["id"],
        [EventRecord.from_json(event) for event in gold["events"]],
        context,
        labelled,
        list(decisions_of(context, labelled, names.same_place)),
    )


def strengths(name: str, search: bool) -> tuple[float, ...]:
    """Return the regularisation to use, or those to choose from."""
    known = STRENGTHS[name]
    return (known / 3, known, known * 3) if search else (known,)


def weighted(read: Iterable[Case], rows_of: Callable[[Case], Iterable[T]]) -> list[T]:
    """Return the rows of every case, each as often as its case counts."""
    return [row for case in read for row in rows_of(case) for _ in range(case.weight)]


def groups_of(name: str, case: Case) -> list[Group]:
    """Return what a case teaches of one decision on a frame."""
    return [Group(case.report_id, candidates) for kind, candidates in case.decisions if kind == name]


def stage_one(read: Sequence[Case], on: date, data: str, *, search: bool = False) -> dict[str, Fitted]:
    """Fit the decisions on one frame."""
    fitted = {}
    for name in ("gate", "act", *RANKED):
        groups = weighted(read, partial(groups_of, name))
        if name in ("gate", "act"):
            rows = [Row(features, right, owner) for owner, candidates in groups for features, right in candidates]
            fitted[name] = fit_binary(
                rows, name=name, data=data, on=on, strengths=strengths(name, search), keep=(SIZES[name], None)
            )
            shown = {
                key: fitted[name].figures[key] for key in ("average_precision", "auc", "best_f1", "C", "at_recall_0.99")
            }
        else:
            fitted[name] = fit_ranker(
                groups,
                name=name,
                data=data,
                on=on,
                strengths=strengths(name, search),
                keep=(SIZES[name], None) if name in SIZES else (None,),
            )
            shown = {
                key: fitted[name].figures[key] for key in ("accuracy", "accuracy_of_all", "with_a_right_candidate", "C")
            }
        print(name, len(groups), shown, len(fitted[name].weights.weights), file=sys.stderr)
    return fitted


def models_for(report_id: str, fitted: Mapping[str, Fitted]) -> Models:
    """Return models that never saw a report."""
    tables = {name: model.unseen(report_id) for name, model in fitted.items()}
    missing = {
        name: Weights(name=name)
        for name in ("same", "settle", "event", "second", "source", "calibration", "report")
        if name not in tables
    }
    return Models(**tables, **missing)


def hypotheses_of(case: Case, models: Models) -> list[Hypothesis]:
    """Answer every frame of a report as the pipeline would."""
    found: list[Hypothesis] = []
    carried: str | None = None
    for item in case.labelled:
        if models.gate.probability(gate_features(case.context.document, item.frame)) < WORTH_READING:
            continue
        act = act_probability(case.context, item.frame, models.act)
        if act < MAY_BE_AN_ACT:
            continue
        found.append(answer(case.context, item.frame, models, act=act, carried=carried))
        carried = found[-1].place.value.name if found[-1].place else carried
    return found


def record_of(case: Case, draft: Draft, second: Weights = _UNTAUGHT.second) -> EventRecord:
    """Return a draft as a record that the measures can compare."""
    event = code_draft(case.context, draft, second=second, source=_UNTAUGHT.source, number=1, confidence=0.5)
    coded = CodedReport(report_id=case.report_id, events=(event,))
    return EventRecord.from_json(to_record(coded)["events"][0])


def meant(case: Case, hypothesis: Hypothesis, names: PlaceNames) -> int | None:
    """Return which gold event a frame tells or tells again: by its evidence, else by likeness."""
    label = next(item for item in case.labelled if item.frame is hypothesis.frame)
    if label.gold is not None:
        wanted = EventRecord.from_json(label.gold)
        return next((index for index, gold in enumerate(case.gold) if gold == wanted), None)
    record = record_of(case, draft_of(case.context, [hypothesis], _UNTAUGHT))
    text = case.context.document.source_text
    scores = [similarity(record, gold, agree(record, gold, names.same_place, text)) for gold in case.gold]
    top = max(range(len(scores)), key=lambda index: scores[index], default=None)
    return top if top is not None and scores[top] > 3 else None


def settle_groups(case: Case, drafts: Sequence[Draft], names: PlaceNames) -> Iterator[Group]:
    """Yield the fields that frames of a found act answer differently, and which answer the gold takes."""
    text = case.context.document.source_text
    records = [record_of(case, draft) for draft in drafts]
    table = [[similarity(r, g, agree(r, g, names.same_place, text)) for g in case.gold] for r in records]
    for index, number in pair(table, len(case.gold)) if case.gold else ():
        draft, gold = drafts[index], case.gold[number]
        for field in FIELDS:
            candidates = settle_candidates(case.context, draft.lead, draft.members, field)
            if len(candidates) < 2:
                continue
            marks = [_agrees(case, draft, field, candidate.value, gold, names) for candidate in candidates]
            yield Group(case.report_id, [(c.features, mark) for c, mark in zip(candidates, marks, strict=True)])


def _agrees(case: Case, draft: Draft, field: str, choice: Any, gold: EventRecord, names: PlaceNames) -> bool:
    """Say whether a draft with this answer has the field right."""
    if field in OUTCOMES:
        tolls = list(draft.tolls)
        tolls[OUTCOMES.index(field)] = choice
        changed = replace(draft, tolls=tuple(tolls))
    else:
        changed = replace(draft, **{field: choice})
    agreement = agree(record_of(case, changed), gold, names.same_place, case.context.document.source_text)
    return agreement["day" if field == "date" else field]


def same_rows(case: Case, hypotheses: Sequence[Hypothesis], names: PlaceNames) -> Iterator[Row]:
    """Yield pairs of frames that tell gold events: the same one, or two."""
    known = [(item, meant(case, item, names)) for item in hypotheses]
    ordered = sorted(known, key=lambda pair: (pair[0].frame.is_headline, pair[0].frame.index))
    for later, (right, second) in enumerate(ordered):
        for left, first in ordered[:later]:
            if first is not None and second is not None:
                yield Row(pair_features(case.context, left, right, len(hypotheses)), first == second, case.report_id)


def stand_for(case: Case, drafts: Sequence[Draft], names: PlaceNames) -> list[tuple[int, int]]:
    """Pair drafts with the gold events that they stand for, as (draft, event)."""
    text = case.context.document.source_text
    records = [record_of(case, draft) for draft in drafts]
    table = [[similarity(r, g, agree(r, g, names.same_place, text)) for g in case.gold] for r in records]
    return pair(table, len(case.gold)) if case.gold else []


def event_rows(case: Case, drafts: Sequence[Draft], names: PlaceNames) -> list[Row]:
    """Mark each draft: does it stand for a gold event when all are paired."""
    paired = {index for index, _ in stand_for(case, drafts, names)}
    return [
        Row(event_features(case.context, draft, drafts), index in paired, case.report_id)
        for index, draft in enumerate(drafts)
    ]


def second_rows(case: Case, drafts: Sequence[Draft], names: PlaceNames) -> Iterator[Row]:
    """Yield, for each draft that has who is hit first right, who else is named: hit as well or not."""
    for index, number in stand_for(case, drafts, names):
        hit = case.gold[number].side2
        if drafts[index].side2.value in hit:
            for other in others_hit(case.context, drafts[index], fellows=joined(case.context, drafts[index].side2)):
                yield Row(other.features, other.value in hit, case.report_id)


def source_rows(case: Case, drafts: Sequence[Draft], names: PlaceNames) -> Iterator[Row]:
    """Yield, for each draft that stands for a gold event, the kinds its report quotes: behind that event or not."""
    for index, number in stand_for(case, drafts, names):
        for kind in speaking_kinds(case.context, drafts[index]):
            yield Row(kind.features, kind.value.kind in case.gold[number].source_kinds, case.report_id)


_BINARY = ("average_precision", "f1", "best_f1", "best_f1_at")


def tell(fitted: Fitted, rows: int, figures: Sequence[str]) -> None:
    """Print what cross-validation says of a decision that so many rows taught."""
    print(fitted.weights.name, rows, {key: fitted.figures[key] for key in figures}, file=sys.stderr)


def main() -> None:
    """Learn, print what cross-validation says, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--places", type=Path)
    parser.add_argument("--split", type=Path, help="halves of the gold by id: reports of its frozen half teach nothing")
    parser.add_argument("--corpus", type=Path, help="articles of codings that stand apart from their texts")
    parser.add_argument("--on", type=date.fromisoformat, default=date(2026, 11, 26))
    parser.add_argument("--search", action="store_true", help="also try weaker and stronger regularisation")
    parser.add_argument("--emphasis", type=int, default=1, help="how often each report of the first file counts")
    parser.add_argument("--emphasised", type=Path, nargs="+", default=[], help="more files whose reports count so")
    parser.add_argument("--predictions", type=Path, help="write what the held-out weights predict")
    args = parser.parse_args()
    names = PlaceNames.read(args.places / "syria_places.csv") if args.places else PlaceNames()
    frozen = set(json.loads(args.split.read_text(encoding="utf-8"))["frozen"]) if args.split else set()
    read = [
        replace(case, weight=args.emphasis if path == args.gold[0] or path in args.emphasised else 1)
        for path in args.gold
        for case in cases(path, args.places, names, args.corpus)
        if case.report_id not in frozen
    ]
    data = ", ".join(f"{path.stem} ({sum(1 for _ in path.open(encoding='utf-8'))} reports)" for path in args.gold)
    fitted = stage_one(read, args.on, data, search=args.search)
    answered = {case.report_id: hypotheses_of(case, models_for(case.report_id, fitted)) for case in read}
    pairs = weighted(read, lambda case: same_rows(case, answered[case.report_id], names))
    fitted["same"] = fit_binary(pairs, name="same", data=data, on=args.on, strengths=strengths("same", args.search))
    tell(fitted["same"], len(pairs), _BINARY)
    unsettled = {
        case.report_id: drafts_of(case.context, answered[case.report_id], models_for(case.report_id, fitted))
        for case in read
    }
    fields = weighted(read, lambda case: settle_groups(case, unshared(case.context, unsettled[case.report_id]), names))
    fitted["settle"] = fit_ranker(
        fields, name="settle", data=data, on=args.on, strengths=strengths("settle", args.search)
    )
    tell(fitted["settle"], len(fields), ("accuracy", "first_candidate", "with_a_right_candidate"))
    drafts = {
        case.report_id: drafts_of(case.context, answered[case.report_id], models_for(case.report_id, fitted))
        for case in read
    }
    owned = {case.report_id: unshared(case.context, drafts[case.report_id]) for case in read}
    rows = weighted(read, lambda case: event_rows(case, owned[case.report_id], names))
    fitted["event"] = fit_binary(rows, name="event", data=data, on=args.on, strengths=strengths("event", args.search))
    tell(fitted["event"], len(rows), _BINARY)
    others = weighted(read, lambda case: second_rows(case, owned[case.report_id], names))
    fitted["second"] = fit_binary(
        others, name="second", data=data, on=args.on, strengths=strengths("second", args.search)
    )
    tell(fitted["second"], len(others), _BINARY)
    kinds = weighted(read, lambda case: source_rows(case, owned[case.report_id], names))
    fitted["source"] = fit_binary(
        kinds,
        name="source",
        data=data,
        on=args.on,
        strengths=strengths("source", args.search),
        keep=(SIZES["source"], None),
    )
    tell(fitted["source"], len(kinds), _BINARY)
    judged = [drafted(case, drafts[case.report_id], fitted) for case in read]
    fitted["calibration"] = fit_calibration(judged, names.same_place, data=data, on=args.on)
    print(
        "calibration",
        {name: figures["calibration_error"] for name, figures in fitted["calibration"].figures.items()},
        file=sys.stderr,
    )
    asked = list(report_rows(judged, fitted))
    fitted["report"] = fit_binary(
        asked,
        name="report",
        data=data,
        on=args.on,
        strengths=strengths("report", args.search),
        keep=(SIZES["report"], None),
    )
    tell(fitted["report"], len(asked), ("average_precision", "at_recall_0.99"))
    for model in fitted.values():
        model.write()
    if args.predictions:
        _write_predictions(args.predictions, judged, fitted)


def drafted(case: Case, drafts: Sequence[Draft], fitted: Mapping[str, Fitted]) -> Drafted:
    """Return the drafts of a report, each with the log-odds of being an event by weights that never saw it."""
    weights, second = (fitted[name].unseen(case.report_id) for name in ("event", "second"))
    alike = unshared(case.context, drafts)
    scores = [event_score(case.context, draft, alike, weights) for draft in alike]
    settled = unshared(case.context, drafts, likely=[score >= 0 for score in scores])
    return Drafted(
        report_id=case.report_id,
        context=case.context,
        gold=case.gold,
        drafts=settled,
        records=[record_of(case, draft, second) for draft in settled],
        scores=scores,
        weight=case.weight,
    )


def _write_predictions(path: Path, judged: Sequence[Drafted], fitted: Mapping[str, Fitted]) -> None:
    with path.open("w", encoding="utf-8") as out:
        for report in judged:
            kept = fitted["calibration"].unseen(report.report_id)
            speakers = fitted["source"].unseen(report.report_id)
            second = fitted["second"].unseen(report.report_id)
            events: list[Any] = []
            confidences, are_told = told(report, fitted)
            if put_aside(report, fitted):
                are_told = [False] * len(are_told)
            for draft, score, confidence, is_told in zip(
                report.drafts, report.scores, confidences, are_told, strict=True
            ):
                if is_told:
                    coded = code_draft(
                        report.context,
                        draft,
                        second=second,
                        source=speakers,
                        number=len(events) + 1,
                        confidence=confidence,
                        field_confidence=field_confidence(report.context, draft, score, kept),
                    )
                    events.append(coded)
            record = to_record(CodedReport(report_id=report.report_id, events=tuple(events)))
            out.write(json.dumps(record, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
