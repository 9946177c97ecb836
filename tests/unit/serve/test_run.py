"""`marsad serve` from outside: what it prints, what it answers, and what it says where something is missing."""

from __future__ import annotations

import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request

import pytest
from tests.web import script
from typer.testing import CliRunner

from marsad.cli.main import app, main
from marsad.errors import SettingsError
from marsad.explore import index_of
from marsad.gazetteer import load
from marsad.incidents.linker import Linker
from marsad.incidents.view import records
from marsad.serve import make_app, static_files
from marsad.serve.run import listening
from marsad.serve.warm import warm
from marsad.store import open_store
from marsad.store.question import Question


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def test_it_prints_the_way_in_and_ends_with_ctrl_c(tmp_path, filled):
    """A new store is made, the link is printed once, the page behind it answers, Ctrl-C ends it."""
    assert filled
    port = free_port()
    command = [sys.executable, "-m", "marsad", "serve", "--store", str(tmp_path / "new.db"), "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as running:
        try:
            told = [running.stdout.readline() for _ in range(3)]
            assert told[0] == f"The workbench is at http://127.0.0.1:{port} (Ctrl-C ends it).\n"
            link = told[2].strip()
            assert re.fullmatch(rf"http://127\.0\.0\.1:{port}/welcome/\S+", link)
            for _ in range(100):
                with socket.socket() as tried:
                    if tried.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.1)
            request = urllib.request.Request(link, headers={"Accept-Language": "ar"})
            with urllib.request.urlopen(request, timeout=90) as answer:
                assert 'dir="rtl"' in answer.read().decode()
        finally:
            running.send_signal(signal.SIGINT)
            assert running.wait(20) in (0, 130)


def test_a_port_that_is_taken_is_named(tmp_path, monkeypatch, capsys):
    """Nothing is made or printed but the port and another one: the workbench that has it keeps its link."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        monkeypatch.setattr(sys, "argv", ["marsad", "serve", "--store", str(tmp_path / "s.db"), "--port", port])
        with pytest.raises(SystemExit) as ended:
            main()
    told = capsys.readouterr()
    assert ended.value.code == 2
    assert re.search(rf"Port {port} is taken, .* --port [1-9]\d+", " ".join(told.err.split()))
    assert told.out == ""
    assert not (tmp_path / "s.db").exists()


def test_an_address_of_another_machine_is_refused():
    """A name that leads nowhere, or elsewhere, is told with the remedy."""
    for host in ("203.0.113.7", "no such name"):
        with pytest.raises(SettingsError, match=f"{host} is no address of this machine"):
            listening(host, free_port())


def test_without_its_files_it_says_how_to_get_them(tmp_path, monkeypatch, store):
    """A checkout in which nothing was fetched names the command that fetches."""
    shutil.copytree(static_files.STATIC, tmp_path / "static", ignore=shutil.ignore_patterns("vendor"))
    monkeypatch.setattr(static_files, "STATIC", tmp_path / "static")
    with pytest.raises(SettingsError, match=r"\./marsad\.sh serve fetches them"):
        make_app(store)


def test_without_its_packages_it_names_them(monkeypatch, tmp_path, capsys):
    """A marsad without the extra says what to install."""
    for name in [name for name in sys.modules if name.startswith("marsad.serve")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "fastapi", None)
    monkeypatch.setattr(sys, "argv", ["marsad", "serve", "--store", str(tmp_path / "s.db")])
    with pytest.raises(SystemExit):
        main()
    assert "marsad.sh setup" in capsys.readouterr().err
    assert not (tmp_path / "s.db").exists()


def test_the_demo_fills_a_store(tmp_path, monkeypatch, filled):
    """`marsad demo --serve` keeps the bundled reports and opens them; two acts are told by two outlets that differ."""
    assert filled
    opened = []
    monkeypatch.setattr("marsad.cli.serve.open_workbench", lambda store, **_: opened.append(store))
    result = CliRunner().invoke(app, ["demo", "--serve", "-o", str(tmp_path)])
    assert result.exit_code == 0, result.output
    assert opened == [str(tmp_path / "demo.db")]
    with open_store(tmp_path / "demo.db") as store, store.reading() as connection:
        tolls = [one["figures"]["killed"] for one in records(connection, Question(), most=200) if one["reports"] > 1]
    assert [(toll["low"], toll["high"]) for toll in tolls] == [(2, 3), (7, 9)]


def test_scripts_are_fetched_once(filled):
    """What is there already is left alone."""
    assert filled
    assert script("fetch").fetch("pages") is False


def test_without_npm_it_says_what_to_install(tmp_path, monkeypatch):
    """Neither npm nor the package that brings one."""
    fetch = script("fetch")
    monkeypatch.setattr(fetch.shutil, "which", lambda _name: None)
    monkeypatch.setattr(fetch, "find_spec", lambda _name: None)
    with pytest.raises(fetch.FetchError, match="apt-get install npm"):
        fetch.fetch("pages", tmp_path / "vendor")


def test_the_lock_of_scripts_names_no_registry():
    """Versions and hashes, and no address of where they came from."""
    text = (script("fetch").HERE / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in text
    assert text.count('"integrity": "sha512-') == text.count('"node_modules/')


def test_several_processes_answer(tmp_path, filled):
    """Each opens the store for itself; Ctrl-C ends them all."""
    port = free_port()
    store = shutil.copy(filled, tmp_path / "store.db")
    command = [sys.executable, "-m", "marsad", "serve", "--store", str(store), "--port", str(port), "--workers", "2"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        try:
            assert "The workbench is at" in running.stdout.readline()
            for _ in range(300):
                with socket.socket() as tried:
                    if tried.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.1)
            for _ in range(4):
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/sign-in", timeout=90) as answer:
                    assert "text/html" in answer.headers["content-type"]
        finally:
            running.send_signal(signal.SIGINT)
            assert running.wait(30) in (0, 130)
        assert running.stderr.read() == ""


def test_incidents_are_read_before_the_first_person_comes(store):
    """And are there when somebody asks."""
    Linker(store, load()).link()
    assert len(index_of(store)) == 0
    warm(store)
    assert len(index_of(store)) == 4


def test_without_its_files_no_link_is_told(tmp_path, monkeypatch, capsys):
    """A link that nothing answers would be tried, and the message above it overlooked."""
    shutil.copytree(static_files.STATIC, tmp_path / "static", ignore=shutil.ignore_patterns("vendor"))
    monkeypatch.setattr(static_files, "STATIC", tmp_path / "static")
    monkeypatch.setattr(sys, "argv", ["marsad", "serve", "--store", str(tmp_path / "s.db"), "--port", str(free_port())])
    with pytest.raises(SystemExit):
        main()
    told = capsys.readouterr()
    assert "scripts and fonts" in told.err
    assert "welcome" not in told.out
