from __future__ import annotations

from datetime import date

import pytest

from marsad.annotate.dates import find
from marsad.annotate.dates.words import BESIDE
from marsad.lexicon.load import RESOURCES
from marsad.lexicon.match import Matcher
from marsad.lexicon.read_yaml import read_entries
from marsad.lexicon.schema import DateEntry
from marsad.model.report import Report
from marsad.normalise import fold_text
from marsad.segment import split

ENTRIES = [
    entry for file in sorted((RESOURCES / "ar/dates").glob("*.yaml")) for entry, _ in read_entries(file, "dates")
]


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry.id for entry in ENTRIES])
def test_examples_of_an_entry(entry: DateEntry) -> None:
    """Each example holds a form of its entry, and the annotator finds a date there, but for words beside it."""
    matcher = Matcher((form, entry.pos, entry.id) for form in entry.forms)
    for example in entry.matches:
        report = Report(report_id="t", text=example.text, published_on=date(2024, 3, 20))
        document = split(report, fold_text(report.source_text))
        start = example.text.index(example.find)
        hits = matcher.find(document.words)
        assert any(document.span(hit.first, hit.stop).start <= start for hit in hits)
        if entry.role == "rank":
            assert not find(document)
            assert find(document, ranks=True)
        if entry.role in BESIDE:
            continue
        assert any(
            mention.span.start <= start and start + len(example.find) <= mention.span.end
            for mention in find(document)
            if entry.role != "anaphor"
        ) or (entry.role == "anaphor" and find(document)[0].reason == "anaphoric")
