"""The shape of the code: what imports what, how long files are, how they are called."""

import ast
import logging
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
    for logger in logging.root.manager.loggerDict.values():
        if isinstance(logger, logging.Logger):
            logger.disabled = False  # the linter silences every log of the process, which other tests read
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


def _private(node):
    """Return the names with one underscore that a statement of a module gives; what is decorated is used by that."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        names = [] if node.decorator_list else [node.name]
    elif isinstance(node, ast.Assign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        names = [part.id for target in targets for part in ast.walk(target) if isinstance(part, ast.Name)]
    else:
        names = []
    return {name for name in names if name.startswith("_") and not name.startswith("__")}


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(SOURCE)))
def test_private_names_are_used(file):
    """What a module keeps to itself, it uses."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    read = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    read |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert set().union(*map(_private, tree.body)) - read == set()
