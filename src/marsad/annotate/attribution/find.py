"""Find the sources quoted in a report.

"وقال مصدر عسكري إن" gives (name "مصدر عسكري", kind official); "وأضاف أن" repeats the source before it.
"""

from __future__ import annotations

from dataclasses import replace

from marsad.annotate.attribution.called import called, kind_by_name
from marsad.annotate.attribution.grammar import (
    is_dative,
    joined_cues,
    listed,
    named_after,
    read,
    region_stop,
    relays,
    source_told,
    speaks_up,
    takes_up,
    that,
    word,
)
from marsad.annotate.attribution.mistaken import MOVERS, is_blamed, is_moving, is_named_behind, is_no_saying, is_nobody
from marsad.annotate.attribution.opened import joined_at, opened_by, opens_speech
from marsad.arabic.affixes import bare
from marsad.arabic.letters import fold, plain
from marsad.lexicon.match import Hit
from marsad.lexicon.role_words import accuses, forms_of, role_words
from marsad.model.report import Document, Sentence
from marsad.model.what import SourceMention

__all__ = ["find"]

_NEAR = 2
"""A speaker stands at most this many words behind its verb, unless a "إن" closes the words between."""
_ARMIES = frozenset(("party.armies", "party.israel"))
"""States' forces: an unnamed source in one is official, one in a faction speaks for it."""
_UNTITLED = frozenset(("official.seats", "official.states", "party.fronts"))
"""Before a colon these say where something happened: "سوريا: مقتل ثلاثة"."""
_AGENCIES = frozenset(("media.wires", "media.agencies"))
_RIGHTS = "monitor.rights"
_PRESS = frozenset(("media", "wire", "correspondent"))
_MANY = 9
_AHEAD = frozenset(("saying.closed", "saying.noun", "saying.blame", "saying.charge"))
"""Words whose speaker only ever stands behind them."""
_AT_ONCE = frozenset(("saying.noun", "saying.blame", "saying.charge"))
"""Words whose speaker stands right behind them."""
_INSIDERS = frozenset(("official.people", "official.sources"))
"""Who is an official but speaks for the faction that he is of: "مسؤول في الوحدات"، "مصدر عسكري في قسد"."""


def find(document: Document) -> tuple[SourceMention, ...]:
    """Return the sources quoted in a report, by position, each with the saying word that shows it."""
    return _Reading(document).read()


class _Reading:
    """One pass over one report; `found` grows, since "وأضاف" needs the source before it."""

    __slots__ = ("cues", "document", "edges", "found", "inside", "named", "reach")

    def __init__(self, document: Document) -> None:
        self.document = document
        self.cues, self.named = read(document.words)
        self.edges = frozenset(index for hit in self.named for index in (hit.first, hit.stop))
        self.inside = frozenset(index for hit in self.named for index in range(hit.first + 1, hit.stop))
        self.found: list[SourceMention] = []
        self.reach: dict[int, int] = {}

    def read(self) -> tuple[SourceMention, ...]:
        """Read every sentence that is not page furniture."""
        inside_names = {i for hit in self.named if hit.stop - hit.first > 1 for i in range(hit.first, hit.stop)}
        barer = {hit.first: len(hit.proclitics) for hit in self.named}  # "وكالة" is no و + "كالة"
        hits = [
            cue
            for cue in self.cues
            if cue.first not in inside_names and barer.get(cue.first, _MANY) >= len(cue.proclitics)
        ]
        for sentence in self.document.sentences:
            if sentence.furniture:
                continue
            self._titled(sentence)
            inside = joined_cues(
                self.document, [hit for hit in hits if sentence.first <= hit.first < sentence.stop], self.named
            )
            limits = [cue.first for cue in inside if word(cue).entry_id != "saying.closed"]
            for cue in inside:
                self._cue(sentence, cue, next((limit for limit in limits if limit > cue.first), sentence.stop))
        return tuple(sorted(dict.fromkeys(self.found), key=lambda mention: (mention.first, mention.stop)))

    def _between(self, first: int, stop: int) -> list[Hit]:
        return [hit for hit in self.named if first <= hit.first and hit.stop <= stop]

    def _region(self, first: int, stop: int) -> int:
        return region_stop(self.document, first, stop, self.inside, self.edges)

    def _titled(self, sentence: Sentence) -> None:
        """Read "المرصد السوري: مقتل ثلاثة": a speaker at the start of a sentence, closed by a colon."""
        first = sentence.first + (self.document.words[sentence.first] in forms_of("page-words", "stamp"))
        named = self._between(first, min(sentence.stop, first + 8))
        if not named or named[0].first != first or word(named[0]).entry_id in _UNTITLED:
            return
        head = named[0]
        for index in range(head.stop, min(head.stop + 6, sentence.stop)):
            if ":" in self.document.gap(index):
                self._add(sentence, [hit for hit in named if hit.stop <= index], head.first, index, "titled", None)
                return

    def _cue(self, sentence: Sentence, cue: Hit, limit: int) -> None:
        """Read one saying word and the speaker after it, before it, or in the sentence before."""
        document, according = self.document, word(cue).role == "according"
        verb = document.words[cue.first]
        if is_no_saying(document.words, cue):
            return
        stop = self._region(cue.stop, min(limit, sentence.stop))
        closed = self._closed(stop, sentence.stop)
        named = self._speaking(cue.stop, stop, according=according)
        speech = closed or opens_speech(document.gap(stop))
        if named and (according or speech or self._gap(cue.stop, named[0].first) < _NEAR):
            entry = word(cue).entry_id
            told = closed or takes_up(document.words, named[0].stop, min(named[0].stop + 3, limit))
            if entry == "saying.closed" and not (told and named[0].first == cue.stop):
                return
            if entry == "saying.record" and not closed and is_moving(document.words, named[0]):
                return
            if entry in _AT_ONCE and named[0].first != cue.stop:
                return
            if is_nobody(document.words, named[0]):
                return
            if entry == "saying.claim" and is_blamed(document.words, named[0], verb):
                return
            self._add(sentence, named, cue.first, stop, "according" if according else "saying", verb)
            self._heard_by(sentence, cue.stop, stop, verb)
            about = relays(verb)
            aside = stop < limit and "(" in document.gap(stop)  # "نقلت الوكالة (سانا) عن مصدر"
            reach = range(cue.stop, min(stop + 1 + aside, sentence.stop))
            if (from_ := next((at for at in reach if document.words[at] in about), None)) is not None:
                self._relayed(sentence, from_, limit, verb)
        elif relays(verb) and not listed("relayed-from").isdisjoint(document.words[cue.stop : cue.stop + 1]):
            if before := self._subject(sentence, cue):
                self._add(sentence, before, before[0].first, cue.stop, "saying", verb)
            self._relayed(sentence, cue.stop, limit, verb)
        elif not according and word(cue).entry_id not in _AHEAD:
            self._before(sentence, cue, stop, self._bare(cue.stop, stop, closed), verb)

    def _speaking(self, first: int, stop: int, *, according: bool) -> list[Hit]:
        """Return who may speak, without those only told something: "قال لرويترز"; "بيان للجيش" is the army's."""
        named: list[Hit] = []
        for hit in self._between(first, stop):
            if word(hit).entry_id == _RIGHTS or according or not self._told(hit) or self._is_owner(named, hit):
                named.append(hit)
        if (
            named
            and not according
            and self.document.words[named[0].first] in listed("statement")
            and named[0].first > first
        ):
            return []  # "أعلن في بيان"
        return named

    def _is_owner(self, named: list[Hit], hit: Hit) -> bool:
        """Say whether the body behind "ل" is whose head speaks: "بيان للجيش"، "الناطق الرسمي للمنطقة"."""
        if not named or word(named[-1]).kind != "owner" or word(hit).kind in _PRESS:
            return False
        between = self.document.words[named[-1].stop : hit.first]
        return len(between) <= _NEAR and all(w.startswith("ال") or w in listed("of-statement") for w in between)

    def _heard_by(self, sentence: Sentence, first: int, stop: int, verb: str) -> None:
        """Keep the agency that somebody told: "قال شاهد لوكالة رويترز"; whether it counts is for others to say."""
        told = [hit for hit in self._between(first, stop) if word(hit).entry_id in _AGENCIES and self._told(hit)]
        if told:
            self._add(sentence, told[:1], told[0].first, told[0].stop, "told", verb)
            self.found[-2:] = self.found[:-3:-1]  # whoever spoke stays the last, for "وأضاف"

    def _closed(self, stop: int, limit: int) -> bool:
        """Say whether the words said begin here: "إن", or "إلى أن" and "على أن"."""
        words = self.document.words
        if stop + 1 < limit and words[stop] in listed("to-that"):
            stop += 1
        return stop < limit and words[stop] in that()

    def _told(self, hit: Hit) -> bool:
        to = ("ل", "ول", *listed("done-to"))  # "تعلن توقيف قيادي"
        return is_dative(hit) or (hit.first > 0 and self.document.words[hit.first - 1] in to)

    def _gap(self, first: int, stop: int) -> int:
        return sum(word_ not in listed("filler") for word_ in self.document.words[first:stop])

    def _bare(self, first: int, stop: int, closed: bool) -> bool:
        """Say whether a verb names no subject: "وأضاف أن"، "وتابع: "، "قال فيه"."""
        if closed or (
            stop == first and not listed("about", "to-that").isdisjoint(self.document.words[stop : stop + 1])
        ):
            return stop == first
        in_it = not listed("in-it").isdisjoint(self.document.words[first : first + 1])
        gaps = [self.document.gap(i) for i in range(first, min(first + 1 + in_it, len(self.document.words)))]
        return any(mark in gap for gap in gaps for mark in ':"«“')

    def _relayed(self, sentence: Sentence, about: int, limit: int, verb: str) -> None:
        """Read the Y of "نقلت X عن Y"; X stays a source, and a wire is marked as one that passes it on."""
        stop = self._region(about + 1, min(limit, sentence.stop))
        named = self._between(about + 1, stop)
        if not named:
            return
        last = self.found[-1] if self.found else None
        if (
            last is not None
            and last.entry_id == "media.wires"
            and last.sentence == sentence.index
            and last.stop == about
        ):
            self.found[-1] = replace(last, rule_id="attribution.relay")
        self._add(sentence, named, about, stop, "saying", verb)

    def _before(self, sentence: Sentence, cue: Hit, stop: int, bare: bool, verb: str) -> None:
        """Read "المرصد أفاد بأن", or take a verb with no subject as the speaker before going on."""
        before = self._subject(sentence, cue)
        if before and verb.removeprefix("و").startswith(tuple(listed("moves"))) and word(before[0]).kind in MOVERS:
            return
        if before:
            self._add(sentence, before, before[0].first, cue.stop, "saying", verb)
        elif not bare and (named := self._known(cue.stop, stop)) is not None:
            self._repeat(sentence, named, cue.first, stop, "again", verb)
        elif bare and speaks_up(verb) and (acting := self._acting(sentence, cue)) is not None:
            self._add(sentence, [acting], cue.first, cue.stop, "again", verb)
        elif bare and self.found and self.found[-1].sentence >= sentence.index - 2:
            self._repeat(sentence, self.found[-1], cue.first, cue.stop, "again", verb)

    def _acting(self, sentence: Sentence, cue: Hit) -> Hit | None:
        """Return the side that acts in a sentence and then speaks: "ضبطت قوى الأمن مخزناً قالت إنه للفلول"."""
        if any(mention.sentence == sentence.index for mention in self.found):
            return None
        named = [hit for hit in self._between(sentence.first, cue.first) if not self._told(hit)]
        return named[0] if named and word(named[0]).kind in ("party", "official") else None

    def _subject(self, sentence: Sentence, cue: Hit) -> list[Hit]:
        """Return the speaker before a verb: "المرصد أفاد"، "لكن وسائل الإعلام الرسمية تحدثت"، "وكان المرصد قد أعلن"."""
        words, first = self.document.words, max(sentence.first, cue.first - 9)
        if cue.proclitics == "ف" or words[cue.first - 1] in listed("had-so"):
            named = self._between(first, cue.first)
            return named[:1] if named and words[named[0].first - 1].removeprefix("و") in listed("as-for") else []
        if cue.proclitics.startswith("و") or word(cue).entry_id == "saying.closed":
            return []
        if words[cue.first - 1] in listed("had"):
            was = next((i for i in range(cue.first - 2, first - 1, -1) if _was(words[i])), None)
            if was is None:
                return []
            inside = self._between(was + 1, cue.first)[:2]
            return inside or [hit for hit in self._between(first, was) if hit.stop == was][-1:]
        if opened := opened_by(words, self._between(sentence.first, cue.first), sentence.first, cue.first):
            return opened
        named = self._between(first, cue.first)
        if not named or self._told(named[-1]) or word(named[-1]).entry_id == "official.states":
            return []
        begun = next((hit for hit in named if _was(words[hit.first - 1])), None)
        if begun is not None and not begun.proclitics:
            return named[named.index(begun) :]  # "وكانت مصادر طبية فلسطينية أعلنت"
        between = words[named[-1].stop : cue.first]
        if len(between) > 1 and between[-2] in listed("inside-a-body") and between[-1] in listed("its-turn"):
            between = between[:-2]
        if not (len(between) <= 3 and all(w.startswith("ال") or w in listed("had") for w in between)):
            return []
        head = len(named) - 1
        while head and named[head - 1].stop == named[head].first and not named[head].proclitics.startswith("و"):
            head -= 1  # "مراسل قناة العربية": he speaks, not the channel
        return named[head:]

    def _add(self, sentence: Sentence, named: list[Hit], first: int, stop: int, rule: str, verb: str | None) -> None:
        """Keep who speaks, and others joined by و; behind a verb of accusing whoever comes next is the accused."""
        words = self.document.words
        behind = (*named[1:], None)
        named = [hit for hit, name in zip(named, behind, strict=True) if not is_named_behind(words, hit, name)]
        head, known = named[0], word(named[0])
        if known.kind == "again" and len(named) > 1 and word(named[1]).entry_id == _RIGHTS:
            head, known = Hit(head.first, named[1].stop, named[1].payload, head.proclitics), word(named[1])
        kind, name_stop = known.kind, head.stop
        if kind == "owner":
            owner = next((h for h in named[1:] if word(h).kind not in ("owner", "again")), None)
            if owner is not None and not self._owns(head, owner):
                owner = None
            if owner is not None and known.entry_id == "owner.sources" and word(owner).entry_id == "official.states":
                owner = None  # "مصادر في صنعاء"
            kind = word(owner).kind if owner else None
            if known.entry_id == "owner.sources":
                unnamed = "official" if owner and word(owner).entry_id in _ARMIES else kind
                kind = unnamed or "anonymous"
            name_stop = owner.stop if owner else head.stop
        elif known.entry_id in _INSIDERS and (faction := self._faction(head, named)) is not None:
            kind, name_stop = word(faction).kind, faction.stop
        others = [hit for hit in named[1:] if "ال" not in head.proclitics or word(hit).kind not in ("owner", "again")]
        nobody = kind is None and not others and words[head.stop - 1] not in listed("in-the-name")
        if (kind == "again" or nobody) and self.found:
            self._repeat(sentence, self._meant(head), first, stop, rule, verb)
            return
        if kind == "again" and self._is_outlet(head):
            return
        end = name_stop if accuses(verb) else stop
        self.reach[first] = stop
        whole = rule == "according" or self._closed(stop, sentence.stop)
        begin, name_stop = called(self.document, head, name_stop, limit=stop, whole=whole)
        kind = kind_by_name(kind, (hit for hit in named[1:] if hit.stop <= name_stop))
        name = plain(self.document.quote(begin, name_stop))
        kinds = {"wire": "media", "again": "anonymous", None: "official"}
        mention = SourceMention(
            span=self.document.span(first, end),
            first=first,
            stop=end,
            rule_id=f"attribution.{rule}",
            entry_id=known.entry_id,
            name=named_after(name, head.proclitics if begin == head.first else ""),
            kind=kinds.get(kind, str(kind)),
            sentence=sentence.index,
            verb=verb,
        )
        self.found.append(mention)
        self._both(mention, head)
        further = ((hit, joined_at(words, hit)) for hit in named[1:] if hit.first >= name_stop)
        joined = [(hit, at) for hit, at in further if at is not None]
        if joined and joined[0][1] - name_stop <= _NEAR:
            self._add(sentence, [hit for hit, _ in joined], first, stop, rule, verb)

    def _both(self, mention: SourceMention, head: Hit) -> None:
        """Keep the second kind of "مصادر طبية وأمنية" and of "مصدر أمني وآخر طبي"."""
        words = self.document.words
        if head.stop - head.first != 2 or head.stop + 1 >= len(words):
            return
        other = words[head.stop] in listed("another-one")
        second = words[head.stop + 1] if other else words[head.stop].removeprefix("و")
        noun = words[head.first][len(head.proclitics) :]
        if second == words[head.stop] or (known := source_told(noun, second)) is None or known.kind == mention.kind:
            return
        quoted = [plain(self.document.quote(index, index + 1)) for index in (head.first, head.stop + other)]
        name = f"{quoted[0][len(head.proclitics) :]} {quoted[1] if other else quoted[1].removeprefix('و')}"
        self.found.append(replace(mention, entry_id=known.entry_id, name=name, kind=str(known.kind)))

    def _is_outlet(self, head: Hit) -> bool:
        """Say whether a definite noun is the outlet itself: "وثّق المركز" in a bulletin of a centre."""
        noun = bare(self.document.words[head.stop - 1])
        return noun in map(bare, fold(self.document.outlet or "").split())

    def _meant(self, head: Hit) -> SourceMention:
        """Return the source that a definite noun takes up: "المنظمة" is the last organisation, else the last source."""
        noun = bare(self.document.words[head.stop - 1])
        same = (m for m in reversed(self.found) if noun in map(bare, fold(m.name).split()))
        return next(same, self.found[-1])

    def _known(self, first: int, stop: int) -> SourceMention | None:
        """Return the source whose person is named again by one word: "وأوضح الخطيب" after "قال الناطق علي الخطيب"."""
        words = self.document.words
        if not first < stop <= first + 3 or len(words[first]) < 4:
            return None
        return next(
            (m for m in reversed(self.found) if words[first] in words[m.first : self.reach.get(m.first, m.stop)]), None
        )

    def _owns(self, head: Hit, owner: Hit) -> bool:
        """Say whether a head speaks for a body: "مصدر في الشرطة"; "مصادر تقول الشرطة" and "متحدث وشهود" do not."""
        if owner.proclitics.startswith("و"):
            return False
        between = self.document.words[head.stop : owner.first]
        if word(head).entry_id != "owner.sources":
            return True
        if not between:
            return owner.proclitics.startswith("ب") or word(owner).kind == "party"  # "مصادر النظام"
        return len(between) <= 2 and between[-1] in listed("inside-a-body")

    def _faction(self, head: Hit, named: list[Hit]) -> Hit | None:
        """Return the armed side, no state's army, that a person or source is of: "مسؤول في الوحدات"."""
        sides = (hit for hit in named[1:2] if word(hit).kind == "party" and word(hit).entry_id not in _ARMIES)
        return next((hit for hit in sides if self._is_within(head, hit)), None)

    def _is_within(self, head: Hit, body: Hit) -> bool:
        """Say whether a head is inside a body: "مسؤول كبير في الحركة"، "مسؤول بالحركة"."""
        between = self.document.words[head.stop : body.first]
        return len(between) <= _NEAR and (
            body.proclitics == "ب" or not listed("inside-a-body").isdisjoint(between[-1:])
        )

    def _repeat(
        self, sentence: Sentence, last: SourceMention, first: int, stop: int, rule: str, verb: str | None
    ) -> None:
        """Quote the source before once more: "وأضاف أن"، "بحسب المصدر ذاته"."""
        span = self.document.span(first, stop)
        self.found.append(
            replace(
                last,
                span=span,
                first=first,
                stop=stop,
                rule_id=f"attribution.{rule}",
                sentence=sentence.index,
                verb=verb,
            )
        )


def _was(word: str) -> bool:
    return word.removeprefix("و") in role_words("was")
