"""Frames that tell one act are one event."""

from dataclasses import replace
from itertools import permutations

import pytest

from marsad.events.alike import pair_features
from marsad.events.choose import Choice
from marsad.events.merge import NO_RIVAL, Likeness, group, rivals
from marsad.model.quantity import Estimate

TEXT = "قصفت قوات النظام بلدة كفرنبل. وقتل مدنيان بالقصف على كفرنبل. وانفجرت عبوة ناسفة في مدينة منبج."
ONE_PLACE_ONE_ACT = {"place=same11": 9.0, "place=differ11": -9.0, "place=near11": -9.0}
BY_PLACE = {"place": {"z=C>": 5.0}, "same": ONE_PLACE_ONE_ACT}


@pytest.fixture(scope="module")
def told(see, answered, made_models):
    """A report of three frames and two acts, with weights that tell acts apart by their place."""
    seen = see(TEXT, headline="قصف على كفرنبل")
    return seen, answered(seen, **BY_PLACE), Likeness(seen.context, made_models(**BY_PLACE), 4)


def frames(groups):
    return [[member.frame.index for member in members] for members in groups]


def test_frames_of_one_act_are_one_group(told):
    """A later detail refines the act, another place is another act, the headline joins last."""
    _, hypotheses, likeness = told
    assert frames(group(likeness, hypotheses)) == [[1, 2, 0], [3]]


def test_groups_do_not_depend_on_the_order_of_answers(told):
    """Frames are taken in the order of the text, in whatever order they are handed in."""
    _, hypotheses, likeness = told
    wanted = frames(group(likeness, hypotheses))
    assert all(frames(group(likeness, order)) == wanted for order in permutations(hypotheses))


def test_groups_part_the_frames(told):
    """Every frame is in one group."""
    _, hypotheses, likeness = told
    assert sorted(index for members in frames(group(likeness, hypotheses)) for index in members) == [0, 1, 2, 3]


def test_without_likeness_every_frame_is_an_act(told, made_models):
    """Even odds are not enough to merge."""
    seen, hypotheses, _ = told
    assert frames(group(Likeness(seen.context, made_models(), 4), hypotheses)) == [[1], [2], [3], [0]]


def test_the_first_act_repeats_nothing(told):
    """Only an act with others before it may tell one of them again."""
    _, hypotheses, likeness = told
    groups = group(likeness, hypotheses)
    first, second = rivals(likeness, groups)
    assert first == NO_RIVAL
    assert second == pytest.approx(max(likeness.of(left, groups[1][0]) for left in groups[0]))


def test_a_pair_says_where_it_agrees(told):
    """Same place, same day and neighbouring sentences are among the features of a pair."""
    seen, hypotheses, _ = told
    _, bombing, deaths, blast = sorted(hypotheses, key=lambda each: each.frame.index)
    assert {"place=same11", "date=same00", "away=next"} <= set(pair_features(seen.context, bombing, deaths, 4))
    assert "place=near11" in pair_features(seen.context, bombing, blast, 4) or "place=differ11" in pair_features(
        seen.context, bombing, blast, 4
    )


def test_answers_not_taken_count_for_a_pair(told):
    """Two frames whose first answers differ agree by as much as each thinks of the other's; more doubt is less."""
    seen, hypotheses, _ = told
    _, bombing, deaths, _ = sorted(hypotheses, key=lambda each: each.frame.index)
    torn = replace(bombing, beliefs=replace(bombing.beliefs, side1={"sdf": 0.6, "sna": 0.4}))
    other = replace(deaths, beliefs=replace(deaths.beliefs, side1={"sna": 0.9, "is": 0.1}))
    assert "agree.side1=4" in pair_features(seen.context, torn, other, 4)
    apart = replace(deaths, beliefs=replace(deaths.beliefs, side1={"is": 1.0}))
    assert "agree.side1=0" in pair_features(seen.context, torn, apart, 4)
    assert "frames=4|away=1" in pair_features(seen.context, torn, other, 4)


def test_unnamed_sides_agree_apart_from_named_ones(told):
    """Two unknown gunmen are the same answer, yet no name that two frames have in common."""
    seen, hypotheses, _ = told
    _, bombing, deaths, _ = sorted(hypotheses, key=lambda each: each.frame.index)
    left, right = (
        replace(each, beliefs=replace(each.beliefs, side1={"unidentified": 1.0})) for each in (bombing, deaths)
    )
    assert {"agree.side1=8", "agree.side1.named=0"} <= set(pair_features(seen.context, left, right, 4))


def test_mirrored_sides_are_marked(see, answered):
    """Retaliation turns the sides of the act before it around."""
    text = "قصفت قوات النظام مواقع هيئة تحرير الشام. وقصفت هيئة تحرير الشام مواقع قوات النظام."
    seen = see(text)
    left, right = answered(seen, side1={"part=agent": 5.0}, side2={"part=patient": 5.0})
    assert (left.side1.value, right.side1.value) == ("syr-regime", "hts")
    assert "mirrored" in pair_features(seen.context, left, right, 2)


def test_the_answer_to_an_act_is_another_act(see, answered, made_models):
    """What the other side does in return is never the act before it, however alike the two look."""
    alike = {"side1": {"part=agent": 5.0}, "same": {"away=next": 9.0}}
    seen = see("قصفت قوات النظام بلدة كفرنبل. ورداً على ذلك قصفت هيئة تحرير الشام بلدة معرشمشة.")
    hypotheses = answered(seen, **alike)
    assert len(group(Likeness(seen.context, made_models(**alike), 2), hypotheses)) == 2
    seen = see("قصفت قوات النظام بلدة كفرنبل. وبعد ذلك قصفت هيئة تحرير الشام بلدة معرشمشة.")
    assert len(group(Likeness(seen.context, made_models(**alike), 2), answered(seen, **alike))) == 1


def test_another_act_is_told_as_such(see, answered, made_models):
    """An indefinite act with "another" behind it is one more, a definite one the same."""
    alike = {"same": {"away=next": 9.0}}
    seen = see("قصفت غارة جوية بلدة كفرنبل. وقُتل أربعة في غارة أخرى على منزل.")
    assert len(group(Likeness(seen.context, made_models(**alike), 2), answered(seen, **alike))) == 2
    seen = see("قصفت غارة جوية بلدة كفرنبل. وقُتل أربعة في الغارة على منزل.")
    assert len(group(Likeness(seen.context, made_models(**alike), 2), answered(seen, **alike))) == 1


def test_what_is_told_apart_with_its_own_toll_is_another_act(see, answered, made_models):
    """Behind "from another side" a counted act is none of those before it; talk there may still be of them."""
    alike = {"same": {"away=next": 9.0}}
    seen = see("قُتل ثلاثة في قصف على بلدة كفرنبل. من جهة أخرى، قُتل أربعة في قصف على منزل.")
    first, second = answered(seen, **alike)
    likeness = Likeness(seen.context, made_models(**alike), 2)
    assert len(group(likeness, [first, second])) == 1
    counted = replace(second, tolls=(Choice(Estimate.exactly(4), None, 1.0), *second.tolls[1:]))
    assert len(group(Likeness(seen.context, made_models(**alike), 2), [first, counted])) == 2


def test_what_came_of_an_act_is_told_of_it(see, answered, made_models):
    """A sentence that opens on what the act before led to is of that act; the same verb alone does not make it so."""
    apart = {"same": {"away=next": -9.0}}
    seen = see("قصفت قوات النظام بلدة كفرنبل. وأسفر القصف المدفعي عن مقتل أربعة مدنيين.")
    assert len(group(Likeness(seen.context, made_models(**apart), 2), answered(seen, **apart))) == 1
    seen = see("قصفت قوات النظام بلدة كفرنبل. وأسفر لغم عن مقتل أربعة مدنيين.")
    assert len(group(Likeness(seen.context, made_models(**apart), 2), answered(seen, **apart))) == 2


def test_those_an_operation_was_against_are_caught_in_it(see, answered, made_models):
    """ "The cell" is the one told of before, but not in another place, with a number of its own or as any houses."""

    def likely(second, caught=None):
        seen = see(f"نفذت قسد مداهمة ضد تنظيم داعش في الطبقة. وقال سكان إن الليل كان هادئاً. {second}")
        first, *_, last = [replace(told, act=0.9, side2=Choice("is", None, 0.9)) for told in answered(seen)]
        last = replace(last, tolls=(*last.tolls[:2], Choice(caught, None, 1.0), last.tolls[3]))
        return Likeness(seen.context, made_models(), 2).of(first, last) > 0

    assert likely("وداهمت القوات الخاصة أوكار الخلية")
    assert not likely("وداهمت القوات الخاصة أوكار الخلية في منبج")
    assert not likely("وداهمت القوات الخاصة منازل في الحي")
    assert not likely("واعتقلت القوات الخاصة سبعة من أفراد الخلية", Estimate.exactly(7))
