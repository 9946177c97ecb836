"""Groups of frames to drafts."""

from dataclasses import replace

import pytest

from marsad.events.choose import Choice
from marsad.events.draft import draft_of, drafts_of, leading, unshared
from marsad.model.quantity import Estimate

TWO = "قتل ثلاثة مدنيين بقصف على كفرنبل. وانفجرت عبوة ناسفة في منبج."
TOLD = {"toll": {"killed|told=killed": 9.0}}


def test_a_toll_of_two_acts_goes_to_its_own_frame(see, answered, made_models):
    """A toll that two acts claim is counted once, where it is told."""
    seen = see(TWO)
    hypotheses = answered(seen, **TOLD)
    assert [each.tolls[0].value for each in hypotheses] == [Estimate.exactly(3)] * 2
    drafts = unshared(seen.context, drafts_of(seen.context, hypotheses, made_models(**TOLD)))
    assert [draft.tolls[0].value for draft in drafts] == [Estimate.exactly(3), None]
    assert drafts[1].tolls[0].mention is None


def test_a_toll_goes_to_a_likely_event(see, answered, made_models):
    """An act that will not be an event keeps no toll from one that will."""
    seen = see(TWO)
    drafts = drafts_of(seen.context, answered(seen, **TOLD), made_models(**TOLD))
    settled = unshared(seen.context, drafts, likely=[False, True])
    assert [draft.tolls[0].value for draft in settled] == [None, Estimate.exactly(3)]


def test_it_goes_there_also_when_the_other_act_comes_first(see, answered, made_models):
    """The own stretch counts, not the order of the acts."""
    seen = see("انفجرت عبوة ناسفة في منبج. وقتل ثلاثة مدنيين بقصف على كفرنبل.")
    drafts = unshared(seen.context, drafts_of(seen.context, answered(seen, **TOLD), made_models(**TOLD)))
    assert [draft.tolls[0].value for draft in drafts] == [None, Estimate.exactly(3)]


def test_a_toll_in_no_frame_goes_to_the_first_act(see, answered, made_models):
    """A closing total that no act holds belongs to the first that claims it."""
    seen = see("قصف على كفرنبل وعبوة ناسفة في منبج.", headline="ثلاثة قتلى")
    hypotheses = [each for each in answered(seen, **TOLD) if not each.frame.is_headline]
    drafts = unshared(seen.context, drafts_of(seen.context, hypotheses, made_models(**TOLD)))
    told = [draft.tolls[0].value for draft in drafts]
    assert told.count(None) == len(told) - 1
    assert told[0] is not None


def test_the_fullest_frame_leads(see, answered):
    """Dated, placed and counted in its own words, a frame leads the act over one that is none of these."""
    seen = see("وقع قصف. وقتل ثلاثة مدنيين بقصف على كفرنبل أمس.")
    vague, full = answered(seen, place={"z=C>": 5.0}, date={"z=C>": 5.0}, **TOLD)
    assert leading(seen.context, [vague, full]) is full
    assert leading(seen.context, [full, vague]) is full


def test_a_headline_leads_only_alone(see, answered):
    """The body tells an act, however full the headline is; a headline by itself leads."""
    seen = see("وقع قصف.", headline="مقتل ثلاثة مدنيين بقصف على كفرنبل أمس")
    title, body = answered(seen)
    assert title.frame.is_headline
    assert leading(seen.context, [title, body]) is body
    assert leading(seen.context, [title]) is title


def test_what_is_done_to_a_protest_leads(see, answered):
    """A protest told fully is still no peaceful one when its dispersal follows."""
    seen = see("خرج العشرات في مظاهرة سلمية بمدينة الباب أمس. وفرقت الشرطة المتظاهرين بالغاز المسيل للدموع.")
    members = [
        replace(each, act=0.9, sub_event_type=each.sub_event_type._replace(value=kind))
        for each, kind in zip(answered(seen), ("Peaceful protest", "Protest with intervention"), strict=True)
    ]
    assert leading(seen.context, members) is members[1]
    unlikely = [members[0], replace(members[1], act=0.2)]
    assert leading(seen.context, unlikely) is unlikely[0]


def test_a_draft_without_any_place(see, answered, made_models):
    """A report that names no place gives a draft that has none."""
    seen = see("انفجر لغم.")
    draft = draft_of(seen.context, answered(seen), made_models())
    assert draft.place is None
    assert [toll.value for toll in draft.tolls] == [None] * 4


@pytest.mark.parametrize("field", ["side1", "side2", "date"])
def test_every_field_is_settled(see, answered, made_models, field):
    """A draft has one answer a field, given by one of its frames."""
    seen = see(TWO)
    members = answered(seen)
    draft = draft_of(seen.context, members, made_models())
    choice = getattr(draft, field)
    assert isinstance(choice, Choice)
    assert choice.value in [getattr(member, field).value for member in members]


def test_nobody_fights_himself_by_settling(see, answered, made_models):
    """When two frames put one actor on either side, the frame that leads says who did what to whom."""
    seen = see(TWO)
    first, second = answered(seen)

    def sides(member, side1, side2):
        return replace(
            member,
            side1=member.side1._replace(value=side1, mention=None, probability=0.9),
            side2=member.side2._replace(value=side2, mention=None, probability=0.9),
        )

    members = [sides(first, "is", "sdf"), sides(second, "sdf", "is")]
    models = made_models(settle={"side1|lead=True": -5.0})
    draft = draft_of(seen.context, members, models)
    assert draft.side1.value != draft.side2.value


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("نفذت قسد عملية أمنية في ذيبان. واعتقلت قسد ستة عناصر في ذيبان.", "Arrests"),
        ("نفذت قسد عملية أمنية في ذيبان. واشتبكت قسد مع عناصر في ذيبان واعتقلت ستة.", "Armed clash"),
    ],
)
def test_an_operation_without_fire_is_what_it_ended_in(see, answered, made_models, text, kind):
    """A raid that ended in arrests is no clash unless fire, dead or wounded are told."""
    clash = {
        "type": {"head=raid.noun|Armed clash": 9.0, "head=arrest.verb|Arrests": 9.0, "has=clash|Armed clash": 20.0}
    }
    settle = {"settle": {"sub_event_type|lead=True": 9.0}}
    seen = see(text)
    members = answered(seen, **clash)
    assert draft_of(seen.context, members, made_models(**clash, **settle)).sub_event_type.value == kind
