"""The page on evaluation names the options that the command has, and all of them."""

from __future__ import annotations

import re
from pathlib import Path

import typer

from marsad.cli.evaluate import By, evaluate
from marsad.evaluate.agree import FIELDS

PAGE = (Path(__file__).parents[2] / "docs" / "evaluation.md").read_text(encoding="utf-8")


def test_every_option_is_on_the_page_and_no_other():
    """An option added or renamed shows here."""
    app = typer.Typer()
    app.command()(evaluate)
    has = {name for option in typer.main.get_command(app).params for name in option.opts if name.startswith("--")}
    table = PAGE.partition("## Options")[2].partition("## ")[0]
    assert set(re.findall(r"^\| `(--[a-z-]+)", table, re.MULTILINE)) == has - {
        "--install-completion",
        "--show-completion",
    }


def test_groupings_and_fields_are_named_as_they_are():
    """What --by takes stands on the page, and the fields it explains exist."""
    assert r"\|".join(By) in PAGE
    explained = set(re.findall(r"^- \*\*([a-z_]+)\*\*:", PAGE, re.MULTILINE)) - {"counts"}
    assert explained <= set(FIELDS)
