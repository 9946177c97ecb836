"""What scripts say comes from the catalogues, and nothing else is in them."""

from __future__ import annotations

import re

from marsad.model.what import EVENT_TYPES
from marsad.serve.locale import Locale
from marsad.serve.script_texts import TEXTS, script_texts
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


def test_a_text_that_counts_has_every_form_by_its_name_in_browsers():
    """Arabic says one and two in words; English has one form for one, and one for all others."""
    arabic, english = (script_texts(Locale(tag=tag))["days_before"] for tag in ("ar", "en"))
    assert [arabic[form] for form in ("one", "two", "few", "many", "other")] == [
        "قبل النشر بيوم", "قبل النشر بيومين", "%(days)s أيام قبل النشر", "%(days)s يوماً قبل النشر",
        "%(days)s يوم قبل النشر",
    ]  # fmt: skip
    assert english["one"] == "%(days)s day before"
    assert {english[form] for form in ("zero", "two", "few", "many", "other")} == {"%(days)s days before"}
