"""Names under which the press knows one source, whoever keeps a registry of his own or none."""

from __future__ import annotations

from functools import cache

from marsad.lexicon.load import RESOURCES
from marsad.sources.registry import fold_outlet

__all__ = ["one_name"]


def one_name(source: str) -> str:
    """Return the name that stands for all names of a well-known source; any other name as it is.

    >>> one_name("سانا"), one_name("وكالة الأنباء السورية"), one_name("شبكة النهر")
    ('الوكالة العربية السورية للأنباء', 'الوكالة العربية السورية للأنباء', 'شبكة النهر')
    """
    return _names().get(fold_outlet(source), source)


@cache
def _names() -> dict[str, str]:
    text = (RESOURCES / "source_names.txt").read_text(encoding="utf-8")
    rows = [line.split(" | ") for line in text.splitlines() if line and not line.startswith("#")]
    return {fold_outlet(name): names[0] for names in rows for name in names}
