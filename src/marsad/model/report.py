"""A report as it came in, and the same report made readable for the stages."""

from __future__ import annotations

from datetime import date, datetime

from marsad.frozen import dataclass
from marsad.model.span import Span

__all__ = ["Clause", "Document", "Report", "Sentence"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One published text. `published_on` is None when the input does not say.

    `published_at` is the moment where the input gives one, with its offset where it gives that, too;
    `edited` is when the outlet last changed the text, in ISO 8601, or "unknown" where it only says that it did.
    `forwarded_from` names the channel that a post was taken from ("شبكة الفرات"; "unknown" where that one
    hides), `reply_to` the id of the report that it answers. `extent` is "summary" for the teaser of a feed
    whose whole text stands elsewhere, at `url`.
    """

    report_id: str
    text: str
    headline: str = ""
    published_on: date | None = None
    outlet: str | None = None
    url: str | None = None
    sha256: str | None = None
    published_at: datetime | None = None
    edited: str | None = None
    forwarded_from: str | None = None
    reply_to: str | None = None
    extent: str = "whole"

    @property
    def source_text(self) -> str:
        """Headline, line feed, text: the string that every offset of marsad points into."""
        return f"{self.headline}\n{self.text}" if self.headline else self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """Words `first` to `stop` (excluded). Furniture (share lines, captions) is kept but not coded."""

    index: int
    first: int
    stop: int
    is_headline: bool = False
    furniture: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A stretch of one sentence that can hold an act of its own; `opener` is the connective before it."""

    index: int
    sentence: int
    first: int
    stop: int
    opener: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A report parted into words, clauses and sentences.

    `words` are folded (see `marsad.arabic.letters.fold`): "وبإدلب" is kept as "وبادلب". `starts[i]` and
    `ends[i]` are the code points of word i in `source_text`. `dateline` are the words that say where it was filed
    from and by whom: "دبي، الإمارات العربية المتحدة (CNN)".
    """

    report_id: str
    source_text: str
    published_on: date | None
    outlet: str | None
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    sentences: tuple[Sentence, ...]
    clauses: tuple[Clause, ...]
    dateline: range = range(0)

    @property
    def is_one_sentence(self) -> bool:
        """Whether there is one sentence beside the headline: a post of a line."""
        return sum(not sentence.is_headline for sentence in self.sentences) == 1

    def span(self, first: int, stop: int) -> Span:
        """Return the stretch of the report that holds words `first` to `stop` (excluded)."""
        return Span(self.starts[first], self.ends[stop - 1])

    def quote(self, first: int, stop: int) -> str:
        """Return words `first` to `stop` (excluded) exactly as published."""
        return self.source_text[self.starts[first] : self.ends[stop - 1]]

    def gap(self, index: int) -> str:
        """Return what stands between word `index - 1` and word `index` as published: a comma, a space, a line feed."""
        before = self.ends[index - 1] if index else 0
        after = self.starts[index] if index < len(self.words) else len(self.source_text)
        return self.source_text[before:after]
