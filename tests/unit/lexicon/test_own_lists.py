"""What a team adds to a list of words is read wherever code asks for that list."""

from __future__ import annotations

from typing import Literal, get_origin

import pytest

from marsad.arabic.letters import fold
from marsad.lexicon.layers import OF_PEOPLE, VARIABLE
from marsad.lexicon.load import entries
from marsad.lexicon.read_yaml import read_entries
from marsad.lexicon.role_words import written_forms
from marsad.lexicon.schema import KINDS

OURS = "زمردق"
ASKED_BY_ROLE = [
    kind for kind, model in KINDS.items()
    if "role" in model.model_fields and get_origin(model.model_fields["role"].annotation) is Literal
]  # fmt: skip


@pytest.mark.parametrize("kind", ASKED_BY_ROLE)
def test_a_word_of_ones_own_reaches_every_list_of_its_kind(kind, tmp_path, monkeypatch):
    """An entry of one's own in any role of a kind is among the words of that role; of people's names none is."""
    folder = tmp_path / "ar" / kind
    folder.mkdir(parents=True)
    values = {entry["role"]: entry["value"] for entry in entries(kind)}
    lines = [
        f"- id: own.{role}\n  role: {role}\n  forms: [{OURS}]\n  source: our own\n"
        f"  matches: [{{text: {OURS}, find: {OURS}}}]\n" + (f"  value: {value}\n" if value is not None else "")
        for role, value in values.items()
    ]
    (folder / "ours.yaml").write_text("".join(lines), encoding="utf-8")
    assert len(list(read_entries(folder / "ours.yaml", kind))) == len(values)
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    reached = {role for role in values if OURS in map(fold, written_forms(kind, role))}
    assert reached == (set() if kind in OF_PEOPLE else set(values))
