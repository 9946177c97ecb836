"""What somebody wrote into a folder of words and nothing reads is told, with where it is to stand."""

from __future__ import annotations

import pytest

from marsad.amend.kinds import AMENDED, folder_of
from marsad.amend.strays import idle_retirements, lists_of_people, unread_files
from marsad.lexicon.layers import OF_PEOPLE, RESOURCES, VARIABLE, layers
from marsad.lexicon.schema import KINDS


def write(folder, inside, text="- id: x\n"):
    """Write a file into a folder of words."""
    file = folder / inside
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("inside", "home"),
    [
        ("ar/trigger/ours.yaml", "ar/triggers/ours.yaml"),
        ("triggers/ours.yaml", "ar/triggers/ours.yaml"),
        ("ar/triggers/ours.yml", "ar/triggers/ours.yaml"),
        ("ar/triggers/syria/ours.yaml", "ar/triggers/ours.yaml"),
        ("actor/ours.yaml", "actors/ours.yaml"),
        ("actors.yaml", "actors/actors.yaml"),
        ("places/villages.csv", "places/supplement.csv"),
        ("places/supplement.xlsx", "places/supplement.csv"),
        ("stuff/ours.yaml", "actors/*.yaml, ar/triggers/*.yaml, places/supplement.csv"),
    ],
)
def test_a_file_in_the_wrong_place_is_told_its_right_one(tmp_path, inside, home):
    """A folder spelt wrongly, one too deep or too shallow, another ending, another table."""
    file = write(tmp_path, inside)
    (problem,) = unread_files(tmp_path)
    assert (problem.file, problem.code, dict(problem.facts)["home"]) == (str(file), "unread-file", home)
    assert home in problem.say()
    assert home in problem.say("ar")


def test_what_is_read_and_what_holds_no_entries_is_let_be(tmp_path):
    """Lists, tables, retirements, notes beside them and what a version control keeps."""
    for inside in (
        "actors/ours.yaml", "ar/triggers/ours.yaml", "ar/places/ours.yaml", "places/supplement.csv", "retired.yaml",
        "ar/outlets/ours.yaml",
        "revision.txt", "README.md", "map.png", ".git/hooks/x.yaml", "actors/~$ours.xlsx",
    ):  # fmt: skip
        write(tmp_path, inside)
    assert list(unread_files(tmp_path)) == []


def test_lists_of_people_are_no_words_of_ones_own(tmp_path):
    """Whose names stay public is decided in marsad's own files."""
    write(tmp_path, "ar/public-people/ours.yaml")
    assert [problem.code for problem in unread_files(tmp_path)] == ["people-list"]


def test_every_list_of_words_is_read_from_ones_own_folder_or_refused(tmp_path, monkeypatch):
    """Coding reads one's own lists of every kind that the check lets stand, and no list of people's names."""
    assert {folder_of(kind) for kind in AMENDED} - {"actors"} == set(KINDS) - OF_PEOPLE
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    for kind in KINDS:
        file = write(tmp_path, f"ar/{kind}/ours.yaml")
        read = layers(kind=kind) != (RESOURCES,)
        assert bool(list(unread_files(tmp_path))) is not read, kind
        file.unlink()


def test_a_list_of_people_that_is_named_is_told(tmp_path):
    """Whoever checks that file alone learns that it is not read; marsad's own lists are theirs."""
    file = write(tmp_path, "ar/names/ours.yaml")
    found = list(lists_of_people([file, RESOURCES / "ar/names/male.yaml", RESOURCES / "ar/triggers/air.yaml"]))
    assert [(problem.file, problem.code) for problem in found] == [(str(file), "people-list")]


def test_a_retirement_of_what_is_not_there_is_told(tmp_path):
    """A mistyped id or kind takes nothing out; what a folder below holds may be retired, and so may a listed place."""
    below, above = tmp_path / "below", tmp_path / "above"
    row = "id,name_ar,aliases_ar,name_en,country,feature,admin1,admin2,admin3,lat,lon,population,codes,source\n"
    write(below, "places/supplement.csv", row + "own:gull,أرض النورس,,,SY,village,SY09,,,35.01,40.50,,,team\n")
    write(
        above,
        "retired.yaml",
        "- {kind: places, id: 'own:gull', source: gone}\n- {kind: places, id: 'C5202', source: gone}\n"
        "- {kind: triggers, id: assault.noun, source: ours}\n- {kind: triggers, id: assault.nuon, source: ours}\n"
        "- {kind: trigger, id: assault.noun, source: ours}\n",
    )
    found = [(problem.line, problem.code) for problem in idle_retirements((RESOURCES, below, above))]
    assert found == [(4, "unknown-id"), (5, "no-choice")]
