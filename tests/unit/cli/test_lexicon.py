"""`marsad lexicon` checks, formats and explains word lists."""

import pytest
from typer.testing import CliRunner

from marsad.cli.lexicon import app
from marsad.cli.main import app as main
from marsad.errors import ResourceError
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


def test_lists_are_told_with_their_words():
    """A list of a kind comes with its file, its words and its note; without a kind all kinds are a table."""
    result = runner.invoke(app, ["lists", "--kind", "numbers"])
    assert "between (ranges.yaml): بين، وبين" in result.output
    assert "a count lies between them" in result.output
    assert "| `connectives` |" in runner.invoke(app, ["lists"]).output
    assert runner.invoke(app, ["lists", "--kind", "verbs"]).exit_code == 2


def test_a_list_of_people_that_is_checked_by_itself_is_told(tmp_path):
    """Names of one's own are refused, whether the folder is in use or the file is named."""
    file = tmp_path / "ar" / "names" / "ours.yaml"
    file.parent.mkdir(parents=True)
    file.write_text("[]\n", encoding="utf-8")
    result = runner.invoke(app, ["check", str(file)])
    assert (result.exit_code, "only marsad's own files" in result.output) == (4, True)


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


ACTOR = """\
- id: bank-eagles
  code: "other:نسور الضفة"
  name_ar: فصيل نسور الضفة
  name_en: Bank Eagles
  category: militia
  country: SY
  source: شبكة ضفاف
  aliases: [فصيل نسور الضفة, نسور الضفة]
  matches:
    - {text: هاجم فصيل نسور الضفة الحاجز, find: فصيل نسور الضفة}
"""


@pytest.fixture
def words(tmp_path):
    """A folder of words of one's own."""
    file = tmp_path / "ours" / "actors" / "militias.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(ACTOR, encoding="utf-8")
    return tmp_path / "ours"


def test_words_go_into_a_store_and_come_out_again(tmp_path, words):
    """What is right is kept, counts for a folder that is written from it, and can be taken out."""
    store, out = str(tmp_path / "a.db"), tmp_path / "out"
    assert runner.invoke(main, ["store", "init", store]).exit_code == 0
    result = runner.invoke(main, ["lexicon", "import", str(words), "--store", store])
    assert (result.exit_code, "revision 1" in result.output) == (0, True)
    assert runner.invoke(main, ["lexicon", "export", str(out), "--store", store]).exit_code == 0
    assert "نسور الضفة" in (out / "actors" / "own.yaml").read_text(encoding="utf-8")
    result = runner.invoke(main, ["--words", str(out), "--version"])
    assert "+r1." in result.output
    (words / "actors" / "militias.yaml").write_text("[]\n", encoding="utf-8")
    result = runner.invoke(main, ["lexicon", "import", str(words), "--store", store, "--replace"])
    assert "revision 2" in result.output
    assert "as shipped" in runner.invoke(main, ["lexicon", "export", str(tmp_path / "no"), "--store", store]).output


def test_words_with_a_fault_are_not_kept(tmp_path, words):
    """File, line, entry and words are named, and the store is as it was."""
    store, file = str(tmp_path / "a.db"), words / "actors" / "militias.yaml"
    runner.invoke(main, ["store", "init", store])
    file.write_text(ACTOR.replace("[فصيل", "[قصي النجار, فصيل"), encoding="utf-8")
    result = runner.invoke(main, ["lexicon", "import", str(words), "--store", store, "-l", "ar"])
    assert result.exit_code == 4
    assert f"{file}:1: [bank-eagles]" in result.output
    assert "«قصي النجار» اسم شخص" in result.output
    assert "as shipped" in runner.invoke(main, ["lexicon", "export", str(tmp_path / "no"), "--store", store]).output


def test_words_in_a_folder_that_nothing_reads(tmp_path, words, monkeypatch):
    """Neither the check nor a store takes them for right: nobody would see that they are not read."""
    (words / "ar" / "trigger").mkdir(parents=True)
    (words / "ar" / "trigger" / "ours.yaml").write_text("[]\n", encoding="utf-8")
    monkeypatch.setattr("marsad.amend.check.check", list)
    store = str(tmp_path / "a.db")
    runner.invoke(main, ["store", "init", store])
    for command in (
        ["lexicon", "import", str(words), "--store", store],
        ["--words", str(words), "lexicon", "check"],
    ):
        result = runner.invoke(main, command)
        assert result.exit_code == 4
        assert "Put it into ar/triggers/ours.yaml." in result.output


def test_words_of_a_folder_that_is_not_there(tmp_path):
    """Coding without them would go unnoticed: it is an error."""
    with pytest.raises(ResourceError, match="no such folder of words"):
        runner.invoke(main, ["--words", str(tmp_path / "none"), "schema"], catch_exceptions=False)
