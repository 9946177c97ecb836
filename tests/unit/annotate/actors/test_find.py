"""Who is named: the public function on sentences in the manner of reports."""

from datetime import date
from itertools import pairwise

import pytest

from marsad.annotate.actors import code_on, find
from marsad.model.report import Report
from marsad.normalise import fold_text
from marsad.segment import split

_DAY = date(2022, 5, 1)


def read(text, country="SY", day=_DAY, headline=""):
    report = Report(report_id="t", headline=headline, text=text, published_on=day)
    return find(split(report, fold_text(report.source_text)), country=country)


def named(text, country="SY", day=_DAY):
    return [(mention.name, mention.code) for mention in read(text, country, day)]


def codes(text, country="SY", day=_DAY):
    return [mention.code for mention in read(text, country, day)]


def test_member_and_demonym():
    """A member noun joins its side; the adjective of an act names the state behind it."""
    (members, state) = read("قتل عنصران من قسد بقصف تركي قرب عين عيسى")
    assert (members.name, members.code, members.members, members.kind) == ("عنصران من قسد", "sdf", True, "armed")
    assert (state.name, state.code, state.members, state.kind) == ("تركي", "turkey", False, "demonym")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قتل مسلحون راعياً في بلدة الراعي", ["unidentified", "civilians"]),
        ("فتشت الدورية بيتين واعتقلت الأب", []),
        ("طوشة بين بيتين من البلدة", ["tribal"]),
        ("أوقف عناصر الشرطة الحرة سيارة", ["opp"]),
        ("جماعة اللوا الثامن مسكو واحد", ["local-daraa"]),
        ("أفرجت الجبهة عن خمسة من أسراها", ["prisoners"]),
        ("رمى ملثم قنبلة على بيت محصل ضرائب", ["unidentified", "officials"]),
        ("دخلت دورية احتلال القرية", ["israel"]),
    ],
)
def test_words_that_lists_of_actors_had_not(text, expected):
    """Towns and houses are nobody; officials, captives and forces are known by more of their names."""
    assert [code for code in codes(text, day=date(2018, 9, 1)) if code] == expected


def test_who_used_to_belong_is_a_civilian():
    """A former member is no fighter, wherever "سابقاً" stands."""
    assert codes("أوقفت دورية أربعة من عناصر الدفاع الوطني سابقاً")[-1] == "civilians"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("دهمت الشرطة بيت العقيد السابق ليلا", "العقيد السابق"),
        ("عُثر على جثة شرطي سابق في الحقل", "شرطي سابق"),
        ("أصيب ضابط سوري متقاعد برصاصة", "ضابط سوري متقاعد"),
        ("أوقفوا جندياً سابقاً على الجسر", "جنديا سابقا"),
        ("طُعن رئيس البلدية السابق أمام بيته", "رئيس البلدية السابق"),
    ],
)
def test_who_bore_arms_or_held_an_office_before(text, expected):
    """Former fighters and office holders are civilians, told by rank or office."""
    assert (expected, "civilians") in named(text)


def test_a_name_with_a_retired_rank_is_the_names():
    """A force called after a retired officer is a force."""
    assert "civilians" not in codes("هاجمت القوات الموالية للواء المتقاعد خليفة حفتر الميناء", country="LY")
    assert codes("أمس كان اليوم السابق للهجوم") == []


def test_whose_gunmen_the_gunmen_are():
    """Gunmen with the article are those told of before, else the rebels of their time; without it anybody."""
    assert codes("هاجم تنظيم داعش حاجزا ثم فر المسلحون")[-1] == "is"
    assert codes("دارت معارك مع المسلحين في التل", day=date(2014, 5, 1)) == ["opp"]
    assert codes("دارت معارك مع المسلحين في التل", day=date(2025, 5, 1)) == ["unidentified"]
    assert codes("هاجم مسلحون الحاجز", day=date(2014, 5, 1)) == ["unidentified"]


def test_an_agreement_of_two_states():
    """Two adjectives right behind each other are two sides of an act."""
    assert codes("ينص اتفاق أمريكي روسي على هدنة") == ["usa", "russia"]
    assert codes("غارات روسية سورية على البلدة") == ["russia", "syr-regime"]


@pytest.mark.parametrize(
    ("outlet", "expected"), [("المركز الإعلامي لقوات سوريا الديمقراطية", ["sdf"]), ("شبكة الميدان", [])]
)
def test_whose_forces_ours_are(outlet, expected):
    """ "قواتنا" are those of the side that publishes the statement, and nobody's in any other outlet."""
    report = Report(report_id="t", text="وردت قواتنا على مصدر النيران", published_on=_DAY, outlet=outlet)
    found = find(split(report, fold_text(report.source_text)), country="SY")
    assert [mention.code for mention in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("اعتقلت الشرطة الألمانية خلية", "other:الشرطة الألمانية"),
        ("قُتل جنديان من الجيش المالي", "other:الجيش المالي"),
        ("أغارت طائرات بريطانية على الموقع", "other:بريطانيا"),
        ("قُتل المدرّس على يد شاب شيشاني", "other:شاب شيشاني"),
        ("قالت الشرطة إن فلسطينيا أطلق النار", "other:فلسطيني"),
        ("انهال يهود متشددون بالضرب على السائق", "other:يهود متشددون"),
        ("قالت الشرطة الفرنسية إن شرطيا أصيب، وأغلقت الشرطة الحي", "other:الشرطة الفرنسية"),
        ("نفذ الجيش الفرنسي عملية في الشمال", "other:الجيش الفرنسي"),
        ("أحرق محتجون القنصلية الكندية", "other:القنصلية الكندية"),
        ("أضرموا النار في مقر لحزب العدالة والتنمية", "other:حزب العدالة والتنمية"),
        ("نهب مسلحون بنك الخرطوم", "other:بنك الخرطوم"),
        ("أُبرمت الهدنة مع وجهاء مدينة التل", "other:وجهاء مدينة التل"),
    ],
)
def test_whom_the_codebook_has_no_id_for(text, expected):
    """Forces of other states, people named by their nation who attack, and bodies that are hit keep their own names."""
    assert expected in codes(text)


@pytest.mark.parametrize(
    "text",
    [
        "أطلق الجنود النار على شاب فلسطيني",
        "زار الرئيس الفلسطيني المدينة",
        "عقد حزب العدالة مؤتمره",
        "افتتح البنك المركزي فرعاً",
        "وصل وجهاء المدينة إلى المضافة",
        "اتفق الطرفان مع وجهاء العشائر",
    ],
)
def test_who_keeps_no_name_of_its_own(text):
    """Victims are civilians, and bodies that only meet or speak are no actors."""
    assert not any((code or "").startswith("other:") for code in codes(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أحرق محتجون القنصلية التركية", "turkey"),
        ("اقتحم محتجون القنصلية الإيرانية", "iran-gov"),
        ("رشق محتجون السفارة الروسية بالحجارة", "russia"),
    ],
)
def test_who_attacks_a_mission_hits_its_state(text, expected):
    """A consulate is property of the state that sends it; one that is only visited is no actor."""
    assert expected in codes(text)
    assert expected not in codes(text.replace(text.split()[0], "زار"))


def test_a_force_named_once_is_meant_throughout():
    """ "الشرطة" is the police that the text names in full, before or behind."""
    before, behind = (
        "أوقفت الشرطة الألمانية رجلا ثم نشرت الشرطة صورته",
        "أوقفت الشرطة رجلا، وأضافت الشرطة الألمانية أنه فر",
    )
    assert codes(before, "DE")[-1] == codes(behind, "DE")[0] == "other:الشرطة الألمانية"
    assert codes("أوقفت الشرطة رجلا في كولونيا", "DE")[0] == "other:ألمانيا"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وقع كمين لدورية تركية عند الجسر قُتل فيه جنديان", "turkey"),
        ("استهدف لغم رتلاً أميركياً قرب الحقل وأصيب ثلاثة جنود", "usa"),
        ("قالت وزارة الدفاع الروسية إن الجنود كانوا في الموقع", "syr-regime"),
        ("قُتل جنديان قرب البلدة", "syr-regime"),
        ("قصف التحالف الدولي مقراً للتنظيم ثم عاد الطيران إلى القصف ليلاً", "coalition"),
    ],
)
def test_whose_soldiers_and_aircraft(text, expected):
    """Soldiers are of the foreign force told of right before, else of the state where they stand."""
    assert codes(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("باغتت خلايا داعش نقطة للدفاع الوطني فقُتل ثلاثة من الدفاع الوطني واثنان من المهاجمين", "is"),
        ("شن مقاتلون من العشائر هجوماً على نقاط لقسد، وقُتل عنصران من قسد وثلاثة من المهاجمين", "tribal"),
        ("أغارت طائرات روسية على داعش ثم فر المهاجمون", "is"),
    ],
)
def test_who_the_attackers_are(text, expected):
    """Attackers are those who attacked before, not whom they hit, and no aircraft."""
    assert codes(text)[-1] == expected


def test_offsets():
    """The span quotes the words as published, clitics included; the name goes without them."""
    text = "قال مصدر إن قوّةً انسحبت، وللجيش اللبناني نقطة هناك"
    mention = read(text, "LB")[-1]
    assert text[mention.span.start : mention.span.end] == "وللجيش اللبناني"
    assert mention.name == "الجيش اللبناني"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قصفت القوات الأميركية والبريطانية المطار", ["usa", "other:بريطانيا"]),
        ("استهدفت طائرة مسيّرة تركية سيارة", ["turkey"]),
        ("غارات على أهداف سورية وإيرانية", ["syr-regime", "iran"]),
        ("استهدف زورق مفخخ ناقلة نفط سعودية", ["ksa"]),
        ("شنت مقاتلات إسرائيلية غارات جوية", ["israel"]),
        ("نُفذت غارة جوية روسية على التلة", ["russia"]),
        ("شن هجوما تركيا على القرية", ["turkey"]),
        ("وصل رتل تركي إلى النقطة", ["turkey"]),
        ("أصيب جندي تركي بانفجار لغم", ["turkey"]),
        ("تقدمت القوات الكردية شرقاً", ["sdf"]),
    ],
)
def test_demonyms(text, expected):
    """Forces, weapons and acts with an adjective of nationality are that state's."""
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("هاجمت فصائل سورية حاجزا على الطريق", ["opp"]),
        ("انتشرت ميليشيات عراقية قرب المطار", ["iran-militias"]),
        ("استهدفت غارة يرجح أنها روسية البلدة", ["russia"]),
        ("أصيب راعيان قرب القرية", ["civilians"]),
        ("استهدف القصف شاحنات إغاثة", ["aid-workers"]),
        ("استهدفت القوات التركية مركبات إسعاف", ["turkey", "health-workers"]),
    ],
)
def test_who_is_no_army(text, expected):
    """Irregulars of a nationality are not its army; shepherds, aid and ambulances are people who do not fight."""
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("اقتادوا مدير الزراعة من مكتبه", ["officials"]),
        ("أخرجوا القاضي المحلي من غرفته وضربوه", ["officials"]),
        ("انفجرت عبوة بسيارة نائب المحافظ", ["officials"]),
        ("كسر نزلاء سجن البلدة الأبواب وفروا", ["prisoners", "prisoners"]),
        ("توفي تحت التعذيب", ["prisoners"]),
        ("قُتل سائق إسعاف بقذيفة", ["health-workers"]),
        ("نهبوا مستشفى المدينة", ["health-workers"]),
        ("أُخذ أعضاء غرفة طوارئ الحي", ["aid-workers"]),
        ("ضُبط أربعة من مهربي المحروقات", ["criminal"]),
        ("هاجم شبان من آل الفلان حاجزا", ["tribal"]),
    ],
)
def test_who_is_hit_without_arms(text, expected):
    """Office holders, prisoners, staff of hospitals and relief, smugglers and armed families have many names."""
    assert codes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "وقال وزير الخارجية إن هجوماً وقع",
        "وفق أطباء فإن القصف توقف",
        "نُقل الجرحى إلى المستشفى بعد القصف",
        "افتتح المحافظ جسراً",
        "شهدت المحافظة قصفاً",
    ],
)
def test_who_only_speaks_or_takes_in_the_wounded(text):
    """A minister who says so, a hospital to which the wounded go and a governor at work are not hit."""
    assert codes(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "قال المرصد السوري لحقوق الإنسان إن الهدوء عاد",
        "تراجعت الليرة السورية أمام الدولار",
        "وصل الرئيس التركي إلى العاصمة",
        "عاد المسافرون من تركيا",
        "أُغلقت الطريق قرب القاعدة",
        "تحدث المدرب بحماسة عن فتح المعبر وأمل في العودة",
        "عقد الوزير مؤتمر صحفي أمس",
        "للمرة الأولى يفتح المعبر أمام المسافرين",
        "أخمد الدفاع المدني الحريق",
    ],
)
def test_not_actors(text):
    """Monitors, currencies, origins, bases and common nouns are no actors."""
    assert codes(text) == []


@pytest.mark.parametrize(
    ("name", "day", "country", "code"),
    [
        ("الجيش السوري", date(2024, 12, 7), "SY", "syr-regime"),
        ("الجيش السوري", date(2024, 12, 8), "SY", "syr-gov"),
        ("وزارة الدفاع السورية", date(2025, 3, 1), "SY", "syr-gov"),
        ("قوات النظام", date(2025, 3, 1), "SY", "syr-regime"),
        ("فلول النظام", date(2025, 3, 1), "SY", "regime-remnants"),
        ("الأمن العام", date(2022, 3, 1), "SY", "hts"),
        ("الأمن العام", date(2025, 3, 1), "SY", "syr-gov"),
        ("قوات الأمن العام", date(2023, 3, 1), "SY", "hts"),
        ("قوات الأمن العام", date(2025, 3, 1), "SY", "syr-gov"),
        ("قوات وزارة الدفاع", date(2019, 3, 1), "SY", "syr-regime"),
        ("قوات وزارة الدفاع", date(2025, 3, 1), "SY", "syr-gov"),
        ("الأمن الداخلي", date(2019, 3, 1), "SY", "syr-regime"),
        ("الأمن العام", date(2025, 3, 1), "LB", "lebanon"),
        ("جبهة النصرة", date(2013, 3, 1), "SY", "hts"),
        ("الجيش الوطني", date(2020, 3, 1), "SY", "sna"),
        ("الجيش الوطني", date(2020, 3, 1), "LY", "lna"),
        ("الجيش الوطني", date(2020, 3, 1), "YE", "yemen-gov"),
        ("التحالف", date(2020, 3, 1), "SY", "coalition"),
        ("التحالف", date(2020, 3, 1), "YE", "saudi-coalition"),
        ("الجيش", date(2020, 3, 1), "IQ", "iraq"),
        ("القوات الحكومية", date(2020, 3, 1), "YE", "yemen-gov"),
        ("جيش الإسلام", date(2016, 3, 1), "SY", "opp"),
        ("جيش الإسلام", date(2020, 3, 1), "SY", "sna"),
        ("الجبهة الشامية", date(2015, 5, 31), "SY", "opp"),
        ("الجبهة الشامية", date(2019, 5, 31), "SY", "sna"),
        ("عصائب أهل الحق", date(2020, 3, 1), "IQ", "pmf"),
        ("عصائب أهل الحق", date(2020, 3, 1), "SY", "iran-militias"),
        ("الدفاع الوطني", date(2020, 3, 1), "SY", "regime-militia"),
        ("الاحتلال التركي", date(2020, 3, 1), "SY", "turkey"),
        ("قوات الاحتلال", date(2020, 3, 1), "PS", "israel"),
        ("كتائب حزب الله", date(2020, 3, 1), "IQ", "iran-militias"),
        ("لا أحد", date(2020, 3, 1), "IQ", None),
    ],
)
def test_code_on(name, day, country, code):
    """A name means what was true on the day and in the country of the event."""
    assert code_on(name, day, country) == code


def test_code_on_mention():
    """A mention is re-read for the day of its event, a generic one by the state it stands for."""
    generic, civilian = read("قصف الجيش القرية وأصيب مدنيون", day=date(2025, 1, 10))
    assert generic.code == "syr-gov"
    assert code_on(generic, date(2024, 11, 30), "SY") == "syr-regime"
    assert code_on(civilian, date(2024, 11, 30), "SY") == "civilians"


def test_army_points_back():
    """A bare army is the one just named, not that of the place."""
    assert codes("توغل الجيش الإسرائيلي في القرية. وقال الجيش إن جندياً أصيب") == ["israel", "israel", "syr-regime"]


def test_organisation_points_back():
    """A bare "التنظيم" is the jihadi group just named."""
    assert codes("اعتُقل قيادي في حراس الدين، وكان التنظيم قد نفى ذلك") == ["jihadi-other", "jihadi-other"]


def test_unresolved_board_is_no_mention():
    """ "الهيئة" and its like are dropped when no such actor was named before."""
    assert codes("دعت الهيئة إلى اجتماع") == []
    assert codes("انسحبت هيئة تحرير الشام ثم عادت الهيئة") == ["hts", "hts"]


def test_word_that_points_back_means_whom_it_means_there():
    """In Idlib "الهيئة" alone is Tahrir al-Sham; one named before goes first, and another board stays out."""
    assert codes("أوقفت الهيئة شابين في إدلب") == ["hts", "civilians"]
    assert "hts" not in codes("دعت الهيئة العامة للمشفى في إدلب إلى التبرع")


def test_army_is_no_rebels():
    """ "الجيش" is not the faction whose own name begins with an army: "جيش المجاهدين"."""
    assert codes("هاجم جيش المجاهدين الحاجز ثم انسحب الجيش", day=date(2014, 5, 1)) == ["opp", "syr-regime"]


def test_unit_with_a_number_is_the_armys():
    """A numbered brigade is the state's, whatever brigade was named before."""
    text = "سيطر لواء التوحيد على مقر اللواء 80 في حلب"
    assert named(text, day=date(2013, 2, 1)) == [("لواء التوحيد", "opp"), ("اللواء 80", "syr-regime")]


def test_strike_stands_for_who_flies():
    """In Lebanon a strike that nobody is named for is Israel's; those it wounds are not its members."""
    (strike,) = [mention for mention in read("جريحان في غارة على سيارة قرب صور", "LB") if mention.code == "israel"]
    assert (strike.name, strike.members) == ("غارة", False)
    assert "israel" not in codes("جريحان في غارة على سيارة قرب الباب")


def test_state_as_people_talk_of_it():
    """ "الروسي" beside a verb of force is Russia's forces where they fight; a player of that name is nobody."""
    assert codes("الروسي ضرب مدجنة قرب إدلب")[0] == "russia"
    assert codes("وتغلب الروسي دانييل على منافسه") == []


def test_duals_of_nations():
    """Two aircraft of a state are that state's."""
    assert named("أسقطتها مقاتلتان تركيتان فوق الجبل") == [("مقاتلتان تركيتان", "turkey")]


def test_own_side_by_its_words():
    """ "مقاتلونا" is the side whose words the statement uses when no outlet tells; elsewhere nobody."""
    assert codes("تصدى مقاتلونا للمرتزقة شرق تل تمر")[0] == "sdf"
    assert codes("عاد مقاتلونا إلى بيوتهم") == []


def test_first_letter_of_a_brigade_stays():
    """Behind "لـ" the lam of a brigade is its own."""
    assert named("انفجر لغم بسيارة للواء القدس")[0][0] == "لواء القدس"


def test_civilian_kinds():
    """People who are not fighting are told apart by kind."""
    text = "أصيب صحفي ومسعف ومتظاهر ومزارعان، وخُطف رئيس البلدية، وأُفرج عن سجناء"
    assert codes(text) == [
        "journalists", "health-workers", "protesters", "civilians", "officials", "prisoners",
    ]  # fmt: skip


def test_former_fighter_is_civilian():
    """The codebook counts former fighters as civilians."""
    assert codes("قُتل عنصر سابق في قسد برصاص مجهولين") == ["civilians", "unidentified"]


def test_people_of_a_nation():
    """Nationals as victims are civilians."""
    assert codes("استشهاد ثلاثة فلسطينيين وطفل فلسطيني", "PS") == ["civilians", "civilians"]


def test_longest_name_wins():
    """A parent inside the name of a unit is swallowed."""
    assert named("كتائب حزب الله العراقي وحزب الله اللبناني", "IQ") == [
        ("كتائب حزب الله العراقي", "iran-militias"),
        ("حزب الله اللبناني", "hezbollah"),
    ]


def test_countries_weigh_lower():
    """A country as an agent is marked by its rule."""
    (mention,) = read("أطلقت إيران صواريخ نحو القاعدة")
    assert (mention.code, mention.rule_id) == ("iran", "actors.countries")


def test_internal_security_of_the_north_east():
    """ "قوى الأمن الداخلي" beside a town of the north-east is Asayish."""
    assert codes("اعتقلت قوى الأمن الداخلي شخصين في مخيم الهول", day=date(2025, 3, 1))[0] == "asayish"
    assert codes("اعتقلت قوى الأمن الداخلي شخصين في حمص", day=date(2025, 3, 1))[0] == "syr-gov"


def test_country_is_guessed():
    """Without a country the report's own names decide whose army is meant."""
    assert codes("في صنعاء قال مصدر إن الجيش صد هجوماً", None) == ["yemen-gov"]


def test_mentions_never_overlap():
    """Mentions stand left to right, each on its own words."""
    text = "قوات التحالف العربي قصفت مواقع الحوثيين، ودورية تابعة للجيش الوطني وعناصر من ألوية العمالقة تقدموا"
    mentions = read(text, "YE")
    assert all(left.stop <= right.first for left, right in pairwise(mentions))
    assert [mention.members for mention in mentions] == [False, False, False, True]


def test_militias_of_a_country():
    """The militias that a country's news speaks of are those it named, not the resistance against them."""
    told = "اشتبكت ميليشيات الحوثي مع المقاومة اليمنية المشتركة. ونقلت الميليشيات جرحاها."
    assert codes(told, country="YE")[-1] == "houthi"
    assert codes("تقدمت المقاومة اليمنية المشتركة. وانسحبت الميليشيات.", country="YE")[0] == (
        "other:المقاومة اليمنية المشتركة"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("حشدت الفصائل المسلحة المدعومة من تركيا قواتها", [("الفصائل المسلحة المدعومة من تركيا", "sna")]),
        ("هاجمت مجموعات سورية مسلحة موالية لأنقرة القرية", [("مجموعات سورية مسلحة موالية لأنقرة", "sna")]),
        (
            "قصفت المليشيات المحلية المدعومة من قبل إيران البلدة",
            [("المليشيات المحلية المدعومة من قبل إيران", "iran-militias")],
        ),
        ("تسللت مجموعات محلية موالية للنظام إلى القرية", [("مجموعات محلية موالية للنظام", "regime-militia")]),
        ("رصد الأهالي فصيلا مواليا لأنقرة", [("الأهالي", "civilians"), ("فصيلا مواليا لأنقرة", "sna")]),
        ("قضى 17 مقاتلا مواليا للنظام السوري", [("مقاتلا مواليا للنظام السوري", "regime-militia")]),
        ("تقدم مسلحون موالون للجيش السوري ليلا", [("مسلحون موالون للجيش السوري", "regime-militia")]),
        (
            "قصفت مجموعات محلية تعمل مع الميليشيات الإيرانية التل",
            [("مجموعات محلية تعمل مع الميليشيات الإيرانية", "iran-militias")],
        ),
        ("عبرت فصائل تدعمها أنقرة الوادي", [("فصائل تدعمها أنقرة", "sna")]),
        ("شوهد مسلحون يقاتلون إلى جانب قوات النظام", [("مسلحون يقاتلون إلى جانب قوات النظام", "regime-militia")]),
    ],
)
def test_groups_told_by_who_backs_them(text, expected):
    """Groups that nothing else names are told by who backs them."""
    assert named(text) == expected


def test_who_backs_a_group_elsewhere_or_later_says_less():
    """Abroad the same words mean others, and no group is loyal to a regime that is gone."""
    assert "sna" not in codes("هاجمت الفصائل المسلحة المدعومة من تركيا القرية", country="LY")
    assert "regime-militia" not in codes("تسللت مجموعات محلية موالية للنظام إلى القرية", day=date(2025, 5, 1))
    assert codes("جال مسلحون موالون للحكومة في الحي", day=date(2025, 5, 1)) == ["syr-gov"]
    assert "regime-militia" not in codes("هاجمت فصائل تقاتل النظام الحاجز")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قصفت طائرات الاحتلال التركي القرية ثم عاودت مدفعية الاحتلال قصفها", ["turkey", "turkey"]),
        ("طيران الاحتلال يقصف القرى، وصُدّ هجوم لمرتزقة الاحتلال التركي", ["turkey", "sna"]),
        ("دخلت دورية للاحتلال الأمريكي إلى القرية واعتقل جنود الاحتلال راعياً", ["usa", "usa"]),
        ("اقتحمت قوات الاحتلال بلدة كودنة", ["israel"]),
        # who names Israel means it
        ("قصفت مدفعية الاحتلال الإسرائيلي التل، وقال إن الاحتلال التركي يقطع المياه", ["israel", "turkey"]),
    ],
)
def test_whose_the_occupation_is(text, expected):
    """ "الاحتلال" is Israel's, unless the report calls another state so."""
    assert [code for code in codes(text) if code != "civilians"] == expected


def test_the_enemy_of_a_rebel_statement():
    """In a statement of Syrian rebels "العدو" is the regime."""
    report = Report(
        report_id="t", text="تقدم مجاهدونا، وارتكب طيران العدو مجزرة", published_on=date(2024, 11, 29),
        outlet="المكتب الإعلامي لأحرار الشام",
    )  # fmt: skip
    found = find(split(report, fold_text(report.source_text)), country="SY")
    assert [mention.code for mention in found] == ["opp", "syr-regime"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("طردت الفصائل قوات النظام من المطار", ["opp", "syr-regime"]),
        ("استهدفت الفصائل جندياً في القرية", ["opp", "syr-regime"]),
        ("قُتل عناصر قسد في الكمين", ["sdf"]),
    ],
)
def test_a_head_with_the_article_owns_nobody(text, expected):
    """Two sides right behind each other are two, when the first has the article."""
    assert codes(text) == expected


def test_the_army_that_comes_from_somewhere():
    """ "الجيش من" is the army all the same: "انسحب الجيش من البلدة"."""
    assert codes("انسحب الجيش من خان شيخون") == ["syr-regime"]


def test_men_of_a_post_are_of_the_state_behind_it():
    """ "عناصر النقطة التركية" are Turkey's."""
    assert codes("أصيب ثلاثة من عناصر النقطة التركية") == ["turkey"]


def test_a_force_of_many_countries_in_a_report_that_tells_none():
    """ "الأمن العام" is Syria's where nothing tells the country."""
    assert codes("دخول رتل للأمن العام إلى البلدة", country=None, day=date(2026, 2, 1)) == ["syr-gov"]


def test_two_ministers_are_of_two_states():
    """Two who agree are told by one noun and two adjectives."""
    assert codes("اتفق الرئيسان الروسي والتركي على هدنة") == ["russia", "turkey"]


@pytest.mark.parametrize(
    ("text", "country", "found"),
    [
        ("أطلقت الجماعة صاروخاً على السعودية", "YE", "ksa"),
        ("شنت السعودية غارات قرب الحدود", "YE", "ksa"),
        ("أفرغت القوات السعودية حمولتها", "YE", "ksa"),
        ("طُعنت مجندة إسرائيلية عند الحاجز", "PS", "israel"),
        ("اعتدى محتجون على القنصلية الإيرانية", "IQ", "iran-gov"),
        ("أُوقف رسام الكاريكاتير في المطار", "TR", "journalists"),
        ("أحرق ملثمون مطابع صحيفة محلية", "YE", "journalists"),
        ("انفجرت سيارة أمام مكتب حكومي", "SO", "officials"),
    ],
)
def test_who_is_told_by_a_land_an_office_or_a_trade(text, country, found):
    """A kingdom named as its demonym, women under arms, premises and trades tell who acts or is hit."""
    assert found in codes(text, country=country)


def test_a_settlement_is_no_settler():
    """ "مستوطنة" is a place, though the word is also a woman who lives in one."""
    assert "civilians" not in codes("اقتحموا منزلاً قرب مستوطنة الوادي", country="PS")


def test_police_of_no_known_country_are_nobodys():
    """Only Iran's forces are listed by the bare word; that does not make Iran's of them where no country is told."""
    assert codes("فتحت الشرطة الطريق", country=None) == [None]


def test_a_faction_is_whose_ground_it_is_told_on():
    """ "فيلق الشام" is the opposition's in Idleb, the Syrian National Army's around Afrin."""
    day = date(2021, 5, 1)
    assert "opp" in codes("قتل مقاتلون من فيلق الشام بغارة على جبل الدويلة", day=day)
    assert "sna" in codes("داهم فيلق الشام قرية إيسكا بريف عفرين", day=day)
