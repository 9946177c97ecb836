"""Which words may open a name where they stand."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "يسود سلام حذر في المدينة وصبر جميل من الأهالي", "صباح جميل من دمشق مع ربيع جديد", "الجرحى كتار والدم قليل",
        "قتل سائق الحافلة", "نقل المصابين الى المشفى", "اصيب عنصران بجروح", "اعتقال مشرف امني", "الطفل البالغ من العمر",
        "وأكد المنظمون أن تحركهم سلمي", "لدينا أمل كبير", "دخل لبنان", "هذا لصالح الجميع", "الناطق باسم الوزارة",
        "المدعو لا يعرفه أحد", "اغتيال أمين شرطة", "جمعة الغضب", "على الأرض سلام", "ذكرى مجزرة الحولة",
    ],
)  # fmt: skip
def test_ordinary_words_stay(removed, text):
    """Names that are words, plural announcements and nouns in construct name nobody."""
    assert removed(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قُتل الشاب زرخيس البرقوشي أمس", "زرخيس البرقوشي"), ("يروي زرخيس البرقوشي ما جرى", "زرخيس البرقوشي"),
        ("يقول أنور إن الخبز نفد", "أنور"), ("قررت ماجدة أن تعود", "ماجدة"), ("المدعو غازية شمدين", "غازية شمدين"),
        ("عُثر على زرخيس قطيفان، وهو راع", "زرخيس قطيفان"), ("الملقب بالديك", "الديك"),
        ("المهندس مارون شديد.", "مارون شديد"), ("مراسل القناة وسيم مطر", "وسيم مطر"),
    ],
)  # fmt: skip
def test_names_that_are_words_or_unknown_are_found(removed, text, name):
    """A trigger, a verb, an age or an apposition speaks for them."""
    assert [words for words, _ in removed(text)] == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("التحق خبيصو بالخدمة الإلزامية", "خبيصو"),
        ("توفيت جريجة في المشفى", "جريجة"),
        ("قُتل هتداش أبو الرب في البلدة", "هتداش أبو الرب"),
        ("أصيبت ابنته شنينا في القصف", "شنينا"),
        ("وقال جدها قائد الوصابي لوكالة محلية", "قائد الوصابي"),
        ("كانت تقيم هنا وتدعى فضيلة الخطيب", "فضيلة الخطيب"),
        ("سرقوا دراجة بدر المخلف النارية", "بدر المخلف"),
        ("قُتل تاج السر أبنعوف في السوق", "تاج السر أبنعوف"),
        ("في البيت المجاور فقد حسن جولاق زوجته", "حسن جولاق"),
        ("خرج ومعه أمين سعيد إلى النبع", "أمين سعيد"),
        ("وقالت موظفة طلبت الإشارة إليها بـ«سلمى» إن الباب كسر", "سلمى"),
        ("وقالت بيريفان، شقيقة المعتقل، إن أخاها بخير", "بيريفان"),
        ("وقال المحامي نبيه الجندي إن الحكم جائر", "نبيه الجندي"),
        ("وستستأنف محامية الدفاع رحاب سيد أحمد.", "رحاب سيد أحمد"),
        ('قتل معتصم الزعبي الشهير بـ"كوندور" أمس', "كوندور"),
    ],
)
def test_names_in_no_list_are_told_by_what_stands_around(removed, text, name):
    """Deeds, kin, what is owned and what one is called by open a name in no list."""
    assert name in [found for found, _ in removed(text)]


@pytest.mark.parametrize(
    "text",
    [
        "الوضع الذي كان متدهورا في البلدة", "مقتل صياد برصاص البحرية",
        "قالت الوزيرة ميركلينا إن الأمر صعب. وأضافت ميركلينا أنه مهم",
        "التعرف على أسماء خمسة جثامين", "وقال أحد الجيران، فضّل عدم ذكر اسمه، إن الباب كسر",
        "شكر ذوي القتيل على كرم ضيافتهم",
        "وجاء في بيان النعي أن العزاء غداً", "تحرير مخطوف", "الفنان الشهير في القاعة",
        "أوقف الأمن مطلق النار على الحافلة", "كان الباب منتشرا في الحي", "مقتل عائلة كاملة بقصف على البلدة",
        "بينما كان مغنٍ يؤدي وصلة", "أصيبت بكسور في الحوض", "طلب ألا يذكر اسمه خوفا من الانتقام", "كان سعيد الحظ",
    ],
)  # fmt: skip
def test_predicates_trades_and_public_people_open_no_name(removed, text):
    """What is told of a thing, an unnamed fisherman and a minister named before are left alone."""
    assert removed(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "صباح الخير يا عالم، لا خبز اليوم",
        "صباح الخير من حلب",
        "حادث خلف وفاة شخصين",
        "انفجار خلف مقتل جندي",
        "اتهامات بتصفية متطوعي التكايا في الحي",
        "سجلت حالتان صحيتان في المركز",
        "تعلن المنظمة عن شاغر في المركز",
        "لم يُسمح له بوداعه الأخير",
        "عرفينا بنفسك من فضلك",
        "أتحمل مسؤوليتي هنا",
    ],
)
def test_greetings_verbs_duals_and_doers_are_no_names(removed, text):
    """Words that open names elsewhere name nobody here."""
    assert removed(text) == []


@pytest.mark.parametrize(
    "text",
    ["قُتل خلف الجاسم برصاص", "سقط خلف قتيلا في المعركة", "اعتقل شاغر الأحمد من بيته", "قُتل متعب الجاسم برصاص"],
)
def test_the_same_words_are_names_of_people(removed, text):
    """What became of them tells people."""
    assert len(removed(text)) == 1


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("مطالبين بالإفراج عن المعتقلين وإسقاط الجولاني، وفق ناشطين", []),
        ("يطالبون بكشف مصير المفقودين وبمحاسبة الجولاني.", []),
        ("مطالبين بالإفراج عن المعتقلين ورحيل زرخيس الحمدو", ["زرخيس الحمدو"]),
        ("مطالبين بالإفراج عن المعتقلين وسامر الحمدو", ["سامر الحمدو"]),
        ("اعتُقلت المواطنة رحيل الحمدو أمس", ["رحيل الحمدو"]),
    ],
)
def test_what_else_is_demanded_opens_no_name(removed, text, names):
    """It is no one of the detained; whoever is named behind it is read by what speaks for the name."""
    assert [name for name, _ in removed(text)] == names
