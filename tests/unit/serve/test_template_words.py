"""Texts of templates, said when a template is compiled or remembered when it is filled."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, Environment
from markupsafe import Markup

from marsad.serve.catalogues import catalogue
from marsad.serve.template_words import speak


@pytest.fixture
def say():
    """Return what fills a template given as text, in Arabic."""

    def filled(text: str, **values: object) -> str:
        templates = Environment(loader=DictLoader({"one": text}), autoescape=True, extensions=["jinja2.ext.i18n"])
        speak(templates, catalogue("ar"))
        return templates.get_template("one").render(**values)

    return filled


def test_fixed_texts_are_said_wherever_they_stand(say):
    """In the text, in an attribute, in a value that is set, and in a block for translation."""
    assert say('{{ _("Search") }}<a title="{{ _("Search") }}">{% trans %}Search{% endtrans %}') == (
        'بحث<a title="بحث">بحث'
    )
    assert say('{% set title = _("Search") %}{{ title }} {{ title or _("Map") }}') == "بحث بحث"


def test_what_is_filled_in_is_escaped_unless_it_was_before(say):
    """A name with a sign of HTML and the same text that is markup do not stand for each other when remembered."""
    text = "{% trans name=name %}Forget {{ name }}{% endtrans %}"
    known = catalogue("ar").gettext("Forget %(name)s")
    for _ in range(2):
        assert say(text, name="<b>") == known % {"name": "&lt;b&gt;"}
        assert say(text, name=Markup("<b>")) == known % {"name": "<b>"}


@pytest.mark.parametrize(("number", "said"), [(1, "قتيل واحد"), (2, "قتيلان"), (3, "3 قتلى"), (11, "11 قتيلاً")])
def test_counts_are_said_as_the_language_counts(say, number, said):
    """One, two, few and many differ."""
    assert say('{{ ngettext("%(count)s killed", "%(count)s killed", n, count=n) }}', n=number) == said
