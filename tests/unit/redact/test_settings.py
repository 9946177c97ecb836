"""Settings in which any word is a name."""

import pytest

from marsad.redact.named import Taken
from marsad.redact.settings import named_by_setting


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("كان زوجها جبل أمام الباب", ["جبل"]),
        ("وجدت ابني شتاء تحت الركام", ["شتاء"]),
        ("أصيب الشاب حجر السلوم", ["حجر السلوم"]),
        ("قُصف منزل سنبلة الدندشي في الحي", ["سنبلة الدندشي"]),
        ("قالت سنبلة الدندشي إن البيت احترق", ["سنبلة الدندشي"]),
        ("ناشدت عائلة سنبلة من كرناز", ["سنبلة"]),
        ("قُتلت ابنته سنبلة وموج في القصف", ["سنبلة", "وموج"]),
    ],
)
def test_a_word_is_a_name_where_something_speaks_for_it(tokens, text, names):
    """Kin, a person announced, a home with a family name, a verb of saying and و make a name of an ordinary word."""
    read = tokens(text)
    found = named_by_setting(read, Taken)
    assert [read.source[read.document.starts[a] : read.document.ends[b - 1]] for a, b in found.items()] == names


@pytest.mark.parametrize(
    "text",
    [
        "كان زوجها عاطلا عن العمل", "والده خرج من البيت", "الشاب هناك في الحي", "المواطنين حجر كبير", "سقط حجر في الحي",
        "قُصف منزل كبير في الحي", "عائلة فقيرة في الحي", "عائلة الشهيد في الحي", "زوجته بيتها في الحي",
    ],
)  # fmt: skip
def test_words_stay_words(tokens, text):
    """Predicates, verbs, plural announcements and words by themselves make no name."""
    assert named_by_setting(tokens(text), Taken) == {}


def test_a_place_is_no_name_behind_a_home(tokens):
    """Words that one place holds are not taken for a person's name behind a home; a family may bear that of a town."""
    read = tokens("قُصف منزل سنبلة الدندشي في الحي")
    assert named_by_setting(read, lambda: Taken(places=frozenset((2, 3)))) == {}
    assert named_by_setting(read, lambda: Taken(lone_places=frozenset((3,)))) == {2: 4}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("أصيب الطفلان قمح وسنبلة في القصف", ["قمح", "وسنبلة"]),
        ("قتل زوجها السابق حجر في البيت", ["حجر"]),
        ("قُتل سائق الحافلة حجر الخطيب في الكمين", ["حجر الخطيب"]),
        ("جاء الدكتور سنبلة شرف الدين، وهو طبيب", ["سنبلة شرف الدين"]),
        ("وأصيب مرافقه حجر برصاصة في الكتف", ["حجر"]),
    ],
)
def test_more_settings(tokens, text, names):
    """Two at once, an honorific between, a trade and a courtesy before a family name make a name of a word."""
    read = tokens(text)
    found = named_by_setting(read, Taken)
    assert [read.source[read.document.starts[a] : read.document.ends[b - 1]] for a, b in found.items()] == names


@pytest.mark.parametrize("text", ["رجل رائع ومهذب في الحي", "زملائي دعموني في الحي", "انحرف سائقها فجأة نحو المارة"])
def test_more_words_stay_words(tokens, text):
    """An adjective behind a man, a verb behind friends and an adverb behind a driver name nobody."""
    assert named_by_setting(tokens(text), Taken) == {}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("عادت من المدرسة مع أخيها زرهوم. وقال", ["زرهوم"]),
        ("تبحث عن أخيها الآخر زرهوم.", ["زرهوم"]),
        ("معلمتنا الآنسة زرهوم تضع وردة", ["زرهوم"]),
        ("بحق الصحفيين خنفوش زرهيد في", ["خنفوش زرهيد"]),
        ("لدهسه الطفل وضهوم معتز في", ["وضهوم معتز"]),
        ("خيمة جارتهم أم خنفوش الأنبارية.", ["أم خنفوش الأنبارية"]),
        ("وأصيبت أمهما خنفوش بحروق", ["خنفوش"]),
        ("إلى جانب رفيقه إلهانو بوزلو.", ["إلهانو بوزلو"]),
        ("القبض على المدعو يامنور سهيل الزعبي في", ["يامنور سهيل الزعبي"]),
        ("قُتل قصي الزعبي وسعدهون عبيد في", ["قصي الزعبي", "سعدهون عبيد"]),
        ("صلح بين آل لبدوق وآل الزعبي", ["آل لبدوق", "آل الزعبي"]),
        ("القبض على المدعو يضرب المارة", []),
        ("أكد قصي الزعبي وانهيارها واضح", ["قصي الزعبي"]),
        ("رد شقيقه باستفزاز على", []),
        ("جاءت والدته توسلت إليهم", []),
        ("وظهر المقاتلين متعانقين في", []),
        ("عاد إلى زوجته وأقربائه في", []),
        ("خسرت أمام جارتها البرتغال ضمن", []),
    ],
)
def test_words_that_news_never_use_are_names_behind_people(removed, text, names):
    """Whatever letters such a word begins or ends with; verbs, what takes a clitic, and countries are none."""
    assert [words for words, _ in removed(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("وذكر الدباس، وهو مرافق لأحد المرضى، أن الناس ناموا", ["الدباس"]),
        ("وأضافت القطان، وهي ممرضة، أن الجرحى كثر", ["القطان"]),
        ("وقالت الجزيرة، وهي قناة قطرية، إن الخبر صحيح", []),
        ("وأضاف الأزهر، وهو المؤسسة الأكبر، أن", []),
        ("وقال الخبير، وهو ضابط متقاعد، إن الطريق مغلق", []),
        ("وأعلن الفيلق، وهو فصيل معارض، أن المعركة بدأت", []),
        ("البلدة المسماة وادي العيون قصفت", []),
        ("اصطدام بالمكان المسمى واد الما", []),
        ("افتتاح ثانوية العربي بن مهيدي", []),
        ("وتبعد عن سيدي رغيس خمسة كيلومترات", []),
    ],
)
def test_who_is_heard_and_what_only_looks_so(removed, text, names):
    """A family name alone is somebody's who says something and is told of; bodies and places are not."""
    assert [words for words, _ in removed(text)] == names
