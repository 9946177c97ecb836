"""Three grades kept apart."""

from __future__ import annotations

from marsad.link.grades import attribution
from marsad.link.grades import credibility as credibility_of_each
from marsad.link.merge import choose
from marsad.link.voices import voices_of


def exactly(count):
    return {"low": count, "best": count, "high": count}


def credibility(coding, codings):
    codings = codings if coding in codings else [coding, *codings]
    return credibility_of_each(codings, voices_of(codings))[coding.member]


def test_who_else_tells_it_makes_a_report_credible(code):
    """Confirmed by another source with the same toll, probable with another toll, possible alone."""
    first, same = code("a", outlet="a", killed=exactly(3)), code("b", outlet="b", killed=exactly(3))
    other = code("c", outlet="c", killed=exactly(9))
    assert credibility(first, [first, same, other]) == 1
    assert credibility(other, [first, same, other]) == 2
    assert credibility(first, [first]) == 3
    assert credibility(first, [first, code("d", outlet="d")]) == 1


def test_a_copy_confirms_nothing(code):
    """Nor does a second report of the same source."""
    first = code("a", outlet="a", copy_group="g")
    assert credibility(first, [first, code("b", outlet="b", copy_group="g")]) == 3
    assert credibility(first, [first, code("c", outlet="a")]) == 3


def test_what_one_outlet_tells_twice_confirms_nothing(code):
    """Neither a second act of its report, nor one in the name of a body, nor one that leaves out the number."""
    monitor = [{"name": "المرصد السوري لحقوق الإنسان", "kind": "monitor"}]
    first, quoting = code("a", outlet="a"), code("b", outlet="a", sources=monitor)
    assert credibility(first, [first, quoting]) == credibility(quoting, [first, quoting]) == 3
    other, silent = code("c", outlet="c", killed=exactly(9)), code("d", outlet="a")
    three = code("e", outlet="a", killed=exactly(3))
    assert [credibility(one, [three, other]) for one in (three, other)] == [2, 2]
    assert [credibility(one, [three, other, silent]) for one in (three, other, silent)] == [2, 2, 2]


def test_a_toll_that_rises_stays_confirmed(code):
    """Two sources agreed once: that one of them tells of more dead later does not make the act less sure."""
    first, second = code("a", outlet="a", killed=exactly(3)), code("b", outlet="b", killed=exactly(3))
    later = code("c", outlet="a", published="2023-05-06", killed=exactly(5))
    assert [credibility(one, [first, second, later]) for one in (first, second, later)] == [1, 1, 2]


def test_a_body_called_by_a_shorter_name_does_not_confirm_itself(code):
    """Nor does a medium that another one quotes."""
    full = code("a", outlet="a", sources=[{"name": "المرصد السوري لحقوق الإنسان", "kind": "monitor"}])
    short = code("b", outlet="b", sources=[{"name": "المرصد", "kind": "monitor"}])
    assert credibility(full, [full, short]) == 3
    itself = code("c", outlet="وكالة النهر")
    assert credibility(itself, [itself, code("d", outlet="d", sources=[{"name": "وكالة النهر", "kind": "media"}])]) == 3


def test_another_body_denies_through_the_same_outlet(code):
    """That one outlet tells both does not take the denial away."""
    told = code("a", outlet="a", sources=[{"name": "المرصد", "kind": "monitor"}])
    denied = code("b", outlet="a", status="denied", sources=[{"name": "قسد", "kind": "party"}])
    assert credibility(told, [told, denied]) == 4


def test_claims_denials_and_nameless_sources(code):
    """A party's own claim is doubtful, what is denied improbable, a nameless source cannot be judged."""
    claim = code("a", outlet="a", status="claimed", sources=[{"name": "قسد", "kind": "party"}])
    assert credibility(claim, [claim]) == 4
    assert credibility(code("b", outlet="b", status="denied"), [claim]) == 5
    nameless = code("c", outlet="c", sources=[{"name": "مصادر", "kind": "anonymous"}])
    assert credibility(nameless, [nameless]) == 6


def grade(*codings):
    return attribution(choose(codings), codings, voices_of(codings))


def test_how_sure_it_is_who_acted(code):
    """Two that agree are sure, a rival makes less so, a party alone says little, nobody is nothing."""
    first, second = code("a", outlet="a"), code("b", outlet="b")
    rival = code("c", outlet="c", side1=["turkey"])
    unknown = code("d", outlet="d", side1=["unidentified"])
    party = code("e", outlet="e", sources=[{"name": "قسد", "kind": "party"}])
    assert grade(first, second, unknown).grade == "high"
    assert grade(first, second, rival).grade == "medium"
    assert grade(first, unknown).grade == "medium"
    assert grade(first, rival).grade == "low"
    assert grade(party).grade == "low"
    assert grade(unknown).grade == "none"
    assert (grade(first, second, rival).sources, grade(first, second, rival).rivals) == (2, 1)


def test_copies_name_nobody_once_more(code):
    """One report and its copies, or one outlet twice, are one source of who did it."""
    first, copy = code("a", outlet="a", copy_group="a"), code("b", outlet="b", copy_group="a")
    assert (grade(first, copy).grade, grade(first, copy).sources) == ("medium", 1)
    monitor = code("c", outlet="a", sources=[{"name": "المرصد", "kind": "monitor"}])
    assert (grade(first, monitor).grade, grade(first, monitor).sources) == ("medium", 1)


def test_a_denial_makes_what_others_tell_less_sure(code):
    """With others who tell it, it is possible; alone against a denial, doubtful."""
    told, denied = code("a", outlet="a"), code("b", outlet="b", status="denied")
    assert credibility(told, [told, denied]) == 4
    assert credibility(told, [told, code("c", outlet="c"), denied]) == 3


def test_it_can_be_certain_what_happened_and_contested_who_did_it(code):
    """Two sides that cannot be one another, or a report that says it is disputed; kin and a clash told about do not."""
    first, second = code("a", outlet="a"), code("b", outlet="b")
    rival = code("c", outlet="c", side1=["turkey"], side2=["sdf"])
    assert grade(first, second, rival).contested
    assert credibility(first, [first, second, rival]) == 1
    assert grade(first, code("d", outlet="d", status="disputed")).contested
    swapped = code("e", outlet="e", side1=["sdf"], side2=["is"])
    kin = code("f", outlet="f", side1=["jihadi-other"])
    unknown = code("g", outlet="g", side1=["unidentified"])
    assert not grade(first, second, swapped, kin, unknown).contested
