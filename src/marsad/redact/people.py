"""Every name of a text, told apart: private people, people in public roles; and each later mention of the private."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from marsad.redact.again import named_again
from marsad.redact.ages import age_after
from marsad.redact.anyword import may_be_a_name, may_be_strange, tied_names
from marsad.redact.apart import set_apart
from marsad.redact.apposed import apposed
from marsad.redact.bearer import Stands, is_hallowed, is_of_a_place_or_body, reads_as_a_person
from marsad.redact.evidence import (
    Announcement,
    announcement,
    thing_before,
    title_before,
)
from marsad.redact.initialled import with_initial
from marsad.redact.kinds import kind_of
from marsad.redact.lastnames import parted_by_a_line
from marsad.redact.latin import latin_names
from marsad.redact.leads import acts_in_public, behind_a_nickname, is_a_tribe
from marsad.redact.lists import is_one_of_them, items
from marsad.redact.mention import Mention
from marsad.redact.minors import is_a_child, is_one_of_two_small
from marsad.redact.named import Named, Taken
from marsad.redact.nicknames import nicknames
from marsad.redact.offices import is_followed, is_title_after, leads_several
from marsad.redact.openings import (
    is_set_off,
    may_open_here,
    nickname,
    weak_opening,
)
from marsad.redact.runs import Run, read_run
from marsad.redact.selftold import framed, signs_off
from marsad.redact.settings import named_by_setting
from marsad.redact.settled import fate_shared, is_kin_of_one_told, meant, one_kind, settle
from marsad.redact.somebody import (
    holds_a_known_one,
    is_abbreviated,
    is_bracketed,
    is_of_a_known_house,
)
from marsad.redact.standing import standing
from marsad.redact.tokens import Tokens
from marsad.redact.unknown import unknown_opening
from marsad.redact.vocabulary import is_unused, listed, may_open, plain, rank
from marsad.redact.wider import widened

__all__ = ["find_people"]

_MAY_HOLD_OFFICE = frozenset(("private.fighter", "private.worker"))
_OF_ANYONE = frozenset(("private.young", "private.child", "private.citizen"))
_OF_SEVERAL = frozenset(("private.kin", "private.child"))
_TOLD_AS_PRIVATE = _OF_ANYONE | {"private.victim", "private.detainee", "private.kin"}
_SHORT_WORD = 4
_OF_DEEDS = ("وا", "وه")
_FEWEST_WORDS = 2
_FEWEST_DIGITS = 7


@dataclass(slots=True)
class _Reading:
    tokens: Tokens
    taken: Callable[[], Taken]
    end: int
    by_setting: dict[int, int] = field(default_factory=dict)
    found: list[Named] = field(default_factory=list)
    things: set[tuple[str, ...]] = field(default_factory=set)
    tied: dict[int, int] = field(default_factory=dict)
    apart: dict[int, int] = field(default_factory=dict)


def find_people(tokens: Tokens, taken: Callable[[], Taken], told_before: int | None = None) -> tuple[Named, ...]:
    """Return the names of private people, every mention, in the order of the text.

    From word `told_before` on, only people named before it are looked for.
    """
    reading = _Reading(tokens, taken, len(tokens.words) if told_before is None else told_before)
    _first_look(reading)
    reading.found = widened(tokens, reading.found, taken)
    reading.found += standing(tokens, reading.found, taken)
    reading.found += apposed(tokens, reading.found, taken)
    reading.found += latin_names(tokens, reading.found)
    if not reading.found:
        return ()
    reading.found = [named for named in reading.found if not _is_a_thing(reading, named)]
    reading.found = [meant(tokens, named, reading.found) for named in reading.found]
    settled = settle(reading.found)
    settled += nicknames(tokens, settled, taken())
    every = one_kind([*settled, *named_again(tokens, settled, reading.found, taken)])
    return tuple(sorted((with_initial(tokens, named) for named in every), key=lambda named: named.first))


def _is_a_thing(reading: _Reading, named: Named) -> bool:
    """Say whether a name is that of a street or a body elsewhere in the text, and nothing here tells a person."""
    return named.kind is not None and named.names in reading.things and named.rule not in _TOLD_AS_PRIVATE


def _first_look(reading: _Reading) -> None:
    tokens = reading.tokens
    reading.by_setting = named_by_setting(tokens, reading.taken)
    reading.by_setting |= framed(tokens, reading.taken)
    reading.apart = set_apart(tokens, reading.taken)
    reading.by_setting |= reading.apart
    item_ends = reading.by_setting | items(tokens)
    reading.tied = tied_names(tokens)
    chained: tuple[int, Named] | None = None
    total, resume = len(tokens.words), 0
    for index in _places_to_look(tokens, item_ends | reading.tied):
        if index < resume:
            continue
        if index >= reading.end:
            break
        chain = chained[1] if chained is not None and chained[0] == index else None
        tied = reading.tied.get(index) if chain is not None and chain.kind is not None else None
        named, resume = _read(reading, index, item_ends.get(index, tied), chain)
        goes_on = chain is not None and chain.kind is None
        if named is not None:
            reading.found.append(named)
            if (
                resume < total
                and (resume in reading.tied or _chains(tokens, resume, named))
                and (named.kind is not None or goes_on or leads_several(tokens, named.first))
            ):
                chained = resume, named


def _places_to_look(tokens: Tokens, item_ends: dict[int, int]) -> list[int]:
    """Return the words at which a name may begin, in the order of the text."""
    words, bin_ = tokens.words, listed("bin")
    found = {index for index, word in enumerate(words) if may_open(word)}
    found |= tokens.known.keys() | item_ends.keys()
    found |= {index for index, said in enumerate(tokens.ranks) if said == "word"}
    found |= {index - 1 for index, word in enumerate(words) if index and word in bin_}
    found |= {index for index in range(len(words) - 1) if parted_by_a_line(tokens, index) is not None}
    for stop, roles in tokens.ending_at.items():
        if stop < len(words) and any(role.role in ("private", "called") for _, role in roles):
            found.add(stop)
    return sorted(found)


def _chains(tokens: Tokens, at: int, named: Named) -> bool:
    """Say whether a name may go on with another: "جود ومجد", "، عمر"."""
    gap = tokens.gaps[at].strip(" ")
    if tokens.document.starts[at] in tokens.borders or at in tokens.fates:
        return False
    if not gap:
        return tokens.stems[at][0] == "و" and not (
            tokens.rank(at) == "unknown" and tokens.words[at].endswith(_OF_DEEDS)
        )
    if gap not in ("،", ",") or not named.announced:
        return False
    if tokens.stems[at][0] == "و" and tokens.joined_after(at):
        return tokens.rank(at) == "unknown" and tokens.rank(at + 1) in ("given", "family")
    return tokens.rank(at) in ("given", "word") and not tokens.stems[at][0]


def _read(reading: _Reading, index: int, item_end: int | None, chain: Named | None) -> tuple[Named | None, int]:
    """Return the name that begins with a word, if any, and the word at which to go on."""
    tokens = reading.tokens
    place = tokens.has(index, "place-name")
    if place is not None:
        stop = max(hit.stop for hit, role in tokens.starting_at[index] if role.role == "place-name")
        if (
            stop - index > 1
            and item_end is None
            and not is_bracketed(tokens, index, stop)
            and not _is_of_kin(tokens, index)
            and not (
                stop < len(tokens.words)
                and tokens.joined(stop)
                and not tokens.stems[stop][0]
                and tokens.rank(stop) in ("given", "family")
            )
        ):
            return None, stop
    if tokens.rank(index) == "unknown" and item_end is None and _is_no_name(tokens, index):
        return None, index + 1
    known = tokens.known.get(index, 0)
    said_rank = _rank_of_an_opening(tokens, index)
    told = announcement(tokens, index)
    if known and (told is None or told.rule not in _OF_ANYONE or _is_a_courtesy(tokens, told)):
        run = read_run(tokens, index, announced=False)
        if run is None or run.stop <= known or rank(tokens.words[known]) not in ("given", "family", "unknown"):
            names = run.names if run is not None and run.stop == known else tuple(tokens.words[index:known])
            return Named(index, known, names, None, "known", announced=False), known
    by = nickname(tokens, index, told)
    thing = _stop_of_a_title(tokens, index) or _stop_of_a_thing_s_name(tokens, index)
    if thing is not None and item_end is None:
        return None, thing
    if by is not None and tokens.rank(index) not in ("given", "word"):
        return _tell(reading, by, told, chain, announced=True), by.stop
    if any(role.role == "called" and hit.first < index for hit, role in tokens.ending_at.get(index + 1, ())):
        return None, index + 1
    tied = item_end is not None and item_end == reading.tied.get(index)
    rung = _is_to_be_rung(tokens, index, said_rank)
    opens = tied or rung or index in reading.by_setting or _opens_an_item(tokens, index, item_end)
    if not opens and not may_open_here(tokens, index, said_rank, told, chained=chain is not None):
        return None, index + 1
    announced = (
        told is not None
        or is_set_off(tokens, index)
        or item_end is not None
        or is_one_of_them(tokens, index)
        or is_one_of_two_small(tokens, index)
        or rung
        or (chain is not None and said_rank != "family")
    )
    run = read_run(tokens, index, announced=announced, stop_at=item_end)
    if not announced and said_rank in ("unknown", "foreign"):
        opened, further = unknown_opening(tokens, index)
        if opened is not None:
            run, told, announced = opened, further, True
    if said_rank == "word" and not announced and (run is None or not run.family):
        run, told, announced = weak_opening(tokens, index, run)
    if run is None or (told is None and holds_a_known_one(tokens, run)):
        return None, index + 1
    joined = chain is not None and tokens.stems[index][0] == "و"
    of_several = joined and chain is not None and chain.rule in _OF_SEVERAL
    stands = Stands(told, announced, listed=item_end is not None, beside=joined and run.family, tied=of_several)
    if not _is_person(reading, run, stands):
        return None, run.stop if thing_before(tokens, index) else index + 1
    return _tell(reading, run, told, chain, announced=announced), run.stop


def _is_no_name(tokens: Tokens, index: int) -> bool:
    """Say whether a word in no list is what several did to somebody, or a tribe: "قتلوه الملاعين", "شيخ شمر قصي"."""
    word = tokens.words[index]
    deed = len(word) > _SHORT_WORD and word.endswith(_OF_DEEDS[1]) and tokens.written(index)[-1] == word[-1]
    return (deed and announcement(tokens, index) is None) or is_a_tribe(tokens, index)


def _stop_of_a_title(tokens: Tokens, index: int) -> int | None:
    """Return the word after a public role of several words of which the first is a name, too: "أمين بغداد"."""
    stops = [hit.stop for hit, role in tokens.starting_at.get(index, ()) if role.role == "title"]
    several = [stop for stop in stops if stop - index > 1]
    return max(several) if several and tokens.rank(index) in ("given", "word") else None


def _is_a_courtesy(tokens: Tokens, told: Announcement) -> bool:
    """Say whether whoever is announced is no more than spoken of politely: "السيدة إلهام أحمد"."""
    return plain(tokens.words[told.first]) in listed("polite")


def _stop_of_a_thing_s_name(tokens: Tokens, index: int) -> int | None:
    """Return the word after a name with "son of" that a thing bears: "ثانوية العربي بن مهيدي"."""
    son = index + 1 < len(tokens.words) and tokens.joined_after(index) and tokens.words[index + 1] in listed("bin")
    if not son or not thing_before(tokens, index) or title_before(tokens, index):
        return None
    run = read_run(tokens, index, announced=True) if announcement(tokens, index) is None else None
    return run.stop if run is not None else None


def _rank_of_an_opening(tokens: Tokens, index: int) -> str:
    """Return the rank of a word as the first of a name: a family that news never name is one that no list knows."""
    said, stem = tokens.rank(index), tokens.stems[index][1]
    return "unknown" if said == "family" and is_unused(stem) and not stem.startswith("ال") else said


def _is_to_be_rung(tokens: Tokens, index: int, said: str) -> bool:
    """Say whether the number of a telephone follows a lone name: "أو مجاهد 0123998417"."""
    number = tokens.words[index + 1] if tokens.joined_after(index) else ""
    return said in ("given", "word") and number.isdigit() and len(number) >= _FEWEST_DIGITS


def _opens_an_item(tokens: Tokens, index: int, item_end: int | None) -> bool:
    """Say whether a word is the first of a listed name of several; before an age, an ordinary one may be."""
    if item_end is None or item_end - index < _FEWEST_WORDS:
        return False
    said = tokens.rank(index)
    if said == "unknown":
        named = tokens.rank(index + 1) in ("given", "family") and may_be_strange(tokens, index)
        return named or not _is_inflected(tokens.words[index])
    aged = said == "" and may_be_a_name(tokens, index) and age_after(tokens, item_end) is not None
    return said in ("word", "family") or aged


def _is_of_kin(tokens: Tokens, index: int) -> bool:
    """Say whether a word of kinship with a pronoun stands right before: "شقيقه صلاح الدين كوسو"."""
    told = announcement(tokens, index)
    return told is not None and told.person == "relative" and tokens.words[told.first].endswith(("ه", "ها", "ي", "هم"))


def _is_inflected(word: str) -> bool:
    """Say whether a word in no list looks like a verb: "انغمست", "ليطردهم"."""
    return word.startswith(("است", "ان", "لي", "ال")) or word.endswith(("ت", "هم", "ها", "وا"))


def _is_person(reading: _Reading, run: Run, stands: Stands) -> bool:
    """Say whether a run is a person; the name of a thing ("ثانوية الشهيد قصي") is kept as that of one."""
    tokens, told = reading.tokens, stands.told
    if is_hallowed(tokens, run, told):
        return False
    if is_bracketed(tokens, run.first, run.stop) or run.first in reading.apart:
        return True
    if thing_before(tokens, run.first) and (told is None or told.role == "home" or told.person == "victim"):
        if len(run.names) > 1 or run.opens == "kunya":
            reading.things.add(run.names)
        return False
    return not is_of_a_place_or_body(tokens, run, stands, reading.taken()) and reads_as_a_person(tokens, run, stands)


def _is_of_a_family(word: str) -> bool:
    """Say whether a word announces a family, or several: "لعائلة", "أسر"."""
    bare = word.removeprefix("و").removeprefix("ل").removeprefix("ب")
    return bare in listed("family-of") or bare in listed("families-of")


def _tell(reading: _Reading, run: Run, told: Announcement | None, chain: Named | None, *, announced: bool) -> Named:
    tokens = reading.tokens
    sure = (
        told is not None
        and told.role == "private"
        and (told.rule not in _MAY_HOLD_OFFICE or tokens.words[told.first] in listed("no-office"))
    )
    if told is not None and told.role == "called" and _is_so_called(reading, told):
        return Named(run.first, run.stop, run.names, None, "title", announced)
    age = age_after(tokens, run.stop)
    sure = sure or is_a_child(tokens, run.stop) or is_abbreviated(tokens, run) or signs_off(tokens, run.first)
    if not sure and (
        title_before(tokens, run.first) or _is_title_behind(tokens, run) or is_followed(tokens, run.first)
    ):
        return Named(run.first, run.stop, run.names, None, "title", announced)
    if sure and is_title_after(tokens, run.stop) and told is not None and told.person in ("other", None):
        return Named(run.first, run.stop, run.names, None, "title", announced)
    if run.opens == "house" or (told is not None and _is_of_a_family(tokens.words[told.first])):
        return Named(run.first, run.stop, run.names, "relative", "house", announced, sure=False)
    if chain is not None and chain.rule == "house" and told is None and len(run.names) == 1 and run.opens != "given":
        return Named(run.first, run.stop, run.names, "relative", "house", announced, sure=False)
    if chain is not None and chain.kind is None and told is None:
        return Named(run.first, run.stop, run.names, None, "title", announced)
    if told is not None and told.person == "relative" and is_of_a_known_house(tokens, run, told):
        return Named(run.first, run.stop, run.names, None, "known", announced)
    writes = told is not None and told.role == "post"
    kind, _, sure = kind_of(Mention(tokens, run.first, run.stop, told, age, writes))
    if told is not None and told.person == "victim" and is_kin_of_one_told(tokens, told.first, run, reading.found):
        kind = "relative"
    if kind == "relative" and told is not None:
        kind = fate_shared(tokens, reading.found[-1] if reading.found else None, told.first, run.first) or kind
    if chain is not None and told is None and chain.kind is not None:
        kind, sure = (chain.kind, chain.sure) if age is None and kind != "minor" else (kind, sure)
    rule = told.rule if told is not None else "chain" if chain is not None else f"shape.{run.opens}"
    return Named(run.first, run.stop, run.names, kind, rule, announced, sure)


def _is_title_behind(tokens: Tokens, run: Run) -> bool:
    """Say whether a public role or act follows a name, or what its bearer is called and then a role."""
    if is_title_after(tokens, run.stop) or acts_in_public(tokens, run):
        return True
    further = behind_a_nickname(tokens, run.stop)
    return further > run.stop and is_title_after(tokens, further)


def _is_so_called(reading: _Reading, told: Announcement) -> bool:
    """Say whether one in a public role is called by a name: "القيادي وائل الجلم الملقب بالغبيني"."""
    tokens, at = reading.tokens, told.first
    while at > 1 and tokens.joined(at) and tokens.words[at - 1] in listed("copula"):
        at -= 1
    if at < told.first and title_before(tokens, at):
        return True  # "أمير المجموعة كان يدعى أبو يعقوب"
    before = reading.found[-1] if reading.found else None
    if before is None or before.kind is not None or before.rule != "title":
        return False
    return before.stop == told.first and reading.tokens.joined(told.first)
