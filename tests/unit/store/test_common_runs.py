"""Common words in a row, as entries of PostgreSQL's index."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.store.common_runs import common_words, run_of, runs, runs_within, words_between
from marsad.store.engine import is_sqlite
from marsad.store.query import parse
from marsad.store.word_index import keys_of, sought
from marsad.store.words import search_text

LISTED = "10cc"
"""The beginning of the hash of the lists that stores in PostgreSQL were last indexed anew for, by migration 0019."""


def test_whoever_changes_a_list_has_stores_indexed_anew():
    """Stores whose entries were made by other lists have to be, by another migration."""
    told = "\n".join([*common_words(), "", *words_between()]).encode()
    assert hashlib.sha256(told).hexdigest()[:4] == LISTED


@pytest.mark.parametrize("listed", [common_words, words_between])
def test_the_lists_hold_words_as_they_are_searched(listed):
    """Folded, each once, in order."""
    words = list(listed())
    assert words == sorted(set(words))
    assert [word for word in words if search_text(word) != word] == []


def test_each_word_has_a_letter_of_its_own():
    """No word is on both lists, and there are no more than there are letters."""
    letters = [*common_words().values(), *words_between().values()]
    assert len(set(letters)) == len(common_words() | words_between()) == len(letters) <= 0xF8FF - 0xE000 + 1


def phrase(asked):
    """Return the entry that a phrase is asked for by."""
    (pattern,) = parse(f'"{asked}"').terms[0].any_of[:1]
    return run_of(pattern.slots)


@pytest.mark.parametrize(
    ("asked", "told", "found"),
    [
        ("القوات التركية", "وقصفت القوات التركية محيط القرية", True),
        ("القوات التركية", "استهداف للقوات التركية", True),
        ("القوات التركية", "القوات الحكومية والتركية", False),
        ("القوات التركية", "القوات والتركية", False),
        ("قوات سوريا الديمقراطية", "مقتل عنصر بقوات سوريا الديمقراطية", True),
        ("قوات سوريا الديمقراطية", "قوات سوريا وسوريا الديمقراطية", False),
        ("armed clash", "0report0ends0 armed clash", True),
        ("عناصر من قوات", "أصيب ستة عناصر من قوات الحرس", True),
        ("عناصر من قوات", "وصول عناصر قوات الحرس", False),
        ("عناصر من قوات", "عناصر في قوات الحرس", False),
    ],
)
def test_a_phrase_of_common_words_is_one_entry(asked, told, found):
    """Two and three words in a row, the first behind proclitics or not, one such as من between or not; nothing else."""
    assert (phrase(asked) in runs(search_text(told).split())) is found


@pytest.mark.parametrize("asked", ["القوات قطفوها", "قوات سوريا الديمقراطية الآن في الرقة", "في دير الزور", "القوات"])
def test_other_phrases_have_none(asked):
    """A rare word, more than three, a word that everything holds, and one word alone are looked for as before."""
    assert phrase(asked) is None if " " in asked else run_of((("القوات",),)) is None


def test_only_one_form_of_the_first_word_stands_for_an_entry_of_its_own():
    """Where the word itself stands nowhere, forms that other proclitics make are not what its first form opens."""
    assert run_of((("والجيش", "فالجيش"), ("السوري",))) is None
    assert run_of((("والجيش",), ("السوري",))) == run_of((("والجيش", "ووالجيش"), ("السوري",)))


@pytest.mark.parametrize(
    ("asked", "entries"),
    [
        ("مجلس قوات سوريا الديمقراطية", ["مجلس قوات سوريا", "قوات سوريا الديمقراطية"]),
        ("قوات سوريا الديمقراطية الآن في الرقة", ["قوات سوريا الديمقراطية"]),
        ("في دير الزور", ["دير الزور"]),
        ("من قوات", []),
        ("عناصر من في قوات", []),
    ],
)
def test_a_longer_phrase_is_narrowed_by_the_entries_in_it(asked, entries):
    """The longest that cover it, so that fewer vectors are read."""
    slots = parse(f'"{asked}"').terms[0].any_of[0].slots
    assert runs_within(slots) == [phrase(entry) for entry in entries]


WORDS = (
    "قوات",
    "القوات",
    "وقوات",
    "بقوات",
    "للقوات",
    "سوريا",
    "وسوريا",
    "دير",
    "الزور",
    "بدير",
    "تركيا",
    "من",
    "غيمتان",
)


@given(st.lists(st.sampled_from(WORDS), max_size=9), st.lists(st.sampled_from(WORDS), min_size=2, max_size=4))
def test_entries_say_what_positions_say(told, asked):
    """Whatever stands in a text: the entry of a phrase is there where its words stand in a row, and nowhere else."""
    slots = parse('"' + " ".join(asked) + '"').terms[0].any_of[0].slots
    starts = range(len(told) - len(slots) + 1)
    in_a_row = any(all(told[at + n] in forms for n, forms in enumerate(slots)) for at in starts)
    entry = run_of(slots)
    if entry is not None:
        assert (entry in runs(told)) is in_a_row
    if in_a_row:
        assert set(runs_within(slots)) <= runs(told)


@pytest.fixture
def told(store, keeping):
    """A store of four short reports."""
    texts = ("انتشار للقوات التركية قرب تل تمر", "القوات السورية والتركية", "ريف ديرالزور", "في دير الزور لغم")
    store.keep([keeping(str(number), one, coded=False) for number, one in enumerate(texts, 1)])
    return store


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ('"القوات التركية"', [1]),
        ("ديرالزور", [3, 4]),
        ('"دير الزور" لغم', [4]),
        ('ريف -"دير الزور"', []),
        ('"القوات التركية قرب تل تمر"', [1]),
        ('"القوات التركية قرب تل رفعت"', []),
        ("القوات-التركية-قر*", [1]),
        ('"في دير الزور"', [4]),
    ],
)
def test_phrases_of_common_words_find_the_same_on_each_engine(told, asked, found):
    """Alone, joined, left out or beside other words."""
    with told.reading() as connection:
        assert sorted(keys_of(connection, parse(asked))) == found


def test_postgres_is_asked_for_the_entry(told):
    """What it is asked for looks at no positions."""
    with told.reading() as connection:
        if is_sqlite(connection):
            pytest.skip("SQLite's index looks at positions")
        assert sought(connection, parse('"القوات التركية"').terms) == f"('{phrase('القوات التركية')}')"
