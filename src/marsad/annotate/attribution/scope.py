"""Which of the quoted sources stand behind an act."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.annotate.attribution.grammar import issuer, listed, takes_up
from marsad.model.report import Document, Sentence
from marsad.model.what import Source, SourceMention

__all__ = ["sources_for", "sources_of_act"]

_PASSED_ON = frozenset(("attribution.relay", "attribution.told"))
"""An agency through which somebody else speaks: learned weights may count it, these rules do not."""


def sources_for(document: Document, mentions: Sequence[SourceMention], first: int, stop: int) -> tuple[Source, ...]:
    """Return who says that the act in words `first` to `stop` happened; the outlet when nobody is quoted.

    A saying verb reaches forward to the end of its sentence, "وفق" backward, unless it opens the sentence.
    """
    mentions = [mention for mention in mentions if mention.rule_id not in _PASSED_ON]
    sentence = next((s for s in document.sentences if s.first <= first < s.stop), None)
    if sentence is not None:
        heard = (
            _heard(document, mentions, sentence, first, stop)
            or _carried(document, mentions, sentence)
            or _stated(document, mentions, sentence)
        )
        heard += _second(document, mentions, sentence, stop) + _claims(document, mentions, sentence, stop)
        if heard:
            return _named(heard)
    outlet = document.outlet or "outlet"
    return (Source(name=outlet, kind=issuer(outlet) or "outlet"),)


def sources_of_act(
    document: Document, mentions: Sequence[SourceMention], stretches: Sequence[tuple[int, int]]
) -> tuple[Source, ...]:
    """Return who stands behind an act told in several stretches of words, the first one leading.

    One source a kind; the outlet only where no stretch has a quoted source.
    """
    told = [sources_for(document, mentions, first, stop) for first, stop in stretches]
    quoted: dict[str, Source] = {}
    for source in (source for group in told for source in group if source.kind != "outlet"):
        quoted.setdefault(source.kind, source)
    return tuple(quoted.values()) or (told[0] if told else ())


def _heard(
    document: Document, mentions: Sequence[SourceMention], sentence: Sentence, first: int, stop: int
) -> list[SourceMention]:
    low, high = _block(document, sentence, first, stop)
    inside = [m for m in mentions if m.sentence == sentence.index and low <= m.first < high]
    after = [m for m in inside if m.rule_id == "attribution.according" and m.first >= stop]
    before = [m for m in inside if m.first < stop]
    if after:
        nearest = min(m.first for m in after)
        return [m for m in after if m.first == nearest]
    reaching = [m for m in before if m.rule_id != "attribution.according" or m.first - low <= 2 or m.first > first]
    if reaching:
        nearest = max(m.first for m in reaching)
        return [m for m in reaching if m.first == nearest]
    return []


def _after(document: Document, sentence: Sentence) -> Sentence | None:
    return next((s for s in document.sentences[sentence.index + 1 :] if not s.furniture), None)


def _carried(document: Document, mentions: Sequence[SourceMention], sentence: Sentence) -> list[SourceMention]:
    """Return who stands behind a lead that quotes nobody: those the sentence after it quotes on the same act."""
    lead = next((s for s in document.sentences if not s.is_headline and not s.furniture), None)
    after = _after(document, sentence)
    if sentence is not lead or after is None:
        return []
    return [m for m in mentions if m.sentence == after.index]


def _stated(document: Document, mentions: Sequence[SourceMention], sentence: Sentence) -> list[SourceMention]:
    """Return who issued the statement that the report is: "المتحدث باسم الجيش: ..."، "صدر عن قيادة الجيش البيان الآتي".

    It holds until somebody else is quoted.
    """
    lead = next((s for s in document.sentences if not s.is_headline and not s.furniture), None)
    first = next((m for m in mentions if lead is not None and m.sentence >= lead.index), None)
    if lead is None or first is None or first.sentence != lead.index:
        return []
    issues = first.rule_id == "attribution.titled" and first.first == lead.first
    if not issues and (first.verb or "").removeprefix("و") not in listed("issues"):
        return []
    others = any(m.kind != first.kind and m.sentence <= sentence.index for m in mentions)
    return [] if others else [first]


def _second(
    document: Document, mentions: Sequence[SourceMention], sentence: Sentence, stop: int
) -> list[SourceMention]:
    """Return the sources that take the act up again: "وقال مصدر طبي إن الانفجار"، "بينما تحدث ناشطون عن ستة قتلى"."""
    starts, openers = [], listed("another-source")
    after = _after(document, sentence)
    if after is not None:
        starts.append((after.first, after.stop))
    parting = [c for c in document.clauses if c.sentence == sentence.index and c.first >= stop and c.opener in openers]
    if parting:
        starts.append((parting[0].first, sentence.stop))
    return [
        m
        for m in mentions
        for first, end in starts
        if first <= m.first <= first + 3 and m.stop < end and takes_up(document.words, m.stop, min(m.stop + 5, end))
    ]


def _claims(
    document: Document, mentions: Sequence[SourceMention], sentence: Sentence, stop: int
) -> list[SourceMention]:
    """Return who took the act upon himself: "وتبنى تنظيم الدولة العملية"، "أعلن مسؤوليته عن الهجوم"."""
    end = document.sentences[min(sentence.index + 2, len(document.sentences) - 1)].stop
    taking = tuple(listed("takes-upon"))
    return [
        m
        for m in mentions
        if stop <= m.first
        and m.stop < end
        and ((m.verb or "").removeprefix("و").startswith(taking) or document.words[m.stop] in listed("blame"))
        and takes_up(document.words, m.first, min(m.stop + 5, end))
    ]


def _block(document: Document, sentence: Sentence, first: int, stop: int) -> tuple[int, int]:
    """Return the stretch of the sentence, between openers that part sources, that holds the act."""
    low, high = sentence.first, sentence.stop
    openers = listed("another-source")
    for clause in document.clauses:
        if clause.sentence == sentence.index and clause.opener in openers:
            if clause.first <= first:
                low = max(low, clause.first)
            elif clause.first >= stop:
                high = min(high, clause.first)
    return low, high


def _named(mentions: Sequence[SourceMention]) -> tuple[Source, ...]:
    return tuple({mention.kind: Source(name=mention.name, kind=mention.kind) for mention in mentions}.values())
