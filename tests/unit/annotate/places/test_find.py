"""Places named: the corpus of sentences, and what a mention carries."""

from pathlib import Path

import pytest
import yaml

from marsad.annotate.places import find
from marsad.gazetteer import load
from marsad.model.report import Report
from marsad.normalise import fold_text
from marsad.segment import split

_CORPUS = yaml.safe_load((Path(__file__).parents[3] / "corpora" / "ar" / "places.yaml").read_text(encoding="utf-8"))


def read(text, headline=""):
    report = Report(report_id="t", headline=headline, text=text)
    return find(split(report, fold_text(report.source_text)), gazetteer=load())


def where(mention):
    """Return the unit of the best candidate, its country without one, "-" for a place in no gazetteer."""
    if mention.place is None:
        return "-"
    return mention.place.admin1 or mention.place.country


@pytest.mark.parametrize("case", _CORPUS["places"], ids=[case["text"][:40] for case in _CORPUS["places"]])
def test_named(case):
    """Every place of the sentence is found, as a list would write it, with relation, precision and unit."""
    found = [
        {"name": m.name, "relation": m.relation, "precision": int(m.precision), "in": where(m)}
        for m in read(case["text"])
    ]
    assert found == case["found"]


@pytest.mark.parametrize("text", _CORPUS["none"])
def test_not_named(text):
    """Names of bodies and persons, ordinary words and bare descriptions are no places."""
    assert [m.name for m in read(text)] == []


def test_span_quotes_the_phrase():
    """The span holds cue, type word and name as published, marks and all; the name goes without clitics."""
    text = "اعتُقل رجلان قُرب مدينة مَنبج، وآخر بالشّحيل"
    first, second = read(text)
    assert text[first.span.start : first.span.end] == "قُرب مدينة مَنبج"
    assert (first.name, first.type_word, first.relation) == ("منبج", "مدينه", "near")
    assert text[second.span.start : second.span.end] == "بالشّحيل"
    assert second.name == "الشحيل"


def test_neighbours_tell_twins_apart():
    """A name that stands in several governorates is the one whose governorate the report names."""
    (raqqa, _) = read("داهمت دورية قرية المنصورة بريف الرقة")
    (hama, _) = read("قصف الطيران قرية المنصورة بريف حماة")
    assert (where(raqqa), where(hama)) == ("SY11", "SY05")


def test_a_quarter_of_another_town_is_not_meant():
    """ "السكن الشبابي" is listed for Al-Hasakeh alone: in a report on Aleppo it is another one, or none listed."""
    text = "دارت اشتباكات في حي الشيخ مقصود بمدينة حلب من جهة السكن الشبابي"
    assert {where(mention) for mention in read(text) if mention.place} == {"SY02"}
    (_, listed) = read("قُصفت مدينة الحسكة، وسُمعت انفجارات في السكن الشبابي")
    assert where(listed) == "SY08"


def test_feature_of_the_type_word():
    """ "مخيم اليرموك" is the camp, "حي الثورة" a quarter."""
    (camp,) = read("قصف مخيم اليرموك")
    assert camp.place.feature == "camp"


def test_dateline_is_no_place_of_an_event():
    """The place a report is filed from is left out, and still tells where the others lie."""
    assert [m.name for m in read("دمشق - سانا: عاد الهدوء إلى حي القصاع")] == ["القصاع"]


def test_a_dateline_may_name_its_country():
    """All that stands before the agency in brackets and its dash is dateline; an agency in a sentence makes none."""
    assert [m.name for m in read("دبي، الإمارات العربية المتحدة (CNN)-- عاد الهدوء إلى حي القصاع")] == ["القصاع"]
    assert [m.name for m in read("عاد الهدوء إلى دوما، وفق (سانا)، بعد القصف")] == ["دوما"]


def test_a_seat_is_no_place_of_an_event():
    """Where those who tell have their seat is no place of what they tell."""
    assert [m.name for m in read("قال المرصد السوري، ومقره بريطانيا، إن قصفاً طال دوما")] == ["دوما"]
    assert [m.name for m in read("قالت المنظمة التي مقرها في باريس إن قصفاً طال دوما")] == ["دوما"]


def test_countries_by_one_name():
    """ "الأراضي السورية" is listed as سوريا; what the press calls a country otherwise stays."""
    assert [m.name for m in read("قصف داخل الأراضي السورية")] == ["سوريا"]
    assert [m.name for m in read("شهد اليمن ومصر هجمات")][-1:] == ["مصر"]


def test_a_day_is_no_village():
    """ "7 نيسان" is in the lists as a village, and is a day."""
    assert read("وقع الهجوم في 7 نيسان الجاري") == ()


def test_furniture_is_not_read():
    """Places in share lines and captions are left out."""
    assert read("اقرأ أيضاً: هجوم قرب دمشق") == ()


def test_candidates_are_ordered():
    """Candidates come best first, with falling scores."""
    (mention, *_) = read("انفجار في قرية الصالحية")
    scores = [score for _, score in mention.candidates]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) > 1


def test_nothing_in_nothing():
    """An empty report has no places."""
    assert read("") == ()


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("أوقفت الشرطة المصرية كاتباً بعد مقال عن تأنيب الضمير", []),
        ("حلقت طائرة فوق القصور في مصر", ["مصر"]),
        ("أطلقت السلطات في تونس سراح جاسم العلواني", ["تونس"]),
        ("قبل أيام وجيزة من الهجوم في ليبيا", ["ليبيا"]),
        ("أفرجت محكمة سورية في دمشق عنه بعد توقيفه لفترة وجيزة", ["دمشق"]),
        ("اعتقلت السلطات التركية معارضاً مقرباً من صلاح الدين دميرتاش", []),
        # what speaks for the country, or a word for a settlement, and the town is meant
        ("قصف الطيران الحربي الضمير في ريف دمشق", ["الضمير", "ريف دمشق"]),
        ("اغتال مجهولون شاباً في جاسم بريف درعا ووصل جثمانه إلى الأردن", ["جاسم", "درعا", "الأردن"]),
        ("أعلنت مصر مقتل عامل من أبنائها في بلدة الضمير", ["مصر", "الضمير"]),
        ("اغتال مجهولون شاباً في جاسم", ["جاسم"]),
    ],
)
def test_names_that_are_words_too(text, places):
    """A name that is as often a word needs its country told where the report speaks of others."""
    assert [mention.name for mention in read(text)] == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("تجمع العشرات في ساحة بنش ظهراً", ["بنش"]),
        ("رُفعت رايات عند دوار سراقب في إدلب", ["سراقب", "إدلب"]),
        ("تجمع العشرات في ساحة المرجة بدمشق", ["ساحة المرجة", "دمشق"]),
        ("خرج طلاب في ساحة فلسطين وسط طهران في إيران", ["ساحة فلسطين", "طهران", "إيران"]),
    ],
)
def test_a_square_called_after_its_town(text, places):
    """The square of a town is that town; one that has a name of its own keeps it."""
    assert [mention.name for mention in read(text)] == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("نصبوا برجاً فوق تلة مطلة على عين البيضا في الضفة الغربية", ["عين البيضا", "الضفة الغربية"]),
        ("أوقف حاجز علي الوحش شاباً جنوب دمشق", ["حاجز علي الوحش", "دمشق"]),
        ("فتح مسلح النار قرب القائم في العراق", ["القائم", "العراق"]),
        ("عُثر على جثة في حي الأرمن بحمص", ["الأرمن", "حمص"]),
        ("تظاهر أرمن في حمص", ["حمص"]),
        ("سقط برميلان متفجران على بلدة اللطامنة", ["اللطامنة"]),
        ("انفجر لغم في رميلان بريف الحسكة", ["رميلان", "الحسكة"]),
        ("قُتل مزارع قرب الصورة الكبيرة بريف السويداء", ["الصورة الكبيرة", "السويداء"]),
        ("سقطت قذيفة على شارع الملك فيصل بدمشق", ["شارع الملك فيصل", "دمشق"]),
    ],
)
def test_words_and_names_alike(text, places):
    """A preposition opens no name, a demonym may be a quarter's, and what leads to a word makes a place of it."""
    assert [mention.name for mention in read(text)] == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("قصفت الطائرات قرية كوبلة", ["كوبلة"]),
        ("تعرضت مدن كحلب وإدلب للقصف", ["حلب", "إدلب"]),
    ],
)
def test_kaf_behind_a_settlement_word_is_a_letter(text, places):
    """A village's first letter is not "like", as the one behind "towns" may be."""
    assert [mention.name for mention in read(text)] == places


def test_a_town_behind_b_after_a_first_name():
    """ "بجرابلس" names a town, though the faction before it ends in a first name."""
    assert [mention.name for mention in read("طعن مجهول قيادياً في السلطان مراد بجرابلس")] == ["جرابلس"]


def test_a_country_behind_l_has_no_article():
    """The letters of "لألمانيا" look like an article."""
    assert [mention.name for mention in read("سلّمته السلطات لألمانيا بعد اعتقاله")] == ["ألمانيا"]


@pytest.mark.parametrize(("name", "unit"), [("رأس العين", "SY08"), ("السخنة", "SY04")])
def test_a_town_named_alone(name, unit):
    """A post that tells no country means the town that reports of armed conflict name, not a namesake abroad."""
    (mention,) = read(f"انفجار سيارة مفخخة في {name}")
    assert where(mention) == unit


@pytest.mark.parametrize(
    ("text", "feature", "unit"),
    [
        ("قصف على مدينة إدلب", "city", "SY07"),
        ("قصف على مدينة تعز", "city", "YE15"),
        ("قصف على تعز", "city", "YE15"),
        ("غارة على مدينة صنعاء", "city", "YE13"),
        ("غارة على محافظة صنعاء", "admin1", "YE23"),
        ("قصف على ريف إدلب", "admin1", "SY07"),
        ("قصف شمال تعز", "admin1", "YE15"),
    ],
)
def test_a_place_known_exactly_is_the_town(text, feature, unit):
    """Where a governorate and its town have one name, the governorate is meant only by words for land around it."""
    (mention,) = read(text)
    assert (mention.place.feature, mention.place.admin1) == (feature, unit)
    assert (int(mention.precision) == 1) is (feature == "city")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قُصف مستشفى في الأبيض بولاية شمال كردفان.", ["الأبيض", "شمال كردفان"]),
        ("قصف الجيش السوداني مستودعاً بالأبيض.", ["الأبيض"]),
        ("نشر الجيش السوداني صوراً بالأبيض والأسود.", []),
        ("انتقد البيت الأبيض الجيش السوداني.", []),
    ],
)
def test_a_town_called_by_a_colour_is_told_by_what_stands_before_it(text, names):
    """ "بالأبيض" of a report on Sudan is el-Obeid; a picture or a house is none."""
    assert [mention.name for mention in read(text)] == names


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("قُتل جندي في هجوم على دورية في طرابلس شمالي لبنان.", "LB-AS"),
        ("أسفرت اشتباكات في طرابلس، شمالي لبنان، عن مقتل شخص.", "LB-AS"),
        ("هجوم على متجر في طرابلس الواقعة شمالي لبنان.", "LB-AS"),
        ("أسفرت اشتباكات في طرابلس غربي ليبيا عن مقتل شخص.", "LY-TB"),
        ("غادر وفد من طرابلس إلى شمالي لبنان أمس.", "LY-TB"),
        ("اعتقل الأمن اللبناني شاباً في طرابلس أمس.", "LB-AS"),
        ("قصفت القوات الليبية موقعاً في طرابلس أمس.", "LY-TB"),
        ("اندلعت اشتباكات في طرابلس أمس.", "LY-TB"),
    ],
)
def test_a_part_of_a_country_right_behind_a_name_tells_which(text, unit):
    """A town lies in the country of which the words right behind it name a part, not one that is gone to."""
    assert where(read(text)[0]) == unit
