"""Fields of one line, read together."""

import pytest

from marsad.redact.find import find


def test_a_person_told_in_one_field_is_found_in_the_others(places):
    """The title names who the text tells to be a private person."""
    fields = ["الزعبي بيننا", "قُتل الشاب قصي الزعبي أمس"]
    assert [(one.field, fields[one.field][one.start : one.end]) for one in find(fields, places)] == [
        (0, "الزعبي"),
        (1, "قصي الزعبي"),
    ]


def test_fields_that_are_not_read_tell_nobody(places):
    """The name of a place is not read for people, and cleaned of those found elsewhere."""
    fields = ["قُتل الشاب قصي الزعبي أمس", "محمد", "قصي"]
    assert [one.field for one in find(fields, places, told_in=1)] == [0, 2]


def test_names_do_not_run_over_the_end_of_a_field(places):
    """Two fields are two texts."""
    fields = ["قتل محمد", "الزعبي اسم عائلة"]
    (first, *_) = find(fields, places)
    assert fields[0][first.start : first.end] == "محمد"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("والقتلى هم نائب الضابط ناصر جبار الزيدي والجنديان كرار عاشور", ["ناصر جبار الزيدي", "كرار عاشور"]),
        ("قضى سالم درويش وامرأته جمعة في القصف", ["سالم درويش", "جمعة"]),
        ("وذكرت مساعدتها نغم أن الباب كان مغلقاً", ["نغم"]),
        ("استلمت عائلة المصري أمس جثمان ابنها", ["المصري"]),
        ("زارت عائلة مصرية المدينة", []),
        ("يعرض نعيم أبو رونق كتبه منذ سنين. ولا يثق نعيم بالوعود", ["نعيم أبو رونق", "نعيم"]),
        ("وقّع الاستلام: م. شاهين", ["م. شاهين"]),
        ("مرفوض لنقص وثيقة، محكوم: حازم ع. التركي", ["حازم ع. التركي"]),
        ("وقال نائب الرئيس ناصر جبار الزيدي إن الأمر انتهى", []),
        ("ثم نزل الجندي قائد ناجي الحميقاني", ["قائد ناجي الحميقاني"]),
        ("قال القائد ناجي الحميقاني إن القتال مستمر", []),
        ("ولم يرد اسم لطفي الزغلامي، وكان رئيس الهيئة توفيق بودربالة قد صرح", ["لطفي الزغلامي"]),
        ("وخسر لطفي الزغلامي، وكان رئيس الهيئة، في الانتخابات", []),
        ("فالتحقت بها والدتها السعدية.", ["السعدية"]),
        ("فالتحقت بها زوجته المريضة.", []),
    ],
)
def test_people_of_frames(places, text, names):
    """Ranks below the offices, kin in more words, families called like a people, kunyas behind a name, initials."""
    assert [text[one.start : one.end] for one in find([text], places)] == names
