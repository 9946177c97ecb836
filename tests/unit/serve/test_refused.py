"""What the store refuses is told in the language of the page, with the names and numbers that it holds."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import marsad
from marsad.serve.locale import Locale
from marsad.serve.refused import refused_in

HOME = Path(marsad.__file__).parent
REACHED = (
    *(f"store/{name}.py" for name in (
        "access", "accounts", "batch_edit", "blind", "gone", "incidents", "judgements", "problems", "review", "revise",
        "tokens",
    )),
    "incidents/decide.py", "incidents/linker.py", "amend/save.py",
)  # fmt: skip
"""Files whose refusals a page may have to tell."""


def said(node):
    """Return a text of the code with "x" for what is filled in; None for what is no text."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value if isinstance(part, ast.Constant) else "x" for part in node.values)
    return None


def refusals():
    """Yield every problem that those files name."""
    for name in REACHED:
        tree = ast.parse((HOME / name).read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "StoreError":
                yield said(node.args[0])
            if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "problem":
                yield said(node.value)
            if name.endswith("problems.py") and isinstance(node, ast.Tuple) and len(node.elts) == 2:
                yield said(node.elts[0])


@pytest.mark.parametrize("problem", sorted({one for one in refusals() if one}))
def test_every_refusal_is_translated(problem):
    """A refusal that somebody adds to the store without words for it fails here."""
    told = refused_in(Locale(tag="ar"), problem)
    assert re.search("[ء-ي]", told)
    assert problem not in told


def test_values_stay():
    """Names and numbers stand in the sentence."""
    assert "«ليلى»" in refused_in(Locale(tag="ar"), "The name «ليلى» is taken.")
    told = refused_in(Locale(tag="ar"), "Judgement 12 counts no more: judgement 15 took its place.")
    assert re.findall(r"\d+", told) == ["12", "15"]


def test_what_is_not_known_is_told_as_it_is():
    """Nothing is kept back, and English is English."""
    assert refused_in(Locale(tag="en"), "Odd.") == "Odd."
    assert refused_in(Locale(tag="ar"), "Odd.").endswith("Odd.")
