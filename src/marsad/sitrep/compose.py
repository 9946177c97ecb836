"""A report in one language, section by section, in the order that a template asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from marsad.gazetteer import Gazetteer
from marsad.pictures import area_map, chart
from marsad.pictures.frame import left_out
from marsad.sitrep.blocks import Block, Document, Heading, Image, Text
from marsad.sitrep.facts import Situation
from marsad.sitrep.names import Names
from marsad.sitrep.notable import notable
from marsad.sitrep.speech import Speech
from marsad.sitrep.summary import sentences
from marsad.sitrep.tables import counts_table, precision_table
from marsad.sitrep.template import Template
from marsad.wording import Tongue

__all__ = ["compose"]


def compose(situation: Situation, template: Template, tongue: Tongue, gazetteer: Gazetteer) -> Document:
    """Return the report in a language; raises ResourceError where the words of a template do not fit."""
    speech = Speech(template.words[tongue.language], tongue)
    names = Names(speech, gazetteer, public=situation.gathered.public)
    made = _Sections(situation, template, speech, names, gazetteer)
    blocks: list[Block] = []
    for section in template.order.sections:
        blocks.append(Heading(speech.say("titles", section)))
        blocks += made.all[section]()
    edition = "public" if situation.gathered.public else "internal"
    return Document(
        language=tongue.language,
        digits=tongue.figures("0123456789"),
        title=speech.say("titles", "report", area=names.area(situation.area)),
        lines=(
            speech.say("titles", "period", first=speech.day(situation.first), last=speech.day(situation.last)),
            speech.say("titles", "as_of", as_of=speech.day(situation.as_of)),
            speech.say("titles", edition),
        ),
        as_of=situation.as_of,
        blocks=blocks,
    )


class _Sections:
    """The sections of one report."""

    def __init__(
        self, situation: Situation, template: Template, speech: Speech, names: Names, gazetteer: Gazetteer
    ) -> None:
        self._situation, self._template = situation, template
        self._speech, self._names, self._gazetteer = speech, names, gazetteer
        self._rows = template.order.rows
        self.all: dict[str, Callable[[], Iterator[Block]]] = {
            "summary": self._summary, "map": self._map, "weeks": self._weeks, "units": self._units,
            "kinds": self._kinds, "actors": self._actors, "notable": self._notable, "sources": self._sources,
            "method": self._method,
        }  # fmt: skip

    def _summary(self) -> Iterator[Block]:
        yield Text(" ".join(sentences(self._situation, self._speech, self._names)))

    def _map(self) -> Iterator[Block]:
        notes = [left_out(self._situation.total, self._speech.tongue)]
        yield Image.of("map", area_map(self._situation.found, self._gazetteer, self._speech.tongue, notes=notes))

    def _weeks(self) -> Iterator[Block]:
        counts, tongue, long = self._situation.counts, self._speech.tongue, self._situation.is_long
        bars = f"{self._period}s"
        yield Image.of(bars, chart("series", counts[bars], tongue))
        yield Image.of(f"{bars}-killed", chart("series", counts[bars], tongue, measure="killed"))
        if not self._situation.is_short:  # whose bars are the days
            squares = "months" if long else "days"
            yield Image.of("calendar" if long else "days", chart("calendar", counts[squares], tongue))

    @property
    def _period(self) -> str:
        situation = self._situation
        return "month" if situation.is_long else "day" if situation.is_short else "week"

    def _units(self) -> Iterator[Block]:
        counts = self._situation.counts
        yield counts_table(counts["units"], self._names.unit, "unit", self._speech, rows=self._rows)
        if len(counts["units"].rows) > 1:
            by_unit = counts[f"unit_{self._period}s"]
            yield Image.of("units", chart("multiples", by_unit, self._speech.tongue))

    def _kinds(self) -> Iterator[Block]:
        counts = self._situation.counts["kinds"]
        yield counts_table(counts, lambda value: self._names.kind(value.code), "kind", self._speech, rows=self._rows)

    def _actors(self) -> Iterator[Block]:
        counts, public = self._situation.counts, self._situation.gathered.public
        yield Image.of("actors", chart("actors", counts["pairs"], self._speech.tongue, registered=public))
        yield counts_table(
            counts["actors"], lambda value: self._names.actor(value.code), "actor", self._speech, rows=self._rows
        )

    def _notable(self) -> Iterator[Block]:
        yield Text(self._speech.words.paragraphs.notable, quiet=True)
        yield from notable(self._situation, self._speech, self._names)

    def _sources(self) -> Iterator[Block]:
        yield from map(Text, self._speech.words.paragraphs.sources)
        yield counts_table(
            self._situation.counts["sources"], lambda value: self._names.outlet(value.code), "outlet", self._speech,
            rows=self._rows, people=False,
        )  # fmt: skip

    def _method(self) -> Iterator[Block]:
        from marsad.export.record import coder_version
        from marsad.lexicon.load import resources_version

        speech, gathered = self._speech, self._situation.gathered
        paragraphs = speech.words.paragraphs
        yield from map(Text, paragraphs.method)
        yield precision_table(self._situation, speech)
        if gathered.public:
            called = [speech.tongue.either(rule.name_ar or rule.name, rule.name) for rule in gathered.rules]
            told = speech.tongue.either("، ", ", ").join(called) or "–"
            coarse = sum(one.key in gathered.coarse for one in self._situation.found)
            text = speech.fill(
                paragraphs.public,
                "paragraphs.public",
                rules=told,
                coarse=speech.count(coarse),
                n=speech.count(gathered.withheld),
            )
            yield Text(text)
        yield Text(
            speech.fill(
                paragraphs.made_by, "paragraphs.made_by", version=coder_version(), resources=resources_version(),
                as_of=speech.day(self._situation.as_of),
            ),
            quiet=True,
        )  # fmt: skip
