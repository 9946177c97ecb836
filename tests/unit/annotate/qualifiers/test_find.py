"""Qualifiers: cues, their kinds and the words they govern."""

from datetime import date

import pytest

from marsad.annotate.qualifiers import find
from marsad.model.report import Report
from marsad.normalise import fold_text
from marsad.segment import split


def document(text, published_on=date(2025, 3, 1)):
    report = Report(report_id="t", text=text, published_on=published_on)
    return split(report, fold_text(report.source_text))


def kinds(text, **more):
    return [one.kind for one in find(document(text, **more))]


def governed(text, kind):
    doc = document(text)
    return [doc.quote(one.scope_first, one.scope_stop) for one in find(doc) if one.kind == kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("نفى الجيش استهداف المشفى", "denial"),
        ("الأنباء عن قصف السوق عارية عن الصحة", "denial"),
        ("لم يسفر القصف عن إصابات", "negation"),
        ("تعتزم القوات شن عملية", "plan"),
        ("عززت القوات مواقعها تحسبا لهجوم", "plan"),
        ("هددت الحركة بقصف المطار", "threat"),
        ("سترد القوات إذا قصفت مواقعها", "condition"),
        ("تتعرض القرية من وقت لآخر للقصف", "habit"),
        ("قتل 300 شخص منذ مطلع العام", "total"),
        ("خطف الرجل قبل سنوات", "history"),
        ("دمر السوق في قصف عام 2016", "history"),
        ("من المتوقع أن يشن الجيش هجوما", "forecast"),
        ("قد تشن القوات هجوما", "forecast"),
        ("دعت المنظمة إلى وقف القصف", "call"),
        ("اعتبر محللون أن الهجوم رسالة", "opinion"),
        ("أحبطت القوات محاولة تسلل", "foiled"),
        ("أجرت القوات مناورات مشتركة", "exercise"),
        ("وكان الجيش قد قصف القرية أول أمس", "pluperfect"),
    ],
)
def test_kind(text, kind):
    """Each kind of cue is recognised."""
    assert kind in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "قصفت المدفعية القرية وقتلت رجلا",
        "ولم ترد الوزارة على السؤال",
        "وقد تداولت صفحات صورا للموقع",
        "وقد نفذت الطائرات غارتين",
        "نشر على مواقع التواصل الاجتماعي",
    ],
)
def test_plain_assertions_carry_no_cue(text):
    """Words beside real acts are no cues: other verbs after لم, قد before a past verb."""
    assert kinds(text) == []


def test_a_denial_stops_at_a_contrast():
    """What a second source asserts after "لكن" is not denied."""
    text = "نفى الجيش قصف السوق لكن المرصد وثق مقتل ثلاثة"
    assert governed(text, "denial") == ["الجيش قصف السوق"]


def test_a_threat_stops_at_the_act_that_caused_it():
    """The attack that a threat answers has happened."""
    text = "توعدت الحركة بضربات جديدة بعد الهجوم على القاعدة"
    assert governed(text, "threat") == ["الحركة بضربات جديدة"]


def test_a_scope_stays_in_its_sentence():
    """A cue governs nothing beyond its sentence."""
    text = "هددت الحركة بقصف المطار.\nقصف الجيش القرية"
    assert governed(text, "threat") == ["الحركة بقصف المطار"]


def test_a_habit_governs_its_clause():
    """A habit in the first clause leaves the second alone."""
    text = "تتعرض القرية من وقت لآخر للقصف، فيما قتل رجل اليوم في الحي"
    assert governed(text, "habit") == ["تتعرض القرية من وقت لآخر للقصف"]


def test_the_pluperfect_cue_runs_from_was_to_qad():
    """The cue of "وكان الجيش قد" is quoted whole."""
    doc = document("وكان الجيش قد قصف القرية")
    [one] = find(doc)
    assert doc.quote(one.first, one.stop) == "وكان الجيش قد"
    assert one.rule_id == "qualifiers.kana-qad"


@pytest.mark.parametrize(
    ("published_on", "expected"),
    [(date(2025, 3, 1), ["history"]), (date(2024, 3, 1), []), (None, [])],
)
def test_a_year_is_history_only_when_it_is_surely_older_than_twelve_months(published_on, expected):
    """Last year may be recent; without a publication date nothing is known."""
    assert kinds("دمر السوق في قصف عام 2023", published_on=published_on) == expected


def test_continuing_has_an_entry_of_its_own():
    """ "واصل" is told apart from other habits, since with a day it is an act."""
    ids = [one.entry_id for one in find(document("واصلت المدفعية قصف القرية"))]
    assert ids == ["habit.continue"]
