"""`marsad lexicon` checks, formats and explains word lists."""

import pytest
from typer.testing import CliRunner

from marsad.cli.lexicon import app
from marsad.lexicon.load import RESOURCES

runner = CliRunner()


@pytest.fixture
def untidy(tmp_path):
    file = tmp_path / "triggers" / "one.yaml"
    file.parent.mkdir()
    file.write_text(
        "- {sense: strike, id: one, forms: [قصف], source: usage, matches: [{text: قصف, find: قصف}]}\n", encoding="utf-8"
    )
    return file


def test_explain_prints_the_tree():
    """The tree of a sentence names the kind and the entry."""
    result = runner.invoke(app, ["explain", "قصفت الطائرات القرية", "--kind", "triggers"])
    assert result.exit_code == 0
    assert "strike.verb" in result.output


def test_explain_refuses_an_unknown_kind():
    """A kind that is none is wrong usage, and the kinds are listed."""
    result = runner.invoke(app, ["explain", "قصف", "--kind", "verbs"])
    assert result.exit_code == 2
    assert "triggers" in result.output


def test_format_check_changes_nothing(untidy):
    """With --check a file that would change is named, kept, and ends with 4."""
    before = untidy.read_text(encoding="utf-8")
    result = runner.invoke(app, ["format", "--check", str(untidy)])
    assert result.exit_code == 4
    assert untidy.read_text(encoding="utf-8") == before


def test_format_writes_the_canonical_text(untidy):
    """Without --check the file is rewritten, and a second run has nothing to do."""
    assert runner.invoke(app, ["format", str(untidy)]).exit_code == 0
    assert untidy.read_text(encoding="utf-8").startswith("- id: one\n")
    assert runner.invoke(app, ["format", "--check", str(untidy)]).exit_code == 0


def test_a_file_in_no_kind_is_wrong_usage(tmp_path):
    """A file that stands in no folder of word lists is refused."""
    file = tmp_path / "one.yaml"
    file.write_text("[]\n", encoding="utf-8")
    assert runner.invoke(app, ["format", str(file)]).exit_code == 2
    assert runner.invoke(app, ["check", str(file)]).exit_code == 2


def test_check_reads_a_file_from_elsewhere(tmp_path):
    """A draft outside the package is checked, too: nothing wrong goes by because of where it lies."""
    file = tmp_path / "qualifiers" / "draft.yaml"
    file.parent.mkdir()
    file.write_text("- id: a-draft\n  kind: nonsense\n  forms: [كلام]\n", encoding="utf-8")
    result = runner.invoke(app, ["check", str(file)])
    assert result.exit_code == 4
    assert "a-draft" in result.output


def test_check_speaks_arabic():
    """The verdict is told in the language asked for."""
    result = runner.invoke(app, ["check", "--language", "ar", str(RESOURCES / "ar" / "qualifiers" / "denial.yaml")])
    assert "لا مشكلات" in result.output
