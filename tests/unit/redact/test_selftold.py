"""Names told by a frame around them, by a verb with words between, or by one of those told before."""

import pytest


def _names(found):
    return [name for name, _ in found]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("أنا زكية العوض، أم لأربعة", "زكية العوض"), ("يا عالم أنا فطيم الجاسم من الدير", "فطيم الجاسم"),
        ("وكان يعرف باسم «شاهين» بين زملائه", "شاهين"), ("كُتب على القبر اسم «هداية»، ابنة القتيل", "هداية"),
        ("شاب يدعى «الوحش» أطلق النار", "الوحش"), ("نعته الكتائب باسم «صقر»", "صقر"),
        ("حكم غيابي بحق صبار كاطع", "صبار كاطع"), ("الحق العام ضد شعلان مرهون ذيب", "شعلان مرهون ذيب"),
        ('"ضيدان أخوه الصغير نجا"', "ضيدان"), ("قابلنا «زهور» وهو اسم مستعار", "زهور"),
    ],
)  # fmt: skip
def test_a_frame_tells_a_name(removed, text, name):
    """Who says who it is, quotation marks, whoever is sued, and kin behind a name."""
    assert name in _names(removed(text))


@pytest.mark.parametrize(
    "text",
    [
        "أنا طالب جامعة من حلب", "أنا ضد الحرب", "أنا سوري حر", "قال نوير: أنا سعيد بالتدرب مع المنتخب",
        "جريدة باسم «الثورة»", "ما يسمى «الجناح السياسي» للحزب", "وأنا المخطئ وأستحقها",
    ],
)  # fmt: skip
def test_a_frame_around_no_name(removed, text):
    """What somebody is, papers, parties and books."""
    assert removed(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("أصيب فيها نضال القشعم بشظايا", "نضال القشعم"), ("وقُتل معه رشوان الحسين", "رشوان الحسين"),
        ("استشهد مساء أمس كفاح الزيناتي في المخيم", "كفاح الزيناتي"), ("وجرح فيه أيضاً سند العجيلي", "سند العجيلي"),
        ("قضى الأسبوع الفائت عقاب الرويلي غرقاً", "عقاب الرويلي"), ("واعتقل معها صقر المقداد", "صقر المقداد"),
        ("واعتقلت قوات الاحتلال مجاهد القواسمي", "مجاهد القواسمي"), ("وقتلت قوات النظام سند الجدوع", "سند الجدوع"),
        ("وأوقفت مخابرات الجيش عزت الأسمر الملقب كوسا", "عزت الأسمر"),
        ("اعتقلت قسد كفاح الملا علي", "كفاح الملا علي"),
        ("قُتل حكيم الخليل قرب الحاجز", "حكيم الخليل"), ("منهم سراج الحلبي، وعمره أربعون", "سراج الحلبي"),
    ],
)  # fmt: skip
def test_a_verb_tells_a_name_over_words_between(removed, text, name):
    """When, where, with whom and who did it stand between what became of somebody and a name that is a word, too."""
    assert name in _names(removed(text))


@pytest.mark.parametrize(
    "text",
    [
        "وقال حاكم اسطنبول إن الموقع آمن",
        "قال قائد قسد مظلوم عبدي إن",
        "القضاء على فاتورة الدعم",
        "سجن نجم برشلونة الإسباني",
    ],
)  # fmt: skip
def test_a_verb_before_no_private_name(removed, text):
    """Those who rule a town, a body or a club, and what is done away with."""
    assert removed(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ورحلت زوجة الأخير غصون", "غصون"),
        ("واعتقل ابن الأخير مزهر", "مزهر"),
        ("توفي أبو علاء الدين في بيته", "أبو علاء الدين"),
        ("قُتل مهند أبو شمس الدين ظهراً", "مهند أبو شمس الدين"),
        ("واعتقلوا سلوى وأمة السلام الحرازي", "أمة السلام الحرازي"),
        ("راحوا عبد حمود وشلال", "عبد حمود"), ("أفرج عن الأسير سلطان العجلوني أمس", "سلطان العجلوني"),
        ("والطفلة كيان والرضيع ورد ماتا", "كيان"), ("وكان لحسن البوكيلي قد لقي حتفه", "لحسن البوكيلي"),
        ("بينهم خلف هدوان وسعدو قيراني", "خلف هدوان"), ("وقال محاميهم Mehmet Kılıç أمس", "Mehmet Kılıç"),
        ("اعتقل سائق يدعى تركي البقعاوي. وقال تركي إنه نجا", "تركي"),
    ],
)  # fmt: skip
def test_names_of_several_parts(removed, text, name):
    """Kin of one told before, kunyas of two words, servants of God, titles that are names, letters like clitics."""
    assert name in _names(removed(text))


@pytest.mark.parametrize(
    "text",
    ["ووعد محافظ حماة عبد الرحمن السهيان بالتحقيق", "وأدان المنسق المقيم جوليان هارنيس الاختطاف",
     "وقال رئيس بلدية مارون الراس حسن علوية إن القصف مستمر", "وروى أن أمير المجموعة كان يدعى أبو يعقوب الشيشاني",
     "أعرب الشيخ حكمت الهجري عن حزنه", "مات امبارح وعمرو سنتين", "«أخويا ماعملش حاجة»"],
)  # fmt: skip
def test_roles_and_words_that_stay(removed, text):
    """Roles of towns, what leaders are called, ages in dialect and what is mourned."""
    assert removed(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("واستولوا على شاحنته (728114 حماة) وهاتفه", "728114 حماة"),
        ("وعنواني خيمة 214، مخيم الفجر بالمواصي", "خيمة 214، مخيم الفجر"),
        ("صفحتي facebook.com/hawa.gammati.9", "facebook.com/hawa.gammati.9"),
        ("قابلنا س. الحموي (27 عاماً)", "س. الحموي"),
    ],
)  # fmt: skip
def test_contacts_told_otherwise(removed, text, told):
    """A plate in brackets, an address that somebody tells, a page without its scheme, an initial before an age."""
    assert told in _names(removed(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("عثرت دورية على جثث أربعة: مهاري وسلام قبري ويونس عمر", "يونس عمر"),
        ("الدعوى 215: ناظم غضبان وكريدي غضبان، بجرم السلب", "كريدي غضبان"),
        ("وقال الزلاوي مينا، من وجهاء الحي، إن القتيل مدني", "الزلاوي مينا"),
        ("واستمع القاضي إلى إفادة الجارة أم نبأ.", "أم نبأ"),
        ("وداهمت منزل سائدة النابلسي، أرملة المعتقل", "سائدة النابلسي"),
        ("والسيدة أديان وأولادها. وقال الناجي إن أديان سلمته ابنتها", "أديان"),
    ],
)
def test_counted_sued_and_named_again(removed, text, name):
    """Those counted before a colon, cases by number, who is of a place, mothers, homes, names once more."""
    assert name in _names(removed(text))


def test_rows_and_days_of_a_list(removed):
    """Lines of name and age between strokes, and days of birth where the list tells others of when they were born."""
    rows = _names(removed("المصابون\nرائد أبو جزر/41 سنة/خطيرة\nإصليح قديح/70 سنة/متوسطة"))
    assert rows == ["رائد أبو جزر", "إصليح قديح"]
    assert "14/5/1978" in _names(removed("- يعرب غانم، مواليد 1991\n- سليمان دريباتي، 14/5/1978"))
    assert "14/5/2013" not in _names(removed("- سليمان دريباتي، 14/5/2013"))
    assert removed("النتائج\nفريق الجيش/3 سنوات\nنادي الوحدة/4 سنوات") == []
