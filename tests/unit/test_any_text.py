"""Whatever is published, coding it ends well and every quotation holds."""

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from marsad.export import to_record
from marsad.lexicon.load import RESOURCES
from marsad.model.report import Report
from marsad.pipeline import Coder
from marsad.read import read

WORDS = sorted({word for report in read([RESOURCES / "samples"]) for word in report.source_text.split()})
NOISE = st.text(st.sampled_from("\u200f\u202bـًُ\x00\ud83d😀﷽ﻻ.،؛:!؟()«»\"'#_-…\n\t05٤%"), min_size=1, max_size=3)
TEXTS = st.lists(st.sampled_from(WORDS) | NOISE, max_size=60).map(" ".join)
DAYS = st.none() | st.dates(date(1990, 1, 1), date(2090, 1, 1))
SCHEMA = Draft202012Validator(json.loads((RESOURCES / "schema" / "record.schema.json").read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def coder():
    return Coder()


@settings(max_examples=150)
@given(TEXTS, TEXTS, DAYS)
def test_any_text_is_coded(coder, headline, text, day):
    """Words in any order, noise, no date: no crash, a record of the schema, quotations that stand in the text."""
    report = Report(report_id="r", headline=headline.replace("\n", " "), text=text or ".", published_on=day)
    record = to_record(coder.code(report), report=report)
    SCHEMA.validate(record)
    for event in record["events"]:
        assert event["evidence"] in report.source_text
        for part in event["evidence_fields"]:
            assert report.source_text[part["start"] : part["end"]] == part["quote"]


@given(st.sampled_from(list(read([RESOURCES / "samples"]))))
@settings(max_examples=20)
def test_coding_is_repeatable(coder, report):
    """The same text gives the same events, whatever was coded before it."""
    assert coder.code(report) == Coder().code(report)
