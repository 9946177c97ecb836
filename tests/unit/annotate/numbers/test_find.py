from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from marsad.annotate.numbers import find
from marsad.model.quantity import Estimate, NumberMention
from marsad.model.report import Document, Report
from marsad.normalise import fold_text
from marsad.segment import split

CORPUS = yaml.safe_load((Path(__file__).parents[3] / "corpora/ar/numbers.yaml").read_text(encoding="utf-8"))


def document(text: str) -> Document:
    report = Report(report_id="t", text=text)
    return split(report, fold_text(report.source_text))


def numbers(text: str) -> tuple[NumberMention, ...]:
    return find(document(text))


def expected(value: str) -> Estimate:
    if value.endswith(".."):
        return Estimate(int(value[:-2]), None, None)
    if value.endswith("+"):
        return Estimate(int(value[:-1]), int(value[:-1]), None)
    if value.startswith("~"):
        return Estimate(None, int(value[1:]), None)
    if value.startswith("<"):
        return Estimate(None, int(value[1:]), int(value[1:]))
    if "-" in value:
        low, high = value.split("-")
        return Estimate(int(low), None, int(high))
    return Estimate.exactly(int(value))


FORMS = [(str(value), str(form)) for value, forms in CORPUS["values"].items() for form in forms]


@pytest.mark.parametrize(("value", "form"), FORMS, ids=[form for _, form in FORMS])
def test_every_spelling_has_its_estimate(value: str, form: str) -> None:
    """A spelling of the corpus is one number, with the estimate the codebook gives its wording."""
    (mention,) = numbers(form)
    assert mention.estimate == expected(value)


@pytest.mark.parametrize("form", CORPUS["ordinals"])
def test_ranks_are_not_counts(form: str) -> None:
    """A rank is marked as one and counts nothing."""
    (mention,) = numbers(form)
    assert (mention.kind, mention.estimate) == ("ordinal", Estimate(None, None, None))


@pytest.mark.parametrize("form", CORPUS["shares"])
def test_shares_count_nobody(form: str) -> None:
    """A percentage or a fraction has a value and no estimate."""
    (mention,) = numbers(form)
    assert mention.kind in ("percent", "fraction")
    assert mention.value is not None
    assert mention.estimate == Estimate(None, None, None)


@pytest.mark.parametrize("form", CORPUS["none"])
def test_look_alikes_are_no_numbers(form: str) -> None:
    """Plurals, singulars in -an, dates and hours are not numbers."""
    assert not numbers(form)


def test_span_quotes_the_words_as_published() -> None:
    """The mention quotes bound and number with the marks and letters of the report."""
    report = document("أُصيب ما لا يقلّ عن ثلاثينَ مدنيّاً")
    (mention,) = find(report)
    assert report.quote(mention.first, mention.stop) == "ما لا يقلّ عن ثلاثينَ"


def test_two_numbers_joined_by_and_stay_apart() -> None:
    """A number of another noun is not added: 15 and 20."""
    assert [mention.value for mention in numbers("15 قتيلاً و20 جريحاً")] == [15, 20]


def test_comma_ends_a_number() -> None:
    """Words behind a comma belong to another number."""
    assert [mention.value for mention in numbers("قتل مئة، خمسة منهم أطفال")] == [100, 5]


def test_dual_names_what_it_counts() -> None:
    """A dual carries the folded noun it counts."""
    (mention,) = numbers("قُتلت طفلتان")
    assert (mention.kind, mention.counted, mention.value) == ("dual", "طفله", 2)


def test_definite_number_keeps_its_rule() -> None:
    """A number with the article is marked, so that nobody takes it for a new count."""
    (mention,) = numbers("الأطفال الثلاثة")
    assert (mention.value, mention.rule_id) == (3, "numbers.definite")


def test_only_the_words_asked_for_are_read() -> None:
    """`first` and `stop` limit the reading."""
    words = document("قتل ثلاثة وأصيب أربعة")
    assert [mention.value for mention in find(words, first=2)] == [4]
    assert [mention.value for mention in find(words, stop=2)] == [3]


def test_rise_is_no_range() -> None:
    """A toll that rose from one figure to another has two figures, the later its own."""
    assert [mention.kind for mention in numbers("ارتفعت الحصيلة من 20 إلى 25")] == ["cardinal", "cardinal"]
