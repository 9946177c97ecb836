"""Options that need no reading start a program without pydantic; all others are read as typer reads them."""

import subprocess
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import pytest
import typer
from typer.testing import CliRunner

from marsad.cli.plain_values import take_plain_values


class Colour(StrEnum):
    red = "red"


def told(
    names: Annotated[list[str] | None, typer.Argument()] = None,
    output: Annotated[Path | None, typer.Option("-o")] = None,
    folder: Annotated[Path | None, typer.Option(exists=True, file_okay=False)] = None,
    word: Annotated[str | None, typer.Option()] = None,
    share: Annotated[float, typer.Option(min=0, max=1)] = 0.5,
    jobs: Annotated[int, typer.Option(min=1)] = 1,
    colour: Annotated[Colour | None, typer.Option()] = None,
) -> None:
    typer.echo(repr((names, output, folder, word, share, jobs, colour)))


@pytest.fixture
def run(monkeypatch):
    """Run a command of every kind of option as typer reads it, and with plain values taken as they are."""
    alone = typer.Typer()
    alone.command()(told)

    def run(*typed):
        monkeypatch.undo()
        usual = CliRunner().invoke(alone, typed)
        monkeypatch.setattr(typer.core, "build_runtime_param", typer.core.build_runtime_param)
        take_plain_values()
        plain = CliRunner().invoke(alone, typed)
        assert (plain.exit_code, plain.output) == (usual.exit_code, usual.output)
        return plain

    return run


@pytest.mark.parametrize(
    ("typed", "status"),
    [
        ((), 0),
        (("a", "ب"), 0),
        (("-o", "a/b.csv", "--word", "قصف"), 0),
        (("--jobs", "2", "--share", ".25", "--colour", "red", "--folder", "."), 0),
        (("--jobs", "0"), 2),
        (("--jobs", "two"), 2),
        (("--share", "1.5"), 2),
        (("--colour", "blue"), 2),
        (("--folder", "not/there"), 2),
    ],
)
def test_values_are_what_they_were(run, typed, status):
    """What is given, left out or wrong comes to the same values and the same words."""
    assert run(*typed).exit_code == status


def test_the_usual_options_load_no_pydantic(tmp_path):
    """A report that is coded into a file needs none of it, nor rich where nothing is told."""
    report = tmp_path / "report.txt"
    report.write_text("قُتل عنصران من قسد بهجوم لداعش في بلدة ذيبان أمس.", encoding="utf-8")
    script = (
        "import atexit, sys; from marsad.cli.main import main\n"
        f"sys.argv = ['marsad', 'code', '-q', {str(report)!r}, '-o', {str(tmp_path / 'out.jsonl')!r}]\n"
        "atexit.register(lambda: print([name for name in ('pydantic', 'rich.console', 'importlib.metadata') "
        "if name in sys.modules]))\n"
        "main()"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
