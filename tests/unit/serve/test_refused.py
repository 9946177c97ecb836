"""What the store refuses is told in the language of the page, with the names and numbers that it holds."""

from __future__ import annotations

import ast
import pickle
import re
from pathlib import Path

import pytest

import marsad
from marsad.errors import StoreError
from marsad.serve.locale import Locale
from marsad.serve.refused import _REMEDIES, _SENTENCES, refused_in, way_out
from marsad.store.problems import _POSTGRES, _SQLITE

HOME = Path(marsad.__file__).parent
REACHED = (
    *(f"store/{name}.py" for name in (
        "access", "accounts", "batch_edit", "blind", "gone", "incidents", "judgements", "problems", "review", "revise",
        "tokens",
    )),
    "incidents/decide.py", "incidents/linker.py", "amend/save.py",
)  # fmt: skip
"""Files whose refusals a page may have to tell."""


def refusal(sentence, **values):
    return StoreError(sentence, store="s", remedy="Wait.", **values)


def first_of(node):
    return node.elts[0] if isinstance(node, ast.Tuple) else node


def refusals():
    """Yield every sentence with which those files refuse: where it is raised, or beforehand, with the remedy or not."""
    for name in REACHED:
        tree = ast.parse((HOME / name).read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "StoreError":
                yield name, node.args[0]
            if isinstance(node, ast.Assign) and getattr(first_of(node.targets[0]), "id", "") == "problem":
                yield name, first_of(node.value)
            if name.endswith("problems.py") and isinstance(node, ast.Tuple) and len(node.elts) == 2:
                yield name, node.elts[0]


REFUSALS = [(name, node) for name, node in refusals() if not isinstance(node, ast.Name | ast.Call)]


def test_no_refusal_is_put_together():
    """A sentence with values in it is known by none: they are handed over beside it."""
    assert len(REFUSALS) > 40
    assert [(name, ast.unparse(node)) for name, node in REFUSALS if not isinstance(node, ast.Constant)] == []


@pytest.mark.parametrize("sentence", sorted({node.value for _, node in REFUSALS if isinstance(node, ast.Constant)}))
def test_every_refusal_is_translated(sentence):
    """A refusal that somebody adds to the store without words for it fails here."""
    error = refusal(sentence, **dict.fromkeys(re.findall(r"%\((\w+)\)s", sentence), "x"))
    told = refused_in(Locale(tag="ar"), error)
    assert re.search("[ء-ي]", told)
    assert error.problem not in told
    assert refused_in(Locale(tag="en"), error) == error.problem


def test_values_stay():
    """Names and numbers stand in the sentence, numbers in the digits of the reader, ids as they are."""
    arabic = Locale(tag="ar", digits="arabic")
    assert refused_in(arabic, refusal("The name “%(name)s” is taken.", name="ليلى 7")) == "الاسم «ليلى 7» مأخوذ."
    told = refusal("Judgement %(number)s counts no more: judgement %(other)s took its place.", number=12, other=15)
    assert re.findall(r"\d+", refused_in(arabic, told)) == ["١٢", "١٥"]
    assert str(told) == "s: Judgement 12 counts no more: judgement 15 took its place. Wait."


def test_a_refusal_crosses_to_another_process():
    """With its sentence and values."""
    told = pickle.loads(pickle.dumps(refusal("There is no incident %(incident)s.", incident="i-1")))
    assert (told.sentence, told.values, told.problem) == (
        "There is no incident %(incident)s.", {"incident": "i-1"}, "There is no incident i-1.",
    )  # fmt: skip


def test_what_is_not_known_is_told_as_it_is():
    """Nothing is kept back, and English is English; what looks like a value is none where none is handed over."""
    assert refused_in(Locale(tag="en"), refusal("Odd: 7%.")) == "Odd: 7%."
    assert refused_in(Locale(tag="ar"), refusal("Odd: 7%.")).endswith("Odd: 7%.")
    assert way_out(refusal("Odd: 7%.")) is None


@pytest.mark.parametrize("sentence", sorted(told for told, _ in (*_SQLITE.values(), *_POSTGRES.values())))
def test_trouble_with_the_store_says_what_to_do(sentence):
    """A fault of the file, the disk or the database is told with a remedy, in the reader's language."""
    way = way_out(refusal(sentence))
    assert way is not None
    assert re.search("[ء-ي]", Locale(tag="ar").text(way.remedy))


def test_no_remedy_is_left_over():
    """Each belongs to a sentence that is told."""
    assert _REMEDIES.keys() <= _SENTENCES
