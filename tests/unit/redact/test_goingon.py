"""Ordinary words that a name goes on with."""

from marsad.redact.goingon import closes, ends_it, is_hour, stands_between


def test_a_word_ends_an_announced_name(tokens):
    """A word behind which nothing is governed ends a name; a verb behind و does not."""
    read = tokens("زميله قصي غربال في البيت وهربت جارتها")
    assert ends_it(read, 2, 1)
    assert not ends_it(read, 5, 1)


def test_a_word_stands_between_two_names(tokens):
    """An ordinary word before a family name belongs to the name."""
    assert stands_between(tokens("محمد باقر الموسوي"), 1, announced=False)
    assert not stands_between(tokens("محمد يكتب الموسوي"), 1, announced=False)


def test_what_closes_a_name(tokens):
    """The last word before a stop closes a name; one that و ties on does not."""
    assert closes(tokens("السائق موسى كبر"), 2)
    assert not closes(tokens("ابنه ربيع وخالد"), 2)


def test_hours(tokens):
    """A morning of a day is no name."""
    assert is_hour(tokens("صباح اليوم"), 0)
    assert not is_hour(tokens("صباح الجبر"), 0)
