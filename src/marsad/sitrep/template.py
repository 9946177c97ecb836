"""What people can change of a situation report: its words, its order, its looks."""

from __future__ import annotations

import shutil
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from marsad.errors import ResourceError
from marsad.lexicon.load import RESOURCES
from marsad.wording import LANGUAGES, Noun

__all__ = ["DEFAULT", "Order", "Template", "Words", "read_template", "write_template"]

DEFAULT = RESOURCES / "sitrep"
"""The template where no other is named."""

_LOOKS, _STYLES, _ORDER = "report.typ", "styles.docx", "report.toml"
_STRICT = ConfigDict(extra="forbid", frozen=True)
Section = Literal["summary", "map", "weeks", "units", "kinds", "actors", "notable", "sources", "method"]


class Order(BaseModel):
    """Which sections there are, in order; how many incidents are told one by one, and how many rows a table has."""

    model_config = _STRICT

    sections: tuple[Section, ...]
    notable: Annotated[int, Field(ge=0, le=200)] = 10
    rows: Annotated[int, Field(ge=3, le=500)] = 15


class Paragraphs(BaseModel):
    """Longer texts."""

    model_config = _STRICT

    notable: str
    sources: tuple[str, ...]
    method: tuple[str, ...]
    public: str
    made_by: str


class Words(BaseModel):
    """The words of a report in one language."""

    model_config = _STRICT

    nouns: dict[str, Noun]
    titles: dict[str, str]
    sentences: dict[str, str]
    columns: dict[str, str]
    precision: dict[str, str]
    notable: dict[str, str]
    credibility: dict[str, str]
    attribution: dict[str, str]
    paragraphs: Paragraphs


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A template that was read: words by language, the order, the layout for Typst, and styles for DOCX, if any."""

    folder: Path
    words: dict[str, Words]
    order: Order
    looks: Path
    styles: Path | None


def read_template(folder: Path | None = None) -> Template:
    """Return a template; a file that a folder lacks is marsad's own.

    Raises ResourceError naming the file, the key and the remedy.
    """
    chosen = folder or DEFAULT
    if not chosen.is_dir():
        remedy = "Write one with: marsad report --write-template DIR"
        raise ResourceError("There is no such folder.", file=str(chosen), remedy=remedy)

    if not any((chosen / name).is_file() for name in (*_named(), _STYLES)):
        names = ", ".join((*_named(), _STYLES))
        raise ResourceError("The folder holds no file of a template.", file=str(chosen), remedy=f"Such are {names}.")

    def file(name: str) -> Path:
        return chosen / name if (chosen / name).is_file() else DEFAULT / name

    styles = chosen / _STYLES
    return Template(
        folder=chosen,
        words={language: _words(file(f"words.{language}.toml")) for language in LANGUAGES},
        order=Order.model_validate(_read(file(_ORDER), Order)),
        looks=file(_LOOKS),
        styles=styles if styles.is_file() else None,
    )


def write_template(folder: Path) -> list[Path]:
    """Write marsad's own template into a folder to be changed; return the files.

    Raises ResourceError when one of them is there already.
    """
    names = _named()
    there = next((folder / name for name in (*names, _STYLES) if (folder / name).exists()), None)
    if there is not None:
        raise ResourceError("It is there already.", file=str(there), remedy="Name a new folder.")
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        shutil.copyfile(DEFAULT / name, folder / name)
    from marsad.sitrep.docx import write_styles

    write_styles(folder / _STYLES)
    return [folder / name for name in (*names, _STYLES)]


def _named() -> list[str]:
    return [_ORDER, *(f"words.{language}.toml" for language in LANGUAGES), _LOOKS]


def _read(file: Path, form: type[BaseModel]) -> dict[str, Any]:
    """Return the values of a TOML file that has the form asked for."""
    remedy = f"Compare it with {DEFAULT / file.name}."
    try:
        values = tomllib.loads(file.read_text(encoding="utf-8"))
        form.model_validate(values)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ResourceError(f"It cannot be read: {error}.", file=str(file), remedy=remedy) from None
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise ResourceError(f"{where}: {first['msg']}.", file=str(file), remedy=remedy) from None
    return values


def _words(file: Path) -> Words:
    """Return the words of a file, which must have the keys of marsad's own."""
    words = Words.model_validate(_read(file, Words))
    own = Words.model_validate(_read(DEFAULT / file.name, Words))
    for part in ("nouns", "titles", "sentences", "columns", "precision", "notable", "credibility", "attribution"):
        there, wanted = set(getattr(words, part)), set(getattr(own, part))
        if there != wanted:
            key = min(there ^ wanted)
            problem = f"{part}.{key} {'is missing' if key in wanted else 'is no key'}."
            raise ResourceError(problem, file=str(file), remedy=f"Compare it with {DEFAULT / file.name}.")
    return words
