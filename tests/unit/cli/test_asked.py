"""Areas, kinds and actors that options ask for: a mistyped one is refused, and never counted as nought."""

import json

import pytest
import typer
from typer.testing import CliRunner

from marsad.cli.asked import actor_asked, area_asked, each, kind_asked
from marsad.cli.main import app


@pytest.mark.parametrize(("told", "code"), [("SY07", "SY07"), ("إدلب", "SY07"), ("Idlib", "SY07"), (None, None)])
def test_an_area_is_asked_for_by_code_or_name(told, code):
    """Records know it by its code."""
    assert area_asked(told) == code


def test_an_area_under_a_name_is_said(capsys):
    """Whoever wrote a name sees which unit was taken."""
    area_asked("إدلب")
    assert capsys.readouterr().err == "إدلب: SY07, Idleb.\n"


@pytest.mark.parametrize(("told", "more"), [("SY99", "SY09"), ("ادلبب", "Did you mean SY07"), ("عمان", "several")])
def test_an_area_that_means_nothing_or_too_much_is_refused(told, more):
    """A report of it would say that nothing happened there."""
    with pytest.raises(typer.BadParameter, match=more):
        area_asked(told)


@pytest.mark.parametrize(
    ("told", "kind"),
    [("Arrests", "Arrests"), ("arrests", "Arrests"), ("اشتباك مسلح", "Armed clash"), ("armed CLASH", "Armed clash")],
)
def test_a_kind_is_asked_for_in_either_language(told, kind):
    """In capitals or not."""
    assert kind_asked(told) == kind


def test_a_family_of_kinds_only_where_it_may_be_asked_for():
    """Trends take Battles, counts do not."""
    assert kind_asked("battles", families=True) == "Battles"
    with pytest.raises(typer.BadParameter, match="No kind is called battles"):
        kind_asked("battles")


@pytest.mark.parametrize(
    ("told", "code"),
    [("sdf", "sdf"), ("قسد", "sdf"), ("قوات سوريا الديمقراطية", "sdf"), ("Syrian Democratic Forces", "sdf")],
)
def test_an_actor_is_asked_for_by_code_or_name(told, code):
    """A name that means one actor only."""
    assert actor_asked(told) == code


def test_an_actor_of_a_report_alone_stays_as_it_is():
    """It has no other name, and is in no register."""
    assert actor_asked("other:كتيبة النهر") == "other:كتيبة النهر"


def test_an_actor_that_nobody_knows_is_refused():
    """With codes that are spelt like it."""
    with pytest.raises(typer.BadParameter, match=r"No actor is called sdff\. Did you mean sdf"):
        actor_asked("sdff", option="--side1")


def test_several_are_each_looked_up():
    """Parted by commas, with spaces or without."""
    assert each("إدلب, SY09", area_asked) == "SY07,SY09"
    assert each(None, area_asked) is None


@pytest.mark.parametrize(
    "arguments",
    [
        ("count", "--area", "SY99"),
        ("count", "--type", "قصف"),
        ("report", "--area", "SY99"),
        ("chart", "series", "-o", "x.svg", "--area", "SY99"),
        ("map", "-o", "x.svg", "--area", "SY99"),
        ("trend", "--area", "SY99"),
        ("missing", "--actor", "sdff"),
        ("search", "", "--store", "x.db", "--area", "SY99"),
        ("incident", "list", "--store", "x.db", "--actor", "sdff"),
    ],
)
def test_every_command_refuses_what_means_nothing(tmp_path, monkeypatch, arguments):
    """None of them answers that nothing happened."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "coded.jsonl").write_text(json.dumps({"id": "r1", "events": []}) + "\n", encoding="utf-8")
    files = [] if "--store" in arguments else ["coded.jsonl"]
    result = CliRunner().invoke(app, [*arguments, *files])
    assert result.exit_code == 2, result.output
    assert "is called" in result.output
    assert not list(tmp_path.glob("*.svg"))
