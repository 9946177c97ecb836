"""An area that is counted, by its code or by a name: what means no unit is refused, and counts nothing silently."""

from __future__ import annotations

from marsad.analyse.reason import Names, Reason
from marsad.errors import SettingsError
from marsad.gazetteer import load
from marsad.gazetteer.units import code_of, like, units_called

__all__ = ["area_meant"]


def area_meant(told: str) -> str:
    """Return the code that records have for an area; raises SettingsError for no unit, and for several.

    >>> area_meant("إدلب"), area_meant("Idlib"), area_meant("SY07")
    ('SY07', 'SY07', 'SY07')
    """
    known = load()
    meant = units_called(known, told)
    codes = {code_of(unit) for unit in meant}
    if len(codes) == 1:
        return codes.pop()
    shown = Names(f"{code_of(unit)} ({unit.name_ar}, {unit.country})" for unit in meant or like(known, told))
    if meant:
        raise SettingsError(
            Reason("%(area)s is the name of several units. Write one of: %(units)s.", area=told, units=shown)
        )
    if shown:
        raise SettingsError(
            Reason("No country or unit is called %(area)s. Did you mean %(units)s?", area=told, units=shown)
        )
    raise SettingsError(
        Reason("No country or unit is called %(area)s. Write a code or a name such as SY09 or Deir-ez-Zor.", area=told)
    )
