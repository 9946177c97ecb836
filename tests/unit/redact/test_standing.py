"""Names told by where they stand, whatever the words are."""

import pytest

from marsad.redact.apposed import apposed
from marsad.redact.named import Taken
from marsad.redact.standing import standing


def _found(read, people):
    return [read.source[read.document.starts[one.first] : read.document.ends[one.stop - 1]] for one in people]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قُتل العامل الزراعي رشيد العجان، 51 عاماً، قرب بيته", ["رشيد العجان"]),
        ("واعتقلت كذلك نداء الجلود من حي الزهور", ["نداء الجلود"]),
        ("وقال الدكتور نزيه العجان إن المشفى امتلأ", ["نزيه العجان"]),
        ("وقالت يائيل غيلبورت إن الطريق مغلق", ["يائيل غيلبورت"]),
        ("وكان معه نزيه زهيفان حين وصل", ["نزيه زهيفان"]),
        ("وصلوا مساء الأربعاء:\nوردة يلدورا، 66 سنة، من القرية", ["وردة يلدورا"]),
        ("وقالت والدته إن البيت انهار وبقي حسن جردوق تحت السقف", ["حسن جردوق"]),
        ("وزعنا الكشف: جميل حزام البرهيدي، خباز، من الحي", ["جميل حزام البرهيدي"]),
        ("للتواصل مع اللجنة أو آمنة الزين +249 91 224 7799", ["آمنة الزين"]),
    ],
)
def test_two_words_are_a_name_where_only_a_person_stands(tokens, text, names):
    """A fate, a verb of saying, a courtesy or company before them, and an age or a clause behind, speak together."""
    read = tokens(text)
    assert _found(read, standing(read, [], Taken)) == names


@pytest.mark.parametrize(
    "text",
    [
        "وقال بيان الوزارة إن العمل مستمر", "وذكر تقرير المنظمة أن العدد ارتفع", "عُثر على جثة مجهولة الهوية في الحي",
        "وقُتل أثناء أداء واجبه في الحي", 'وتقول "مقاييس اللغة" إن الكلمة قديمة', "وأكد ضرورة حصر السلاح بيد الدولة",
        "وفقد معه باقة الورد، ثم عاد",
    ],
)  # fmt: skip
def test_two_words_stay_where_a_thing_may_stand(tokens, text):
    """Statements, adjectives of nobody, deeds and books are no people."""
    read = tokens(text)
    assert standing(read, [], Taken) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("لكن عم الفتى، رزق العجان، طلب أن يرحلوا", ["رزق العجان"]),
        ("ونُقل ابن القيادي، نزيه ذو السبع سنوات، إلى المشفى", ["نزيه"]),
        ("وتروي أن اثنين منهم، منتصر وسلافة، فقدا أمهما", ["منتصر", "وسلافة"]),
        ("أصيب أحد الطفلين، سلام، في كتفه", ["سلام"]),
    ],
)
def test_commas_set_off_who_was_told_of(tokens, text, names):
    """What stands between commas behind kin, a child or "of them" is a name when its words may be."""
    read = tokens(text)
    assert _found(read, apposed(read, [], Taken)) == names


@pytest.mark.parametrize(
    "text",
    [
        "قال سائق الشاحنة، مساء السبت، إن الطريق مغلق", "وصلت والدة الأسير، صباح اليوم، إلى المعبر",
        "ووصف الطفل، باسم الجميع، ما حدث", "وعاد المعتقلون، بعد سنة، إلى بيوتهم",
    ],
)  # fmt: skip
def test_commas_set_off_times_and_manners_too(tokens, text):
    """When and how something was done names nobody."""
    read = tokens(text)
    assert apposed(read, [], Taken) == []
