"""By which wordings reports are looked for that a change may code otherwise."""

from marsad.amend.compare import wordings

ACTOR = {"id": "x", "code": "other:س", "name_ar": "لواء س", "aliases": [{"form": "لواء س"}, {"form": "س"}]}


def test_a_new_alias_is_looked_for_alone():
    """The names that stay as they are code what they coded."""
    more = ACTOR | {"aliases": [*ACTOR["aliases"], {"form": "كتائب س", "pos": "noun"}]}
    assert wordings("actors", ACTOR, more) == [("كتائب س", "noun")]
    assert wordings("actors", more, ACTOR) == [("كتائب س", "noun")]


def test_an_alias_with_other_companions_is_looked_for():
    """What an alias says of time and place decides whom it means."""
    placed = ACTOR | {"aliases": [{"form": "لواء س"}, {"form": "س", "where": ["SY"]}]}
    assert wordings("actors", ACTOR, placed) == [("س", "fixed")]


def test_another_code_touches_every_name():
    """What an entry gives is given by all of its wordings."""
    assert wordings("actors", ACTOR, ACTOR | {"code": "sna"}) == [("لواء س", "fixed"), ("س", "fixed")]


def test_notes_and_examples_touch_nothing():
    """What only people read codes nothing."""
    assert wordings("actors", ACTOR, ACTOR | {"source": "elsewhere", "matches": [], "name_en": "X"}) == []


def test_entries_that_come_and_go():
    """All wordings of an entry that is new or retired; of places, all names."""
    assert wordings("triggers", None, {"forms": ["قصف"], "pos": "verb"}) == [("قصف", "verb")]
    assert wordings("places", {"name_ar": "ذيبان", "aliases_ar": ["ذبيان"]}, None) == [
        ("ذيبان", "fixed"),
        ("ذبيان", "fixed"),
    ]
