"""Sources quoted inside a report."""

from pathlib import Path

import pytest
import yaml

from marsad.annotate.attribution import find
from marsad.model.report import Document, Report
from marsad.normalise import fold_text
from marsad.segment import split

CORPUS = yaml.safe_load((Path(__file__).parents[3] / "corpora/ar/attribution.yaml").read_text(encoding="utf-8"))


def read(text: str, headline: str = "") -> Document:
    report = Report(report_id="t", headline=headline, text=text)
    return split(report, fold_text(report.source_text))


@pytest.mark.parametrize(("kinds", "text"), [(group["kinds"], text) for group in CORPUS for text in group["texts"]])
def test_the_kinds_of_those_who_speak_are_read_in_order(kinds: list[str], text: str) -> None:
    """Each corpus sentence names exactly the speakers listed over it."""
    assert [mention.kind for mention in find(read(text))] == kinds


def test_the_name_is_quoted_as_published_without_its_proclitic() -> None:
    """ "للمرصد السوري" after وفقاً keeps its own letters, and the span holds cue and name."""
    document = read("قُتل اثنان، وفقاً لمصدر طبي في المدينة.")
    (mention,) = find(document)
    assert mention.name == "مصدر طبي"
    assert document.source_text[mention.span.start : mention.span.end].startswith("وفقاً لمصدر طبي")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("قالت شبكة النهر إن الجسر قُصف", ["media"]),
        ("قُصف الجسر، وفق ما ذكرت شبكة النهر.", ["media"]),
        ("كشفت شبكة تهريب قرب الحدود", []),
        ("أعلنت الشرطة كشف شبكة تجسس", ["official"]),
        ("وقالت شبكة النهر لحقوق الإنسان إن الجسر قُصف", ["monitor"]),
        ("قُصف الجسر، وفق شبكة الراصد لتوثيق الانتهاكات.", ["monitor"]),
        ("وقالت شبكة أطباء النهر إن الجسر قُصف", ["medical"]),
        ("وقالت شبكة النهر نقلاً عن مصدر طبي إن الجسر قُصف", ["media", "medical"]),
    ],
)
def test_a_network_speaks_as_an_outlet(text: str, kinds: list[str]) -> None:
    """One with a name of its own does, for what its name says that it is; a ring of smugglers or spies says nothing."""
    assert [mention.kind for mention in find(read(text))] == kinds


def test_a_body_spoken_for_is_named_with_its_spokesman() -> None:
    """The head noun alone would not say for whom he speaks."""
    (mention,) = find(read("وقال المتحدث باسم الجيش التركي إن القصف توقف"))
    assert mention.name == "المتحدث باسم الجيش التركي"


def test_a_verb_without_subject_goes_on_with_the_speaker_before() -> None:
    """ "وأضاف أن" and "وأشار إلى أن" repeat the source of the sentence before."""
    mentions = find(read("وقال مصدر أمني إن القتيل أربعيني. وأضاف أن السيارة سُرقت. وأشار إلى أن التحقيق مستمر."))
    assert [(mention.sentence, mention.kind) for mention in mentions] == [
        (0, "official"),
        (1, "official"),
        (2, "official"),
    ]


def test_a_speaker_named_once_more_by_one_name_is_the_same() -> None:
    """A surname after a full introduction keeps the kind the introduction gave."""
    mentions = find(read("وقال الناطق باسم الجيش التركي سالم الجوهري إن القصف توقف. وأكد الجوهري أن الهدنة قائمة."))
    assert [mention.kind for mention in mentions] == ["party", "party"]


def test_two_speakers_joined_by_and_are_both_sources() -> None:
    """A joint attribution names two sources of two kinds."""
    assert [m.kind for m in find(read("انفجر لغم قرب القرية، بحسب الدفاع المدني وناشطين."))] == ["official", "activist"]


def test_page_furniture_quotes_nobody() -> None:
    """A link line about what a monitor says is not the report's text."""
    assert find(read("انفجر لغم.\nاقرأ أيضاً: المرصد السوري يقول إن الهدنة صامدة\n")) == ()


def test_a_definite_noun_takes_up_its_like() -> None:
    """ "المنظمة" is the organisation quoted before, not whoever denied it in between."""
    text = "قالت منظمة حقوقية إن ثلاثة اعتُقلوا. ونفت الشرطة العسكرية ذلك. وأوردت المنظمة أن امرأة خُطفت."
    assert [mention.kind for mention in find(read(text))] == ["monitor", "party", "monitor"]


def test_the_accused_does_not_speak() -> None:
    """Behind a verb of accusing the words of the source end with who accuses, however many they are."""
    text = "اتهم النظام السوري إسرائيل بقصف المطار. واتهمت دمشق وموسكو إسرائيل بقصف القاعدة."
    document = read(text)
    spoken = [text[mention.span.start : mention.span.end] for mention in find(document)]
    assert spoken == ["اتهم النظام السوري", "واتهمت دمشق", "واتهمت دمشق وموسكو"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("أعلنت القوات القضاء على الخلية في الباغوز.", ["القوات"]),
        ("أعلن القضاء العراقي أن المتهم اعترف.", ["القضاء"]),
        ("وذكر نشطون أن المروحيات قصفت الحي.", ["نشطون"]),
    ],
)
def test_an_end_put_to_something_is_no_court(text: str, names: list[str]) -> None:
    """ "القضاء على" ends something; "القضاء" alone is the judiciary."""
    assert [mention.name for mention in find(read(text))] == names


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("مرصد الوادي", "قُتل ثلاثة قرب القرية، بحسب مرصد الوادي."),
        ("مرصد الوادي", "وثّق مرصد الوادي مقتل ثلاثة قرب القرية."),
        ("مرصد الوادي", "قُتل ثلاثة قرب القرية. ووثّق مرصد الوادي الحادثة عبر مندوبه."),
        ("وكالة الضفاف", "قُتل ثلاثة قرب القرية، وفق وكالة الضفاف."),
        ("شبكة النهر الإخبارية", "قُتل ثلاثة قرب القرية، وفق ما ذكرت شبكة النهر الإخبارية."),
        ("منظمة الأمل لحقوق الإنسان", "وقالت منظمة الأمل لحقوق الإنسان إن القتلى مدنيون."),
        ("مرصد حقوقي", "وقال مرصد حقوقي إن القتلى مدنيون."),
        ("صفحة محلية", "قُتل ثلاثة قرب القرية، بحسب صفحة محلية في المدينة."),
    ],
)
def test_a_medium_or_monitor_of_no_list_has_its_whole_name(name: str, text: str) -> None:
    """ "مرصد" alone would make one source of two monitors, and none of what the record knows as the outlet."""
    assert [mention.name for mention in find(read(text))][-1:] == [name]
