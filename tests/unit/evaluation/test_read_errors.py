"""Disagreements printed in their texts."""

from __future__ import annotations

import json

import pytest

from evaluation.read_errors import main

EVENT = {
    "sub_event_type": "Armed clash",
    "side1": ["is"],
    "assist1": [],
    "side2": ["sdf"],
    "assist2": [],
    "place": {"name": "هجين", "country": "SY", "admin1": "SY09", "precision": 1, "also": []},
    "date": {"start": "2025-03-04", "end": "2025-03-04", "precision": 1},
    "killed": None,
    "killed_civilians": None,
    "wounded": None,
    "detained": None,
    "abducted": None,
    "sources": [],
    "status": "reported",
    "evidence": "اشتباكات في هجين",
}
TEXT = "أفادت مصادر محلية بأن اشتباكات في هجين وقعت ليلاً."


@pytest.fixture
def files(tmp_path):
    def write(name, *events):
        file = tmp_path / name
        file.write_text(
            "\n".join(json.dumps({"id": f"r{n}", "text": TEXT, "events": each}) for n, each in enumerate(events)),
            encoding="utf-8",
        )
        return str(file)

    wrong = {**EVENT, "side2": ["asayish"], "evidence": "بأن اشتباكات في هجين"}
    return write("gold.jsonl", [EVENT], [EVENT]), write("coded.jsonl", [wrong], [])


def test_a_wrong_field_is_counted_and_shown_with_both_quotations(files, capsys):
    """What stood for what comes first, then the text with both quotations marked."""
    main([*files, "--field", "side2"])
    out = capsys.readouterr().out
    assert out.startswith("1 disagreements\n   1  sdf  ->  asayish\n")
    assert "[[[بأن >>>اشتباكات في هجين<<<]]]" in out.replace("]]]<<<", "<<<]]]")


def test_kinds_can_be_read_apart(files, capsys):
    """Asked for missed events, only those are printed."""
    main([*files, "--kind", "missed"])
    out = capsys.readouterr().out
    assert "── r1" in out
    assert "── r0" not in out
    assert ">>>اشتباكات في هجين<<<" in out
