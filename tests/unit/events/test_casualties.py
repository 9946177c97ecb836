"""Which tolls an act may have."""

from marsad.events.casualties import OUTCOMES, civilians_among, toll_candidates
from marsad.model.quantity import Estimate

SUBSET = "قتل 7 أشخاص بينهم طفلان وأصيب 12 آخرون بقصف على سوق بلدة معرة النعمان."
SUM = "قتل عنصران من قسد وثلاثة مدنيين بانفجار لغم في مدينة منبج أمس."


def values(seen, frame, outcome):
    return [candidate.value for candidate in toll_candidates(seen.context, frame, outcome, "Attack")]


def features(seen, frame, outcome, quote):
    return next(
        candidate.features
        for candidate in toll_candidates(seen.context, frame, outcome, "Attack")
        if candidate.mention and quote in seen.document.quote(candidate.mention.first, candidate.mention.stop)
    )


def test_no_toll_comes_first(see):
    """Not told is the first candidate of every outcome, and the only one where nothing is told."""
    seen = see("انفجر لغم في مدينة منبج.")
    assert {outcome: values(seen, seen.only, outcome) for outcome in OUTCOMES} == {
        outcome: [None] for outcome in OUTCOMES
    }


def test_two_tolls_may_be_one(see):
    """The dead of two kinds are candidates alone and together."""
    seen = see(SUM)
    assert values(seen, seen.only, "killed") == [None, *map(Estimate.exactly, (2, 3, 5))]


def test_a_subset_is_never_added(see):
    """Those among the dead are no more dead."""
    seen = see(SUBSET)
    assert Estimate.exactly(9) not in values(seen, seen.only, "killed")
    assert values(seen, seen.only, "wounded") == [None, Estimate.exactly(12)]
    untold = toll_candidates(seen.context, seen.only, "killed", "Attack")[0]
    assert "killed|none|inside=1|any=True" in untold.features


def test_those_released_count_as_detained(see):
    """The codebook records a release under the people detained."""
    seen = see("أفرجت قسد عن 20 معتقلاً في الحسكة يوم الثلاثاء.")
    assert values(seen, seen.only, "detained") == [None, Estimate.exactly(20)]
    assert values(seen, seen.only, "abducted") == [None]


def test_a_toll_of_another_act_is_marked(see):
    """A toll in the words of another act is a candidate, and said to be foreign."""
    seen = see("قتل ثلاثة مدنيين بقصف على كفرنبل فيما قتل خمسة عناصر من داعش باشتباكات في هجين.")
    bombing = seen.frame_of("كفرنبل")
    assert any(each.startswith("foreign=True") for each in features(seen, bombing, "killed", "خمسة"))
    assert any(each.startswith("foreign=False") for each in features(seen, bombing, "killed", "ثلاثة"))


def test_civilians_are_those_called_so(see):
    """Children among the dead are the civilians; fighters among them tell of none."""
    killed, *_ = see(SUBSET).annotations.casualties
    assert civilians_among(see(SUBSET).context, killed) == Estimate.exactly(2)
    fighters = see("قتل 7 أشخاص بينهم عنصران من داعش بغارة على هجين.")
    assert civilians_among(fighters.context, fighters.annotations.casualties[0]) is None


def test_all_are_civilians_when_the_toll_says_so(see):
    """A toll of civilians is their number."""
    seen = see("قتل أربعة مدنيين بقصف على كفرنبل.")
    assert civilians_among(seen.context, seen.annotations.casualties[0]) == Estimate.exactly(4)


def test_dead_fighters_are_no_civilians(see):
    """A toll of an armed side has no civilians."""
    seen = see("قتل أربعة عناصر من قسد بهجوم في ذيبان.")
    assert civilians_among(seen.context, seen.annotations.casualties[0]) is None
