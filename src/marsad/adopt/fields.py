"""Each field of an answered event, held to the words that it is said to come from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations
from typing import Any

from marsad.adopt.words import find_words
from marsad.arabic.letters import fold
from marsad.evaluate.codebook import ACTOR_CODES, SOURCE_KINDS, STATUSES
from marsad.events.area import UNPLACED, placed
from marsad.export.record import COUNTS
from marsad.model.event import Evidence
from marsad.model.frame import Annotations
from marsad.model.quantity import Estimate
from marsad.model.report import Document
from marsad.model.span import Span
from marsad.model.what import Source
from marsad.model.when import DateMention, DatePrecision, EventDate
from marsad.model.where import EventPlace, GeoPrecision, PlaceMention
from marsad.model.who import SIDES, Participant, is_coded_by_name, name_in

__all__ = ["Checked", "Refused", "check_fields"]

_RULE = "answers.words"
_DEFAULT = "answers.default"
_NOBODY = "unidentified"
_OUTLET = "outlet"
_FEW = 2
"""The most people that words without a number tell: "قتيل", "عنصران"."""


_UNDATED = EventDate(
    start=None, end=None, precision=DatePrecision.MONTH, reason="No words of the report bear out a day."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A value that is not taken: of which field, and why."""

    field: str
    reason: str
    quote: str | None = None


@dataclass(slots=True, kw_only=True)
class Checked:
    """The fields of an event that its words bear out, and what was refused."""

    participants: list[Participant] = field(default_factory=list)
    place: EventPlace = UNPLACED
    date: EventDate = _UNDATED
    counts: dict[str, Estimate | None] = field(default_factory=dict)
    sources: list[Source] = field(default_factory=list)
    status: str = "reported"
    evidence: list[Evidence] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)


def check_fields(document: Document, annotations: Annotations, answer: Mapping[str, Any], act: Span) -> Checked:
    """Return the fields of an answered event as far as words bear them out; `act` is where the act is told.

    `answer["words"]` holds the quotations of each field: {"side1": ["قسد"], "killed": ["عنصران"]}, those of a side
    in the order of its codes. What marsad reads in a quotation outdoes what the answer makes of it: "أمس" of a
    report of 3 May is 2 May, and "ذيبان" lies where the gazetteer has it.
    """
    check = _Check(document, annotations, answer, act)
    for side in SIDES:
        check.side(side)
    check.place()
    check.day()
    for name in COUNTS:
        check.count(name)
    check.sources()
    status = answer.get("status")
    if isinstance(status, str) and status in STATUSES:
        check.made.status = status
    return check.made


class _Check:
    def __init__(self, document: Document, annotations: Annotations, answer: Mapping[str, Any], act: Span) -> None:
        self.document, self.annotations, self.answer, self.act = document, annotations, answer, act
        words = answer.get("words")
        self._words: Mapping[str, Any] = words if isinstance(words, Mapping) else {}
        self.made = Checked()

    def side(self, side: str) -> None:
        """Take the actors of a side that their words name."""
        quotes = self._quotes(side)
        for number, code in enumerate(_list(self.answer.get(side))):
            if code == _NOBODY:
                self.made.participants.append(Participant(code=code, role=side))
                self._show(side, self.act, _DEFAULT)
                continue
            if not isinstance(code, str) or not (code in ACTOR_CODES or is_coded_by_name(code)):
                self._refuse(side, f"{code!r} is no code of an actor.")
                continue
            quote = quotes[number] if number < len(quotes) else None
            span = self._span(side, quote, what=code)
            if span is None:
                continue
            if is_coded_by_name(code) and find_words(self.document, name_in(code)) is None:
                self._refuse(side, f"The report names nobody {name_in(code)!r}.", quote)
                continue
            self.made.participants.append(Participant(code=code, role=side, unit=quote))
            self._show(side, span, _RULE, self._read_otherwise(code, span))

    def _read_otherwise(self, code: str, span: Span) -> str | None:
        read = {each.code for each in self.annotations.actors if each.span.overlaps(span) and each.code is not None}
        return None if not read or code in read else f"marsad reads {', '.join(sorted(read))} in these words"

    def place(self) -> None:
        """Take the place that its words name, as the gazetteer has it."""
        told = self.answer.get("place")
        if not isinstance(told, Mapping) or not told.get("name"):
            return
        quote = next(iter(self._quotes("place")), None)
        span = self._span("place", quote, what=str(told["name"]))
        if span is None:
            return
        name = fold(str(told["name"]))
        read = [each for each in self.annotations.places if each.span.overlaps(span)]
        mention = next((each for each in read if fold(each.name) == name), None)
        if mention is None and not set(name.split()) <= set(fold(str(quote)).split()):
            mention = read[-1] if read else None
            if mention is None:
                self._refuse("place", f"These words do not name {told['name']!r}.", quote)
                return
        self.made.place = self._listed(mention, told)
        note = None if mention is None or fold(mention.name) == name else f"the answer names it {told['name']}"
        self._show("place", span, _RULE, note)

    def _listed(self, mention: PlaceMention | None, told: Mapping[str, Any]) -> EventPlace:
        grade = _grade(told)
        exact = None if grade is None else GeoPrecision(grade)
        if mention is not None and mention.place is not None:
            return placed(mention, mention.place, exact or mention.precision)
        country, admin1 = told.get("country"), told.get("admin1")
        return EventPlace(
            name=mention.name if mention is not None else str(told["name"]),
            country=country if isinstance(country, str) else "",
            admin1=admin1 if isinstance(admin1, str) else None,
            precision=exact or GeoPrecision.REGION,
        )

    def day(self) -> None:
        """Take the day that its words tell; fresh news without any is of its day of publication."""
        told = self.answer.get("date")
        published = self.document.published_on
        told = told if isinstance(told, Mapping) else {}
        start, end = _day(told.get("start")), _day(told.get("end"))
        if start is None:
            return
        quote = next(iter(self._quotes("date")), None)
        if quote is None and start == published:
            self.made.date = EventDate(start=start, end=start, precision=DatePrecision.DAY)
            self._show("date", self.act, _DEFAULT)
            return
        span = self._span("date", quote, what=start.isoformat())
        if span is None:
            return
        read = next(
            (each for each in self.annotations.dates if each.span.overlaps(span) and each.start is not None), None
        )
        note = None
        if read is not None and not _meets(read, start, end or start):
            note = f"the answer says {start}"
            self.made.date = EventDate(start=read.start, end=read.end, precision=read.precision)
        else:
            last = end if end is not None and end >= start else start
            precision = DatePrecision(_grade(told) or DatePrecision.MONTH)
            self.made.date = EventDate(start=start, end=last, precision=precision)
        self._show("date", span, _RULE, note)

    def count(self, name: str) -> None:
        """Take a count whose number stands in its words."""
        told = self.answer.get(name)
        self.made.counts[name] = None
        if told is None:
            return
        estimate = _estimate(told)
        if estimate is None:
            self._refuse(
                name, "A count is null or an object of low, best and high, whole numbers or null, none above the next."
            )
            return
        quotes = self._quotes(name)
        spans = [self._span(name, quote, what=str(estimate.best or estimate.low)) for quote in quotes or [""]]
        if None in spans:
            return
        stood = [span for span in spans if span is not None]
        if not self._bears_out(estimate, stood):
            self._refuse(name, f"The number {estimate.best or estimate.low} does not stand in these words.", quotes[0])
            return
        self.made.counts[name] = estimate
        for span in stood:
            self._show(name, span, _RULE)

    def _bears_out(self, estimate: Estimate, spans: Sequence[Span]) -> bool:
        """Say whether words tell a count: one of their numbers or a sum of some; without numbers, one or two."""
        read = [each for each in self.annotations.numbers if any(each.span.overlaps(span) for span in spans)]
        values = {value for each in read for value in (each.value, each.estimate.low, each.estimate.best) if value}
        told = [value for value in (estimate.best, estimate.low) if value is not None]
        if not values:
            return all(value <= _FEW for value in told)
        some = [int(each.value) for each in read if each.value is not None][:6]
        values |= {sum(part) for size in range(2, len(some) + 1) for part in combinations(some, size)}
        return all(value in values or value <= 1 for value in told)

    def sources(self) -> None:
        """Take who is named as saying so; where nobody is, the outlet says it."""
        for told in _list(self.answer.get("sources")):
            kind = told.get("kind") if isinstance(told, Mapping) else None
            name = told.get("name") if isinstance(told, Mapping) else None
            if not isinstance(kind, str) or kind not in SOURCE_KINDS:
                self._refuse("sources", f"{kind!r} is no kind of source.")
            elif kind != _OUTLET:
                span = self._span("sources", name if isinstance(name, str) else None, what=kind)
                if span is not None:
                    self.made.sources.append(Source(name=str(name), kind=kind))
                    self._show("sources", span, _RULE)
        if not self.made.sources:
            self.made.sources.append(Source(name=self.document.outlet or _OUTLET, kind=_OUTLET))
            self._show("sources", self.act, _DEFAULT)

    def _quotes(self, name: str) -> list[str]:
        told = self._words.get(name)
        return [str(quote) for quote in ([told] if isinstance(told, str) else _list(told))]

    def _span(self, name: str, quote: str | None, *, what: str) -> Span | None:
        if not quote:
            self._refuse(name, f"No words are given for {what}.")
            return None
        span = find_words(self.document, quote, self.act.start)
        if span is None:
            self._refuse(name, f"These words do not stand in the report: {quote!r}.", None)
        return span

    def _show(self, name: str, span: Span, rule: str, note: str | None = None) -> None:
        quote = self.document.source_text[span.start : span.end]
        self.made.evidence.append(Evidence(field=name, span=span, quote=quote, rule_id=rule, note=note))

    def _refuse(self, name: str, reason: str, quote: str | None = None) -> None:
        self.made.refused.append(Refused(field=name, reason=reason, quote=quote))


def _list(told: Any) -> list[Any]:
    return list(told) if isinstance(told, list) else []


def _grade(told: Mapping[str, Any]) -> int | None:
    """Return the precision of a place or a day, None where the answer tells none that there is."""
    grade = told.get("precision")
    return int(grade) if grade in (1, 2, 3) and not isinstance(grade, bool) else None


def _day(told: Any) -> date | None:
    try:
        return date.fromisoformat(told)
    except (TypeError, ValueError):
        return None


def _meets(read: DateMention, start: date, end: date) -> bool:
    if read.start is None or read.end is None:
        return True
    return read.start <= end and start <= read.end


def _estimate(told: Any) -> Estimate | None:
    if not isinstance(told, Mapping):
        return None
    values = [told.get(name) for name in ("low", "best", "high")]
    if not all(value is None or (type(value) is int and value >= 0) for value in values):
        return None
    known = [value for value in values if value is not None]
    return Estimate(*values) if known and known == sorted(known) else None
