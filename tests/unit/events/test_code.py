"""A draft written down as an event."""

from dataclasses import replace

import pytest

from marsad.events.area import UNPLACED
from marsad.events.choose import Choice
from marsad.events.code import code_draft
from marsad.events.draft import drafts_of
from marsad.model.quantity import Estimate
from marsad.model.what import EVENT_TYPES

TOLD = {
    "toll": {"killed|told=killed": 5.0},
    "place": {"z=C>": 5.0},
    "side1": {"part=agent": 9.0, "part=first": 9.0},
    "side2": {"part=patient": 5.0, "part=second": 5.0, "same|True": -9.0},
    "second": {"counted=True.True": 9.0},
    "source": {"rule=True.True": 5.0},
}


@pytest.fixture(scope="module")
def events(see, answered, made_models):
    """Write down every act of a report, chosen with weights made for the test."""

    def code(text, **report):
        seen = see(text, **report)
        models = made_models(**TOLD)
        given = {
            "second": models.second,
            "source": models.source,
            "confidence": 0.9,
            "field_confidence": (("place", 0.8),),
        }
        return [
            code_draft(seen.context, draft, number=number, **given)
            for number, draft in enumerate(drafts_of(seen.context, answered(seen, **TOLD), models), 1)
        ]

    return code


def test_ids_number_the_events_of_a_report(events):
    """An event is known by its report and its number."""
    coded = events("انفجر لغم في منبج. وقصفت قوات النظام بلدة كفرنبل.")
    assert [event.event_id for event in coded] == ["t#1", "t#2"]
    assert {event.report_id for event in coded} == {"t"}


def test_the_type_brings_its_class(events):
    """The event type follows from the sub-event type."""
    coded = events("انفجر لغم في منبج. وقصفت قوات النظام بلدة كفرنبل.")
    assert len(coded) == 2
    assert all(event.event_type == EVENT_TYPES[event.sub_event_type] for event in coded)


def test_sides_and_helpers(events):
    """Who acts, who helps and who is hit have their roles, and nobody has two."""
    (event,) = events("هجوم شنته قوات النظام وحزب الله على مواقع لقسد بدعم من القوات الروسية في تادف.")
    assert event.codes("side1") == ["syr-regime"]
    assert event.codes("side2") == ["sdf"]
    assert {"hezbollah", "russia"} == set(event.codes("assist1"))
    codes = [participant.code for participant in event.participants]
    assert len(codes) == len(set(codes))


def test_fellows_of_the_side_that_is_hit(events):
    """A force joined to the one that is hit stands beside it."""
    (event,) = events("هجوم شنته هيئة تحرير الشام على مواقع قوات النظام وحزب الله في كفرنبل.")
    assert event.codes("side2") == ["syr-regime"]
    assert event.codes("assist2") == ["hezbollah"]


def test_nobody_stands_on_both_sides(events):
    """A force joined to the one that is hit, and acting itself, stays where it acts."""
    (event,) = events("قصف شنه حزب الله على مواقع قوات النظام وحزب الله في كفرنبل.")
    assert (event.codes("side1"), event.codes("side2")) == (["hezbollah"], ["syr-regime"])
    assert event.codes("assist2") == []


def test_the_unit_is_kept_as_named(events):
    """The register's id and the words of the report stand behind a code."""
    (event,) = events("شنت الفرقة الرابعة هجوماً على مواقع هيئة تحرير الشام في كفرنبل.")
    acting = next(participant for participant in event.participants if participant.role == "side1")
    assert acting.code == "syr-regime"
    assert acting.unit == "الفرقة الرابعة"
    assert acting.actor_id


def test_tolls_and_civilians(events):
    """The dead and the civilians among them."""
    (event,) = events("قتل 7 أشخاص بينهم طفلان بقصف على بلدة كفرنبل.")
    assert (event.killed, event.killed_civilians) == (Estimate.exactly(7), Estimate.exactly(2))
    assert (event.wounded, event.detained, event.abducted) == (None, None, None)


def test_no_place_is_invented(events):
    """An act in a report that names no place has none."""
    (event,) = events("انفجر لغم.")
    assert event.place == UNPLACED


def test_the_outlet_says_what_nobody_else_does(events):
    """With nobody quoted, the outlet is the source."""
    (event,) = events("انفجر لغم في منبج.", outlet="شبكة الميدان")
    assert [(source.name, source.kind) for source in event.sources] == [("شبكة الميدان", "outlet")]
    assert event.status == "reported"


def test_what_only_a_party_says_is_claimed(events):
    """A statement of an armed side alone is a claim."""
    event = events("أعلن تنظيم داعش في بيان له أن مقاتليه فجروا عبوة ناسفة في مدينة منبج.")[0]
    assert (event.status, {source.kind for source in event.sources}) == ("claimed", {"party"})


def test_probabilities_are_those_given(events):
    """Confidence is worked out elsewhere and written down as it is."""
    (event,) = events("انفجر لغم في منبج.")
    assert (event.confidence, event.field_confidence) == (0.9, (("place", 0.8),))


def test_an_explosion_hits_two_sides(see, answered, made_models):
    """Fighters and civilians who fall to one explosion are both hit, each quoted from words of their own."""
    seen = see("أسفر انفجار سيارة مفخخة في منبج عن مقتل سبعة مدنيين وأربعة من مقاتلي قسد.")
    models = made_models(**TOLD, type={})
    (draft,) = drafts_of(seen.context, answered(seen, **TOLD), models)
    kind = draft.sub_event_type._replace(value="Remote explosive/landmine/IED")
    civilians = next(mention for mention in seen.annotations.actors if mention.code == "civilians")
    draft = replace(
        draft,
        sub_event_type=kind,
        side1=Choice("unidentified", None, 0.9),
        side2=Choice("civilians", civilians, 0.9),
    )
    event = code_draft(seen.context, draft, second=models.second, source=models.source, number=1, confidence=0.9)
    assert event.codes("side2") == ["civilians", "sdf"]
    assert [one.quote for one in event.evidence if one.field == "side2"] == ["مدنيين", "مقاتلي قسد"]
