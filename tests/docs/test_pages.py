"""What the pages show works: Python blocks run, commands exit with 0, tables name what there is."""

from __future__ import annotations

import csv
import io
import json
import re
import shlex
import shutil
from pathlib import Path
from typing import get_args

import pytest
import typer
import yaml
from typer.testing import CliRunner

from marsad import __version__
from marsad.cli.exits import Exit
from marsad.cli.main import app
from marsad.lexicon.check import check
from marsad.lexicon.lists import table
from marsad.lexicon.load import RESOURCES
from marsad.read.columns import NAMES
from marsad.read.inputs import KINDS as INPUTS
from marsad.redact.kinds import KINDS
from marsad.redact.rules import Rule
from marsad.serve.api.routes import around, changes, codings, counts, incidents, reports, reviews, search
from marsad.sources.schema import Feed, Source, SourceKind
from marsad.store.change_tables import ACTS
from marsad.trends.search import Search

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "README.ar.md", *sorted((ROOT / "docs").glob("*.md"))]
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def blocks(page: Path, language: str) -> list[str]:
    return [body for name, body in _BLOCK.findall(page.read_text(encoding="utf-8")) if name == language]


def commands(page: Path) -> list[str]:
    lines = [line for block in blocks(page, "console") for line in block.splitlines()]
    return [line[2:] for line in lines if line.startswith("$ ")]


def _answer(reports: Path, answers: Path) -> None:
    """Write the file of a coder who finds an act in no report."""
    told = [{"id": json.loads(line)["id"], "events": []} for line in reports.read_text(encoding="utf-8").splitlines()]
    answers.write_text("\n".join(map(json.dumps, told)), encoding="utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files that the pages speak of: report.txt, *.toml as shown, reports, gold and coded ones, incidents."""
    path = tmp_path_factory.mktemp("docs")
    (path / "report.txt").write_text(blocks(ROOT / "README.md", "text")[0], encoding="utf-8")
    (path / "sources.toml").write_text(blocks(ROOT / "docs" / "sources.md", "toml")[0], encoding="utf-8")
    (path / "searches.toml").write_text(blocks(ROOT / "docs" / "trends.md", "toml")[0], encoding="utf-8")
    lines = [json.dumps({"id": f"r{number}", "text": "اعتقلت قسد أربعة أشخاص أمس."}) for number in range(3)]
    (path / "reports.jsonl").write_text("\n".join(lines), encoding="utf-8")
    shutil.copy(ROOT / "evaluation" / "samples.gold.jsonl", path / "gold.jsonl")
    _answer(path / "reports.jsonl", path / "answers.jsonl")
    CliRunner().invoke(app, ["code", str(path / "gold.jsonl"), "-o", str(path / "coded.jsonl")])
    CliRunner().invoke(app, ["link", str(path / "coded.jsonl"), "-o", str(path / "incidents.jsonl")])
    return path


@pytest.mark.parametrize("page", [page for page in PAGES if commands(page)], ids=lambda page: page.name)
def test_commands_run(page, folder, monkeypatch):
    """Every `$ marsad ...` of a page exits with 0; `cat FILE |` before it feeds its standard input."""
    monkeypatch.chdir(folder)
    for line in commands(page):
        piped = re.fullmatch(r"cat (\S+) \| (.*)", line)
        stdin = Path(piped[1]).read_bytes() if piped else None
        name, *arguments = shlex.split(piped[2] if piped else line)
        assert name == "marsad", line
        result = CliRunner().invoke(app, arguments, input=stdin)
        assert result.exit_code == 0, (line, result.output, result.exception)


@pytest.mark.parametrize("page", [page for page in PAGES if blocks(page, "python")], ids=lambda page: page.name)
def test_python_runs(page, folder, monkeypatch, request):
    """The Python blocks of a page run one after another; where they ask a workbench, there is one."""
    monkeypatch.chdir(folder)
    if any("marsad.client" in block for block in blocks(page, "python")):
        request.getfixturevalue("answering")
    names: dict[str, object] = {}
    for block in blocks(page, "python"):
        exec(compile(block, str(page), "exec"), names)


def test_the_example_of_the_readme_is_true(folder):
    """The fields that README shows for its report are those that marsad gives."""
    (block,) = blocks(ROOT / "README.md", "json")
    result = CliRunner().invoke(app, ["code", str(folder / "report.txt"), "-q"])
    (event,) = json.loads(result.stdout)["events"]
    shown = json.loads(block)
    got = {name: event[name] for name in shown}
    got["place"] = {name: event["place"][name] for name in shown["place"]}
    got["date"] = {name: event["date"][name] for name in shown["date"]}
    assert got == shown


def test_the_readme_in_arabic_says_the_same():
    """Its example is that of the English page, and so are the figures of its table."""
    english, arabic = ((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.ar.md"))
    assert blocks(ROOT / "README.ar.md", "text") == blocks(ROOT / "README.md", "text")
    figures = [re.findall(r"(?<![\w.])[01]?\.\d\d\b", page.replace(",", " ")) for page in (english, arabic)]
    assert len(figures[0]) > 20
    assert figures[0][: len(figures[1])] == figures[1]


def test_the_workbench_in_arabic_names_its_keys_and_words():
    """The keys are those of the English page, and what stands in «» is what the workbench shows."""
    english, arabic = (
        (ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("workbench.md", "workbench.ar.md")
    )
    keys = re.findall(r"^\| ([A-Z?↓][^|\u0600-\u06ff]*?) \|", arabic, re.MULTILINE)
    assert len(keys) > 10
    assert [key for key in keys if f"| {key} |" not in english] == []
    shown = (ROOT / "src" / "marsad" / "serve" / "locales" / "ar.po").read_text(encoding="utf-8")
    named = set(re.findall(r"«([^»]+)»", arabic)) - {"قرب"}
    assert len(named) > 5
    assert sorted(name for name in named if f'msgstr "{name}"' not in shown) == []


def test_the_entry_shown_is_a_good_one(tmp_path):
    """Put beside the word lists, the entry of the page on words breaks no rule."""
    (entry,) = blocks(ROOT / "docs" / "add-a-word.md", "yaml")
    shutil.copytree(RESOURCES / "ar", tmp_path / "ar")
    added = tmp_path / "ar" / "triggers" / "added.yaml"
    added.write_text(entry, encoding="utf-8")
    assert [problem.say("en") for problem in check([added], tmp_path)] == []


def test_every_folder_of_words_is_on_the_page():
    """A list that people may add to is named in both languages."""
    page = (ROOT / "docs" / "add-a-word.md").read_text(encoding="utf-8")
    missing = [
        path.name for path in sorted((RESOURCES / "ar").iterdir()) if path.is_dir() and page.count(f"`{path.name}`") < 2
    ]
    assert missing == []


def test_every_list_of_words_is_on_the_page():
    """The table of lists says what the schema does; `marsad lexicon lists` prints it anew."""
    page = (ROOT / "docs" / "add-a-word.md").read_text(encoding="utf-8")
    assert page.partition("<!-- lists -->\n")[2].splitlines() == table()


def test_every_field_of_the_record_is_on_the_page():
    """The page on the record names all that the schema does."""
    page = (ROOT / "docs" / "record.md").read_text(encoding="utf-8")
    schema = json.loads((RESOURCES / "schema" / "record.schema.json").read_text(encoding="utf-8"))
    parts = [schema["$defs"]["event"], schema["$defs"]["event"]["properties"]["place"], schema["$defs"]["evidence"]]
    parts += [schema["$defs"]["skipped"], schema["properties"]["report"], schema]
    names = {name for part in parts for name in part["properties"]}
    assert sorted(name for name in names if f"`{name}`" not in page and f'"{name}"' not in page) == []


def test_every_column_is_on_the_page():
    """The page on the record has the dictionary of columns, word for word."""
    page = (ROOT / "docs" / "record.md").read_text(encoding="utf-8")
    for row in csv.DictReader(io.StringIO((RESOURCES / "columns.csv").read_text(encoding="utf-8"))):
        assert f"| `{row['name']}` | {row['type']} | {row['english']} | {row['arabic']} |" in page


def test_every_command_and_option_is_on_the_page():
    """The page on the command line names each command, each option of `code`, and each exit status."""
    page = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    command = typer.main.get_command(app)
    assert [name for name in command.commands if f"`marsad {name}`" not in page] == []
    options = [name for option in command.commands["code"].params for name in option.opts if name.startswith("-")]
    assert [name for name in options if f"`{name}`" not in page] == []
    for name in ("archive", "bundle"):
        inner = getattr(command.commands[name], "commands", {name: command.commands[name]})
        options = [name for one in inner.values() for option in one.params for name in option.opts if name[:1] == "-"]
        assert [name for name in options if f"`{name}" not in page] == []
    assert [int(status) for status in Exit if f"| {int(status)} | " not in page] == []


def test_the_page_on_redaction_names_options_kinds_and_keys():
    """The page on redaction names each option, each kind of what is removed, and each key of a rule."""
    page = (ROOT / "docs" / "redact.md").read_text(encoding="utf-8")
    command = typer.main.get_command(app).commands["redact"]
    options = [name for option in command.params for name in option.opts if name.startswith("-")]
    assert [name for name in options if f"`{name}`" not in page] == []
    assert [kind for kind in KINDS if f"`{kind}`" not in page] == []
    assert [key for key in Rule.model_fields if f"{key} = " not in page and key not in page] == []


def test_the_page_on_trends_names_options_and_keys():
    """The page on the command line has each option of `trend`, and that on trends each key of a search."""
    page = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    command = typer.main.get_command(app).commands["trend"]
    options = [name for option in command.params for name in option.opts if name.startswith("-")]
    assert [name for name in options if f"`{name}`" not in page] == []
    (shown,) = blocks(ROOT / "docs" / "trends.md", "toml")
    assert [key for key in Search.model_fields if key not in shown] == []


def test_every_key_of_a_registry_is_on_the_page():
    """The page on sources names each key and each kind, and each option of `watch`."""
    page = (ROOT / "docs" / "sources.md").read_text(encoding="utf-8")
    watch = typer.main.get_command(app).commands["watch"]
    options = [name for option in watch.params for name in option.opts if name.startswith("--") and name != "--quiet"]
    named = [*Source.model_fields, *Feed.model_fields, *get_args(SourceKind), *options]
    assert [name for name in named if f"`{name}`" not in page] == []


def test_every_input_is_on_the_page():
    """The page on the command line names each ending and each name of a field."""
    page = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    named = [*INPUTS, *(name for names in NAMES.values() for name in names)]
    assert [name for name in named if f"`{name}`" not in page] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    """A link to a file of the project finds it."""
    targets = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_every_address_of_the_interface_is_on_its_page():
    """The page on the interface names all that can be asked, and every kind of change."""
    page = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    modules = (around, changes, codings, counts, incidents, reports, reviews, search)
    paths = {route.path.replace(":path", "") for module in modules for route in module.router.routes}
    first = {path.split("/{")[0] if not path.startswith(("/reviews", "/judgements")) else path for path in paths}
    assert [path for path in sorted(first) if f"`{path}`" not in page] == []
    below = {path.rpartition("}")[2] for path in paths if path.startswith("/incidents/{") and not path.endswith("}")}
    assert [path for path in sorted(below) if f"`{path}`" not in page] == []
    assert [act for act in ACTS if f"`{act}`" not in page] == []


def test_the_version_to_cite_is_the_version():
    """Who cites the software by its file cites what `marsad --version` prints."""
    told = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert told["version"] == __version__
