"""What people change of a template shows in the report, and what does not fit is said with file, key and remedy."""

from __future__ import annotations

import io

import docx
import pytest

from marsad.errors import ResourceError
from marsad.sitrep import make, read_template, write_template
from marsad.sitrep.compose import compose
from marsad.wording import Tongue

EN = Tongue(language="en")


@pytest.fixture
def folder(tmp_path):
    write_template(tmp_path / "mine")
    return tmp_path / "mine"


def change(file, old, new):
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_written_template_is_marsads_own(folder, situation, places):
    """Unchanged it makes the same bytes; a second one is not written over it."""
    own = dict(make(situation(), read_template(), [EN], places))
    again = dict(make(situation(), read_template(folder), [EN], places))
    assert own["report.en.pdf"] == again["report.en.pdf"]
    assert own["report.en.docx"] == again["report.en.docx"]
    with pytest.raises(ResourceError, match="there already"):
        write_template(folder)


def test_words_order_and_looks_can_be_changed(folder, situation, places):
    """A sentence of one's own, fewer sections in another order, other styles."""
    change(folder / "words.en.toml", "Situation report: {area}", "What happened in {area}")
    change(folder / "report.toml", '["summary", "map", "weeks", "units", "kinds", "actors", "notable"', '["notable"')
    change(folder / "report.toml", "notable = 10", "notable = 1")
    styles = docx.Document(str(folder / "styles.docx"))
    styles.styles["Normal"].font.name = "Amiri"
    styles.save(str(folder / "styles.docx"))
    made = dict(make(situation(), read_template(folder), [EN], places))
    document = docx.Document(io.BytesIO(made["report.en.docx"]))
    assert document.paragraphs[0].text == "What happened in Deir-ez-Zor"
    assert document.styles["Normal"].font.name == "Amiri"
    headings = [one.text for one in document.paragraphs if one.style.name == "Heading 1"]
    assert headings[0] == "Notable incidents"
    before = made["report.en.pdf"]
    change(folder / "report.typ", "#0b4a6f", "#aa0000")
    assert dict(make(situation(), read_template(folder), [EN], places))["report.en.pdf"] != before


def test_a_file_that_is_not_there_is_marsads_own(folder):
    """Who changes words only keeps one file."""
    for name in ("report.typ", "report.toml", "styles.docx", "words.ar.toml"):
        (folder / name).unlink()
    template = read_template(folder)
    assert template.styles is None
    assert template.words["ar"] == read_template().words["ar"]


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("words.en.toml", 'summary = "In short"\n', "", "titles.summary is missing"),
        ("words.en.toml", 'summary = "In short"', 'summary = "In short"\nextra = "x"', "titles.extra is no key"),
        ("words.ar.toml", 'other = "حادثة"', "other = 3", "nouns.incident.other"),
        ("words.en.toml", "[titles]", "[titles", "cannot be read"),
        ("report.toml", '"summary"', '"poem"', "sections"),
    ],
)
def test_what_does_not_fit_is_said(folder, file, old, new, said):
    """With the file, the key, and what to compare it with."""
    change(folder / file, old, new)
    with pytest.raises(ResourceError, match=said) as error:
        read_template(folder)
    assert file in str(error.value)
    assert "Compare" in str(error.value)


def test_braces_that_mean_nothing_are_said(folder, situation, places):
    """With what may stand there."""
    change(folder / "words.en.toml", "told in {reports} by", "told in {papers} by")
    with pytest.raises(ResourceError, match=r"sentences\.total: 'papers'.*\{reports\}"):
        compose(situation(), read_template(folder), EN, places)


def test_a_layout_that_does_not_compile_is_said(folder, situation, places):
    """Typst's own words, with the name of the file."""
    change(folder / "report.typ", "#set document", "#sett document")
    with pytest.raises(ResourceError, match=r"report\.typ.*does not compile.*sett"):
        dict(make(situation(), read_template(folder), [EN], places, forms=["pdf"]))


def test_a_folder_that_is_not_there_is_said(tmp_path):
    """With the command that writes one."""
    with pytest.raises(ResourceError, match="--write-template"):
        read_template(tmp_path / "none")


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (lambda file: file.write_text("no document"), "no Word document"),
        (lambda file: file.write_bytes(b"PK\x05\x06" + 18 * b"\0"), "no Word document"),
        (lambda file: unstyled(file, "Caption"), "It has no style Caption"),
    ],
)
def test_styles_that_are_none_are_said_before_anything_is_made(folder, situation, places, spoil, problem):
    """A broken file, an empty archive, a document of another hand: no PDF stands there as if all had gone well."""
    spoil(folder / "styles.docx")
    with pytest.raises(ResourceError, match=problem) as caught:
        next(make(situation(), read_template(folder), [EN], places))
    assert caught.value.file == str(folder / "styles.docx")
    assert "--write-template" in caught.value.remedy


def unstyled(file, name):
    """Take a style out of a document."""
    document = docx.Document(str(file))
    document.styles[name].delete()
    document.save(str(file))


def test_a_folder_of_other_things_is_no_template(tmp_path):
    """It would make marsad's own report without a word; the message names what a template holds."""
    with pytest.raises(ResourceError, match="no file of a template") as caught:
        read_template(tmp_path)
    assert "words.ar.toml" in caught.value.remedy
