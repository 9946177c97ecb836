"""Rules of a public edition: which fields are dropped, made coarser or delayed, by kind of event and actor."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from marsad.arabic.letters import fold
from marsad.errors import ResourceError, where_in
from marsad.lexicon.load import RESOURCES

__all__ = ["DEFAULT_RULES", "Level", "Rule", "Rules", "read_rules"]

DEFAULT_RULES = RESOURCES / "redact" / "rules.toml"
"""The rules that hold where no file is named."""

Level = Literal["exact", "admin3", "admin2", "admin1", "country"]
LEVELS: tuple[Level, ...] = ("exact", "admin3", "admin2", "admin1", "country")
"""How exactly a place is told, the most exact first."""

Grain = Literal["day", "month", "year"]
GRAINS: tuple[Grain, ...] = ("day", "month", "year")
"""How exactly a time is told, the most exact first."""


class Rule(BaseModel):
    """What is done with the events that a rule names. Every condition given must hold; of one list, any entry.

    `words` stand in the evidence or the name of the place, behind و ب ل ال and with any ending; `actors` on any side.
    `name_ar` is what Arabic reports call it.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Annotated[str, Field(min_length=1)]
    name_ar: str = ""
    event_types: tuple[str, ...] = ()
    sub_event_types: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    place: Level = "exact"
    date: Grain = "day"
    delay_days: Annotated[int, Field(ge=0)] = 0
    drop: tuple[str, ...] = ()
    withhold: bool = False


class Rules(BaseModel):
    """A file of rules. Of several rules that name one event, the coarsest of each holds."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    rule: tuple[Rule, ...] = ()


@cache
def read_rules(file: Path = DEFAULT_RULES) -> Rules:
    """Return the rules of a TOML file; raises ResourceError naming file, rule and remedy."""
    try:
        rules = Rules.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
    except OSError as error:
        raise ResourceError(
            f"The rules cannot be read ({error.strerror}).", file=str(file), remedy="Check the name of the file."
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ResourceError(
            f"This is no TOML: {error}.", file=str(file), remedy="See docs/redact.md for the form."
        ) from None
    except ValidationError as error:
        first = error.errors()[0]
        raise ResourceError(
            f"{where_in(first['loc'])}: {first['msg']}.", file=str(file), remedy="See docs/redact.md for the keys."
        ) from None
    _check_words(rules, file)
    return rules


def _check_words(rules: Rules, file: Path) -> None:
    for rule in rules.rule:
        if any(not fold(word).strip() for word in rule.words):
            raise ResourceError(f"The rule {rule.name!r} has an empty word.", file=str(file), remedy="Take it out.")
