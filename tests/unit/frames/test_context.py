"""Where a mention stands from a frame."""

import pytest

from marsad.frames.context import distance, lead_in

TWO_ACTS = "قصفت قوات النظام بلدة كفرنبل فيما اعتقلت هيئة تحرير الشام شابين في مدينة سلقين."


def actor(seen, code):
    return next(mention for mention in seen.annotations.actors if mention.code == code)


@pytest.mark.parametrize(
    ("words", "bucket"), [(0, "0"), (-2, "2"), (3, "4"), (4, "4"), (-5, "8"), (9, "15"), (15, "15"), (40, "16")]
)
def test_near_distances_stay_apart(words, bucket):
    """A word or two make a difference near an act, and none far from it."""
    assert distance(words) == bucket


@pytest.mark.parametrize(
    ("sentence", "first", "lead"),
    [
        ("قصفت قوات", 0, "^"),
        ("غارات علي حلب", 2, "علي"),
        ("انفجار ومن حلب", 2, "من"),
        ("عنصر للنظام", 1, "ل+"),
        ("شاب بالرصاص", 1, "ب+"),
        ("النظام والميليشيات", 1, "و+"),
        ("رصد انتشار", 1, "."),
    ],
)
def test_what_leads_into_a_word(sentence, first, lead):
    """The preposition before a name, or stuck to it, is what leads into it; a plain word is nothing."""
    assert lead_in(sentence.split(), first, 0) == lead


def test_zones_of_a_sentence(see):
    """Inside the frame, before or after its head, or elsewhere in its sentence."""
    seen = see(TWO_ACTS)
    bombing, arrest = seen.frames
    regime, hts = actor(seen, "syr-regime"), actor(seen, "hts")
    assert seen.context.zone(bombing, regime) == "C>"
    assert seen.context.zone(arrest, regime) == "S<"
    assert seen.context.zone(bombing, hts) == "S>"


def test_zones_of_a_report(see):
    """The headline, and so many sentences before or after."""
    seen = see(
        "وصلت قوات روسية إلى إدلب.\nتحسن الطقس.\nقصفت قوات النظام بلدة كفرنبل.\nودخل الجيش التركي معبر كفرلوسين.",
        headline="هيئة تحرير الشام تستنفر",
    )
    frame = next(frame for frame in seen.frames if frame.head.sense == "strike")
    zones = {mention.code: seen.context.zone(frame, mention) for mention in seen.annotations.actors}
    assert zones["hts"] == "H"
    assert zones["russia"] == "P2"
    assert zones["turkey"] == "N1"
    assert zones["syr-regime"] == "C>"


def test_before_the_head(see):
    """What stands in the frame ahead of its leading word is told apart from what follows it."""
    seen = see("قوات النظام قصفت بلدة كفرنبل.")
    assert seen.context.zone(seen.only, actor(seen, "syr-regime")) == "C<"


def test_words_have_one_owner(see):
    """Every word of a frame belongs to it, and a mention there is foreign to every other frame."""
    seen = see(TWO_ACTS)
    bombing, arrest = seen.frames
    for frame in seen.frames:
        assert {seen.context.owner_of[word] for word in range(frame.first, frame.stop)} == {frame.index}
    assert seen.context.is_foreign(arrest, actor(seen, "syr-regime"))
    assert not seen.context.is_foreign(bombing, actor(seen, "syr-regime"))


def test_what_the_headline_names_is_foreign_to_nobody(see):
    """A headline speaks for every act of its report."""
    seen = see("قُتل ثلاثة مدنيين في كفرنبل.", headline="قصف لقوات النظام على كفرنبل")
    frame = next(frame for frame in seen.frames if not frame.is_headline)
    assert not seen.context.is_foreign(frame, actor(seen, "syr-regime"))


def test_who_only_speaks(see):
    """A source that says so is quoted, those it speaks of are not."""
    seen = see("قال المرصد السوري لحقوق الإنسان إن قوات النظام قصفت بلدة كفرنبل.")
    quoted = {seen.document.words[word] for word in seen.context.quoted}
    assert "المرصد" in quoted
    assert not seen.context.is_quoted(actor(seen, "syr-regime"))


def test_means_and_tolls_of_a_stretch(see):
    """Weapons and tolls are given for the words asked for, and no others."""
    seen = see("قصفت قوات النظام بالمدفعية بلدة كفرنبل وقتلت مدنيين اثنين. وانفجر لغم في حماة.")
    frame = seen.frames[0]
    assert {means.means for means in seen.context.means_in(frame.first, frame.stop)} == {"artillery"}
    assert [toll.outcome for toll in seen.context.casualties_in(frame.first, frame.stop)] == ["killed"]
    assert seen.context.casualties_in(frame.stop, len(seen.document.words)) == ()


def test_a_cue_counts_over_the_head_it_governs(see):
    """A denial reaches its own act and leaves that of the next sentence alone."""
    seen = see("نفت وزارة الدفاع وقوع قصف على كفرنبل. وانفجرت عبوة ناسفة في حماة.")
    denied = next(frame for frame in seen.frames if frame.head.sense == "strike")
    other = next(frame for frame in seen.frames if frame.head.sense == "ied")
    assert {"denial", "negation"} & {cue.kind for cue in seen.context.qualifiers_over(denied)}
    assert seen.context.qualifiers_over(other) == ()


def test_whose_victims_a_name_stands_among(see):
    """A side named as those killed is found by its casualties; the side that killed them is not."""
    seen = see("قتل ثلاثة عناصر من قسد بهجوم لداعش.")
    victim = seen.context.victim_of(actor(seen, "sdf").span)
    assert victim is not None
    assert victim.outcome == "killed"
    assert seen.context.victim_of(actor(seen, "is").span) is None
