"""`marsad lexicon`: check, format, list and explain words; what a team changed, into files and back."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from marsad.cli.archive import WhoOption, whoever
from marsad.cli.at_work import at_work
from marsad.cli.exits import Exit
from marsad.cli.stores import StoreOption

if TYPE_CHECKING:
    from marsad.lexicon.problems import Problem

__all__ = ["app"]

app = typer.Typer(no_args_is_help=True, help="Check, format and explain words, and carry your own.")

_Files = Annotated[list[Path] | None, typer.Argument(help="Resource files. Default: all of them.")]


class Language(StrEnum):
    """Languages of the messages."""

    en = "en"
    ar = "ar"


@app.command()
def check(
    files: _Files = None,
    language: Annotated[Language, typer.Option("--language", "-l", help="Language of the messages.")] = Language.en,
) -> None:
    """Print everything wrong with words, actors and places: file, line, entry and remedy. Ends with 4 when anything is.

    Your own (--words, MARSAD_WORDS) are checked among those shipped.
    """
    from marsad.amend.check import check as find_all
    from marsad.amend.strays import lists_of_people
    from marsad.lexicon.check import check as find_problems

    named = _known(files)
    with at_work("reading every example of every entry"):
        problems = [*find_all(), *_strays()] if named is None else [*lists_of_people(named), *find_problems(named)]
    for problem in problems:
        print(problem.say(language.value))
    if problems:
        raise typer.Exit(Exit.RESOURCES)
    print("لا مشكلات." if language is Language.ar else "No problems.")


@app.command("format")
def format_(
    files: _Files = None,
    only_check: Annotated[bool, typer.Option("--check", help="Change nothing; end with 4 if a file would.")] = False,
) -> None:
    """Write word lists in canonical form: one order of keys, each form once."""
    from marsad.lexicon.format import format_file, formatted
    from marsad.lexicon.load import RESOURCES
    from marsad.lexicon.schema import KINDS

    chosen = _known(files)
    if chosen is None:
        chosen = [file for kind in KINDS for file in sorted((RESOURCES / "ar" / kind).glob("*.yaml"))]
    changed = 0
    for file in chosen:
        kind = file.resolve().parent.name
        different = formatted(file, kind) != file.read_text(encoding="utf-8") if only_check else format_file(file, kind)
        if different:
            changed += 1
            print(file)
    if only_check and changed:
        raise typer.Exit(Exit.RESOURCES)


@app.command()
def explain(
    sentence: Annotated[str, typer.Argument(help="A sentence in Arabic.")],
    kind: Annotated[list[str] | None, typer.Option("--kind", "-k", help="Only these kinds, such as triggers.")] = None,
) -> None:
    """Show what each word list reads in a sentence, with the entry behind it, and why the rest is silent."""
    from marsad.lexicon.explain import explain as lines_of

    _refuse_unknown(kind)
    print("\n".join(lines_of(sentence, kind)) or "No word list reads anything here.")


@app.command("lists")
def lists_(
    kind: Annotated[
        list[str] | None, typer.Option("--kind", "-k", help="Show each list of a kind, such as dates.")
    ] = None,
) -> None:
    """Tell which list holds what: all kinds of words as a table, or each list of a kind with its words and notes."""
    from marsad.lexicon.lists import lists_of, table, words_of_list

    _refuse_unknown(kind)
    for one in kind or ():
        for name in lists_of(one) or ("",):
            print(words_of_list(one, name))
    if not kind:
        print("\n".join(table()))


@app.command()
def export(
    folder: Annotated[Path, typer.Argument(help="The folder to write, which is made.")], store: StoreOption
) -> None:
    """Write what was changed in a store as a folder of files, for --words, MARSAD_WORDS or `lexicon import`."""
    from marsad.amend.folder import write_folder
    from marsad.store import open_store
    from marsad.store.amendments import amendments_in_force, revision

    with open_store(store) as opened, opened.reading() as connection:
        found, number = amendments_in_force(connection), revision(connection)
    if not found:
        print("Nothing was changed in this store: words, actors and places are as shipped.")
        return
    write_folder(folder, found, revision=number)
    print(f"{len(found):,} entries of revision {number:,} are in {folder}.")


@app.command("import")
def import_(
    folder: Annotated[Path, typer.Argument(help="A folder of words, actors and places.")],
    store: StoreOption,
    replace: Annotated[
        bool, typer.Option("--replace", help="Let what the folder does not hold be as shipped again.")
    ] = False,
    who: WhoOption = None,
    language: Annotated[Language, typer.Option("--language", "-l", help="Language of the messages.")] = Language.en,
) -> None:
    """Keep a folder of files in a store, where all is right with it; nothing is kept otherwise, and it ends with 4."""
    from marsad.amend.save import keep_folder
    from marsad.store import open_store
    from marsad.store.amendments import revision

    with open_store(store, who=whoever(who)) as opened:
        entries, problems = keep_folder(opened, folder, replace=replace)
        with opened.reading() as connection:
            number = revision(connection)
    for problem in problems:
        print(problem.say(language.value))
    if problems:
        raise typer.Exit(Exit.RESOURCES)
    print(f"{entries:,} entries are kept; the words are at revision {number:,}.")


def _refuse_unknown(kinds: list[str] | None) -> None:
    from marsad.lexicon.schema import KINDS

    unknown = [name for name in kinds or () if name not in KINDS]
    if unknown:
        raise typer.BadParameter(f"{unknown[0]} is no kind. Choose from: {', '.join(KINDS)}.", param_hint="--kind")


def _strays() -> Iterator[Problem]:
    from marsad.amend.strays import idle_retirements, unread_files
    from marsad.lexicon.layers import layers

    for folder in layers()[1:]:
        yield from unread_files(folder)
    yield from idle_retirements(layers())


def _known(files: list[Path] | None) -> list[Path] | None:
    from marsad.lexicon.schema import KINDS

    for file in files or ():
        if not file.is_file():
            raise typer.BadParameter(f"{file} is no file.")
        if file.resolve().parent.name not in KINDS:
            raise typer.BadParameter(f"{file} stands in no folder of word lists ({', '.join(KINDS)}).")
    return files or None
