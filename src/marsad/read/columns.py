"""Which column, key or header word of an input is which field of a report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from pathlib import Path
from typing import Any

from marsad.errors import SettingsError
from marsad.frozen import dataclass

__all__ = ["NAMES", "PLAIN", "Columns", "columns_of", "fold_name"]

NAMES: dict[str, tuple[str, ...]] = {
    "id": ("id", "report_id", "uid", "guid", "المعرف"),
    "title": ("title", "headline", "العنوان", "عنوان"),
    "text": ("text", "body", "content", "النص", "نص"),
    "published": (
        "published",
        "date",
        "published_on",
        "published_at",
        "publication_date",
        "pubdate",
        "datetime",
        "التاريخ",
        "تاريخ النشر",
        "تاريخ",
    ),
    "outlet": ("outlet", "source", "publisher", "site", "channel", "المصدر", "الموقع"),
    "url": ("url", "link", "الرابط"),
    "edited": ("edited",),
    "forwarded_from": ("forwarded_from",),
    "reply_to": ("reply_to",),
    "extent": ("extent",),
}
"""Field to the names it may have in an input; the first is the one that marsad writes."""


def fold_name(name: str) -> str:
    """Return a name of a column without what does not count: case, spaces around it, "-" for "_"."""
    return name.strip().strip("\ufeff").lower().replace("-", "_")


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Field to the columns that may hold it; of several that a record has, the first that is filled counts.

    `month_first` reads 03/04/2024 as 4 March, as some platforms write days. `known_as` is the name of a known table.
    """

    names: Mapping[str, tuple[str, ...]]
    month_first: bool = False
    known_as: str = ""
    field_by_name: Mapping[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_name = {fold_name(name): field for field, names in self.names.items() for name in names}
        object.__setattr__(self, "field_by_name", by_name)

    def field_of(self, name: str) -> str | None:
        """Return the field that a name stands for ("Headline" is title), None for none."""
        return self.field_by_name.get(fold_name(name))

    def fields_in(self, names: Iterable[str]) -> set[str]:
        """Return the fields that some columns hold."""
        return {field for name in names if (field := self.field_of(name))}


PLAIN = Columns(names=NAMES)
"""The names that are read without being told."""


def columns_of(told: str) -> Columns:
    """Return the columns that a user tells, each field that is not told keeping its plain names.

    `told` is "id=Post Id,text=Message" or the name of a TOML file such as

        text = ["Message", "Image Text"]
        published = "Post Created"
        month_first = true

    Raises SettingsError when it is neither, or names an unknown field.
    """
    values, where = (_pairs(told), "--columns") if "=" in told else (_file(told), told)
    month_first = values.pop("month_first", False)
    if not isinstance(month_first, bool):
        raise SettingsError(f"{where}: month_first is true or false.")
    names = dict(NAMES)
    for name, columns in values.items():
        if name not in NAMES:
            raise SettingsError(f"{where}: {name!r} is no field of a report. Fields are {', '.join(NAMES)}.")
        listed = [columns] if isinstance(columns, str) else columns
        if not isinstance(listed, list) or not listed or not all(isinstance(one, str) and one for one in listed):
            raise SettingsError(f'{where}: Write the columns of {name} as "Name" or ["Name", "Other name"].')
        names[name] = tuple(listed)
    taken = {fold_name(column): field for field in values for column in names[field]}
    for field_name in NAMES.keys() - values.keys():
        names[field_name] = tuple(name for name in names[field_name] if fold_name(name) not in taken)
    return Columns(names=names, month_first=month_first)


def _pairs(told: str) -> dict[str, Any]:
    values: dict[str, list[str]] = {}
    for pair in told.split(","):
        name, equals, column = pair.partition("=")
        if not equals or not column.strip():
            raise SettingsError(
                f"--columns: {pair.strip()!r} is no field=column. Write text=Message,published=Created; for names with "
                "commas or equals signs in them, write a TOML file and name it."
            )
        values.setdefault(name.strip(), []).append(column.strip())
    return dict(values)


def _file(name: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(Path(name).read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise SettingsError(
            f"--columns: {name} cannot be read ({error.strerror}). Name a TOML file, or write field=column."
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        problem = f"--columns: {name} is no TOML ({error})."
        raise SettingsError(f'{problem} Write lines such as text = "Message".') from None
