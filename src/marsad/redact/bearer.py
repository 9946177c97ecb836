"""Whether a person bears a name that a place, a body, a king or an ordinary word may bear: "أمل", "صلاح الدين"."""

from __future__ import annotations

from dataclasses import dataclass

from marsad.redact.ages import age_after
from marsad.redact.anyword import looks_like_a_name
from marsad.redact.beside import acts_before, fate_after, fate_before, follows_a_copula, says_before
from marsad.redact.evidence import Announcement, private_after
from marsad.redact.named import Taken
from marsad.redact.openings import after_that, speaks
from marsad.redact.runs import Run
from marsad.redact.somebody import has_initials, is_quoted, is_somebody
from marsad.redact.tokens import Tokens
from marsad.redact.vocabulary import listed, rank

__all__ = ["Stands", "is_hallowed", "is_of_a_place_or_body", "reads_as_a_person"]

_OF_THREE = 3
_SURE = frozenset(("given", "kunya", "house"))
_BLESSING = "ﷺ"


@dataclass(frozen=True, slots=True)
class Stands:
    """How a name stands in its text: what announces it, if anything, and who is named with it.

    One `listed` is an item of a list of people. One `beside` a private person ("أحمد وربيع السالم") may share a
    village's name, and so may one `tied` to several.
    """

    told: Announcement | None
    announced: bool
    listed: bool
    beside: bool
    tied: bool

    @property
    def private(self) -> bool:
        """Say whether it is told as that of a private person."""
        return self.listed or self.called

    @property
    def called(self) -> bool:
        """Say whether a word beside it tells that a private person is called so."""
        return self.told is not None and self.told.role in ("private", "called")


def is_hallowed(tokens: Tokens, run: Run, told: Announcement | None) -> bool:
    """Say whether a name is that of a prophet, king or pope: "محمد صلى الله عليه وسلم", "فيصل الأول"."""
    blessed = tokens.source.startswith(_BLESSING, tokens.document.ends[run.stop - 1]) or (
        run.stop < len(tokens.words) and " ".join(tokens.words[run.stop : run.stop + 2]) in listed("blessing")
    )
    before = tokens.words[run.first - 1] if run.first and tokens.joined(run.first) else ""
    prophet = before in listed("prophet") and len(run.names) == 1
    return blessed or prophet or (told is None and _is_numbered(tokens, run))


def is_of_a_place_or_body(tokens: Tokens, run: Run, stands: Stands, spans: Taken) -> bool:
    """Say whether a place or a body bears a name where it stands: "في خالد", not "الشاب خالد"."""
    words = range(run.first, run.stop)
    if all(word in spans.bodies for word in words):
        return True
    private = stands.private
    whole_place = all(word in spans.places for word in words)
    if whole_place and not (private and run.opens == "given") and not (stands.called and run.opens == "kunya"):
        return True
    alone = run.stop - run.first == 1
    if alone and run.first in spans.great_places and not _outweighs_a_town(tokens, run, stands):
        return True
    if alone and not stands.announced and run.first in spans.lone_places:
        spoken = says_before(tokens, run.first) or fate_before(tokens, run.first)
        if tokens.stems[run.first][0] or not (spoken or is_somebody(tokens, run, spans)):
            return True
    if run.opens in _SURE or private:
        return False
    if (stands.beside and not any(word in spans.great_places for word in words)) or is_quoted(tokens, run):
        return False
    if _is_told_by_two(tokens, run, spans):
        return False
    opens = run.first in spans.lone_bodies or run.first in spans.places
    return opens or any(word in spans.lone_places for word in words)


def _is_told_by_two(tokens: Tokens, run: Run, spans: Taken) -> bool:
    """Say whether a place bears the second name alone, behind what tells of people: "قُتل حكيم الخليل"."""
    first = run.first
    if not run.family or {first, first + 1} & (spans.places | spans.lone_bodies) or first in spans.great_places:
        return False
    if tokens.stems[first][0] or tokens.has(first, "title", "honorific", "private") is not None:
        return False
    if tokens.joined(first) and any(role.role == "list" for _, role in tokens.ending_at.get(first, ())):
        return True
    if first in spans.lone_places:
        return False
    return says_before(tokens, first) or fate_before(tokens, first) or acts_before(tokens, first)


def _outweighs_a_town(tokens: Tokens, run: Run, stands: Stands) -> bool:
    """Say whether a lone name that a great town bears is a person's all the same: "ابنته سرت"."""
    told = stands.told
    own = told is not None and told.person == "relative" and tokens.words[told.first].endswith(("ته", "تها"))
    return (run.opens == "given" and (stands.private or stands.tied)) or (stands.private and own)


def reads_as_a_person(tokens: Tokens, run: Run, stands: Stands) -> bool:
    """Say whether a name that no place bears is a person's, and no ordinary word: "قالت أمل", not "على أمل"."""
    if run.opens in _SURE or stands.announced:
        return True
    if run.opens == "foreign":
        return _is_foreign_person(tokens, run)
    return run.opens == "word" and _is_word_for_a_person(tokens, run)


def _is_foreign_person(tokens: Tokens, run: Run) -> bool:
    """Say whether a name from abroad is a person's, by what is done or by the names behind it."""
    if not run.family:
        return acts_before(tokens, run.first) or fate_before(tokens, run.first)
    if len(run.names) == _OF_THREE and looks_like_a_name(run.names[1]) and run.names[2].startswith("ال"):
        return True
    return rank(run.names[1]) in ("given", "family")


def _is_word_for_a_person(tokens: Tokens, run: Run) -> bool:
    """Say whether a name that opens with an ordinary word is a person's: "رحاب قُتلت", "وسيم مطر"."""
    if run.family and after_that(tokens, run):
        return True
    if tokens.written(run.first).startswith("ال"):
        return run.family and rank(run.names[1]) == "given"
    if len(run.names) > 2 or (run.family and rank(run.names[-1]) in ("given", "family")):
        return True
    proclitics = tokens.stems[run.first][0]
    if run.family and proclitics in ("", "و"):
        acts = acts_before(tokens, run.first) and not follows_a_copula(tokens, run.first)
        acts = acts and tokens.words[run.first][0] not in "بلك"
        spoken = says_before(tokens, run.first) or fate_before(tokens, run.first)
        return tokens.words[run.stop - 1].startswith("ال") or spoken or acts
    if proclitics == "" and _opens_those(tokens, run):
        return True
    if proclitics in ("", "و") and has_initials(tokens, run):
        return True
    return (not proclitics and _is_told_of(tokens, run)) or age_after(tokens, run.stop) is not None


def _is_told_of(tokens: Tokens, run: Run) -> bool:
    """Say whether somebody is told of beside a name: who says so, what became of whom, whose kin it is."""
    return (
        speaks(tokens, run)
        or fate_before(tokens, run.first)
        or (_goes_on_with_a_fate(tokens, run) and tokens.joined(run.stop))
        or (private_after(tokens, run.stop) and _is_apart(tokens, run.stop))
    )


def _goes_on_with_a_fate(tokens: Tokens, run: Run) -> bool:
    """Say whether what became of somebody follows: "رحاب قُتلت", not "بيان النعي"."""
    return fate_after(tokens, run.stop) and tokens.words[run.first] not in listed("statement")


def _opens_those(tokens: Tokens, run: Run) -> bool:
    """Say whether a word begins those who are named behind "وهم": "وهم عرفات وزهير"."""
    if run.first == 0 or not tokens.joined(run.first) or tokens.words[run.first - 1] not in listed("they"):
        return False
    follows = run.stop < len(tokens.words) and tokens.joined(run.stop)
    return follows and tokens.stems[run.stop][0] == "و" and tokens.rank(run.stop) == "given"


def _is_numbered(tokens: Tokens, run: Run) -> bool:
    """Say whether a lone given name bears the number of a king or pope: "فيصل الأول"."""
    if len(run.names) == 1:
        follows = run.stop < len(tokens.words) and tokens.joined(run.stop)
        return run.opens == "given" and follows and tokens.words[run.stop] in listed("regnal")
    return len(run.names) == 2 and run.opens in ("given", "word", "foreign") and run.names[1] in listed("regnal")


def _is_apart(tokens: Tokens, stop: int) -> bool:
    """Say whether a comma, or "وهو", parts what follows from a name."""
    return tokens.gaps[stop].strip(" ") != "" or tokens.words[stop] in listed("who-is")
