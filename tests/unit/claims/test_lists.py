"""Words that the grammar of claims asks about are data, and none of them stands in its code."""

import ast
import re
from pathlib import Path
from typing import get_args

import pytest

import marsad.claims
from marsad.claims.lists import entry_of, says, says_any, spells, spells_any
from marsad.claims.units import rank_of, unit_of
from marsad.lexicon.load import entries
from marsad.lexicon.schema import ClaimGrammarEntry

_MODULES = sorted(Path(marsad.claims.__path__[0]).glob("*.py"))
_ROLES = get_args(ClaimGrammarEntry.model_fields["role"].annotation)
_A_WORD = re.compile("[ء-غف-ي]{3,}")
_A_PAIR = 2


@pytest.mark.parametrize(
    ("word", "role", "as_it_stands", "with_more_written_onto_it"),
    [
        ("الماضي", "past", True, True),
        ("والماضي", "past", False, True),
        ("القت", "launched", True, True),
        ("فالقت", "launched", False, True),
        ("مقاتلين", "fighter", True, True),
        ("قتال", "fighter", False, False),
    ],
)
def test_a_word_plays_a_role(word, role, as_it_stands, with_more_written_onto_it):
    """A word is of a role by its listed forms and their endings, with proclitics only where these are allowed."""
    assert spells(word, role) is spells_any(("قال", word), role) is as_it_stands
    assert says(word, role) is says_any(("قال", word), role) is with_more_written_onto_it


def test_an_entry_says_what_its_word_counts():
    """The entry behind a word is that of the role asked about."""
    assert entry_of("بالعبوات", "weapon-told")["sub_event_type"] == "Remote explosive/landmine/IED"
    assert entry_of("المخيم", "area")["features"] == ("camp",)
    assert entry_of("المخيم", "weapon-told") is None


def test_units_and_ranks_are_those_of_dates_and_numbers():
    """Lengths of time and ranks are read as the lists of dates and numbers have them."""
    assert [unit_of(word) for word in ("اسبوعين", "السنوات", "ساعه")] == ["W", "Y", None]
    assert [rank_of(word) for word in ("الثاني", "ثاني", "الثلج")] == [2, None, None]


@pytest.mark.parametrize("role", _ROLES)
def test_every_role_has_words_and_is_asked_about(role):
    """A role that no entry has, or that no code asks about, is dead."""
    measure = role.removesuffix("-one")
    assert any(entry["role"] == role for entry in entries("claim-grammar"))
    assert any(f'"{role}"' in file.read_text() or f'"{measure}"' in file.read_text() for file in _MODULES)


@pytest.mark.parametrize("file", _MODULES, ids=lambda file: file.name)
def test_no_code_lists_words(file):
    """Lists of words lie in resources; code names at most two particles of grammar at a time."""
    lists = (ast.Tuple, ast.List, ast.Set)
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, lists):
            words = [one.value for one in node.elts if isinstance(one, ast.Constant) and isinstance(one.value, str)]
            assert sum(bool(_A_WORD.search(word)) for word in words) <= _A_PAIR, node.lineno
