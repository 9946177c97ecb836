import errno
import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from marsad.cli import main as command
from marsad.cli.exits import Exit
from marsad.errors import ResourceError, SettingsError

COMMANDS = ("code", "explain", "demo", "evaluate", "lexicon", "places", "schema")


def test_every_command_is_listed(marsad):
    """--help names them all, and the exit statuses."""
    shown = marsad("--help").stdout
    assert [name for name in COMMANDS if f"\n  {name} " not in shown] == []
    assert "Exit status: 0" in shown


def test_the_help_tells_whole_sentences(marsad):
    """No line ends in the middle of what a command does, in groups of commands neither."""
    for called in ((), ("store",), ("release",)):
        assert "..." not in marsad(*called, "--help").stdout.partition("Commands:")[2]


def test_the_version_names_the_word_lists_too(marsad):
    """Two installations that print the same line code alike."""
    assert marsad("--version").stdout.startswith("marsad ")
    assert "resources " in marsad("--version").stdout


def test_the_schema_is_printed(marsad):
    """`marsad schema` is the schema that the package carries."""
    assert json.loads(marsad("schema").stdout)["title"] == "Record of a report coded by marsad"


def test_help_is_fast_and_loads_no_heavy_library():
    """Nothing that codes or reads pages is imported for --help."""
    script = (
        "import sys; from marsad.cli import main\n"
        "print([name for name in ('pydantic', 'trafilatura', 'lxml', 'yaml', 'pyarrow', 'marsad.pipeline') "
        "if name in sys.modules])"
    )
    started = time.monotonic()
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
    assert time.monotonic() - started < 10


def test_a_command_loads_no_other():
    """What is asked for is loaded, and nothing of the commands beside it."""
    script = (
        "import sys; from typer.testing import CliRunner; from marsad.cli.main import app\n"
        "print(CliRunner().invoke(app, ['schema']).exit_code)\n"
        "print([name for name in ('schema', 'export', 'agreement') if f'marsad.cli.{name}' in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["0", "['schema']"]


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (ResourceError("Bad.", file="x.yaml", line=3, remedy="Mend it."), Exit.RESOURCES),
        (SettingsError("No. Do this."), Exit.USAGE),
    ],
)
def test_errors_of_purpose_end_as_one_sentence(monkeypatch, capsys, error, status):
    """No traceback: the message, and a status of its own."""

    def fail(**_called):
        raise error

    monkeypatch.setattr(command, "app", fail)
    with pytest.raises(SystemExit) as ended:
        command.main()
    assert ended.value.code == status
    assert capsys.readouterr().err == f"marsad: {error}\n"


def test_no_room_and_no_right_end_as_one_sentence(monkeypatch, capsys):
    """What the machine refuses is told with the file; what is a fault of ours keeps its traceback."""

    def fail(**_called):
        raise OSError(errno.ENOSPC, "No space left on device", "events.csv")

    monkeypatch.setattr(command, "app", fail)
    with pytest.raises(SystemExit) as ended:
        command.main()
    assert ended.value.code == Exit.USAGE
    assert capsys.readouterr().err.startswith("marsad: events.csv: No space left on device. ")

    def break_down(**_called):
        raise OSError(errno.EBADF, "Bad file descriptor")

    monkeypatch.setattr(command, "app", break_down)
    with pytest.raises(OSError, match="Bad file"):
        command.main()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="There is no disk here that is always full.")
def test_a_full_disk_is_told_with_the_file(marsad, tmp_path):
    """Whoever reads the sentence knows which file had no room."""
    full = tmp_path / "full.csv"
    full.symlink_to("/dev/full")
    coded = tmp_path / "coded.jsonl"
    coded.write_text('{"id": "a", "events": [], "skipped": []}\n', encoding="utf-8")
    done = marsad("export", coded, "-o", full)
    assert isinstance(done.exception, OSError)
    assert done.exception.filename == str(full)


def test_ctrl_c_while_it_loads_says_nothing():
    """Nothing was begun, so nothing is told: no traceback, and the status of what Ctrl-C ended."""
    loads = (
        "import os, signal, sys, marsad.__main__\n"
        "class Impatient:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'marsad.cli.commands': os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Impatient())\n"
        "marsad.__main__.main()\n"
    )
    done = subprocess.run([sys.executable, "-c", loads], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (-signal.SIGINT, "")
