"""`marsad.sh` where something is missing, and the locks that it installs from."""

import itertools
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = ("sh", "dirname", "cat", "cksum", "id", "rm", "mkdir", "env")


@pytest.fixture
def folder(tmp_path):
    """A copy of what the script reads, and a folder of tools to be its whole PATH."""
    for name in ("marsad.sh", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path / name)
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    tools = tmp_path / "tools"
    tools.mkdir()
    for tool in TOOLS:
        (tools / tool).symlink_to(shutil.which(tool) or f"/usr/bin/{tool}")
    return tmp_path


def python(folder, body):
    """Write a python3 that answers as `body` says; $PYTHON is the real one."""
    stub = folder / "tools" / "python3"
    stub.write_text(f"#!/bin/sh\nPYTHON={sys.executable}\n{body}\n", encoding="utf-8")
    stub.chmod(0o755)


def run(folder, *arguments, home=None):
    environment = {"PATH": str(folder / "tools"), "HOME": str(folder)}
    return subprocess.run(
        ["sh", str((home or folder) / "marsad.sh"), *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_python_it_says_what_to_install(folder):
    """No Python at all: one sentence with the remedy."""
    result = run(folder, "demo")
    assert result.returncode == 1
    assert "Python 3.11 or later was not found" in result.stderr


def test_an_old_python_is_not_taken(folder):
    """A Python that answers no to the version asked for is passed over."""
    python(folder, "exit 1")
    assert "Python 3.11 or later was not found" in run(folder, "demo").stderr


def test_without_any_way_to_an_environment_it_names_them(folder):
    """No venv, virtualenv, uv, pip or apt-get: the ways out are named, and nothing half-made is left."""
    python(folder, 'case "$1" in -m) echo "No module named $2" >&2; exit 1 ;; esac\nexec "$PYTHON" "$@"')
    result = run(folder, "demo")
    assert result.returncode == 1
    assert "apt-get install python3-venv" in result.stderr
    assert [path.name for path in folder.iterdir() if path.name.startswith(".venv")] == []


def test_each_way_to_an_environment_is_tried(folder):
    """venv first, then virtualenv, uv, a venv filled by pip from outside, apt-get as root, pip without a venv."""
    log = folder / "log"
    tried = f'case "$1" in -m) echo "$2 $3" >>{log}; exit 1 ;; esac\nexec "$PYTHON" "$@"'
    python(folder, tried)
    for tool in ("uv", "apt-get"):
        stub = folder / "tools" / tool
        stub.write_text(f'#!/bin/sh\necho "{tool} $1" >>{log}\nexit 1\n', encoding="utf-8")
        stub.chmod(0o755)
    run(folder, "demo")
    lines = [re.sub(r" /\S+", "", line) for line in log.read_text(encoding="utf-8").splitlines()]
    apt = ["apt-get update"] if os.geteuid() == 0 else []
    assert lines == ["venv", "virtualenv", "uv venv", "venv --without-pip", *apt, "pip --version"]


def test_a_failed_download_is_told_as_one(folder):
    """When packages cannot be had, the script says so and leaves no mark of success."""
    environment = (
        'case "$*" in "-m venv "*) mkdir -p "$3/bin"; ln -s "$0" "$3/bin/python"; exit 0 ;;\n'
        '"-m pip --version") exit 0 ;; "-m pip install"*) echo offline >&2; exit 1 ;; esac\nexec "$PYTHON" "$@"'
    )
    (folder / "tools" / "ln").symlink_to(shutil.which("ln") or "/bin/ln")
    python(folder, environment)
    result = run(folder, "demo")
    assert result.returncode == 1
    assert "could not be installed" in result.stderr
    assert list((folder / ".venv").glob(".marsad-*")) == []


@pytest.mark.parametrize("where", ["marsad", "بلا شبكة"])
def test_packed_wheels_are_installed_from_without_a_network(folder, where):
    """Where wheels/ lies beside the script, pip is the packed one and asks no index; another Python is told apart.

    Also in a folder with spaces in its name, at which pip would part it.
    """
    log, home = folder / "log", folder / where
    home.mkdir()
    for name in ("marsad.sh", "pyproject.toml", "requirements"):
        shutil.move(folder / name, home / name)
    python(
        folder,
        f'echo "$PIP_NO_INDEX $PIP_FIND_LINKS $*" >>{log}\n'
        'case "$*" in "-m venv --without-pip "*) mkdir -p "$4/bin"; ln -s "$0" "$4/bin/python"; exit 0 ;;\n'
        '-m*|*pip-*) exit 1 ;; esac\nexec "$PYTHON" "$@"',
    )
    (folder / "tools" / "ln").symlink_to(shutil.which("ln") or "/bin/ln")
    wheels = home / "wheels"
    wheels.mkdir()
    (wheels / "pip-99.0-py3-none-any.whl").touch()
    (wheels / "packed-for.txt").write_text("Python 3.99 Linux riscv64\n", encoding="ascii")
    result = run(folder, "demo", home=home)
    assert result.returncode == 1
    assert "packed for Python 3.99 Linux riscv64, this is Python 3." in result.stderr
    installed = [line for line in log.read_text(encoding="utf-8").splitlines() if " install " in line]
    assert len(installed) == 1
    assert installed[0].startswith(f"1 {wheels.as_uri()} {wheels}/pip-99.0-py3-none-any.whl/pip --python ")


@pytest.mark.parametrize("lock", ["run", "serve", "all", "test"])
def test_locks_pin_everything_with_hashes(lock):
    """Each package has one version and hashes, and no address stands in a lock."""
    text = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[a-z0-9])", "\n" + re.sub(r"^#.*\n", "", text, flags=re.MULTILINE))[1:]
    assert len(entries) > 30
    assert [entry for entry in entries if not re.match(r"[\w.-]+==\S+.*\\\n +--hash=sha256:[0-9a-f]{64}", entry)] == []
    assert "://" not in text


def test_locks_hold_what_the_project_asks_for():
    """Every dependency of pyproject.toml is in the lock that installs it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = {
        "run": project["project"]["dependencies"],
        "test": [
            *project["project"]["dependencies"],
            *itertools.chain.from_iterable(project["project"]["optional-dependencies"].values()),
            *project["dependency-groups"]["test"],
            *project["dependency-groups"]["lint"],
        ],
    }
    for lock, requirements in asked.items():
        held = set(
            re.findall(r"^([\w.-]+)==", (ROOT / "requirements" / f"{lock}.txt").read_text("utf-8"), re.MULTILINE)
        )
        names = {re.split(r"[^\w.-]", requirement)[0].lower() for requirement in requirements}
        assert names <= held
