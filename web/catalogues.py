"""Gather the texts of the workbench, and bring the catalogues in src/marsad/serve/locales up to date with them.

    python web/catalogues.py

adds texts that are new to every catalogue, takes out those that are gone, and names those that nobody translated yet.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from marsad.serve.api.app import description
from marsad.serve.routes.interface import told_in

__all__ = ["LOCALES", "gathered", "untranslated", "updated"]

SERVE = Path(__file__).parent.parent / "src" / "marsad" / "serve"
REASONED = (SERVE.parent / "analyse", SERVE.parent / "trends")
LOCALES = SERVE / "locales"
_METHODS = [("**.py", "python"), ("templates/**.html", "jinja2")]
_KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "later": None, "later_counted": (1, 2)}
_REASONS = {"Reason": None, "counted": (1, 2)}
_OPTIONS = {"templates/**.html": {"trim_blocks": "true", "lstrip_blocks": "true", "newstyle_gettext": "true"}}

_HEADER = """msgid ""
msgstr ""
"Language: {language}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: {plural}\\n"

"""


def gathered() -> Catalog:
    """Return every text of code and templates, of reasons told, and of what the interface for programs says."""
    found = Catalog(project="marsad", charset="utf-8")
    for file, _line, message, comments, context in extract_from_dir(
        SERVE, _METHODS, options_map=_OPTIONS, keywords=_KEYWORDS, comment_tags=()
    ):
        found.add(message, None, [(file, None)], auto_comments=comments, context=context)
    for folder in REASONED:
        for file, _line, message, _comments, _context in extract_from_dir(folder, _METHODS[:1], keywords=_REASONS):
            found.add(message, None, [(file, None)])
    for told in told_in(description()):
        found.add(told, None, [("api", None)])
    return found


def updated(file: Path) -> Catalog:
    """Return a catalogue with the texts of today, those translated before with their translations."""
    with file.open("rb") as stream:
        catalogue = read_po(stream, locale=file.stem)
    catalogue.update(gathered(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return catalogue


def untranslated(catalogue: Catalog) -> list[str]:
    """Return the texts that a catalogue has no words for in every form of the language, or only words marked fuzzy.

    Words marked fuzzy were guessed by a tool: pages do not show them.
    """
    return [str(message.id) for message in catalogue if message.id and not _has_words(message)]


def _has_words(message: Message) -> bool:
    forms = message.string if isinstance(message.string, tuple) else (message.string,)
    return all(forms) and not message.fuzzy


def _main() -> int:
    missing = 0
    for file in sorted(LOCALES.glob("*.po")):
        catalogue = updated(file)
        written = BytesIO()
        write_po(written, catalogue, width=120, sort_output=True, omit_header=True, include_lineno=False)
        plural = f"nplurals={catalogue.num_plurals}; plural={catalogue.plural_expr};"
        header = _HEADER.format(language=file.stem, plural=plural)
        file.write_text(header + written.getvalue().decode("utf-8").strip() + "\n", encoding="utf-8")
        for text in untranslated(catalogue):
            missing += 1
            print(f"{file.name}: {text}", file=sys.stderr)
    return int(missing > 0)


if __name__ == "__main__":
    sys.exit(_main())
