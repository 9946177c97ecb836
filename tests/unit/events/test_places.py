"""Every place of a report may be where an act happened."""

from marsad.events.places import contains, place_candidates

CARRIED = "دخلت دورية تركية مدينة سراقب. وانفجر لغم في المدينة."


def place(seen, name):
    return next(mention for mention in seen.annotations.places if mention.name == name)


def candidate(seen, frame, name, **options):
    return next(each for each in place_candidates(seen.context, frame, **options) if each.value.name == name)


def test_every_place_is_a_candidate(see):
    """Places of other sentences and of the headline may be meant, too."""
    seen = see("انفجر لغم في منبج. وعاد الهدوء إلى مدينة تادف.", headline="انفجار شرقي حلب")
    frame = seen.frame_of("منبج")
    assert {each.value.name for each in place_candidates(seen.context, frame)} == {"حلب", "منبج", "تادف"}


def test_no_place_no_candidate(see):
    """A report that names no place gives none."""
    seen = see("انفجر لغم.")
    assert place_candidates(seen.context, seen.only) == []


def test_what_contains_what(see):
    """A governorate and a country hold their towns, and a town holds none of them."""
    seen = see("انفجر لغم في مدينة منبج. وقصفت قوات النظام محافظة حلب في سوريا، وبلدة كفرنبل.")
    town, governorate, country, other = (place(seen, name) for name in ("منبج", "حلب", "سوريا", "كفرنبل"))
    assert contains(governorate, town)
    assert contains(country, town)
    assert not contains(town, governorate)
    assert not contains(governorate, other)
    assert not contains(town, town)
    abroad = see("انفجرت عبوة ناسفة في مدينة بعقوبة.")
    assert not contains(country, place(abroad, "بعقوبة"))


def test_what_no_gazetteer_lists_lies_in_the_areas_named(see):
    """A governorate holds a village that only its wording makes a place; a town, and what is unlisted, hold nothing."""
    seen = see("انفجر لغم في قرية تل الصقور بمحافظة حلب، شرق مدينة منبج. وقصفت قوات النظام قرية خربة الريحان.")
    village, governorate, town = (place(seen, name) for name in ("تل الصقور", "حلب", "منبج"))
    assert village.place is None
    assert contains(governorate, village)
    assert not contains(town, village)
    assert not contains(village, governorate)
    assert not contains(village, place(seen, "خربة الريحان"))


def test_an_unlisted_place_is_seen_beside_its_area(see):
    """Whether a frame names the area too tells how much an unlisted place weighs, and the other way round."""
    seen = see("انفجر لغم في قرية تل الصقور بمحافظة حلب.")
    village, governorate = (candidate(seen, seen.only, name) for name in ("تل الصقور", "حلب"))
    assert "unlisted|area=True|p1" in village.features
    assert "area=admin1|unlisted=True" in governorate.features
    alone = see("انفجر لغم في قرية تل الصقور.")
    assert "unlisted|area=False|p1" in candidate(alone, alone.only, "تل الصقور").features
    listed = see("انفجر لغم في مدينة منبج بمحافظة حلب.")
    assert "area=admin1|unlisted=False" in candidate(listed, listed.only, "حلب").features


def test_a_pointing_word_means_the_last_such_place(see):
    """ "المدينة" points back to the city named before it."""
    seen = see(CARRIED)
    features = candidate(seen, seen.frame_of("لغم"), "سراقب").features
    assert "anaphor|fits=True|latest=True" in features


def test_the_place_before_is_carried(see):
    """The place of the frame before is told apart from those that only stand in the report."""
    seen = see(CARRIED)
    frame = seen.frame_of("لغم")
    assert any(each.startswith("carried=True") for each in candidate(seen, frame, "سراقب", carried="سراقب").features)
    assert not any(each.startswith("carried=") for each in candidate(seen, frame, "سراقب").features)


def test_finer_and_wider_places_of_a_frame(see):
    """A town beside its governorate is the finer one."""
    seen = see("انفجر لغم في مدينة منبج بمحافظة حلب.")
    town, governorate = (candidate(seen, seen.only, name).features for name in ("منبج", "حلب"))
    assert any(each.startswith("wider=True") for each in town)
    assert any(each.startswith("finer=True") for each in governorate)


def test_a_place_of_another_act_is_foreign(see):
    """A place in the words of another act says so."""
    seen = see("انفجر لغم في منبج فيما قصفت قوات النظام بلدة كفرنبل.")
    frame = seen.frame_of("منبج")
    assert any(each.startswith("foreign=True") for each in candidate(seen, frame, "كفرنبل").features)
    assert any(each.startswith("foreign=False") for each in candidate(seen, frame, "منبج").features)


def test_what_a_protest_is_about_is_not_its_place(see):
    """ "في حلب تضامنا مع منبج": the protest is in Aleppo; without a place of its own all are weighed."""
    own = see("خرجت مظاهرة في مدينة حلب تضامنا مع أهالي منبج.")
    assert [each.value.name for each in place_candidates(own.context, own.frames[0])] == ["حلب"]
    bare = see("خرجت مظاهرة تضامنا مع أهالي منبج.")
    assert [each.value.name for each in place_candidates(bare.context, bare.frames[0])] == ["منبج"]
