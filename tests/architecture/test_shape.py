"""The shape of the code: what imports what, how long files are, how they are called."""

import ast
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "marsad"
FILES = sorted(SOURCE.rglob("*.py"))
LONGEST = 400


def test_imports_keep_their_contracts(capsys):
    """Stages import downwards, annotators not at all from each other."""
    status = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(SOURCE)))
def test_files_stay_short(file):
    """A file holds one idea, in at most 400 lines."""
    assert len(file.read_text(encoding="utf-8").splitlines()) <= LONGEST


def test_no_dumping_grounds():
    """Code lives with its subject: nothing is called utils, helpers, common or misc."""
    assert [str(file) for file in FILES if {file.stem, file.parent.name} & {"utils", "helpers", "common", "misc"}] == []


def test_modules_say_what_they_are():
    """Every module that holds anything opens with a sentence."""
    silent = [
        str(file.relative_to(SOURCE))
        for file in FILES
        if (tree := ast.parse(file.read_text(encoding="utf-8"))).body and not ast.get_docstring(tree)
    ]
    assert silent == []


def test_nothing_is_imported_from_a_parent_by_dots():
    """Imports name marsad in full."""
    relative = [
        str(file.relative_to(SOURCE))
        for file in FILES
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert relative == []
