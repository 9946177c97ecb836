"""Pieces to drafts of mentions: heads with demonyms, members with their side, countries as agents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from marsad.annotate.actors.pieces import Piece
from marsad.annotate.actors.registry import Word, actor, state_of
from marsad.arabic.affixes import stems
from marsad.frozen import dataclass
from marsad.lexicon.actors import RegisteredActor
from marsad.lexicon.role_words import role_words
from marsad.model.who import is_coded_by_name

__all__ = ["Draft", "drafts", "with_members"]

_HEADS = frozenset(("member", "soldier", "force"))
_IRREGULAR = "actor.force-irregular"
_STRIKES = frozenset(("actor.generic-strikes", "actor.generic-armour"))
"""Acts and arms that stand for whose they are: "جريحان في غارة" are not its members."""
_UNIT = "actor.generic-unit"
_CREW = "actor.generic-forces"
"""Words for whose men are told next: "عناصر الدورية الروسية"."""
_FIGHTERS_TOLD = "actor.generic-fighters"
"""Fighters with the article, whom the report has told of: "المسلحون" are not just anybody."""
_ALLIED = frozenset(("GB", "FR"))
"""States whose armies are told of by the country in joint strikes."""
_FIGHTERS = {
    "SY": "opp", "IQ": "iran-militias", "IR": "iran-militias", "AF": "iran-militias", "PK": "iran-militias",
    "PS": "palestinian-factions", "LB": "hezbollah", "RU": "wagner", "YE": "yemen-popular-resistance",
}  # fmt: skip
"""Whom the press means by fighters of a country that are no army."""
_STATE_PEOPLE = frozenset(("TR", "RU", "US", "IR"))
"""Peoples whose plural, alone, means their forces: "الروس", "الأتراك"; others are people: "فلسطينيين"."""
_KURDS = "KURD"
_WHERE_THEY_FIGHT = frozenset(("SY", "LB", "IQ", "LY", "PS"))
_COLLOQUIAL = _STATE_PEOPLE | {"IL"}


@dataclass(frozen=True, slots=True)
class Draft:
    """A mention in the making. `back` is the generic word that resolution still has to follow.

    Its `actor` until then is whom the word means in such a report when nobody named before fits: "الهيئة" in Idlib.
    """

    first: int
    stop: int
    proclitics: str
    actor: RegisteredActor | None
    kind: str
    rule_id: str
    armed: bool = True
    members: bool = False
    entry_id: str | None = None
    back: Word | None = None
    named: tuple[int, int, str] | None = None
    """Words and proclitics of the name that codes one whom the codebook has no id for: "الشرطة الألمانية"."""


def drafts(words: tuple[str, ...], found: list[Piece], day: date | None, country: str | None) -> list[Draft]:
    """Return the drafts of a document, left to right: "القوات الأميركية والبريطانية" gives two."""
    drafter = _Drafter(words, found, day, country)
    index = 0
    while index < len(found):
        index = drafter.step(index)
    return drafter.made


class _Drafter:
    """Reads the pieces of a report of a day and a country into drafts."""

    __slots__ = ("country", "day", "found", "made", "words")

    def __init__(self, words: tuple[str, ...], found: list[Piece], day: date | None, country: str | None) -> None:
        self.words, self.found, self.day, self.country = words, found, day, country
        self.made: list[Draft] = []

    def step(self, index: int) -> int:
        """Read one piece and those it governs; return the index of the next piece to read."""
        piece = self.found[index]
        if "blank" in piece.roles:
            return index + 1
        behind_forces = self._forces(index)
        if behind_forces is not None:
            return behind_forces
        generic = piece.roles.get("generic")
        who = piece.named(self.day, self.country)
        if generic is not None and generic.entry_id == _FIGHTERS_TOLD:
            who = None
        if who is not None and not (generic and any(alias.generic for item, alias in piece.names if item is who)):
            return self._named(index, who)
        if generic is not None:
            self._generic(piece, generic, who)
        elif "country" in piece.roles and _is_land(self.words, piece):
            self._acting_country(piece, piece.roles["country"])
        elif (demonym := piece.roles.get("demonym")) is not None:
            people = _people(self.words, piece, demonym, self.day)
            people = people or _colloquial(self.words, piece, demonym, self.day, self.country)
            self.made += [people] if people is not None else []
        elif (place := piece.roles.get("country")) is not None:
            self._acting_country(piece, place)
        return index + 1

    def _forces(self, index: int) -> int | None:
        """Read the forces, arms or acts of a demonym behind them: "طائرة مسيرة تركية"; None where there are none."""
        piece = self.found[index]
        generic = piece.roles.get("generic")
        crew = generic if generic is not None and generic.entry_id == _CREW and piece.stop - piece.first > 1 else None
        head = piece.roles.get("force") or piece.roles.get("weapon") or piece.roles.get("soldier") or crew
        after = _demonym_after(self.words, self.found, index) if head is not None or "act" in piece.roles else None
        if after is None:
            return None
        members = (crew is not None and head is crew) or ("soldier" in piece.roles and "force" not in piece.roles)
        return self._demonyms(piece if head is not None else self.found[after], after, head, members=members)

    def _named(self, index: int, who: RegisteredActor) -> int:
        """Read a name with the demonym behind it, and the forces joined to a state: "تركيا والبريطانية"."""
        self.made.append(_of_name(self.words, self.found[index], who))
        index = self._absorb(index)
        joined = who.actor.category == "state" and _joins(self.found, index)
        return self._demonyms(self.found[index], index, None, members=False) if joined else index

    def _absorb(self, index: int) -> int:
        """Let a name take the demonym that follows it: "حزب الله اللبناني", "طفل فلسطيني"."""
        found = self.found
        if (
            index + 1 < len(found)
            and found[index + 1].first == found[index].stop
            and found[index + 1].proclitics in ("", "ال")
            and found[index + 1].roles.get("demonym")
        ):
            self.made[-1] = replace(self.made[-1], stop=found[index + 1].stop)
            return index + 2
        return index + 1

    def _generic(self, piece: Piece, generic: Word, who: RegisteredActor | None) -> None:
        """Read a word for whom the report names elsewhere; "اللواء 47" is the army's, whatever was named before."""
        numbered = self.words[piece.stop : piece.stop + 1] and self.words[piece.stop].isdigit()
        if generic.entry_id == _UNIT and numbered:
            unit = state_of(self.country, self.day)
            if unit is not None:
                self.made.append(Draft(piece.first, piece.stop + 1, piece.proclitics, unit, "armed", "actors.units"))
            return
        self.made.append(
            Draft(piece.first, piece.stop, piece.proclitics, who, "generic", "actors.generic", back=generic,
                  entry_id=generic.entry_id)
        )  # fmt: skip

    def _acting_country(self, piece: Piece, place: Word) -> None:
        """Read a country as its state where it acts or is hit: "قصفت تركيا", not "في تركيا"."""
        state = state_of(place.country, self.day) if _acts(self.words, piece, place, self.country) else None
        if state is not None:
            self.made.append(
                Draft(piece.first, piece.stop, piece.proclitics, state, "demonym", "actors.countries",
                      entry_id=place.entry_id)
            )  # fmt: skip

    def _demonyms(self, head: Piece, at: int, word: Word | None, *, members: bool) -> int:
        """Add the forces of a demonym and of those joined to it: "القوات الأميركية والبريطانية"."""
        found, first = self.found, head
        act = word is None and "act" in (head.roles | (found[at - 1].roles if at else {}))
        irregular = word is not None and word.entry_id == _IRREGULAR
        while True:
            piece = found[at]
            state = _irregulars(piece, self.country) if irregular else _army(piece, self.day, self.country)
            if state is not None:
                rule = "actors.forces" if word is not None else "actors.demonyms"
                self.made.append(
                    Draft(first.first, piece.stop, first.proclitics, state, "armed" if word else "demonym", rule,
                          members=members, armed=state.armed, named=_by_name(self.words, first, piece, state))
                )  # fmt: skip
            at += 1
            if not _joins(found, at) and not (act and _follows(found, at)):
                return at
            first = found[at]


def _of_name(words: tuple[str, ...], piece: Piece, who: RegisteredActor) -> Draft:
    category = who.actor.category
    body = words[piece.first].endswith(tuple(role_words("ruling-body"))) or category == "organisation" or not who.armed
    kind = "civilian" if category == "civilian" else "organisation" if body else "armed"
    named = _by_name(words, piece, piece, who)
    return Draft(piece.first, piece.stop, piece.proclitics, who, kind, "actors.names", armed=who.armed, named=named)


def _demonym_after(words: tuple[str, ...], found: list[Piece], index: int) -> int | None:
    """Return the index of the demonym that a head governs over adjectives: "طائرة مسيرة تركية"."""
    at = index
    while at + 1 < len(found) and found[at + 1].first == found[at].stop and at - index < 4:
        at += 1
        following = found[at]
        if following.proclitics not in ("", "ال"):
            return None
        if "demonym" in following.roles:
            return at
        if "accusative" in following.roles and words[following.first - 1].endswith("ا"):
            return at
        if not following.roles.get("modifier"):
            return None
    return None


def _by_name(words: tuple[str, ...], first: Piece, last: Piece, state: RegisteredActor) -> tuple[int, int, str] | None:
    """Return what names the forces of a state outside the codebook: "الشرطة الألمانية", but "طائرات بريطانية"."""
    if state.actor.category != "state" or not is_coded_by_name(state.actor.code):
        return None
    heads = role_words("home-force") if state.actor.country in _ALLIED else role_words("home-force", "state-corps")
    if last.stop - first.first < 2 or heads.isdisjoint(stems(words[first.first])):
        return None
    return first.first, last.stop, first.proclitics


def _joins(found: list[Piece], at: int) -> bool:
    """Say whether a piece is a demonym joined to what stands right before it: "والبريطانية"."""
    return (
        0 < at < len(found)
        and found[at].first == found[at - 1].stop
        and "demonym" in found[at].roles
        and found[at].proclitics.startswith("و")
    )


def _follows(found: list[Piece], at: int) -> bool:
    """Say whether a second demonym stands right behind the first: "اتفاق أمريكي روسي" is of both."""
    if not 0 < at < len(found) or found[at].first != found[at - 1].stop:
        return False
    before, after = found[at - 1], found[at]
    return "demonym" in after.roles and "demonym" in before.roles and before.proclitics == after.proclitics


def _army(piece: Piece, day: date | None, country: str | None) -> RegisteredActor | None:
    """Return the state whose forces a demonym tells: "القوات الأميركية"."""
    people = _people_told(piece)
    if people is None:
        return None
    return _kurds(country) if people == _KURDS else state_of(people, day)


def _irregulars(piece: Piece, country: str | None) -> RegisteredActor | None:
    """Return who fighters of a country are that are not its army: "فصائل سورية", "ميليشيات عراقية" in Syria."""
    people = _people_told(piece)
    if people is None:
        return None
    return _kurds(country) if people == _KURDS else actor(_FIGHTERS.get(people, "unidentified"))


def _people_told(piece: Piece) -> str | None:
    """Return the country of a demonym: "الأميركية", "تركيا" of a lone accusative."""
    demonym = piece.roles.get("demonym") or piece.roles.get("accusative")
    return None if demonym is None else demonym.country


def _kurds(country: str | None) -> RegisteredActor:
    """Return who Kurdish forces are in a country: "القوات الكردية"."""
    return actor({"IQ": "peshmerga", "TR": "pkk"}.get(country or "", "sdf"))


def _people(words: tuple[str, ...], piece: Piece, demonym: Word, day: date | None) -> Draft | None:
    """Read a demonym that stands alone as people: "مقتل ثلاثة فلسطينيين", "استشهاد فلسطيني"."""
    word = words[piece.stop - 1]
    if piece.stop - piece.first == 1 and piece.proclitics.startswith("و"):
        word = word.removeprefix("و")
    before = words[piece.first - 1] if piece.first else ""
    plural = word.endswith(("ين", "ون", "ان")) or word in role_words("people-plural")
    if word.startswith("ال") and word.endswith("يه"):  # "ضد السعودية": the country
        return None
    if not plural and not (_makes_victims(before) or _makes_victims(before[1:]) or before.isdigit()):
        return None
    if demonym.country in _STATE_PEOPLE and plural:
        who = state_of(demonym.country, day)
        return (
            None
            if who is None
            else Draft(
                piece.first, piece.stop, piece.proclitics, who, "demonym", "actors.demonyms", entry_id=demonym.entry_id
            )
        )
    return Draft(
        piece.first, piece.stop, piece.proclitics, actor("civilians"), "civilian", "actors.people", armed=False,
        entry_id=demonym.entry_id,
    )  # fmt: skip


def _makes_victims(word: str) -> bool:
    """Say whether the word before a nation tells of people of it, not of its forces: "مقتل فلسطيني"."""
    return word == "و" or word in role_words("suffering", "victim-before")


def _colloquial(
    words: tuple[str, ...], piece: Piece, demonym: Word, day: date | None, country: str | None
) -> Draft | None:
    """Read "الروسي" or "الإسرائيلي" beside a verb of force as that state's forces, as people talk where it fights."""
    word = words[piece.first]
    if country not in _WHERE_THEY_FIGHT or demonym.country not in _COLLOQUIAL or not word.endswith("ي"):
        return None
    if not word.removeprefix("و").startswith("ال"):
        return None
    before = words[piece.first - 1] if piece.first else ""
    after = words[piece.stop] if piece.stop < len(words) else ""
    if after not in role_words("strikes", "strikes-behind") and before not in role_words("strikes", "strikes-ahead"):
        return None
    who = state_of(demonym.country, day)
    if who is None:
        return None
    return Draft(
        piece.first, piece.stop, piece.proclitics, who, "demonym", "actors.demonyms", entry_id=demonym.entry_id
    )


def _acts(words: tuple[str, ...], piece: Piece, place: Word, country: str | None) -> bool:
    """Say whether a country may be an agent or target here rather than a place: not "في تركيا"."""
    if "ب" in piece.proclitics:
        return False
    before = words[piece.first - 1] if piece.first else ""
    stem = before[1:] if before.startswith(("و", "ب", "ل")) else before
    if not role_words("before-land").isdisjoint((before, stem)):
        return False
    if before in role_words("out-of") and words[max(0, piece.first - 2)] not in role_words("backing", "backed"):
        return False
    if place.country == country:
        return country in ("IL", "IR", "US", "RU") or before in role_words("onto")
    return True


def _is_land(words: tuple[str, ...], piece: Piece) -> bool:
    """Say whether a demonym names its country: "صاروخ على السعودية", "شنت السعودية"; not "القوات السعودية"."""
    before = words[piece.first - 1] if piece.first else ""
    if "demonym" not in piece.roles or not words[piece.first].endswith("يه"):
        return False
    return before in role_words("against-land") or (before.endswith("ت") and not before.startswith("ال"))


def with_members(words: tuple[str, ...], found: list[Piece], made: list[Draft]) -> list[Draft]:
    """Widen an armed mention to the head noun before it: "عنصران من قسد", "دورية تابعة للجيش"."""
    heads = {piece.stop: piece for piece in found if not _HEADS.isdisjoint(piece.roles)}
    between, former = role_words("member-link", "former"), role_words("former")
    kept: list[Draft] = []
    for draft in made:
        told = draft.kind == "civilian" or draft.rule_id == "actors.countries" or draft.entry_id in _STRIKES
        if told or draft.members:
            kept.append(draft)
            continue
        if draft.proclitics.startswith(("و", "ف")):
            kept.append(draft)
            continue
        at = draft.first
        links: list[str] = []
        while at > 0 and draft.first - at < 4 and at not in heads and _plain(words[at - 1]) in between:
            at -= 1
            links.append(_plain(words[at]))
        head = heads.get(at)
        floor = kept[-1].stop if kept else 0
        same = head is not None and kept and kept[-1].back is not None and kept[-1].first == head.first
        alone = not links and (draft.rule_id == "actors.demonyms" or (head is not None and _is_definite(words, head)))
        if head is None or (head.first < floor and not same) or alone:
            kept.append(draft)
            continue
        if same:
            kept.pop()
        member = "force" not in head.roles
        behind = _plain(words[draft.stop]) if draft.stop < len(words) else ""
        if member and (not former.isdisjoint(links) or behind in former):  # "عناصر الدفاع الوطني سابقاً"
            kept.append(
                Draft(
                    head.first,
                    draft.stop,
                    head.proclitics,
                    actor("civilians"),
                    "civilian",
                    "actors.former",
                    armed=False,
                )
            )
            continue
        kept.append(replace(draft, first=head.first, proclitics=head.proclitics, members=member or draft.members))
    return kept


def _is_definite(words: tuple[str, ...], head: Piece) -> bool:
    """Say whether a head has the article, and so owns nobody: "طردت الفصائل قوات النظام", but "عناصر قسد"."""
    return head.proclitics.endswith(("ال", "لل")) or words[head.first].startswith("ال")


def _plain(word: str) -> str:
    """Drop the alif of the accusative: "بارزا" is "بارز"."""
    return word[:-1] if word.endswith("ا") and len(word) > 3 else word
