"""The values that a list is narrowed by, as links."""

from __future__ import annotations

from marsad.serve.asking import Asked
from marsad.serve.facet_words import Facet, Value
from marsad.serve.locale import Locale

ENGLISH = Locale(tag="en")


def test_each_value_leads_to_the_question_narrowed_by_it():
    """Addresses keep the rest of the question in its order; names are escaped; the chosen value leads out of it."""
    facet = Facet(
        "source", "Source", "a&b", (Value("a&b", "a&b", 1200), Value("<i>", "<i>", 3), Value("وكالة", "وكالة", 2))
    )
    asked = Asked(q="لغم source=here", source="a&b", since="2024-01-01")
    asking = "/explore?q=%D9%84%D8%BA%D9%85+source%3Dhere&amp;"
    assert facet.links(asked, ENGLISH, "/explore", 0, None, of="reports") == (
        f'<li><a href="{asking}since=2024-01-01&amp;of=reports" aria-current="true"><bdi>a&amp;b</bdi></a> '
        "<span>1,200</span></li>"
        f'<li><a href="{asking}source=%3Ci%3E&amp;since=2024-01-01&amp;of=reports"><bdi>&lt;i&gt;</bdi></a> '
        "<span>3</span></li>"
        f'<li><a href="{asking}source=%D9%88%D9%83%D8%A7%D9%84%D8%A9&amp;since=2024-01-01&amp;of=reports">'
        "<bdi>وكالة</bdi></a> <span>2</span></li>"
    )


def test_some_of_the_values_are_shown():
    """A list shows the first ones, and the others where they are asked for."""
    facet = Facet("kind", "What", "", tuple(Value(str(one), str(one), one) for one in range(9)))
    shown = facet.links(Asked(), ENGLISH, "/explore", 0, 7), facet.links(Asked(), ENGLISH, "/explore", 7, None)
    assert [part.count("<li>") for part in shown] == [7, 2]
    assert "kind=8" in shown[1]
