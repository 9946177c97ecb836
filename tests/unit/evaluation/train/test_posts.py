"""Posts of one sentence cut from coded reports."""

from __future__ import annotations

from typing import Any

from evaluation.train.folds import fold_of
from evaluation.train.learn import read_case
from evaluation.train.posts import posts_of
from marsad import gazetteer as gazetteers
from marsad.evaluate.places import PlaceNames

_FIRST = "قتل ثلاثة مدنيين بقصف لقوات النظام على مدينة الباب أمس الثلاثاء."
_SECOND = "وقال شهود إن القصف استمر ساعة وأصاب السوق."


def _gold(events: list[dict[str, Any]], text: str = f"{_FIRST} {_SECOND}") -> dict[str, Any]:
    return {
        "id": "g-1",
        "outlet": "شبكة الفرات",
        "published": "2016-03-02",
        "title": "قصف على الباب",
        "text": text,
        "events": events,
    }


def _event(**changed: Any) -> dict[str, Any]:
    event = {
        "sub_event_type": "Shelling/artillery/missile attack",
        "side1": ["syr-regime"],
        "assist1": [],
        "side2": ["civilians"],
        "assist2": [],
        "place": {"name": "الباب", "country": "SY", "admin1": "SY02", "precision": 1, "also": []},
        "date": {"start": "2016-03-01", "end": "2016-03-01", "precision": 1},
        "killed": {"low": 3, "best": 3, "high": 3},
        "killed_civilians": {"low": 3, "best": 3, "high": 3},
        "wounded": None,
        "detained": None,
        "abducted": None,
        "sources": [],
        "status": "reported",
        "evidence": _FIRST[:-1],
    }
    return event | changed


def _posts(gold: dict[str, Any]) -> list[dict[str, Any]]:
    names = PlaceNames()
    case = read_case(gold, gazetteers.load(None), names)
    return list(posts_of(gold, case.context, names.same_place))


def test_a_sentence_that_tells_its_event_alone_becomes_a_post():
    """The sentence with the words of the event is cut out with the event, and without the headline."""
    (post,) = _posts(_gold([_event()]))
    assert (post["title"], post["text"].rstrip("."), len(post["events"])) == ("", _FIRST[:-1], 1)


def test_what_the_sentence_does_not_name_is_no_post():
    """An event whose actor, place or older day stands in another sentence is not cut out."""
    elsewhere = {"name": "منبج", "country": "SY", "admin1": "SY02", "precision": 1, "also": []}
    assert _posts(_gold([_event(side1=["turkey"])])) == []
    assert _posts(_gold([_event(place=elsewhere)])) == []


def test_reports_without_events_give_quiet_posts():
    """Every sentence of a quiet report that has words of violence becomes a quiet post."""
    text = "قصفت المدفعية البلدة في عام 1982 كثيرا. ثم قصفت الجسر القديم في تلك السنة. واليوم يزور الناس السوق كعادتهم."
    posts = _posts(_gold([], text))
    assert [post["events"] for post in posts] == [[], []]


def test_a_post_is_dealt_as_its_report():
    """Weights that have not seen a report have not seen the posts cut from it."""
    (post,) = _posts(_gold([_event()]))
    assert post["id"] != "g-1"
    assert fold_of(post["id"]) == fold_of("g-1")
