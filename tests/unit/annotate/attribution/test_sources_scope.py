"""Which source stands behind which act."""

import pytest

from marsad.annotate.attribution import find, sources_for, sources_of_act
from marsad.model.report import Report
from marsad.normalise import fold_text
from marsad.segment import split


def kinds(text: str, act: str, headline: str = "", outlet: str = "موقع الضفاف") -> list[str]:
    """Return the kinds of the sources behind the act that `act` quotes."""
    report = Report(report_id="t", headline=headline, text=text, outlet=outlet)
    document = split(report, fold_text(report.source_text))
    start = report.source_text.index(act)
    inside = [i for i in range(len(document.words)) if start <= document.starts[i] < start + len(act)]
    return [source.kind for source in sources_for(document, find(document), inside[0], inside[-1] + 1)]


@pytest.mark.parametrize(
    ("text", "act", "expected"),
    [
        ("قُتل راعٍ بلغم شرق القرية.", "قُتل راعٍ", ["outlet"]),
        ("قُتل راعٍ بلغم شرق القرية، بحسب مصدر طبي.", "قُتل راعٍ بلغم", ["medical"]),
        ("وبحسب ناشطين، قُتل راعٍ بلغم شرق القرية.", "قُتل راعٍ بلغم", ["activist"]),
        ("وقال مصدر أمني إن راعياً قُتل بلغم.", "راعياً قُتل بلغم", ["official"]),
        ("قُصفت البلدة أمس، بحسب ناشطين، فيما أوقفت الشرطة لصاً.", "أوقفت الشرطة لصاً", ["outlet"]),
        ("أوقفت الشرطة لصاً، فيما قال ناشطون إن البلدة قُصفت.", "أوقفت الشرطة لصاً", ["outlet"]),
        ("وقال مصدر طبي إن الجرحى ستة. ودخل رتل من المعبر.", "دخل رتل من المعبر", ["outlet"]),
    ],
)
def test_a_source_reaches_as_far_as_its_grammar(text: str, act: str, expected: list[str]) -> None:
    """A saying verb reaches forward, "وفق" backward, neither past a parting connective or the sentence."""
    assert kinds(text, act) == expected


def test_a_lead_without_source_takes_those_of_the_next_sentence() -> None:
    """News agencies name the source of the lead one sentence later."""
    text = "قُتل راعٍ في بادية تدمر اليوم.\nوذكر مصدر أمني أن لغماً انفجر به."
    assert kinds(text, "قُتل راعٍ") == ["official"]


def test_a_second_source_on_the_same_act_joins_the_first() -> None:
    """A source that opens the next sentence with the act told stands behind it too."""
    text = "قُصفت البلدة، وفق ناشطين. وقال مصدر طبي إن القصف أوقع ستة جرحى."
    assert kinds(text, "قُصفت البلدة") == ["activist", "medical"]


def test_another_toll_after_a_parting_connective_joins_too() -> None:
    """Two tolls of one act have two sources."""
    text = "قُتل تسعة في السوق، بحسب مصدر طبي، بينما تحدثت شبكات محلية عن عشرة قتلى."
    assert kinds(text, "قُتل تسعة في السوق") == ["medical", "media"]


def test_a_statement_published_by_a_ministry_is_its_own() -> None:
    """When the outlet is the speaker, its kind is the speaker's."""
    assert kinds("نفذت وحداتنا مداهمة.", "نفذت وحداتنا", outlet="وزارة الداخلية - المكتب الإعلامي") == ["official"]


def test_an_act_told_twice_has_the_sources_of_both_tellings() -> None:
    """The outlet steps back as soon as one telling quotes somebody."""
    text = "قُصفت البلدة صباح اليوم.\nوتجمع الأهالي في الساحة.\nوقُتل طفل في قصف البلدة، بحسب مصدر طبي."
    report = Report(report_id="t", text=text, outlet="موقع الضفاف")
    document = split(report, fold_text(text))
    first, _, last = document.sentences
    stretches = [(first.first, first.stop), (last.first, last.first + 5)]
    found = sources_of_act(document, find(document), stretches)
    assert [source.kind for source in found] == ["medical"]
    assert [source.kind for source in sources_of_act(document, find(document), stretches[:1])] == ["outlet"]


def test_a_statement_is_its_issuers_to_the_end() -> None:
    """Whoever opens a report with a colon, or issues it, stands behind all of it until another is quoted."""
    text = "المتحدث باسم الجيش التركي: دمرت مسيراتنا مستودعاً.\nوقُتل أربعة مسلحين في البلدة."
    assert kinds(text, "قُتل أربعة") == ["party"]
    text = "صدر عن قيادة الجيش البيان الآتي:\nأوقفت دورية مطلوبين في البلدة."
    assert kinds(text, "أوقفت دورية") == ["party"]
    text = "المتحدث باسم الجيش التركي: دمرنا مستودعاً.\nوقال ناشطون إن الطريق قُطع.\nوانفجر لغم بسيارة."
    assert kinds(text, "انفجر لغم") == ["outlet"]


@pytest.mark.parametrize(
    "text",
    [
        "وقال مصدر طبي لوكالة رويترز إن راعياً قُتل بلغم.",
        "ونقلت رويترز عن مصدر طبي أن راعياً قُتل بلغم.",
    ],
)
def test_the_rules_leave_out_an_agency_that_passes_on(text: str) -> None:
    """Whoever speaks through an agency stands behind the act; whether the agency does too is learned."""
    assert kinds(text, "راعياً قُتل بلغم") == ["medical"]


def test_whoever_spoke_to_an_agency_goes_on_speaking() -> None:
    """ "وأضاف" goes on with the one who spoke, not with the agency told."""
    text = "وقال مصدر طبي لوكالة رويترز إن القتلى خمسة. وأضاف أن راعياً قُتل بلغم."
    assert kinds(text, "راعياً قُتل بلغم") == ["medical"]


def test_an_outlet_named_after_a_front_is_no_armed_side() -> None:
    """ "جبهة" in the name of an outlet says where it stands."""
    assert kinds("قُتل راعٍ بلغم.", "قُتل راعٍ", outlet="جبهة الساحل الإعلامية") == ["outlet"]


@pytest.mark.parametrize(
    ("outlet", "kind"),
    [
        ("المكتب الإعلامي للواء الوادي", "party"),
        ("إعلام الفرقة السابعة", "party"),
        ("قيادة جبهة الساحل", "party"),
        ("الجبهة الغربية - المكتب الإعلامي", "party"),
        ("الدائرة الإعلامية لقيادة شرطة الوادي", "official"),
        ("كتائب الوادي الإخبارية", "outlet"),
        ("إعلام الوادي", "outlet"),
        ("بلدية الوادي", "outlet"),
        ("الدفاع المدني - الوادي", "outlet"),
        ("دمشق مباشر", "outlet"),
    ],
)
def test_a_sides_own_outlet_speaks_for_it(outlet: str, kind: str) -> None:
    """An armed side's or a ministry's office is no press; towns, rescuers and pages called after a side are."""
    assert kinds("قُتل راعٍ بلغم.", "قُتل راعٍ", outlet=outlet) == [kind]
