from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from marsad.annotate.casualties import find
from marsad.annotate.numbers import find as find_numbers
from marsad.model.quantity import Estimate
from marsad.model.report import Document, Report
from marsad.model.what import CasualtyMention
from marsad.normalise import fold_text
from marsad.segment import split

CORPUS = yaml.safe_load((Path(__file__).parents[3] / "corpora/ar/casualties.yaml").read_text(encoding="utf-8"))


def document(text: str) -> Document:
    report = Report(report_id="t", text=text)
    return split(report, fold_text(report.source_text))


def casualties(text: str) -> tuple[CasualtyMention, ...]:
    words = document(text)
    return find(words, numbers=find_numbers(words))


def written(estimate: Estimate) -> str:
    low, best, high = estimate.low, estimate.best, estimate.high
    if low == best == high:
        return str(best)
    if best is None:
        return f"{low}.." if high is None else f"{low}-{high}"
    if high is None:
        return f"~{best}" if low is None else f"{best}+"
    return f"<{best}"


def told(text: str) -> list[str]:
    return [
        " ".join(
            [one.outcome, written(one.estimate), one.victim_kind, *["subset"] * one.subset, *["total"] * one.total]
        )
        for one in casualties(text)
    ]


@pytest.mark.parametrize("case", CORPUS, ids=[case["text"] for case in CORPUS])
def test_every_wording_tells_its_casualties(case: dict[str, Any]) -> None:
    """A sentence of the corpus tells exactly the casualties listed, in the order of the text."""
    assert told(case["text"]) == case["told"]


def test_people_name_the_victims_and_their_side() -> None:
    """The stretch of people reaches over the force the victims belong to, not over the cause."""
    words = document("مقتل ثلاثة عناصر من قوات النظام بانفجار لغم")
    (mention,) = find(words, numbers=find_numbers(words))
    assert words.source_text[mention.people.start : mention.people.end] == "ثلاثة عناصر من قوات النظام"
    assert mention.victims == "عناصر"


def test_mention_covers_outcome_word_and_people() -> None:
    """The mention spans the outcome word and the count, the people only the victims."""
    words = document("أعلنت الوزارة اعتقال أربعة مطلوبين أمس")
    (mention,) = find(words, numbers=find_numbers(words))
    assert words.quote(mention.first, mention.stop) == "اعتقال أربعة مطلوبين"
    assert mention.span.start <= mention.people.start < mention.people.end <= mention.span.end


def test_without_numbers_forms_still_count() -> None:
    """Singulars and plurals count with no number found."""
    words = document("مقتل مدني وإصابة عناصر")
    assert [written(one.estimate) for one in find(words, numbers=())] == ["1", "2.."]


def test_sentences_do_not_share_victims() -> None:
    """A number of the next sentence belongs to nobody of this one."""
    assert told("اعتقلت الدورية شاباً. ثلاثة مدنيين كانوا قرب المكان.") == ["detained 1 unknown"]


def test_second_kind_of_victims_is_an_addend_of_its_own() -> None:
    """Fighters joined to civilians are a mention of their own, so that civilians can be counted apart."""
    first, second = casualties("مقتل 5 مدنيين و3 عناصر من الفصيل")
    assert (first.rule_id, second.rule_id) == ("casualties.nominal", "casualties.addend")


_POOL = (
    "قتل", "مقتل", "وأصيب", "إصابة", "ثلاثة", "3", "مدنيين", "طفلان", "عدد", "من", "مع", "بينهم", "،", ".", "و",
    "آخرون", "جرحى", "القتلى", "إلى", "لقي", "مصرعهم", "لم", "دون", "أكثر", "القبض", "على", "أحد", "بين", "10-15", "كل",
    "جثة", "يقتل", "سقط", "قتلوا", "اعتقلتهم", "وطفلها", "القوات",
)  # fmt: skip


@given(st.lists(st.sampled_from(_POOL), max_size=14))
def test_any_order_of_words_is_read_without_error(words: list[str]) -> None:
    """Garbled text never breaks the reader, and every mention quotes words of its document."""
    text = document(" ".join(words))
    for mention in find(text, numbers=find_numbers(text)):
        assert 0 <= mention.first < mention.stop <= len(text.words)
        assert mention.people.start < mention.people.end <= len(text.source_text)


@pytest.mark.parametrize("text", ["على الجنود الذين قتلوا في", "فقُتل على", "وقضى في"])
def test_a_text_cut_behind_a_preposition_is_read(text: str) -> None:
    """A report that breaks off behind "قتل في" is read to its end, and stops nothing."""
    assert isinstance(casualties(text), tuple)
