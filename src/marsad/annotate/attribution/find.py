"""Find the sources quoted in a report.

"وقال مصدر عسكري إن" gives (name "مصدر عسكري", kind official); "وأضاف أن" repeats the source before it.
"""

from __future__ import annotations

from marsad.annotate.attribution.grammar import THAT, Word, cues, region_stop, speakers
from marsad.lexicon.match import Hit
from marsad.model.report import Document, Sentence
from marsad.model.what import SourceMention

__all__ = ["find"]

_DATIVE = ("ل", "لل", "ول", "ولل", "فل", "فلل")
_NEAR = 2
"""A speaker stands at most this many words behind its verb, unless a "إن" closes the words between."""


def find(document: Document) -> tuple[SourceMention, ...]:
    """Return the sources quoted in a report, by position, each with the saying word that shows it."""
    found: list[SourceMention] = []
    hits = cues(document)
    for sentence in document.sentences:
        if sentence.furniture:
            continue
        inside = [hit for hit in hits if sentence.first <= hit.first < sentence.stop]
        _titled(document, sentence, found)
        for order, cue in enumerate(inside):
            limit = inside[order + 1].first if order + 1 < len(inside) else sentence.stop
            _read(document, sentence, cue, limit, found)
    return tuple(sorted(set(found), key=lambda mention: (mention.first, mention.stop)))


def _word(hit: Hit) -> Word:
    assert isinstance(hit.payload, Word)
    return hit.payload


def _titled(document: Document, sentence: Sentence, found: list[SourceMention]) -> None:
    """Read "المرصد السوري: مقتل ثلاثة": a speaker at the start of a sentence, closed by a colon."""
    for hit in speakers(document, sentence.first, min(sentence.stop, sentence.first + 4)):
        closed = next((i for i in range(hit.stop, min(hit.stop + 4, sentence.stop)) if ":" in document.gap(i)), None)
        if hit.first == sentence.first and closed is not None:
            _add(document, sentence, [hit], hit.first, closed, "attribution.titled", None, found)
        return


def _read(document: Document, sentence: Sentence, cue: Hit, limit: int, found: list[SourceMention]) -> None:
    """Read one saying word and the speaker after it, before it, or in the sentence before."""
    word = _word(cue)
    verb = document.words[cue.first]
    according = word.role == "according"
    rule = "attribution.according" if according else "attribution.saying"
    stop = region_stop(document, cue.stop, min(limit, sentence.stop))
    closed = stop < sentence.stop and document.words[stop] in THAT
    named = [hit for hit in speakers(document, cue.stop, stop) if according or hit.proclitics not in _DATIVE]
    if named and (according or closed or named[0].first - cue.stop < _NEAR):
        _add(document, sentence, named, cue.first, stop, rule, verb, found)
        return
    if according:
        return
    before = [
        hit
        for hit in speakers(document, max(sentence.first, cue.first - 6), cue.first)
        if not hit.proclitics.endswith(_DATIVE)
    ]
    if before and cue.first - before[-1].stop <= 1 and not cue.proclitics.startswith(("و", "ف")):
        _add(document, sentence, before[-1:], before[-1].first, cue.stop, rule, verb, found)
    elif found and closed and stop == cue.stop and found[-1].sentence >= sentence.index - 1:
        last = found[-1]
        found.append(
            _mention(
                document, sentence, cue.first, cue.stop, last.name, last.kind, "attribution.again", verb, last.entry_id
            )
        )


def _add(
    document: Document,
    sentence: Sentence,
    named: list[Hit],
    first: int,
    stop: int,
    rule: str,
    verb: str | None,
    found: list[SourceMention],
) -> None:
    head, word = named[0], _word(named[0])
    kind = word.kind
    if kind == "again":
        last = next((mention for mention in reversed(found)), None)
        if last is None:
            kind = "anonymous"
        else:
            found.append(_mention(document, sentence, first, stop, last.name, last.kind, rule, verb, last.entry_id))
            return
    if kind == "owner":
        owner = next((hit for hit in named[1:] if _word(hit).kind not in ("owner", "again", None)), None)
        kind = _word(owner).kind if owner else "official"
    name_stop = named[1].stop if word.kind == "owner" and len(named) > 1 else head.stop
    name = document.quote(head.first, name_stop)[len(head.proclitics.rstrip("ال")) :]
    found.append(
        _mention(
            document, sentence, first, stop, name, "media" if kind == "wire" else str(kind), rule, verb, word.entry_id
        )
    )


def _mention(
    document: Document,
    sentence: Sentence,
    first: int,
    stop: int,
    name: str,
    kind: str,
    rule: str,
    verb: str | None,
    entry_id: str | None,
) -> SourceMention:
    return SourceMention(
        span=document.span(first, stop),
        first=first,
        stop=stop,
        rule_id=rule,
        entry_id=entry_id,
        name=name,
        kind=kind,
        sentence=sentence.index,
        verb=verb,
    )
