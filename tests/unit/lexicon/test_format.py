"""The formatter writes one canonical text and loses nothing."""

import pytest
import yaml

from marsad.lexicon.format import format_file, formatted

UNTIDY = """\
# About strikes.
# Two lines.

# A word of its own.
- {forms: [قصف, قُصف, يقصف], matches: [{text: "قصفت: القوات", find: قصفت}], sense: strike,
   id: strike, pos: verb, source: usage, rejects: ["لا شيء، هنا"]}
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "strike.yaml"
    path.write_text(UNTIDY, encoding="utf-8")
    return path


def test_keys_stand_in_order_and_comments_stay(file):
    """Head comment, entry comment, id first, forms before examples, a form spelled twice once."""
    assert formatted(file, "triggers") == (
        "# About strikes.\n# Two lines.\n\n# A word of its own.\n"
        "- id: strike\n  sense: strike\n  pos: verb\n  forms: [قصف, يقصف]\n  source: usage\n"
        '  matches:\n    - text: "قصفت: القوات"\n      find: قصفت\n  rejects:\n    - لا شيء، هنا\n'
    )


def test_formatting_twice_changes_nothing(file):
    """The canonical text is its own canonical text."""
    assert format_file(file, "triggers") is True
    assert format_file(file, "triggers") is False


def test_values_survive(file):
    """Apart from doubled forms, the file says what it said before."""
    before = yaml.safe_load(UNTIDY)[0]
    after = yaml.safe_load(formatted(file, "triggers"))[0]
    assert after.pop("forms") == ["قصف", "يقصف"]
    del before["forms"]
    assert after == before


def test_long_lists_are_wrapped_and_read_back(tmp_path):
    """A list too long for a line is written over several and reads back whole."""
    forms = [f"كلمة {letter}{other}" for letter in "ابتثجح" for other in "دذرزسش"]
    path = tmp_path / "long.yaml"
    text = yaml.safe_dump([{"id": "long", "forms": forms}], allow_unicode=True)
    path.write_text(text, encoding="utf-8")
    written = formatted(path, "triggers")
    assert max(map(len, written.split("\n"))) <= 120
    assert yaml.safe_load(written)[0]["forms"] == forms


@pytest.mark.parametrize(
    "value", ["yes", "null", "3.5", "- x", "a: b", "قال: نعم", 'قال "نعم"', "#وسم", "نعم ", "A\\B"]
)
def test_scalars_that_yaml_would_read_otherwise_are_quoted(tmp_path, value):
    """Text stays text: no word of YAML, sign or number is left bare."""
    path = tmp_path / "one.yaml"
    path.write_text(yaml.safe_dump([{"id": "one", "source": value}], allow_unicode=True), encoding="utf-8")
    assert yaml.safe_load(formatted(path, "triggers"))[0]["source"] == value
