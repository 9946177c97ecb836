"""Every text of the pages is translated, and no page holds a text that is not for translation."""

from __future__ import annotations

import re

import pytest
from babel.messages import Catalog
from babel.messages.pofile import read_po
from tests.web import script

from marsad.serve.catalogues import LOCALES, catalogue
from marsad.serve.pages import TEMPLATES

CATALOGUES = sorted(LOCALES.glob("*.po"))
_CODE = re.compile(r"\{#.*?#\}|\{\{.*?\}\}|\{%-?\s*trans.*?endtrans\s*-?%\}|\{%.*?%\}", re.DOTALL)
_TAG = re.compile(r"<(?:script|style)\b.*?</(?:script|style)>|<!--.*?-->|<[^>]*>", re.DOTALL)
_SHOWN = re.compile(r'\b(?:title|alt|placeholder|aria-label)="([^"]*)"')
OWN_NAMES = {"English", "العربية"}  # a language is called as it calls itself


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.stem)
def test_every_text_is_translated(file):
    """A text of code or templates without words in a catalogue fails here: python web/catalogues.py adds it."""
    assert script("catalogues").untranslated(script("catalogues").updated(file)) == []


def test_words_that_a_tool_guessed_count_as_missing():
    """Pages do not show what is marked fuzzy, so the text stands there in English."""
    guessed = Catalog(locale="ar")
    guessed.add("Day", "يوم", flags=["fuzzy"])
    guessed.add("Week", "أسبوع")
    assert script("catalogues").untranslated(guessed) == ["Day"]


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.stem)
def test_catalogues_hold_what_is_used(file):
    """No catalogue keeps words for texts that are gone."""
    with file.open("rb") as stream:
        held = {message.id for message in read_po(stream, locale=file.stem) if message.id}
    assert held == {message.id for message in script("catalogues").gathered() if message.id}


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.stem)
def test_values_keep_their_places(file):
    """A translation fills in the same values as the text."""
    with file.open("rb") as stream:
        for message in read_po(stream, locale=file.stem):
            if isinstance(message.id, str) and message.id:
                assert set(re.findall(r"%\(\w+\)s", message.id)) == set(re.findall(r"%\(\w+\)s", message.string))


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.stem)
def test_days_in_figures_keep_their_direction(file):
    """Behind Arabic letters 2024-03-20 would be shown as 20-03-2024, unless it is set apart."""
    with file.open("rb") as stream:
        told = [text for message in read_po(stream, locale=file.stem) if message.id for text in _forms(message.string)]
    told = [text for text in told if re.search(r"\d{4}-\d\d", text)]
    assert len(told) > 3
    assert [text for text in told if re.search(r"\d{4}-\d\d", re.sub("\u2066.*?\u2069", "", text))] == []


def _forms(text):
    return text if isinstance(text, (tuple, list)) else (text,)


@pytest.mark.parametrize("template", sorted(TEMPLATES.rglob("*.html")), ids=lambda file: file.name)
def test_templates_hold_no_bare_words(template):
    """What people read stands in _(...): words between tags or in attributes would stay English everywhere."""
    text = _CODE.sub("", template.read_text(encoding="utf-8"))
    bare = _SHOWN.findall(text) + _TAG.sub("\n", text).split("\n")
    words = {part.strip() for part in bare if re.search(r"[A-Za-zء-ي]{2,}", re.sub(r"&\w+;", "", part))}
    allowed = {word for word in words if word in OWN_NAMES or re.fullmatch(r"(Ctrl|⇧|\s|.)?\s?[⏎A-Z?]*", word)}
    assert words - allowed - {"Ctrl ⏎", "⇧ A", "⇧ R", "⇧ X"} == set()


def test_arabic_says_one_and_two_in_words():
    """No digit stands where Arabic has a word, none is left out from three on, and eleven is no plural of three."""
    with (LOCALES / "ar.po").open("rb") as stream:
        found = {one.id[0]: one.string for one in read_po(stream, locale="ar") if isinstance(one.id, tuple)}
    assert len(found) > 30
    for said, forms in found.items():
        if "%(" in said:
            few, *_, many = (set(re.findall(r"%\((\w+)\)s", form)) for form in forms)
            assert len(many - few) == 1, said
            (number,) = many - few
            assert [f"%({number})s" in form for form in forms] == [False] * 3 + [True] * 3, said
            assert len(set(forms[:4])) == 4, said


COUNTED_OTHERWISE = {
    "%(one)s against %(other)s: %(count)s", "All %(count)s as a list", "more than %(count)s",
}  # fmt: skip
"""Numbers behind a colon, and ones that are never small."""


def test_what_counts_has_plural_forms():
    """A number with the thing that it counts stands in a text of its forms, not in one sentence for all numbers."""
    gathered = [one.id for one in script("catalogues").gathered() if isinstance(one.id, str)]
    assert {text for text in gathered if "%(count)s" in text} == COUNTED_OTHERWISE


def test_arabic_counts_in_its_six_ways():
    """One, two, few and many differ."""
    counted = [catalogue("ar").ngettext("%(count)s killed", "%(count)s killed", n) for n in (1, 2, 3, 11, 100)]
    assert counted == ["قتيل واحد", "قتيلان", "%(count)s قتلى", "%(count)s قتيلاً", "%(count)s قتيل"]


def test_a_language_without_a_catalogue_is_english():
    """English stands in the code itself."""
    assert catalogue("en").gettext("Sign in") == "Sign in"
