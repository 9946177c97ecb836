"""What scripts say comes from the catalogues, and nothing else is in them."""

from __future__ import annotations

import re

from marsad.model.what import EVENT_TYPES
from marsad.serve.script_texts import TEXTS
from marsad.serve.static_files import STATIC

_FOLDER = STATIC / "js"
SCRIPTS = {str(file.relative_to(_FOLDER)): file.read_text(encoding="utf-8") for file in sorted(_FOLDER.rglob("*.js"))}


def test_every_text_asked_for_is_there():
    """A name that no text has would stop the script."""
    asked = {name for script in SCRIPTS.values() for name in re.findall(r'\btext\("(\w+)"', script)}
    assert asked <= set(TEXTS)


def test_every_text_is_used():
    """Texts of scripts that changed go with them."""
    everything = "".join(SCRIPTS.values())
    assert [name for name in TEXTS if f'"{name}"' not in everything] == []


def test_scripts_hold_no_words():
    """Nothing that is shown stands in a script itself: no Arabic letter, no English sentence in quotes."""
    for name, script in SCRIPTS.items():
        code = re.sub(r"//.*|/\*.*?\*/", "", script)
        assert re.findall(r"[ء-ي]", code) == [], name
        assert set(re.findall(r'"([A-Z][a-z]+ [a-z]+[^"]*)"', code)) <= set(EVENT_TYPES), name
