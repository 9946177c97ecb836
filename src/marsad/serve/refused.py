"""What the store refuses, told in the language of a page: its sentence is translated, its values are put in."""

from __future__ import annotations

from dataclasses import dataclass

from marsad.errors import StoreError
from marsad.serve.catalogues import later
from marsad.serve.locale import Locale

__all__ = ["SIGN_IN_BESIDE", "WayOut", "refused_in", "way_out"]

_NEVER_LINKED = later("The incidents were never linked, or with other words, weights or places.")

_SENTENCES = frozenset((
    later("Somebody else saved a coding of this report meanwhile."),
    later("There is no coding to correct."),
    later("There is no such report."),
    later("There is no report “%(report)s”."),
    later("A second reading takes another person than the one who checked."),
    later("There is nothing to take back."),
    later("The latest change is another person's."),
    later("A person needs a name and a role."),
    later("The name “%(name)s” is taken."),
    later("This name is empty or taken."),
    later("There is no such group."),
    later("A token needs a name, a scope and a term."),
    later("The role of %(name)s does not have what the token asks for."),
    later("Nobody answers for the coding of this report yet."),
    later("This person was asked to code this report before."),
    later("You coded this report already."),
    later("This person does not see the report."),
    later("This person worked on the report, and has seen how it was coded."),
    later("Reports that you do not see are in this batch, too."),
    later("There is no such batch, or it was taken back before."),
    _NEVER_LINKED,
    later("There is no incident %(incident)s."),
    later("%(first)s and %(second)s are one incident."),
    later("%(reports)s: not in incident %(incident)s."),
    later("No report would be left in %(incident)s."),
    later("Incident %(incident)s leads to %(other)s already."),
    later("There is no judgement %(number)s to take back."),
    later("Judgement %(number)s counts no more: judgement %(other)s took its place."),
    later("Judgement %(number)s is not there, or another one took its place."),
    later("Others change the words all the time."),
    later("The disk is full, or files may not grow further."),
    later("The disk fails, is full, or files may not grow further."),
    later("Another program has been writing to the store for too long."),
    later("Another program is changing the store."),
    later("The file cannot be opened."),
    later("The file may only be read."),
    later("The file is no store of marsad."),
    later("The file is damaged."),
    later("The disk of the database is full."),
    later("The database takes no more connections."),
    later("The database is shutting down."),
    later("The password is not right."),
    later("The database does not let this user in."),
    later("There is no such database."),
    later("The user may not do this in the database."),
    later("The database may only be read."),
    later("The database does not answer."),
    later("The database has no PostGIS, and this user may not add it."),
    later("PostGIS is not installed beside the database."),
))  # fmt: skip
"""What the store says, with places for values: a sentence that is not here is told in English."""

_UNKNOWN = later("The store refuses this, for a reason that it tells in English: %(problem)s")


@dataclass(frozen=True, slots=True, kw_only=True)
class WayOut:
    """What to do about a refusal, and the page on which it is done, where there is one."""

    remedy: str
    path: str = ""
    title: str = ""


SIGN_IN_BESIDE = WayOut(
    remedy=later("What you changed on this page is not lost: sign in in another tab, then do it again here."),
    path="/sign-in",
    title=later("Sign in"),
)
"""What to do where a script asks for somebody whose session ended."""

_WAYS_OUT = {
    _NEVER_LINKED: WayOut(
        remedy=later("Link the incidents anew first: their page says how."),
        path="/incidents",
        title=later("To the incidents"),
    ),
}

_NO_SPACE = later("Tell whoever runs marsad to free some space on the disk, then do it again: what was kept stays.")
_OCCUPIED = later("Wait a moment, then do it again: what was kept stays.")
_NO_RIGHTS = later("Tell whoever runs marsad to look at the rights to the file of the store and to its folder.")
_NO_DATABASE = later("Tell whoever runs marsad: the database, or the address that it was started with, needs a look.")
_NO_POSTGIS = later("Tell whoever runs marsad: the page on the store says how PostGIS is added.")
_ASK = later("Ask an editor or an administrator to do it.")
_RELOAD = later("Load the page again to see what holds now.")
_ANOTHER_NAME = later("Choose another name.")

_REMEDIES = {
    "The disk is full, or files may not grow further.": _NO_SPACE,
    "The disk fails, is full, or files may not grow further.": _NO_SPACE,
    "The disk of the database is full.": _NO_SPACE,
    "Another program has been writing to the store for too long.": _OCCUPIED,
    "Another program is changing the store.": _OCCUPIED,
    "The database takes no more connections.": _OCCUPIED,
    "The database is shutting down.": _OCCUPIED,
    "Others change the words all the time.": _OCCUPIED,
    "The file cannot be opened.": _NO_RIGHTS,
    "The file may only be read.": _NO_RIGHTS,
    "The file is no store of marsad.": _NO_DATABASE,
    "The file is damaged.": later(
        "Tell whoever runs marsad: the file is to be kept as it is, and the last backup put in its place with "
        "“marsad store restore”. Change nothing here until then."
    ),
    "The password is not right.": _NO_DATABASE,
    "The database does not let this user in.": _NO_DATABASE,
    "There is no such database.": _NO_DATABASE,
    "The user may not do this in the database.": _NO_DATABASE,
    "The database may only be read.": _NO_DATABASE,
    "The database does not answer.": _NO_DATABASE,
    "The database has no PostGIS, and this user may not add it.": _NO_POSTGIS,
    "PostGIS is not installed beside the database.": _NO_POSTGIS,
    "Somebody else saved a coding of this report meanwhile.": _RELOAD,
    "There is no such batch, or it was taken back before.": _RELOAD,
    "%(first)s and %(second)s are one incident.": _RELOAD,
    "%(reports)s: not in incident %(incident)s.": _RELOAD,
    "Incident %(incident)s leads to %(other)s already.": _RELOAD,
    "There is no judgement %(number)s to take back.": _RELOAD,
    "Judgement %(number)s counts no more: judgement %(other)s took its place.": _RELOAD,
    "Judgement %(number)s is not there, or another one took its place.": _RELOAD,
    "The latest change is another person's.": _ASK,
    "Reports that you do not see are in this batch, too.": _ASK,
    "The name “%(name)s” is taken.": _ANOTHER_NAME,
    "This name is empty or taken.": _ANOTHER_NAME,
    "No report would be left in %(incident)s.": later("Leave at least one report in it."),
    "A second reading takes another person than the one who checked.": later("Ask somebody else to read it."),
    "This person was asked to code this report before.": later("Choose another person."),
    "This person does not see the report.": later("Choose another person, or let this one see the collection first."),
    "This person worked on the report, and has seen how it was coded.": later("Choose another person."),
    "There is no coding to correct.": later("Code the report first: “marsad code --store” does it."),
    "Nobody answers for the coding of this report yet.": later("Let somebody check or correct it first."),
}
"""What to do about what has no page of its own to lead to."""


def refused_in(locale: Locale, error: StoreError) -> str:
    """Return a problem of the store in a language.

    >>> error = StoreError("There is no incident %(incident)s.", store="s", remedy="", incident="i-0123456789ab")
    >>> refused_in(Locale(tag="ar"), error)
    'لا توجد حادثة i-0123456789ab.'
    """
    if error.sentence not in _SENTENCES:
        return error.problem if locale.language == "en" else locale.text(_UNKNOWN, problem=error.problem)
    values = {name: locale.figures(str(value)) if isinstance(value, int) else value
              for name, value in error.values.items()}  # fmt: skip
    return locale.text(error.sentence, **values)


def way_out(error: StoreError) -> WayOut | None:
    """Return what a page can say to do about a problem, in words that are translated where they are shown."""
    if error.sentence in _WAYS_OUT:
        return _WAYS_OUT[error.sentence]
    remedy = _REMEDIES.get(error.sentence)
    return WayOut(remedy=remedy) if remedy else None
