"""The actors of a report with all their names."""

from marsad.frames.cast import guards


def of(seen, code):
    return next(actor for actor in seen.context.cast if actor.code == code)


def test_all_names_of_an_actor_are_one(see):
    """Each actor stands once, in the order of the first names, with every name and its kind."""
    seen = see("قصفت قوات النظام مواقع داعش في كفرنبل. وقالت قسد إن قوات النظام انسحبت.")
    assert [actor.code for actor in seen.context.cast][:2] == ["syr-regime", "is"]
    regime = of(seen, "syr-regime")
    assert len(regime.mentions) == len(regime.kinds) == 2
    assert regime.armed


def test_who_says_so_is_marked(see):
    """A name that is quoted as the source is another kind of name than one that acts."""
    seen = see("انفجر لغم في كفرنبل. وقالت قسد إن شخصين قتلا.")
    assert of(seen, "sdf").kinds == ("armed.says",)


def test_who_claims_an_act(see):
    """Who takes an act upon itself stands out."""
    text = "انفجرت عبوة ناسفة في منبج. ثم تبنى تنظيم داعش العملية."
    assert of(see(text), "is").claims
    assert not of(see("انفجرت عبوة ناسفة في منبج. وهرب عناصر داعش."), "is").claims


def test_air_defence_guards(see):
    """ "الدفاعات الجوية" of somebody are named as what guards, troops are not."""
    seen = see("تصدت الدفاعات الجوية السورية لصواريخ قرب دمشق. ودخلت قوات النظام كفرنبل.")
    told = [guards(seen.document.words, mention) for actor in seen.context.cast for mention in actor.mentions]
    assert any(told)
    assert not all(told)
