"""The check of word lists names every problem with its line, entry and remedy."""

import re

import pytest

from marsad.lexicon.check import check
from marsad.lexicon.problems import CODES

GOOD = """\
- id: strike
  sense: strike
  pos: verb
  forms: [قصف]
  source: usage
  matches:
    - text: قصفت القوات القرية
      find: قصفت
"""


def problems(tmp_path, text, kind="triggers"):
    folder = tmp_path / "ar" / kind
    folder.mkdir(parents=True)
    (folder / "one.yaml").write_text(text, encoding="utf-8")
    return check(folder=tmp_path)


def test_a_sound_file_has_no_problem(tmp_path):
    """A file that keeps the rules is passed over in silence."""
    assert problems(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "code", "said"),
    [
        ("sense: strike", "sence: strike", "unknown-key", "sence"),
        ("source: usage", "source: u", "too-short", "source"),
        ("[قصف]", "[قصف, یقصف]", "foreign-letter", "U+06CC"),
        ("[قصف]", "[قصف, يقـصف]", "mark", "U+0640"),
        ("[قصف]", "[قصف, يقصف\u200f]", "mark", "U+200F"),
        ("[قصف]", "[قصف, قُصف]", "form-twice", "قُصف"),
        ("  source", "  near: [طائرة حربية]\n  source", "companion", "طائرة حربية"),
        ("find: قصفت", "find: ضربت", "find-absent", "ضربت"),
        ("[قصف]", "[ضرب]", "match", "قصفت"),
        ("  matches:", "  rejects: [قصف الجيش القرية]\n  matches:", "reject", "قصف الجيش القرية"),
    ],
)
def test_each_problem_is_named(tmp_path, old, new, code, said):
    """One broken rule gives its problem, on the line of the entry, with the words at fault."""
    found = problems(tmp_path, GOOD.replace(old, new))
    assert code in [problem.code for problem in found]
    problem = next(problem for problem in found if problem.code == code)
    assert problem.line == 1
    assert said in problem.say("en")
    assert said in problem.say("ar")


@pytest.mark.parametrize("kind", ["role-words", "casualty-words", "speakers"])
def test_look_alikes_of_words_asked_about_one_by_one(tmp_path, kind):
    """A look-alike that holds a form is a problem, though the words mean what stands around them makes of them."""
    role = {"role-words": "loyal", "casualty-words": "kin", "speakers": "filler"}[kind]
    entry = GOOD.replace("sense: strike", f"role: {role}").replace("  matches:", "  rejects: [قصف القرية]\n  matches:")
    [problem] = problems(tmp_path, entry, kind)
    assert problem.code == "reject"


def test_unreadable_file_is_one_problem_with_its_line(tmp_path):
    """A file that is no YAML does not hide the others and says where it breaks."""
    [problem] = problems(tmp_path, GOOD + "- id: [oops\n")
    assert problem.code == "unreadable"
    assert problem.line > 1


def test_all_problems_come_at_once(tmp_path):
    """Two bad entries give two problems, each at its own line."""
    second = GOOD.replace("id: strike", "id: other").replace("قصف", "ضرب").replace("source: usage", "source: u")
    found = problems(tmp_path, GOOD.replace("find: قصفت", "find: ضربت") + "\n" + second)
    assert [(problem.line, problem.code) for problem in found] == [(1, "find-absent"), (10, "too-short")]


def test_one_form_in_two_entries_and_one_id_for_two(tmp_path):
    """The same form and the same id in a second entry are named with the first one's line."""
    found = problems(tmp_path, GOOD + "\n" + GOOD)
    assert {problem.code for problem in found} == {"form-elsewhere", "same-id"}
    assert all("line 1" in problem.say() for problem in found)


def test_companions_make_a_second_entry_of_a_form_lawful(tmp_path):
    """A form may stand twice when companions tell which entry is meant."""
    second = """
- id: strike.quake
  sense: none
  pos: verb
  forms: [قصف]
  near: [رعد]
  source: usage
  matches:
    - text: قصف الرعد في الليل
      find: قصف
"""
    assert problems(tmp_path, GOOD + second) == []


def test_a_list_that_changes_is_looked_at_again(tmp_path):
    """Twice the same says the same; what is written wrong, and righted, is seen at once."""
    file = tmp_path / "ar" / "triggers" / "one.yaml"
    wrong = problems(tmp_path, GOOD.replace("find: قصفت", "find: ضربت"))
    assert [problem.code for problem in wrong] == ["find-absent"]
    assert check(folder=tmp_path) == wrong
    file.write_text(GOOD, encoding="utf-8")
    assert check(folder=tmp_path) == []
    file.write_text(GOOD.replace("[قصف]", "[ضرب]"), encoding="utf-8")
    assert [problem.code for problem in check(folder=tmp_path)] == ["match"]


def test_files_asked_for_are_the_only_ones_reported(tmp_path):
    """A check of one file leaves out the problems of its neighbours."""
    problems(tmp_path, GOOD)
    (tmp_path / "ar/triggers/two.yaml").write_text("- id: BAD ID\n", encoding="utf-8")
    assert check([tmp_path / "ar/triggers/one.yaml"], folder=tmp_path) == []
    assert check([tmp_path / "ar/triggers/two.yaml"], folder=tmp_path) != []


def test_every_message_is_told_in_two_languages():
    """Both sentences of a problem name the same facts."""
    for code, (english, arabic) in CODES.items():
        assert set(re.findall(r"{\w+}", english)) >= set(re.findall(r"{\w+}", arabic)), code
