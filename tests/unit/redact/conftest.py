"""What the tests of redaction share."""

from __future__ import annotations

import pytest

from marsad import gazetteer
from marsad.model.report import Report
from marsad.pipeline import prepare
from marsad.redact.find import find
from marsad.redact.tokens import Tokens


@pytest.fixture(scope="session")
def places():
    """The built-in places."""
    return gazetteer.load()


@pytest.fixture(scope="session")
def removed(places):
    """What is removed from a text: the words and their kinds."""

    def _removed(text):
        return [(text[one.start : one.end], one.kind) for one in find([text], places)]

    return _removed


@pytest.fixture(scope="session")
def tokens():
    """The tokens of a text."""

    def _tokens(text):
        return Tokens(prepare(Report(report_id="t", text=text)))

    return _tokens
