"""Who is named in a report."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from marsad.annotate.actors.back import resolve, speaks_for_itself
from marsad.annotate.actors.backed import with_backers
from marsad.annotate.actors.former import with_former
from marsad.annotate.actors.grammar import Draft, drafts, with_members
from marsad.annotate.actors.occupation import with_occupier
from marsad.annotate.actors.others import with_others
from marsad.annotate.actors.pieces import Piece, pieces
from marsad.annotate.actors.registry import actor, matcher, state_of
from marsad.annotate.actors.where import country_of
from marsad.arabic.letters import fold, plain
from marsad.lexicon.actors import RegisteredActor
from marsad.lexicon.role_words import role_words
from marsad.model.report import Document
from marsad.model.who import ActorMention, coded_by_name, is_coded_by_name

__all__ = ["code_on", "find"]

_NAMED = ("actors.nationals", "actors.bodies", "actors.forces", "actors.names")
"""Rules that may code a mention by its name as in the text, which holds on any day."""


def find(document: Document, *, country: str | None = None) -> tuple[ActorMention, ...]:
    """Return the actors named in a report, by position, none overlapping another.

    `country` is where the report plays (ISO code): it decides whose "الجيش" is meant. None: it is guessed
    from the report. The names mean what was true on the publication day; `code_on` gives another day's.

    >>> from marsad.normalise import fold_text
    >>> from marsad.segment import split
    >>> from marsad.model.report import Report
    >>> report = Report(report_id="1", text="قتل عنصران من قسد بقصف تركي قرب عين عيسى")
    >>> mentions = find(split(report, fold_text(report.source_text)))
    >>> [(mention.name, mention.code, mention.members) for mention in mentions]
    [('عنصران من قسد', 'sdf', True), ('تركي', 'turkey', False)]
    """
    filed = document.dateline
    hits = [hit for hit in matcher().find(document.words) if hit.first not in filed]
    if country is None:
        country = country_of(pieces(document.words, hits, None))
    found, day = pieces(document.words, hits, country), document.published_on
    own = _speaker(document, country) if any(map(speaks_for_itself, found)) else None
    made = _drafts(document.words, found, day, country, own)
    return tuple([_mention(document, draft) for draft in made])


def _drafts(
    words: tuple[str, ...],
    found: list[Piece],
    day: date | None,
    country: str | None,
    own: RegisteredActor | None = None,
) -> list[Draft]:
    """Return the drafts of a document: named, pointed back, and widened to the members before them."""
    named = with_backers(words, found, drafts(words, found, day, country), day, country)
    made = with_occupier(words, resolve(named, words, day, country, own), day, own)
    return with_former(words, found, with_members(words, found, with_others(words, found, made, day)))


def _speaker(document: Document, country: str | None) -> RegisteredActor | None:
    """Return the armed side that the outlet speaks for: "المركز الإعلامي لقوى الأمن الداخلي".

    Its name is read before the report, whose words may tell which body of that name is meant.
    """
    name = tuple(fold(document.outlet or "").split())
    words, day = (*name, *document.words), document.published_on
    found = [piece for piece in pieces(words, matcher().find(words), country) if piece.stop <= len(name)]
    return next((draft.actor for draft in _drafts(words, found, day, country) if draft.actor and draft.armed), None)


def _mention(document: Document, draft: Draft) -> ActorMention:
    who = draft.actor
    code = who.actor.code if who else None
    if draft.named is not None:
        first, stop, proclitics = draft.named
        code = coded_by_name(_nominative(_without_clitics(plain(document.quote(first, stop)), proclitics)))
    return ActorMention(
        span=document.span(draft.first, draft.stop),
        first=draft.first,
        stop=draft.stop,
        rule_id=draft.rule_id,
        entry_id=draft.entry_id or (who.actor.actor_id if who else None),
        code=code,
        kind=draft.kind,
        name=_without_clitics(plain(document.quote(draft.first, draft.stop)), draft.proclitics),
        armed=draft.armed,
        members=draft.members,
        actor_id=who.actor.actor_id if who else None,
    )


def _nominative(name: str) -> str:
    """Return a name as plain words, people without the alif of the accusative: "شابا فلسطينيا" is "شاب فلسطيني"."""
    spaced = name.replace("_", " ").replace("#", "")
    return " ".join(word.removesuffix("ا") for word in spaced.split()) if spaced.endswith("يا") else spaced


def _without_clitics(name: str, proclitics: str) -> str:
    """Return a name as a register would list it: "وللجيش اللبناني" is "الجيش اللبناني"."""
    before = proclitics.removesuffix("ال")
    if before.endswith("لل"):
        before = before[:-1]
    if not name.startswith(before):
        return name
    rest = name[len(before) :]
    own = rest.startswith(tuple(role_words("lam-first")))  # "للواء القدس" is "لواء القدس", not "الواء"
    return "ا" + rest if before.endswith("ل") and rest.startswith("ل") and not own else rest


def code_on(mention: ActorMention | str, day: date | None, country: str | None) -> str | None:
    """Return the codebook's id of a mention (or bare name) for an event on a day, in a country.

    "الجيش السوري" is "syr-regime" on 2024-11-30 and "syr-gov" on 2025-01-05, whenever it was written.
    """
    if isinstance(mention, str):
        return _code(mention, day, country)
    if mention.code is None or mention.kind == "civilian" or _own_name(mention):
        return mention.code
    if mention.kind == "generic":
        if is_coded_by_name(mention.code):
            return mention.code
        if mention.actor_id and actor(mention.actor_id).actor.category == "state":
            state = state_of(actor(mention.actor_id).actor.country, day)
            return state.actor.code if state else mention.code
        return mention.code
    return _code(mention.name, day, country) or mention.code


def _own_name(mention: ActorMention) -> bool:
    """Say whether a mention is coded by its name as in the text."""
    return mention.rule_id in _NAMED and is_coded_by_name(mention.code or "")


@lru_cache(maxsize=20_000)
def _code(name: str, day: date | None, country: str | None) -> str | None:
    words = tuple(fold(name).replace("_", " ").replace("#", " ").split())
    made = _drafts(words, pieces(words, matcher().find(words), country), day, country)
    for draft in made:
        if draft.named is not None:
            return coded_by_name(name)
        if draft.actor is not None:
            return draft.actor.actor.code
    return None
