"""What a row of a place table must say: the one schema, for files and for whoever adds a place."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from marsad.lexicon.entry import Form

__all__ = ["FEATURES", "PlaceEntry"]

Feature = Literal[
    "country", "region", "admin1", "admin2", "admin3", "city", "town", "village", "quarter", "camp", "base", "airport",
    "crossing", "dam", "field", "prison", "hill", "river", "road", "facility",
]  # fmt: skip
FEATURES: tuple[str, ...] = Feature.__args__  # type: ignore[attr-defined]


class PlaceEntry(BaseModel):
    """A place. `id` is its P-code where it has one, `admin1` to `admin3` are the ids of the units it lies in.

    A file parts `aliases_ar` with "|", and leaves empty what is not known.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9:._-]*$", max_length=80)]
    name_ar: Form
    aliases_ar: tuple[Form, ...] = ()
    name_en: str = ""
    country: Annotated[str, Field(pattern=r"^([A-Z]{2})?$")] = ""
    feature: Feature
    admin1: str = ""
    admin2: str = ""
    admin3: str = ""
    lat: float | None = None
    lon: float | None = None
    population: Annotated[int, Field(ge=0)] = 0
    codes: str = ""
    source: Annotated[str, Field(min_length=3)]

    @field_validator("aliases_ar", mode="before")
    @classmethod
    def _parted(cls, value: Any) -> Any:
        return [one for one in value.split("|") if one] if isinstance(value, str) else value

    @field_validator("lat", "lon", mode="before")
    @classmethod
    def _unknown(cls, value: Any) -> Any:
        return None if value == "" else value

    @field_validator("population", mode="before")
    @classmethod
    def _uncounted(cls, value: Any) -> Any:
        return 0 if value in ("", None) else value

    def record(self) -> dict[str, str]:
        """Return the row of a table."""
        said = {name: str(value or "") for name, value in self.model_dump(exclude={"lat", "lon", "aliases_ar"}).items()}
        return said | {
            "aliases_ar": "|".join(self.aliases_ar),
            "lat": "" if self.lat is None else repr(self.lat),
            "lon": "" if self.lon is None else repr(self.lon),
        }
