"""Agreement of coders on the command line."""

from __future__ import annotations

import copy
import json

import pytest
from tests.web import fill
from typer.testing import CliRunner

from marsad.cli.main import app
from marsad.store import open_store
from marsad.store.accounts import user_named
from marsad.store.blind import ask_blind, code_blind, open_reading
from marsad.store.review import do


@pytest.fixture
def double(tmp_path):
    """A store in which one report was coded twice, with another number of killed."""
    path = tmp_path / "s.db"
    with open_store(path, who="tester", create=True) as store:
        fill(store)
        record = copy.deepcopy(store.codings("r1")[-1].record)
        record["events"][0]["killed"] = {"low": 4, "best": 4, "high": 4}
        with store.writing() as connection:
            coder, reader = (user_named(connection, name) for name in ("coder", "reviewer"))
            do(connection, "r1", "accept", user=coder, status="checked", checked=True)
            ask_blind(connection, "r1", reader=reader, by=reader)
            code_blind(connection, open_reading(connection, reader.key, "r1"), record, user=reader)
    return path


def run(*arguments):
    return CliRunner().invoke(app, ["agreement", *map(str, arguments)])


def test_agreement_is_told_by_field_and_month(double):
    """In a table for people, and as lines for programs."""
    shown = run("--store", double)
    assert shown.exit_code == 0
    assert "All 1 reports coded twice" in shown.output
    rows = [json.loads(line) for line in run("--store", double, "--json").output.splitlines()]
    assert {row["month"] is None for row in rows} == {True, False}
    assert next(row for row in rows if row["field"] == "killed" and row["month"] is None)["same"] == 0
    assert next(row for row in rows if row["field"] == "place")["same"] == 1


def test_nothing_coded_twice_is_said(double):
    """Also where nobody of the name coded anything."""
    assert run("--store", double, "--person", "Nobody").output == "No report was coded twice yet.\n"
