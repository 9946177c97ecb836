"""The words of the pages in each language: English stands in code and templates, the others in locales/*.po."""

from __future__ import annotations

from functools import cache
from gettext import NullTranslations
from io import BytesIO
from pathlib import Path

__all__ = ["LOCALES", "catalogue", "later", "later_counted"]

LOCALES = Path(__file__).parent / "locales"


@cache
def catalogue(language: str) -> NullTranslations:
    """Return the words of a language ("ar", "en")."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po
    from babel.support import Translations

    file = LOCALES / f"{language}.po"
    if not file.exists():
        return NullTranslations()
    compiled = BytesIO()
    with file.open("rb") as stream:
        write_mo(compiled, read_po(stream, locale=language))
    compiled.seek(0)
    return Translations(compiled)


def later(text: str) -> str:
    """Mark a text for the catalogues that is translated where it is shown.

    >>> later("Armed clash")
    'Armed clash'
    """
    return text


def later_counted(one: str, more: str) -> tuple[str, str]:
    """Mark a text that counts for the catalogues, as of one and as of more.

    >>> later_counted("%(days)s day", "%(days)s days")
    ('%(days)s day', '%(days)s days')
    """
    return one, more
