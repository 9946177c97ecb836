"""Claims of whole reports: places and types that stand in words around the claim, pairs, times, those set free."""

import pytest
from tests.unit.claims.conftest import read

BLAST = "Remote explosive/landmine/IED"


def told(text, published="2024-02-15"):
    """Return kind, measure, number or direction and type of the claims of a text."""
    return [(claim.kind, claim.measure, claim.number or claim.direction, claim.what) for claim in read(text, published)]


def places(text, published="2024-02-15"):
    """Return the places of the claims of a text."""
    return [claim.place.name if claim.place else None for claim in read(text, published)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("اعتقلت الشرطة 87 متهماً في مختلف المحافظات السورية خلال كانون الثاني.", "سوريا"),
        ("اعتقلت الشرطة 87 متهماً في مدينة دوما السورية خلال كانون الثاني.", "دوما"),
        ("نفذ الحزب 32 عملية على الحدود اللبنانية الفلسطينية خلال كانون الثاني.", "الحدود اللبنانية الفلسطينية"),
        ("رصد المركز 9 حالات قصف في منطقة خفض التصعيد في إدلب خلال كانون الثاني.", "إدلب"),
        ("قتل ستة في هجوم على تازربو. والهجوم هو الثاني في الجنوب خلال شهر.", "الجنوب"),
        ("سقطت قذائف على قرى سهل الغاب. القصف على السهل تصاعد كثيراً خلال الأسبوع الماضي.", "سهل الغاب"),
        ("خطف ستة على طريق كركوك - بغداد. وتزايدت عمليات الخطف على هذا الطريق منذ مطلع شباط.", "كركوك"),
        ("تتعرض قاعدة التنف لهجوم للمرة الخامسة منذ كانون الثاني.", "قاعدة التنف"),
    ],
)
def test_places_that_words_point_to(text, place):
    """Lands told by an adjective, borders, sides, zones, roads and first words of names tell where a claim counts."""
    assert places(text) == [place]


def test_a_sum_of_a_fight_is_where_the_fight_was_told():
    """What "the clashes" cost up to now counts where the sentence before tells them; what others cost does not."""
    text = "تجددت الاشتباكات في مخيم عين الحلوة اليوم. وأسفرت {}، التي بدأت الخميس الماضي، عن ستة قتلى حتى الآن."
    assert places(text.format("الاشتباكات")) == ["مخيم عين الحلوة"]
    assert places(text.format("الغارات")) == [None]


def test_a_movement_is_no_town():
    """Those fallen of a movement fell nowhere; those of the town that is called so fell there."""
    assert places("ارتفع عدد شهداء الحراك منذ مطلع العام إلى 71 شهيداً.") == [None]
    assert places("ارتفع عدد الشهداء في الحراك منذ مطلع العام إلى 71 شهيداً.") == ["الحراك"]


def test_who_says_so_is_no_place():
    """A capital behind a verb of saying speaks, one behind "saw" is where acts were."""
    assert places("وتقول بغداد إن تركيا نفذت 22 غارة خلال كانون الثاني.") == [None]
    assert places("شهدت بغداد 22 انفجاراً خلال كانون الثاني.") == ["بغداد"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("قُتل 200 شخص، بينهم 41 طفلاً، وأصيب 341 آخرون، جراء انفجار الألغام منذ مطلع العام.", BLAST),
        ("قُتل 200 شخص وأصيب 341 آخرون جراء أعمال العنف والنزاع المسلح منذ مطلع العام.", None),
        ("قُتل 200 شخص، وأصيب 341 آخرون، وفق مركز يعنى بانفجار الألغام، منذ مطلع العام.", None),
    ],
)  # fmt: skip
def test_why_they_were_hurt_may_stand_behind_all_of_them(text, what):
    """A clause of cause holds for all who were told hurt before it; all that a war does is no cause."""
    assert {claim[3] for claim in told(text)} == {what}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("سجلت درعا عمليتي اغتيال خلال كانون الثاني.", [("count", "events", 2, "Attack")]),
        ("سجلت درعا حالتي خطف خلال كانون الثاني.", [("count", "abducted", 2, "Abduction/forced disappearance")]),
        ("انتشرت في درعا حالتي الخاصة خلال كانون الثاني.", []),
        ("أحصى المرصد 49 مرة قامت خلالها القوات بقصف حلب منذ مطلع العام.",
         [("total", "events", 49, "Shelling/artillery/missile attack")]),
        ("ضبطت الشرطة مستودعين للأسلحة في حمص خلال كانون الثاني.", [("count", "events", 2, "Disrupted weapons use")]),
        ("بنت الوزارة مستودعين للأدوية في حمص خلال كانون الثاني.", []),
        ("بلغت حصيلة المجازر في حمص منذ مطلع العام 830 مدنياً.", [("total", "killed", 830, "Attack")]),
        ("بلغت حصيلة المجازر في حمص منذ مطلع العام 12 مجزرة.", [("total", "events", 12, "Attack")]),
        ("وهي الشحنة الثالثة التي تضبطها القوات في سرغايا خلال أسبوع.",
         [("ordinal", "events", 3, "Disrupted weapons use")]),
        ("وهي الشحنة الثالثة التي تصل إلى سرغايا خلال أسبوع.", []),
        ("وقعت 12 حادثة قتل في حمص في كانون الثاني بعد أن كانت 31 في كانون الأول.",
         [("count", "events", 12, "Attack"), ("count", "events", 31, "Attack")]),
    ],
)  # fmt: skip
def test_what_is_counted(text, expected):
    """Pairs told by their form, acts done so many times, stores and loads seized, and what there was before."""
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "جرى تحرير 9 مختطفين في السويداء منذ مطلع شباط.",
        "وأضاف أن 9 مخطوفين أطلق سراحهم منذ مطلع شباط.",
        "شملت صفقة التبادل 44 أسيراً منذ مطلع شباط.",
        "سلّم 500 من عناصر داعش أنفسهم في الباغوز خلال 24 ساعة.",
    ],
)
def test_who_is_free_or_gave_up_was_not_taken(text):
    """Captives set free or exchanged, and fighters who gave themselves up, are no claims."""
    assert told(text) == []
    assert told("وأضاف أن 9 مخطوفين قتلوا في السويداء منذ مطلع شباط.") != []


def test_others_of_them_are_no_part():
    """ "103 others of them" are counted; "13 of them" are a part."""
    assert [claim[2] for claim in told("قتل 91 عنصراً في حمص منذ مطلع العام، وأصيب 103 آخرين منهم.")] == [91, 103]
    assert [claim[2] for claim in told("قتل 91 عنصراً في حمص منذ مطلع العام، 13 منهم من الشرطة.")] == [91]


def test_who_was_hurt_beside_a_part():
    """Those hurt are counted behind a part of those killed."""
    text = "أسفرت الغارات على قطاع غزة منذ مطلع شباط عن مقتل 41 شخصاً بينهم 15 طفلاً وإصابة 311 بجروح."
    assert [claim[1:3] for claim in told(text)] == [("killed", 41), ("wounded", 311)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("القصف على حلب تراجع قليلاً هذا الشهر.", [("trend", "events", "down", "Shelling/artillery/missile attack")]),
        ("القصف على حلب في تراجع الليرة.", []),
        ("عدد حالات الاعتقال لم يتغير كثيراً عن الشهر الماضي.", [("trend", "detained", "same", "Arrests")]),
        ("تزايد استخدام التنظيم للطائرات المسيرة في أبين منذ مطلع شباط.",
         [("trend", "events", "up", "Air/drone strike")]),
        ("تزايد استخدام المزارعين للأسمدة في أبين منذ مطلع شباط.", []),
        ("نفذ مجهولون 27 محاولة اغتيال في درعا خلال كانون الثاني، بزيادة 8 عمليات عن كانون الأول.",
         [("count", "events", 27, "Attack"), ("trend", "events", "up", "Attack")]),
    ],
)  # fmt: skip
def test_rises_and_falls(text, expected):
    """A verb behind what it tells, what did not change, the use of a weapon, and a rise by so many."""
    assert told(text) == expected


def test_up_to_yesterday_a_sum_runs_on():
    """What is counted since January and up to yesterday is a total, up to a day long past a count."""
    assert [one[0] for one in told("وقع 80 هجوماً في حمص منذ مطلع العام وحتى يوم أمس.", "2024-06-15")] == ["total"]
    assert [one[0] for one in told("وقع 80 هجوماً في حمص منذ مطلع العام وحتى 3 آذار.", "2024-06-15")] == ["count"]


def test_cases_are_of_what_rose_before():
    """ "158 cases" behind arrests that rose are people arrested."""
    text = "ارتفع معدل الاعتقالات خلال كانون الثاني، إذ سجلت 158 حالة بينها 3 أطفال."
    assert ("count", "detained", 158, "Arrests") in told(text)


def test_sniping_at_civilians_is_an_attack():
    """The rate of sniping is that of attacks where civilians are hit, and of clashes else."""
    assert told("قال مركز إن مدنيين أصيبوا وإن وتيرة القنص ارتفعت منذ مطلع شباط.") == [
        ("trend", "events", "up", "Attack")
    ]
    assert told("وتيرة القنص ارتفعت بين الجانبين منذ مطلع شباط.") == [("trend", "events", "up", "Armed clash")]


@pytest.mark.parametrize(
    "text",
    [
        "كان عدد القتلى من الصحفيين لا يتجاوز سنوياً 100 حالة منذ عام 1990.",
        "عاد في كانون الثاني بعد تفجيرات بروكسل رغم التحذيرات التي كررتها مرتين السلطات.",
    ],
)
def test_rates_of_a_year_and_what_was_said_twice(text):
    """So many a year is a rate, and "twice" counts the verb beside it, and not an act told before."""
    assert told(text) == []
    assert told("قصفت الطائرات حلب مرتين خلال كانون الثاني.") != []


def test_places_of_those_who_act_are_not_pointed_to():
    """A state that acts beside a side is no "area", which its own place behind it names."""
    assert places("نفذت طائرات النظام وروسيا 32 غارة على المنطقة منذ مطلع شباط.") == [None]
    assert places("زار الوفد القدس. وقتل 62 شخصاً في المنطقة الحدودية في غزة منذ مطلع شباط.") == ["غزة"]


def test_a_sum_of_killed_is_no_rise():
    """What goes up to a number of killed is their sum."""
    assert told("ارتفعت وفيات الصحفيين في كانون الثاني إلى 32 قتيلاً.") == [("count", "killed", 32, None)]


@pytest.mark.parametrize(
    "text",
    [
        "امتدت المظاهرات إلى حمص وسط تصاعد الغضب الشعبي.",
        "تزامن القصف مع قطع الكهرباء وتناقص حاد في الخبز.",
        "وقتل 12 عنصراً في يوم واحد قرب السخنة.",
    ],
)
def test_what_rises_beside_an_act_and_what_one_day_held(text):
    """Anger that rises and bread that grows scarce are no trends of the acts told before; one day is no period."""
    assert told(text) == []


def test_the_only_area_told_is_that_of_its_claims():
    """A sum counts in the region that alone was told before; not in a town of it, nor in one of two."""
    text = "تدخل الأعمال العدائية {} أسبوعها الثاني. ومنذ الأول من شباط قُتل 46 شخصاً."
    assert places(text.format("في شمال غرب سوريا")) == ["شمال غرب سوريا"]
    assert places(text.format("في سرمين")) == [None]
    assert places(text.format("في إدلب وحماة")) == [None]


def test_what_a_headline_and_the_text_are_about():
    """A sum counts in the place that a headline and the text tell, and no other."""
    text = "دخلت معركة الحديدة أسبوعها الثاني. وقتل 374 شخصاً منذ انطلاق العملية في 13 كانون الثاني."
    assert [claim.place.name for claim in read(text, title="معركة الحديدة")] == ["الحديدة"]
    assert [claim.place for claim in read(text)] == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("جرح 92 بالغارات على حمص خلال كانون الثاني.", [("wounded", 92)]),
        ("سقط 92 برميلاً متفجراً على حمص خلال كانون الثاني.", [("events", 92)]),
        ("قتل 74 شخصاً في حمص خلال كانون الثاني، منهم 16 طفلاً و5 نساء، و9 قتلى تحت التعذيب.", [("killed", 74)]),
        ("أوقعت هجمات التنظيم في حمص خلال كانون الثاني 167 قتيلاً وجريحاً.", []),
        ("أوقعت هجمات التنظيم في حمص خلال كانون الثاني 167 قتيلاً و12 جريحاً.", [("killed", 167), ("wounded", 12)]),
        ("خلّفت الهجمات التي استمرت 11 يوماً على غزة دماراً: قُتل 254 فلسطينياً.", [("killed", 254)]),
        ("خلّف الهجوم الذي استمر يومين على حاجز دماراً: قُتل خمسة عناصر.", []),
    ],
)
def test_who_was_hurt_and_of_what(text, expected):
    """What people were hurt by is not counted, parts of them neither, nor killed and wounded in one number."""
    assert [claim[1:3] for claim in told(text)] == expected


def test_a_second_rank_behind_the_period_of_the_first():
    """ "the second in 24 hours and the seventh since" are two ranks; "the first ... and the second" of two are none."""
    text = "انفجرت عبوة. وهي العبوة الثانية خلال 24 ساعة والسابعة منذ مطلع شباط."
    assert [claim[2] for claim in told(text)] == [2, 7]
    assert told("نجا من محاولتين لقتله، الأولى في 2021 والثانية نهاية العام الماضي.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("واعتقلت الشرطة في حمص خلال العام نحو 70 شخصاً.", [("count", 70)]),
        ("واعتقلت الشرطة في حمص خلال العام الدراسي 70 شخصاً.", []),
        ("زادت الاعتقالات في حمص خلال كانون الثاني، وشملت 64 شخصاً.", [("trend", "up"), ("count", 64)]),
        ("زادت الغارات على حمص خلال كانون الثاني، وشملت المساعدات 64 شخصاً.", [("trend", "up")]),
        (
            "بلغت الاشتباكات في حمص 34 اشتباكاً خلال كانون الثاني، أي أكثر من كانون الأول.",
            [("count", 34), ("trend", "up")],
        ),
        ("بلغت الاشتباكات في حمص 34 اشتباكاً خلال كانون الثاني، أي ضعف ما سجل في كانون الأول.", [("count", 34)]),
        ("توفي 40 مريضاً في المشفى منذ السبت نتيجة انقطاع الكهرباء.", []),
    ],
)
def test_what_goes_on_from_the_clause_before(text, expected):
    """The year so far, whom arrests reached and what was more than before; so many times more is no claim."""
    assert [(claim[0], claim[2]) for claim in told(text)] == expected


def test_a_mixed_toll_hands_on_its_period():
    """What was counted with killed and wounded in one number goes on behind it."""
    text = "سجلت الحكومة منذ آذار 2014 حتى آذار 2016 ما مجموعه 1539 قتيلاً وجريحاً. كما تم تسجيل 615 قتيلاً."
    assert [(claim[0], claim[2]) for claim in told(text)] == [("count", 615)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قُتل ناشط رابع في بغداد خلال أسبوعين.", [("ordinal", "killed", 4, None)]),
        ("وصل ناشط رابع إلى بغداد خلال أسبوعين.", []),
        ("للمرة الرابعة خلال شباط، تقصف القوات منازل كفريا.",
         [("ordinal", "events", 4, "Shelling/artillery/missile attack")]),
        ("تعرض السد لـ14 قصفاً بالمسيرات خلال كانون الثاني.", [("count", "events", 14, "Air/drone strike")]),
        ("تعرض السد لـ14 قصفاً بالمدفعية خلال كانون الثاني.",
         [("count", "events", 14, "Shelling/artillery/missile attack")]),
    ],
)  # fmt: skip
def test_ranks_and_types_by_the_words_beside_them(text, expected):
    """One more who was killed, a rank before the act that it counts, and shelling by aircraft."""
    assert told(text) == expected


def test_those_fallen_of_a_side():
    """ "those fallen of the south" fell in the south of the country told, "those fallen on duty" anywhere in it."""
    assert places("سقط قتيل في لبنان. وارتفع عدد شهداء الجنوب منذ 8 كانون الثاني إلى 92 شهيداً.") == ["الجنوب"]
    assert places("سقط قتيل في لبنان. وارتفع عدد شهداء الواجب منذ 8 كانون الثاني إلى 92 شهيداً.") == ["لبنان"]


def test_the_period_of_an_opening_holds_for_what_and_joins():
    """A month told at once behind its verb and place holds for the arrests joined on; a day of their own does not."""
    text = "سجلت القنيطرة خلال كانون الثاني 47 توغلاً، وفق مرصد محلي، واعتقلت القوات{} 11 شاباً."
    assert [claim[2] for claim in told(text.format(""))] == [47, 11]
    assert [claim[2] for claim in told(text.format(" أمس"))] == [47]
