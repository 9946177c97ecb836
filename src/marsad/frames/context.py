"""Where a mention stands as seen from a frame: the view that every decision about an event shares."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from datetime import date
from itertools import accumulate
from typing import Any, TypeVar

from marsad.frames.cast import Cast, cast_of
from marsad.frozen import dataclass
from marsad.lexicon.role_words import role_words
from marsad.model.frame import Annotations, Frame
from marsad.model.report import Document
from marsad.model.span import Mention, Span
from marsad.model.what import CasualtyMention, MeansMention, Qualifier, TriggerMention
from marsad.model.who import ActorMention

__all__ = ["Context", "age", "distance", "lead_in", "nearness"]


_T = TypeVar("_T")


def distance(words: int) -> str:
    """Bucket a distance in words: near ones apart, far ones together."""
    size = abs(words)
    return str(size) if size <= 2 else "4" if size <= 4 else "8" if size <= 8 else "15" if size <= 15 else "16"


def nearness(frame: Frame, mention: Mention) -> tuple[int, int]:
    """Rank a mention by how near it is: in the stretch of a frame, in its sentence, elsewhere; then by words away."""
    inside = frame.first <= mention.first < frame.stop
    same = frame.sentence_first <= mention.first < frame.sentence_stop
    return 0 if inside else 1 if same else 2, abs(mention.first - frame.head.first)


def age(days: int) -> str:
    """Bucket how many days before publication something lies."""
    if days < 0:
        return "future"
    for limit, name in ((2, "fresh"), (8, "week"), (31, "month"), (366, "year")):
        if days <= limit:
            return name
    return "old"


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """One report with its mentions, and look-ups made once for all its frames.

    `times_named` says how often the report names each place, `days_told` how often each day.
    """

    document: Document
    annotations: Annotations
    sentence_of: tuple[int, ...] = field(default=())
    quoted: frozenset[int] = field(default=frozenset())
    owner_of: Mapping[int, int] = field(default_factory=dict)
    clause_of: tuple[int, ...] = field(default=())
    told_of: tuple[int, ...] = field(default=())
    frames: tuple[Frame, ...] = field(default=())
    cast: tuple[Cast, ...] = field(default=())
    times_named: Mapping[str, int] = field(default_factory=dict)
    days_told: Mapping[date | None, int] = field(default_factory=dict)
    answers: dict[Callable[[Context], Any], Any] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, document: Document, annotations: Annotations, frames: Sequence[Frame]) -> Context:
        """Make the look-ups of a report whose acts may stand in `frames`."""
        sentence_of: list[int] = []
        for sentence in document.sentences:
            sentence_of += [sentence.index] * (sentence.stop - len(sentence_of))
        quoted = {word for source in annotations.sources for word in range(source.first, source.stop)}
        return cls(
            document=document,
            annotations=annotations,
            sentence_of=tuple(sentence_of),
            quoted=frozenset(quoted),
            owner_of={word: frame.index for frame in frames for word in range(frame.first, frame.stop)},
            clause_of=_clauses(document),
            told_of=_acts(annotations.triggers, len(document.words)),
            frames=tuple(frames),
            cast=cast_of(document.words, annotations.actors, quoted),
            times_named=Counter([mention.name for mention in annotations.places]),
            days_told=Counter([mention.start for mention in annotations.dates]),
        )

    def once(self, ask: Callable[[Context], _T]) -> _T:
        """Return what a function answers of the report, which it is asked once for all frames."""
        if ask not in self.answers:
            self.answers[ask] = ask(self)
        answer: _T = self.answers[ask]
        return answer

    def clauses_between(self, first: int, second: int) -> int:
        """Return how many new themes ("فيما", "على صعيد آخر") start between two words."""
        return abs(self.clause_of[first] - self.clause_of[second])

    def acts_between(self, frame: Frame, mention: Mention) -> int:
        """Return how many words that may tell another act stand between a frame's head and a mention."""
        head = frame.head
        if mention.first < head.first:
            return max(0, self.told_of[head.first] - self.told_of[mention.stop])
        return max(0, self.told_of[mention.first] - self.told_of[min(head.stop, mention.first)])

    def zone(self, frame: Frame, mention: Mention) -> str:
        """Name where a mention stands from a frame.

        "C<" and "C>": in its stretch, before or after the head; "S<" and "S>": elsewhere in its sentence; "H":
        the headline; "P1", "P2", "P4": so many sentences before (at most); "N1", "N3": after.
        """
        if frame.first <= mention.first < frame.stop:
            return "C<" if mention.first < frame.head.first else "C>"
        if frame.sentence_first <= mention.first < frame.sentence_stop:
            return "S<" if mention.first < frame.first else "S>"
        sentence = self.sentence_of[mention.first]
        if self.document.sentences[sentence].is_headline:
            return "H"
        away = sentence - frame.sentence
        if away < 0:
            return "P1" if away == -1 else "P2" if away >= -3 else "P4"
        return "N1" if away == 1 else "N3"

    def is_foreign(self, frame: Frame, mention: Mention) -> bool:
        """Say whether the mention stands in the words of another frame of the body."""
        owner = self.owner_of.get(mention.first)
        return owner is not None and owner != frame.index and not self._in_headline(mention)

    def _in_headline(self, mention: Mention) -> bool:
        return self.document.sentences[self.sentence_of[mention.first]].is_headline

    def is_quoted(self, mention: Mention) -> bool:
        """Say whether the mention is (part of) a source that says so, not one that acts."""
        return mention.first in self.quoted

    def armed_in(self, frame: Frame) -> list[ActorMention]:
        """Return the armed actors of a frame by position, those left out who are only quoted: "قالت قسد إن"."""
        return [actor for actor in frame.inside(self.annotations.actors) if actor.armed and not self.is_quoted(actor)]

    def means_in(self, first: int, stop: int) -> tuple[MeansMention, ...]:
        """Return the weapons named in words `first` to `stop`."""
        return tuple(means for means in self.annotations.means if first <= means.first < stop)

    def casualties_in(self, first: int, stop: int) -> tuple[CasualtyMention, ...]:
        """Return the casualties told in words `first` to `stop`."""
        return tuple(toll for toll in self.annotations.casualties if first <= toll.first < stop)

    def qualifiers_over(self, frame: Frame) -> tuple[Qualifier, ...]:
        """Return the qualifiers whose scope holds the frame's head."""
        head = frame.head.first
        return tuple(cue for cue in self.annotations.qualifiers if cue.scope_first <= head < cue.scope_stop)

    def victim_of(self, span: Span) -> CasualtyMention | None:
        """Return the casualty whose people the stretch belongs to."""
        return next((toll for toll in self.annotations.casualties if toll.people.overlaps(span)), None)


def _clauses(document: Document) -> tuple[int, ...]:
    """Count the new themes that have started, up to and with each word."""
    themes = role_words("theme")
    return tuple(accumulate(map(themes.__contains__, document.words)))


def _acts(triggers: Sequence[TriggerMention], size: int) -> tuple[int, ...]:
    """Count the words before each word that tell acts of their own."""
    starts = {trigger.first for trigger in triggers if not trigger.weak and trigger.sense not in ("death", "injury")}
    return tuple(accumulate(map(starts.__contains__, range(size)), initial=0))


def lead_in(words: Sequence[str], first: int, start: int) -> str:
    """Name what leads into word `first`: its own preposition ("ل+"), else the word before if it is telling."""
    if first <= start:
        return "^"
    word = words[first]
    before = words[first - 1]
    known = role_words("lead-in")
    if before in known:
        return before
    if before[:1] == "و" and before[1:] in known:
        return before[1:]
    for letters, sign in (("وال", "و+"), ("لل", "ل+"), ("بال", "ب+"), ("ول", "ول+")):
        if word.startswith(letters):
            return sign
    return "."
