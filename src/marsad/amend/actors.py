"""Check the registry of actors: schema, ids, parents, codes, names with one owner, and every example of every actor."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations
from pathlib import Path

from pydantic import ValidationError

from marsad.annotate.actors import find
from marsad.errors import ResourceError
from marsad.lexicon.actor_schema import ActorEntry
from marsad.lexicon.actors import Alias, RegisteredActor, actor_files, actors
from marsad.lexicon.breaks import schema_problems
from marsad.lexicon.check import Located, id_problems, letter_problems
from marsad.lexicon.layers import layers, retired
from marsad.lexicon.load import entries
from marsad.lexicon.problems import Problem
from marsad.lexicon.read_yaml import read_values
from marsad.model.report import Report
from marsad.model.who import is_coded_by_name, name_in
from marsad.normalise import fold_text
from marsad.redact.person import names_a_person
from marsad.segment import split

__all__ = ["check_actors", "example_problems", "located_actors"]

_NEEDED = ("unidentified", "civilians")
"""Actors that the coder itself falls back on."""

_STATES = ("syr-regime", "syr-gov", "israel", "russia", "turkey", "usa")
_SOME_DAY = date(2018, 6, 1)


def check_actors() -> list[Problem]:
    """Return everything wrong with the registry in use."""
    found, problems = located_actors(layers())
    problems += _links(found)
    if problems:  # actors whose parents are not there cannot be read
        return problems
    for one in found:
        problems += _names(one)
    problems += _owners({one.entry.id: one for one in found})
    for one in found:
        problems += example_problems(one)
    return problems


def located_actors(folders: Iterable[Path]) -> tuple[list[Located[ActorEntry]], list[Problem]]:
    """Return the actors in folders of words that keep the schema, and what is wrong with the others."""
    rows: dict[str, Located[ActorEntry]] = {}
    problems: list[Problem] = []
    for folder in folders:
        found: list[Located[ActorEntry]] = []
        for file in actor_files(folder):
            try:
                for value, line in list(read_values(file)):
                    try:
                        found.append(Located(ActorEntry.model_validate(value), str(file), line))
                    except ValidationError as error:
                        problems += schema_problems(error, value, ActorEntry.model_fields, file=str(file), line=line)
            except ResourceError as error:
                detail = (("detail", error.problem),)
                problems.append(Problem(str(file), error.line or 0, "", "unreadable", detail))
        problems += id_problems(found)
        rows |= {one.entry.id: one for one in found}
        for actor_id in retired(folder, "actors"):
            rows.pop(actor_id, None)
    return list(rows.values()), problems


def _links(found: Sequence[Located[ActorEntry]]) -> Iterator[Problem]:
    """Parents, codes, and actors that something needs."""
    by_id = {one.entry.id: one for one in found}
    shipped = str(layers()[0])
    codes = {one.entry.code for one in found if one.file.startswith(shipped)}
    for one in found:
        parent, code = one.entry.parent, one.entry.code
        if not (name_in(code).strip() if is_coded_by_name(code) else code in codes):
            yield one.problem("no-code", value=code)
        if parent is None:
            continue
        if parent not in by_id:
            yield one.problem("unknown-id", where="parent", value=parent)
            continue
        above = by_id[parent].entry
        if above.code in _STATES and above.code != code:
            yield one.problem("other-state", parent=parent, code=above.code)
        chain = [one.entry.id]
        while parent in by_id and parent not in chain:
            chain.append(parent)
            parent = by_id[parent].entry.parent
        if parent in chain:
            yield one.problem("circle", value=" → ".join((*chain, str(parent))))
    needed = dict.fromkeys(_NEEDED, "marsad")
    for word in entries("actor-words"):
        needed |= {who: word.entry_id for who in (word["fallback"] or {}).values() if who != "state"}
    for actor_id, by in needed.items():
        if actor_id not in by_id:
            yield Problem(str(layers()[-1]), 0, actor_id, "needed", (("value", by),))


def _names(one: Located[ActorEntry]) -> Iterator[Problem]:
    entry = one.entry
    for form in dict.fromkeys((entry.name_ar, *(alias.form for alias in entry.aliases))):
        yield from letter_problems(one, form)
        if names_a_person(form):
            yield one.problem("person", form=form)


def _owners(found: dict[str, Located[ActorEntry]]) -> Iterator[Problem]:
    """One form means one actor for any country and day, unless companions tell the claims apart."""
    claims: defaultdict[str, list[tuple[RegisteredActor, Alias]]] = defaultdict(list)
    for item in actors():
        for alias in item.aliases:
            if not alias.near and not alias.beside:
                claims[alias.form].append((item, alias))
    for form, owners in claims.items():
        for (item, alias), (other, rival) in combinations(owners, 2):
            if item.actor.code != other.actor.code and not _apart(alias, rival):
                yield found[other.actor.actor_id].problem("two-owners", form=form, other=item.actor.actor_id)


def _apart(one: Alias, other: Alias) -> bool:
    if one.valid_to and other.valid_from and one.valid_to < other.valid_from:
        return True
    if other.valid_to and one.valid_from and other.valid_to < one.valid_from:
        return True
    return bool((one.where or other.where) and not one.where & other.where)


def example_problems(one: Located[ActorEntry]) -> Iterator[Problem]:
    """Yield the examples of an actor that the registry in use reads otherwise."""
    entry = one.entry
    for example in entry.matches:
        alias = next((a for a in entry.aliases if a.form in example.find or example.find in a.form), entry.aliases[0])
        day = alias.valid_to or entry.valid_to or alias.valid_from or entry.valid_from or _SOME_DAY
        country = alias.where[0] if alias.where else entry.country
        named = [mention for mention in _named(example.text, day, country) if example.find in mention[1]]
        if [actor_id for actor_id, _ in named] != [entry.id]:
            seen = ", ".join(f"{actor_id} ({name})" for actor_id, name in named) or "–"
            yield one.problem("actor-match", text=example.text, form=example.find, seen=seen)
    for text in entry.rejects:
        day = entry.valid_to or entry.valid_from or _SOME_DAY
        for actor_id, name in _named(text, day, entry.country):
            if actor_id == entry.id:
                yield one.problem("actor-reject", text=text, form=name)
                break


def _named(text: str, day: date, country: str | None) -> list[tuple[str | None, str]]:
    report = Report(report_id="", text=text, published_on=day)
    mentions = find(split(report, fold_text(report.source_text)), country=country)
    return [(mention.actor_id, mention.name) for mention in mentions]
