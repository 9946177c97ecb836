"""Claims out of sentences: ranks, tallies, totals, trends, and what is none."""

import json
from datetime import date
from pathlib import Path

import pytest
from tests.unit.claims.conftest import CODER, read

from marsad.claims.read import read_claims
from marsad.claims.record import report_record
from marsad.model.report import Report

AIR, SHELLING, IED = "Air/drone strike", "Shelling/artillery/missile attack", "Remote explosive/landmine/IED"


def days(claim):
    return None if claim.window is None else (claim.window.start.isoformat(), claim.window.end.isoformat())


@pytest.mark.parametrize(
    ("text", "number", "what", "window"),
    [
        ("شنت مسيّرة غارة على سيارة في عيترون، وهي الغارة السابعة خلال أسبوع.", 7, AIR, ("2024-02-08", "2024-02-15")),
        ("قتل عنصر من قسد بعبوة في هجين، في ثالث تفجير خلال 48 ساعة.", 3, IED, ("2024-02-13", "2024-02-15")),
        ("نفذت قسد عملية أمنية هي الثانية هذا الشهر ضد داعش.", 2, "Arrests", ("2024-02-01", "2024-02-15")),
        ("استهدف القصف المدفعي مشفى البلدة للمرة الرابعة هذا العام.", 4, SHELLING, ("2024-01-01", "2024-02-15")),
        ("اغتال مجهولون مختار طفس، في خامس عملية اغتيال منذ مطلع شباط.", 5, "Attack", ("2024-02-01", "2024-02-15")),
    ],
)
def test_ordinals(text, number, what, window):
    """A rank has its number, what it counts (told by its noun or by the act told), and the days it counts in."""
    (claim,) = [one for one in read(text) if one.kind == "ordinal"]
    assert (claim.number, claim.what, days(claim), claim.measure) == (number, what, window, "events")


@pytest.mark.parametrize(
    ("text", "kind", "number", "measure", "window"),
    [
        ("نفذ داعش 5 هجمات خلال كانون الثاني.", "count", 5, "events", ("2024-01-01", "2024-01-31")),
        ("اعتقلت قسد 16 شخصاً منذ مطلع الشهر.", "count", 16, "detained", ("2024-02-01", "2024-02-15")),
        ("وثق المركز 12 حالة خطف خلال الأسبوع الماضي.", "count", 12, "abducted", ("2024-02-08", "2024-02-14")),
        ("ارتفعت حصيلة القتلى منذ بداية العام إلى 153.", "total", 153, "killed", ("2024-01-01", "2024-02-15")),
        ("قتل 226 مدنياً في المدينة منذ 10 أيار الماضي.", "total", 226, "killed", ("2023-05-10", "2024-02-15")),
        ("بلغ عدد الجرحى منذ بدء الهجوم 1128.", "total", 1128, "wounded", None),
        ("شن الطيران 300 غارة خلال عام 2023.", "count", 300, "events", ("2023-01-01", "2023-12-31")),
    ],
)
def test_tallies(text, kind, number, measure, window):
    """A tally of a bounded or young period is a count, one that runs on from a start a total."""
    (claim,) = read(text)
    assert (claim.kind, claim.number, claim.measure, days(claim)) == (kind, number, measure, window)


@pytest.mark.parametrize(
    ("text", "direction", "what", "window"),
    [
        ("تصاعدت هجمات داعش في البادية خلال الأيام الماضية.", "up", None, None),
        ("تراجعت وتيرة القصف خلال كانون الثاني مقارنة بكانون الأول.", "down", SHELLING, ("2024-01-01", "2024-01-31")),
        ("شهدت درعا ارتفاعاً ملحوظاً في عمليات الاغتيال هذا الشهر.", "up", "Attack", ("2024-02-01", "2024-02-15")),
        (
            "ظلت وتيرة القصف على حالها خلال الأسبوع الماضي.",
            "same",
            SHELLING,
            ("2024-02-08", "2024-02-14"),
        ),
    ],
)
def test_trends(text, direction, what, window):
    """A trend has a direction, and the days said to be higher or lower, none where they are vague."""
    (claim,) = read(text)
    assert (claim.kind, claim.direction, claim.what, days(claim), claim.number) == (
        "trend", direction, what, window, None,
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "قتل 14 مدنياً بينهم 5 أطفال بقصف صاروخي على سوق الباب صباح اليوم.",
        "ارتفعت حصيلة التفجير إلى تسعة قتلى بعد وفاة جريح.",
        "حذر المبعوث من تصاعد العنف إذا انهار الاتفاق.",
        "هدد التنظيم بتكثيف هجماته خلال الشهر المقبل.",
        "توفي ثلاثة أشخاص بحادث سير، وهو الحادث الرابع خلال أسبوع.",
        "سجلت المديرية 84 إصابة بالكوليرا خلال أيلول.",
        "عقدت اللجنة اجتماعاً هو الثاني خلال أسبوع لبحث الهجوم.",
        "تواصل القصف على البلدة لليوم الثاني على التوالي.",
        "أدى القصف إلى تصاعد أعمدة الدخان في صعدة.",
        "سجل المهاجم هدفه الثالث خلال شهر بقصف بعيد.",
        "رصدت الشركة 300 هجوم إلكتروني خلال كانون الثاني.",
        "توفي ناشط متأثراً بجروح أصيب بها في قصف مدفعي صباح الأحد ليرتفع إلى ثلاثة عدد القتلى من أبناء البلدة.",
        "ولم تظهر إشارة على أن الهجمات هدأت خلال كانون الثاني.",
        "أعلن الجيش أنه يتقدم في المدينة منذ تصاعد العمليات.",
    ],
)
def test_no_claims(text):
    """The toll of one act, what is feared or threatened, accidents, disease, talks and sport make no claim."""
    assert read(text) == ()


def test_a_subset_is_no_claim_of_its_own():
    """ "بينهم 92 طفلاً" adds nothing to the tally before it."""
    claims = read("أحصى المركز مقتل 417 مدنياً خلال كانون الثاني، بينهم 92 طفلاً.")
    assert [claim.number for claim in claims] == [417]


def test_a_subset_put_in_between_parts_nothing():
    """Figure and period belong together over "بينهم 5 أطفال" between commas."""
    (claim,) = read("وثق المركز مقتل 21 مدنياً، بينهم 5 أطفال، في قصف على أحياء تعز، خلال كانون الثاني الماضي.")
    assert (claim.number, days(claim)) == (21, ("2024-01-01", "2024-01-31"))


def test_multiples_count_nobody():
    """ "بثلاثة أضعاف" makes a trend, and no count of three."""
    assert [one.kind for one in read("ارتفع عدد القتلى بثلاثة أضعاف في الحديدة خلال كانون الثاني.")] == ["trend"]


def test_the_toll_of_the_act_is_not_that_of_its_rank():
    """People killed by the act that has a rank are not counted in the days of the rank."""
    claims = read("وهذا ثالث هجوم كبير في المدينة خلال أسبوعين عقب تفجير أودى بحياة 12 شخصاً أمس.")
    assert [one.kind for one in claims] == ["ordinal"]


def test_whom_somebody_is_loyal_to_is_no_place():
    """ "الموالية لأنقرة" tells whose side, not where."""
    (claim,) = read("قتل 200 مقاتل من الفصائل الموالية لأنقرة منذ مطلع العام.")
    assert claim.place is None


def test_a_figure_goes_on_in_the_period_before():
    """ "كما وثق" and "قتل فيها" count in the period and place of the tally that they go on from."""
    claims = read("نفذ داعش 14 هجوماً في دير الزور خلال كانون الثاني، قتل فيها 9 من قسد. كما وثق المرصد اعتقال 19 شخصاً.")
    assert [(claim.number, claim.measure) for claim in claims] == [(14, "events"), (9, "killed"), (19, "detained")]
    assert {days(claim) for claim in claims} == {("2024-01-01", "2024-01-31")}
    assert {claim.place.name for claim in claims} == {"دير الزور"}


def test_the_city_is_the_one_told_before():
    """ "المدينة" behind a claim is the last town told."""
    (claim,) = read("انفجرت دراجة مفخخة في سوق مدينة الباب، في ثالث تفجير يضرب المدينة خلال أسبوع.")
    assert (claim.place.name, claim.place.admin1) == ("الباب", "SY02")


def test_headline_and_text_make_one_claim():
    """A claim that the headline makes, too, is written once."""
    claims = read("نفذ داعش 5 هجمات خلال كانون الثاني.", title="داعش ينفذ 5 هجمات خلال كانون الثاني")
    assert [claim.number for claim in claims] == [5]


def test_the_quotation_is_the_report_s_own():
    """Every quotation stands in the report at its offsets, vowel signs and all."""
    report = Report(
        report_id="r",
        text="وثّق المرصد 12 غارةً على إدلب خلال أسبوع، وقُتل فيها 30 مدنياً.",
        published_on=date(2024, 2, 15),
    )
    claims = read(report.text)
    assert [claim.number for claim in claims] == [12, 30]
    for claim in claims:
        assert report.source_text[claim.span.start : claim.span.end] == claim.quote


def test_no_day_of_publication_no_relative_days():
    """Without a day of publication "خلال أسبوع" has no days, and the claim is read all the same."""
    (claim,) = read_claims(Report(report_id="r", text="وقع انفجار هو الثاني من نوعه خلال أسبوع."), CODER)
    assert (claim.kind, claim.number, claim.window) == ("ordinal", 2, None)


def test_a_report_in_the_manner_of_the_region():
    """A whole report gives its trend and its rank, and none of its background."""
    folder = Path(__file__).parent
    told = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    report = Report(report_id="r", text=told["text"], published_on=date.fromisoformat(told["published"]))
    found = report_record(report, read(told["text"], told["published"]))["claims"]
    assert [{name: one[name] for name in told["claims"][0]} for one in found] == told["claims"]


@pytest.mark.parametrize("text", ["قُتل أربعة مدنيين في إدلب أمس واستمر القصف منذ", "استمرت الغارات على إدلب منذ"])
def test_a_text_cut_off_behind_since_is_read(text):
    """Feeds cut reports short; nothing is told to have begun."""
    assert [one for one in read(text) if one.window is not None and one.kind == "trend"] == []
