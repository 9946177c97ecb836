"""Words lie in lists; the few that stand in code are compared with folded words, and are folded themselves."""

import ast
import importlib
import pkgutil
import re
from pathlib import Path
from typing import Literal, get_args, get_origin

import pytest

import marsad
import marsad.annotate
import marsad.claims
import marsad.events
import marsad.frames
import marsad.link
import marsad.redact
from marsad.arabic.letters import fold
from marsad.lexicon.load import entries
from marsad.lexicon.schema import KINDS

MODULES = sorted(
    module.name
    for package in (marsad.annotate, marsad.claims, marsad.events, marsad.frames, marsad.link, marsad.redact)
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    if not module.ispkg
)
ARABIC = re.compile("[ء-ي]")
SOURCE = Path(marsad.__path__[0])
LISTLESS = sorted(
    file
    for package in ("annotate", "claims", "copies", "events", "frames", "link", "segment")
    for file in (SOURCE / package).rglob("*.py")
)
A_WORD = re.compile("[ء-غف-ي]{3,}")
A_PAIR = 2
BY_LETTERS = ("endswith", "startswith")
WRITTEN_ON = re.compile(
    "[وف]?[بلكع]?(?:ال)?|[وف]?لل|هال|يان?|تا|ت?ان|[تي]?ين|ي?ون|وا|ات|ت?[يا]?(?:ها?|هما?)|تي|نا|ني|هن|وه|اء|ييه|[ء-ي]"
)
"""What is written onto words: clitics and the article before them, endings and pronouns behind; single letters."""
LETTERS = frozenset([
    "وف", "وفب", "وفبل", "وفبك", "وبل", "لب", "بولفكع", "لكف", "اي", "يت", "يتن", "يتنا", "يو", "واي", "دأم", "أا",
    "وفبلك", "اويىؤئءأإآ",
])  # fmt: skip
"""Letters of which any is meant."""
OF_NAMES = re.compile("است|انت|ال(?:مت|مست)|مت[عمو]?|ل[يت]|ي?كم|وني|اي[ها]|انا|و[يوه]|واي|يات|اوها?|ايها|يتي|ما?يه|اء")
"""How verbs, participles and plurals begin and end that no name is, as the rules of redaction ask."""
RANGES = frozenset(["غف", "خذ", "هي", "شق", "أإآ", "ااا", "ولفبك"])
"""Of letters, as patterns and calls write them."""
OF_LETTERS = [*LISTLESS, *sorted((SOURCE / "redact").glob("*.py"))]
SCHEMAS = ("schema.py", "name_schema.py")
ROLES = {
    kind: get_args(model.model_fields["role"].annotation)
    for kind, model in KINDS.items()
    if "role" in model.model_fields and get_origin(model.model_fields["role"].annotation) is Literal
}
ASKED = "".join(file.read_text(encoding="utf-8") for file in SOURCE.rglob("*.py") if file.name not in SCHEMAS)


@pytest.mark.parametrize("module", MODULES)
def test_words_are_folded(module):
    """ "طائرات" never stands among folded words, "طايرات" does."""
    lists = {
        name: [word for word in value if isinstance(word, str) and ARABIC.search(word) and fold(word) != word]
        for name, value in vars(importlib.import_module(module)).items()
        if isinstance(value, frozenset | set | dict | tuple)
    }
    assert {name: words for name, words in lists.items() if words} == {}


@pytest.mark.parametrize("file", LISTLESS, ids=lambda file: str(file.relative_to(SOURCE)))
def test_no_code_lists_words(file):
    """Lists of words lie in resources; code names at most two of grammar at a time, and how words begin or end."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    affixes = {id(part) for call in calls if call.func.attr in BY_LETTERS for part in call.args}
    for node in ast.walk(tree):
        if isinstance(node, ast.Tuple | ast.List | ast.Set) and id(node) not in affixes:
            words = [one.value for one in node.elts if isinstance(one, ast.Constant) and isinstance(one.value, str)]
            listed = [word for word in words if A_WORD.search(word) and not WRITTEN_ON.fullmatch(word)]
            assert len(listed) <= A_PAIR, node.lineno


@pytest.mark.parametrize("file", OF_LETTERS, ids=lambda file: str(file.relative_to(SOURCE)))
def test_code_names_letters_and_no_words(file):
    """Words by which text is read are for whoever knows Arabic to read; code holds what is written onto them."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    asked = [
        node for node in ast.walk(tree) if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.In | ast.NotIn)
    ]
    if "redact" in file.parts:  # word[0] in "بلك"
        told |= {id(part) for node in asked for part in node.comparators}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            words = re.findall("[ء-ي]+", node.value)
            assert [word for word in words if not _is_of_letters(word, file)] == [], node.lineno


def _is_of_letters(word, file):
    if WRITTEN_ON.fullmatch(word) or word in LETTERS:
        return True
    if "redact" not in file.parts:
        return False
    return OF_NAMES.fullmatch(word) is not None or word in RANGES


@pytest.mark.parametrize("kind", ROLES)
def test_every_role_has_words_and_is_asked_about(kind):
    """A role that no entry has, or that no code names, is dead."""
    assert set(ROLES[kind]) == {entry["role"] for entry in entries(kind)}
    assert [role for role in ROLES[kind] if f'"{role}"' not in ASKED and f"'{role}'" not in ASKED] == []
