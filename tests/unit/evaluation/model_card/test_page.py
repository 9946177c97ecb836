"""The model card, written from small sets of our own."""

from __future__ import annotations

import json
import re

import pytest

from evaluation.model_card import page
from evaluation.model_card.__main__ import main
from evaluation.model_card.examples import KINDS
from evaluation.model_card.measured import learned_from
from marsad.evaluate.agree import FIELDS
from marsad.model.event import KEY_FIELDS
from marsad.model.what import EVENT_TYPES

TOLD = "قُتل ثلاثة عناصر من قسد بهجوم نفذه تنظيم داعش في بلدة ذيبان بريف دير الزور يوم أمس."
EVENT = {
    "sub_event_type": "Armed clash",
    "side1": ["is"],
    "assist1": [],
    "side2": ["asayish"],
    "assist2": [],
    "place": {"name": "ذيبان", "country": "SY", "admin1": "SY09", "precision": 1, "also": []},
    "date": {"start": "2023-05-02", "end": "2023-05-02", "precision": 1},
    "killed": {"low": 3, "best": 3, "high": 3},
    "killed_civilians": None,
    "wounded": None,
    "detained": None,
    "abducted": None,
    "sources": [],
    "status": "reported",
    "evidence": "قُتل ثلاثة عناصر من قسد",
}
LEARNED = min(learned_from())
CALM = "زار الوزير مدرسة في دمشق وتحدث عن التعليم."


@pytest.fixture(scope="module")
def card(tmp_path_factory):
    """The card of two files: one with a side2 that marsad gets "wrong" and a report without an event."""
    folder = tmp_path_factory.mktemp("card")
    records = [("a-1", TOLD, [EVENT]), ("a-2", CALM, [])]
    lines = [
        json.dumps({"id": name, "title": "", "text": text, "published": "2023-05-03", "outlet": "x", "events": events})
        for name, text, events in records
    ]
    (folder / "fresh.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (folder / f"{LEARNED}.jsonl").write_text(lines[0], encoding="utf-8")
    files = [str(folder / name) for name in ("fresh.jsonl", f"{LEARNED}.jsonl")]
    options = ["--examples", files[0], "--note", "fresh=made up", "--twice", *files]
    main([*files, *options, "--out", str(folder / "card.md")])
    return (folder / "card.md").read_text(encoding="utf-8")


def test_the_card_tells_what_was_learned_from(card):
    """A file whose name the weights carry is marked, and the figures by group leave it out."""
    assert re.search(r"^\| `fresh` \| 2 \| 1 \| 1 \| 2023 \| no \|", card, re.MULTILINE)
    assert re.search(rf"^\| `{re.escape(LEARNED)}` \| 1 \| 1 \| 0 \| 2023 \| yes \|", card, re.MULTILINE)
    assert "measured on `fresh`, which no weight was learned from" in card
    assert "- `fresh`: made up" in card


def test_figures_are_those_of_the_sets(card):
    """The event is found, its side2 is not right, the quiet report is kept quiet."""
    assert re.search(r"^\| events found, F1 \| 1\.00 \(.*\) \| 1\.00", card, re.MULTILINE)
    assert re.search(r"^\| `side2` \| 0\.00 \(0\.00 to 0\.00\) \|", card, re.MULTILINE)
    assert re.search(r"^\| quiet reports kept quiet \| 1\.00 \(1\.00 to 1\.00\) \|  \|", card, re.MULTILINE)


def test_every_field_type_and_probability_has_a_row(card):
    """Nothing that is measured is left off the page."""
    assert [name for name in FIELDS if f"| `{name}` |" not in card] == []
    assert [name for name in EVENT_TYPES if f"| {name} |" not in card] == []
    confidence = card.partition("## Confidence")[2].partition("## ")[0]
    assert [name for name in KEY_FIELDS if f"| `{name}` | 1 |" not in confidence] == []
    shown = card.partition("## Typical mistakes")[2].partition("\n## ")[0]
    assert len(re.findall(r"^\| [^|]+ \| \d+ \|", shown, re.MULTILINE)) == len(KINDS)


def test_two_codings_by_hand_are_compared(card):
    """The one report that both files hold is coded alike."""
    assert "Of 1 and 1 events in 1 reports 1 are the same\n(F1 1.00; strictly the same 1.00)" in card


def test_a_mistake_is_shown_in_its_words(card):
    """The words, the side by hand and the side that marsad gave."""
    assert "| قُتل ثلاثة عناصر من قسد | asayish | sdf |" in card


def test_the_card_says_what_marsad_is_not_for(card):
    """No targeting, no individuals, no evidence by itself."""
    for words in ("No targeting", "No individuals", "Not evidence by itself"):
        assert words in card


def test_no_figure_is_typed_by_hand():
    """The prose of the page holds no number."""
    prose = [getattr(page, name) for name in ("_ABOUT", "_WHAT", "_NOT", "_LIMITS")]
    assert [re.findall(r"(?<!F)(?<!side)\d+", text) for text in prose] == [[], [], [], []]
