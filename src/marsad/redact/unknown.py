"""Names that no list knows: what must speak for a word, or two, to be one."""

from __future__ import annotations

from marsad.redact.ages import age_after
from marsad.redact.anyword import is_closed
from marsad.redact.beside import acts_before, fate_before, says_before
from marsad.redact.evidence import Announcement, distant_announcement, private_after, title_before
from marsad.redact.offices import is_title_after
from marsad.redact.onename import kunya
from marsad.redact.runs import Run, read_run
from marsad.redact.tokens import Tokens
from marsad.redact.vocabulary import demonyms, listed, rank

__all__ = ["unknown_opening"]

_UNUSED = frozenset(("unknown", "family"))
_PEOPLE_AND_WHO = 2
_THE = ("ال", "وال", "لل", "بال")
_NAMES = frozenset(("given", "word", "family", "foreign", "unknown"))


def unknown_opening(tokens: Tokens, index: int) -> tuple[Run | None, Announcement | None]:
    """Read a name that no list knows: an age, a known second name, a verb, or a role further off must speak for it."""
    run = read_run(tokens, index, announced=True)
    if run is None or (len(run.names) > 1 and run.opens in _UNUSED and not _names_a_family(run.names[1])):
        return None, None
    if len(run.names) > 1 and " " in run.names[1] and run.names[1].partition(" ")[0] in listed("middle"):
        return None, None  # "وتوسط الشيخ قصي"
    bare = not tokens.stems[index][0]
    if bare and run.opens in _UNUSED and len(run.names) > 1 and rank(run.names[1]) == "given":
        return run, None
    if age_after(tokens, run.stop) is not None or _is_of_a_people(tokens, run):
        return run, None
    spoken = says_before(tokens, index) or fate_before(tokens, index) or acts_before(tokens, index)
    spoken = spoken and not (tokens.words[index][0] == "ب" and fate_before(tokens, index))
    if bare and spoken and (_is_told_of(tokens, run) if not run.family else _is_surname(run.names[1])):
        return run, None
    if bare and private_after(tokens, run.stop) and (run.family or tokens.gaps[run.stop].strip(" ")):
        return run, None
    if bare and _is_somebody_s_kin(tokens, run.stop):
        return run, None
    where = tokens.words[index - 1] if tokens.joined(index) else ""
    if bare and len(run.names) == 2 and _is_a_forefather(run.names[1]) and where not in listed("before-a-place"):
        return run, None
    if (
        bare
        and run.family
        and run.names[1].startswith("ال")
        and run.names[1][-1] != "ه"
        and rank(run.names[1]) == "unknown"
        and where not in listed("before-an-act") | listed("before-a-place")
    ):
        return run, None
    told = distant_announcement(tokens, index) if run.family else None
    return (run, told) if told is not None else (None, None)


def _is_somebody_s_kin(tokens: Tokens, stop: int) -> bool:
    """Say whether a kinship of two words follows at once: "غونول بنت خاله"."""
    if stop >= len(tokens.words) or not tokens.joined(stop):
        return False
    return any(
        role.entry_id == "private.kin" and hit.stop - stop > 1 and not hit.proclitics
        for hit, role in tokens.starting_at.get(stop, ())
    )


def _is_a_forefather(name: str) -> bool:
    """Say whether a family name is a given name behind ال: "صبحة الأحمد"."""
    return name.startswith("ال") and rank(name[2:]) == "given" and rank(name) == "family"


def _is_of_a_people(tokens: Tokens, run: Run) -> bool:
    """Say whether who and of which people stand before two names in no list: "المتضامن الإيطالي ماركو بيلوني"."""
    at = run.first
    if at < _PEOPLE_AND_WHO or not run.family or not (tokens.joined(at) and tokens.joined(at - 1)):
        return False
    people, who = tokens.words[at - 1], tokens.words[at - 2]
    if people not in demonyms() or not people.startswith("ال") or who in demonyms():
        return False
    if tokens.stems[at][0] or not who.startswith(_THE) or tokens.ending_at.get(at - 1) is not None:
        return False
    return rank(who) == "unknown" and tokens.has(at - 2, "thing", "title", "home") is None


def _names_a_family(name: str) -> bool:
    return bool(rank(name.rsplit(maxsplit=1)[-1])) or kunya(name)


def _is_told_of(tokens: Tokens, run: Run) -> bool:
    """Say whether a word in no list is whose deed is told, and nobody's family name elsewhere: "توفيت زومفة في"."""
    copula = tokens.words[run.first - 1].removeprefix("و") in listed("copula")
    following = tokens.words[run.stop] if run.stop < len(tokens.words) and tokens.joined(run.stop) else ""
    if copula and not (following in listed("has") or (following[:1] in ("ي", "ت") and not tokens.rank(run.stop))):
        return False
    return tokens.joined(run.first) and _stands_alone(tokens, run) and not _is_a_surname_elsewhere(tokens, run.first)


def _is_a_surname_elsewhere(tokens: Tokens, index: int) -> bool:
    word = tokens.words[index]
    return any(
        other == word and at and at != index and _is_somebody_s(tokens, at) for at, other in enumerate(tokens.words)
    )


def _is_somebody_s(tokens: Tokens, at: int) -> bool:
    if tokens.joined(at) and tokens.rank(at - 1) in _NAMES:
        return True
    return title_before(tokens, at) or is_title_after(tokens, at + 1)


def _stands_alone(tokens: Tokens, run: Run) -> bool:
    """Say whether nothing that a noun would govern follows a word that no list knows."""
    word = tokens.words[run.first]
    if (
        tokens.written(run.first).endswith("ه")
        or word.endswith(("ميه", "مايه"))
        or (word[0] == "ب" and word[-1] == "ه")
        or tokens.has(run.first, "thing", "home")
    ):
        return False
    if run.stop >= len(tokens.words) or not tokens.joined(run.stop):
        return True
    following = tokens.words[run.stop]
    if following in listed("after-a-speaker") or (following[0] in "يت" and len(following) > 2):
        return True
    return (is_closed(tokens, run.stop) and following not in listed("pointing")) or following.startswith(("بال", "لل"))


def _is_surname(name: str) -> bool:
    return rank(name) != "unknown" or name.startswith("ال")
