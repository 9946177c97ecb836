"""What describes whether a draft is an event."""

from datetime import date

from marsad.events.confidence import event_features, event_score
from marsad.events.draft import drafts_of
from marsad.events.merge import NO_RIVAL
from marsad.lexicon.weights import Weights

TOLD = "قتل ثلاثة عناصر من قسد بهجوم لداعش في ذيبان أمس."


def about(see, answered, made_models, text, **report):
    seen = see(text, **report)
    weights = {"toll": {"killed|told=killed": 9.0}, "date": {"z=C>": 5.0}, "place": {"z=C>": 5.0}}
    draft = drafts_of(seen.context, answered(seen, **weights), made_models(**weights))[0]
    return event_features(seen.context, draft, [draft])


def test_what_is_told_outright(see, answered, made_models):
    """Place, day and toll in the words of the act are features."""
    features = about(see, answered, made_models, TOLD)
    assert {"place.told=True", "date.told=True", "killed=True", "ago=fresh", "body=True"} <= set(features)
    assert features["rival"] == NO_RIVAL / 3


def test_shares_of_every_answer(see, answered, made_models):
    """The share of each answer among its rivals is a feature, no more than one and no less than nought."""
    features = about(see, answered, made_models, TOLD)
    assert all(0 < features[name] <= 1 for name in ("type.p", "side1.p", "side2.p", "place.p", "date.p"))


def test_without_place_and_day(see, answered, made_models):
    """No place has no share; a day that nobody can know counts as that of a report of the same day."""
    features = about(see, answered, made_models, "انفجر لغم.", published=None)
    assert "place.p" not in features
    assert {"ago=fresh", "date.told=False", "date.precision=1"} <= set(features)
    told = about(see, answered, made_models, "انفجر لغم في منبج أمس.", published=None)
    assert "date.told=True" in told


def test_the_age_of_the_day(see, answered, made_models):
    """An old day is told apart from a fresh one."""
    features = about(see, answered, made_models, "انفجر لغم في منبج يوم 16 آذار 2015.", published=date(2023, 5, 3))
    assert "ago=old" in features


def test_company_of_other_acts(see, answered, made_models):
    """How likely the other acts of the report are says something of this one; alone, it has no company."""
    seen = see("قتل ثلاثة مدنيين بقصف على كفرنبل. وانفجرت عبوة ناسفة في منبج.")
    drafts = drafts_of(seen.context, answered(seen), made_models())
    both = event_features(seen.context, drafts[0], drafts)
    alone = event_features(seen.context, drafts[0], drafts[:1])
    assert both["company"] > alone["company"]
    assert "headline.tells=none|in=False" in both


def test_what_is_over_a_year_old_is_history(see, answered, made_models):
    """An act told from years ago is no event, whatever speaks for it; one of last month may be."""
    weights = Weights(name="event", bias=3.0)
    scores = []
    for day in ("في 5 أيلول 2007", "في 5 نيسان 2023"):
        seen = see(f"شنت طائرات غارة على منشأة في دير الزور {day}.")
        draft = drafts_of(seen.context, answered(seen, date={"z=C>": 5.0}), made_models())[0]
        scores.append(event_score(seen.context, draft, [draft], weights))
    assert scores[0] < 0 < scores[1]
