"""What stands around a name."""

import pytest

from marsad.redact.evidence import (
    announcement,
    distant_announcement,
    private_after,
    thing_before,
    title_before,
)
from marsad.redact.offices import is_title_after


def at(read, word):
    return read.words.index(word)


def test_honorifics_are_passed_over(tokens):
    """What announces a name may stand before a title that says nothing."""
    read = tokens("قتل المواطن السوري السيد قصي الزعبي")
    assert announcement(read, at(read, "قصي")).rule == "private.citizen"


def test_the_white_house_is_no_home(tokens):
    """ "البيت" announces nobody."""
    read = tokens("وصل البيت الابيض")
    assert announcement(read, at(read, "الابيض")) is None


@pytest.mark.parametrize(
    "text",
    [
        "قال المتحدث باسم وزارة الداخلية العميد قصي", "مدير المرصد السوري لحقوق الإنسان قصي",
        "بزعامة قصي", "قال وزير العدل السوري، قصي",
    ],
)  # fmt: skip
def test_a_public_role_leads_up_to_a_name(tokens, text):
    """Roles reach over the body they belong to, and one comma."""
    read = tokens(text)
    assert title_before(read, at(read, "قصي"))


@pytest.mark.parametrize(
    "text", ["قال قائد الشرطة إن قصي", "استقبل الوزير عائلة قصي", "فرقة السلطان مراد قصي", "الوزير. وجاء قصي"]
)
def test_a_public_role_does_not_reach_further(tokens, text):
    """A verb of saying, a family, the name of a body or a full stop ends its reach."""
    read = tokens(text)
    assert not title_before(read, at(read, "قصي"))


def test_a_public_role_may_follow(tokens):
    """ "، وزير العدل" says whose name it was; "، وهو مزارع" that it was a private one."""
    public, private = tokens("قصي الزعبي، وزير العدل"), tokens("قصي الزعبي، وهو مزارع")
    assert is_title_after(public, 2)
    assert not is_title_after(private, 2)
    assert private_after(private, 2)


def test_things_have_names_of_people(tokens):
    """Streets, schools and brigades keep their names; a rank is no brigade."""
    for text in ("شارع قصي", "ثانوية الشهيد قصي", "كتائب قصي", "لواء قصي"):
        read = tokens(text)
        assert thing_before(read, at(read, "قصي")), text
    rank = tokens("قال اللواء قصي")
    assert not thing_before(rank, 2)


def test_a_role_some_words_off(tokens):
    """ "الباحث في معهد الشرق" announces whom it is."""
    read = tokens("قال الباحث في معهد الشرق جون")
    assert distant_announcement(read, at(read, "جون")).rule == "private.worker"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("نُقل إلى مشفى ابن الوليد في حمص", []),
        ("قال رئيس نادي الأسير قصي الزعبي إن العدد زاد", []),
        ("يعيش خلف كنيسة مار توما في الحي", []),
        ("مجموعة يقودها شخص معروف بلقب أبو جعفر الشامي", []),
        ("قال نقيب أطباء سوريا قصي الزعبي إنه يدين الاعتداء", []),
        ("قال مدير الموانئ قصي الزعبي إن البحث مستمر", []),
        ("أفاد نقيب الصيادين قصي الزعبي بأن البحر هائج", []),
        ("عزف مع فرقة الفنان قصي الزعبي سنوات", []),
        ("اختطفوا الشيخ القبلي قصي الزعبي، أحد مشايخ أرحب", []),
        ("قال الطبيب المناوب د. نضال عرعراوي إن الجنود دخلوا", ["نضال عرعراوي"]),
        ("قال مدير مشفى الرازي قصي الزعبي إن الأسرة امتلأت", ["قصي الزعبي"]),
        ("أصيب زميله البولندي قصي الزعبي", ["قصي الزعبي"]),
    ],
)
def test_who_is_public_and_who_is_not(removed, text, names):
    """Hospitals, bodies, churches and directors of public bodies stay; directors of hospitals and colleagues go."""
    assert [found for found, _ in removed(text)] == names
