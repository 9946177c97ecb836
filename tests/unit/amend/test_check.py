"""One's own entries are checked as the shipped ones are, and none of them may be a person."""

from __future__ import annotations

import pytest

from marsad.amend.actors import check_actors
from marsad.amend.bench import Bench
from marsad.amend.check import check
from marsad.gazetteer.check import check_places
from marsad.lexicon.layers import lay_over, own_words
from marsad.model.amendment import Amendment


def codes(part=check):
    """Return what is wrong with all that is in use or a part of it, as (id, code), each once."""
    return {(problem.entry_id, problem.code) for problem in part()}


def check_afresh():
    """Return what is wrong as a process sees it that has read no words before."""
    with Bench(own_words()) as bench:
        return bench.check()


def test_good_entries_have_no_problem(own, actor, place, trigger, amendment):
    """An actor, a place and a wording of one's own are let pass."""
    own(amendment("actors", actor), amendment("places", place), amendment("triggers", trigger))
    assert check_afresh() == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"parent": "nobody"}, "unknown-id"),
        ({"parent": "bank-eagles"}, "circle"),
        ({"code": "eagles"}, "no-code"),
        ({"code": "other:"}, "no-code"),
        ({"parent": "syr-regime-police"}, "other-state"),
        ({"aliases": [{"form": "فصیل نسور الضفة"}]}, "foreign-letter"),
    ],
)
def test_what_an_actor_says_must_be_there(own, actor, amendment, change, code):
    """A parent, a code and letters that are none are named with the actor."""
    own(amendment("actors", actor | change))
    assert ("bank-eagles", code) in codes(check_actors)


@pytest.mark.parametrize(
    ("alias", "code"),
    [({"form": "قسد"}, "two-owners"), ({"form": "أبو خالد النجار"}, "person"), ({"form": "قصي النجار"}, "person")],
)
def test_aliases_that_are_refused(own, actor, amendment, alias, code):
    """A name that another actor has, and the name of a person."""
    own(amendment("actors", actor | {"aliases": [*actor["aliases"], alias]}))
    assert ("bank-eagles", code) in codes(check_actors)


def test_all_that_is_wrong_is_told_at_once(tmp_path):
    """Actors, words and places that cannot be read do not hide one another, and none ends the check."""
    for name, text in {
        "actors/ours.yaml": "- id: green-valley\n  name_ar: كتائب\n",
        "ar/triggers/ours.yaml": "- id: attack.felled-it\n  forms: [أوقعوه]\n  pos: werb\n",
        "places/supplement.csv": "name_ar,lat,lon\nتل المرجانة,32.7,36\n",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    lay_over([tmp_path])
    found = check_afresh()
    told = {(problem.entry_id, problem.code) for problem in found}
    assert told >= {
        ("green-valley", "missing"), ("attack.felled-it", "missing"), ("attack.felled-it", "no-choice"),
        ("", "unreadable-table"),
    }  # fmt: skip
    assert all(problem.line and problem.say("ar") for problem in found)
    assert {dict(problem.facts)["where"] for problem in found if problem.code == "missing"} >= {"sense", "aliases"}


def test_an_actor_called_as_a_person_is_refused(own, actor, amendment):
    """Actors are bodies: not even the name of one may be somebody's."""
    person = {"name_ar": "المدعو أبو خالد", "aliases": [{"form": "عصابة أبو خالد"}]}
    examples = {"matches": [{"text": "هاجمت عصابة أبو خالد الحاجز", "find": "عصابة أبو خالد"}]}
    own(amendment("actors", actor | person | examples))
    assert ("bank-eagles", "person") in codes(check_actors)


def test_examples_are_run(own, actor, amendment):
    """What must be found and is not, and what must not be found and is, come with the words."""
    wrong = {"matches": [{"text": "هاجم لواء الشمس الحاجز", "find": "لواء الشمس"}]}
    named = {"id": "hill-hawks", "code": "other:صقور الهضبة", "name_ar": "فصيل صقور الهضبة", "name_en": "Hill Hawks"}
    other = actor | named | {
        "aliases": [{"form": "فصيل صقور الهضبة"}],
        "matches": [{"text": "هاجم فصيل صقور الهضبة الحاجز", "find": "فصيل صقور الهضبة"}],
        "rejects": ["غادر فصيل صقور الهضبة البلدة"],
    }  # fmt: skip
    own(amendment("actors", actor | wrong), amendment("actors", other))
    found = {problem.entry_id: problem for problem in check_afresh()}
    assert {one: problem.code for one, problem in found.items()} == {
        "bank-eagles": "actor-match", "hill-hawks": "actor-reject",
    }  # fmt: skip
    assert "لواء الشمس" in found["bank-eagles"].sentence("ar")


def test_an_entry_that_takes_the_examples_of_another_is_refused(own, trigger, amendment):
    """A new wording must leave every example of every shipped entry as it is."""
    own(amendment("triggers", trigger | {"forms": ["غارة", "ضربة من السما"]}))
    told = check()
    assert "form-elsewhere" in {problem.code for problem in told}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"lat": 15.3, "lon": 44.2}, "point-abroad"),
        ({"lat": 95.0}, "point"),
        ({"lon": None}, "point"),
        ({"admin1": "SY99"}, "unknown-id"),
        ({"admin1": "IQ01"}, "unit-abroad"),
        ({"name_ar": "Gull Land ¶"}, "place-name"),
    ],
)
def test_what_a_place_says_must_be_so(own, place, amendment, change, code):
    """A point abroad, a unit that is not there, and letters of another script."""
    if change.get("admin1") == "IQ01":
        change = {"admin1": "IQG01"}
    own(amendment("places", {name: value for name, value in (place | change).items() if value is not None}))
    assert ("own:ard-alnawras", code) in codes(check_places)


def test_the_home_of_a_person_is_no_place(own, actor, place, amendment):
    """It is refused, and what is wrong with places and actors besides is told with it."""
    home = place | {"name_ar": "منزل قصي النجار", "lat": 95.0}
    own(amendment("places", home), amendment("actors", actor | {"parent": "nobody"}))
    assert {(home["id"], "home"), (home["id"], "point"), (actor["id"], "unknown-id")} <= codes()


def test_values_that_nothing_knows_are_refused(own, trigger, amendment):
    """A sense or a type that no part of marsad has heard of would mean nothing."""
    own(amendment("triggers", trigger | {"sense": "thunder", "sub_event_type": "Thunder"}))
    assert codes() == {("airstrike.from-the-sky", "no-choice")}


def test_words_may_not_name_a_person(own, amendment):
    """A speaker who is a private person is refused; spokesmen whom everybody knows are listed by marsad itself."""
    speaker = {
        "id": "party.somebody", "role": "speaker", "kind": "party", "forms": ["قصي النجار"], "source": "قناة",
        "matches": [{"text": "قال قصي النجار", "find": "قصي النجار"}],
    }  # fmt: skip
    own(amendment("speakers", speaker))
    assert codes() == {("party.somebody", "person")}


@pytest.mark.parametrize("actor_id", ["civilians", "unidentified"])
def test_what_the_coder_needs_cannot_be_retired(own, actor_id):
    """Actors that the coder falls back on stay."""
    own(Amendment(kind="actors", entry_id=actor_id, act="retire", why="no use"))
    assert (actor_id, "needed") in codes(check_actors)


def test_a_parent_cannot_be_retired(own):
    """Who retires the whole of which others are parts is told of each part."""
    own(Amendment(kind="actors", entry_id="sdf", act="retire", why="no use"))
    assert ("ypg", "unknown-id") in codes(check_actors)


def test_what_lay_over_is_gone_again():
    """Without folders the shipped words are checked alone."""
    lay_over(())
    assert check() == []
