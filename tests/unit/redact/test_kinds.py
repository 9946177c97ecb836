"""What kind of person a name belongs to."""

import pytest

from marsad.redact.kinds import strongest


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("قُتل الشاب قصي الزعبي برصاص مجهولين", "victim"),
        ("اعتقلت الدورية المواطن قصي الزعبي من منزله", "detainee"),
        ("قال قصي الزعبي إن الطريق مغلق", "witness"),
        ("قال والد الضحية، وشقيقه محمود الزعبي كان معه", "relative"),
        ("أصيب الطفل قصي الزعبي بشظية", "minor"),
        ("أصيب قصي الزعبي (16 عاماً) بشظية", "minor"),
        ("كتب قصي الزعبي على صفحته", "poster"),
    ],
)
def test_kind(removed, text, kind):
    """Announcements, ages and what became of people tell the kind."""
    assert removed(text) == [(removed(text)[0][0], kind)]


def test_the_strongest_kind_holds():
    """A minor stays one when called a victim elsewhere."""
    assert strongest(["victim", "minor", "other"]) == "minor"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("استشهاد الأسير قصي الزعبي في السجن", ["victim"]),
        ("اعتقلت قوات الاحتلال قصي الزعبي ونجله همام", ["detainee", "detainee"]),
        ("أصيب قصي الزعبي. وقال شقيقه فراس إن الجرح بسيط", ["victim", "relative"]),
        ("قالت إن والدها قصي الزعبي محتجز منذ سنة", ["detainee"]),
        ("ناشدت خلود الزعبي، زوجة المعتقل، المنظمات", ["relative"]),
        ("وثّق فريقنا شهادة قصي الزعبي في البلدة", ["witness"]),
        ("كتب المراسل قصي الزعبي على صفحته", ["poster"]),
        ("عُثر على قصي الزعبي، وهو طفل من البلدة", ["minor"]),
        ("انتُشل قصي الزعبي من تحت الأنقاض", ["victim"]),
    ],
)
def test_kinds_told_around(removed, text, kinds):
    """Death outdoes detention, kin share the act they are named in, and heard, writing and young people are told."""
    assert [kind for _, kind in removed(text)] == kinds


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("طفلة اسمها ريماس لا تزال هناك", "ريماس", "minor"),
        ("أصيب الطفلان الشقيقان ربيع وغيث في الحقل", "ربيع", "minor"),
        ("حفيدي ربيع، عمره تسع سنين، يبيع الخبز", "ربيع", "minor"),
        ("أصيب غيث وهو في الصف الرابع", "غيث", "minor"),
        ("ومن بينهم هناء درويش التي قالت إن زوجها اختفى", "هناء درويش", "witness"),
        ("استمعت المحكمة إلى الشاهد خالد الزعبي", "خالد الزعبي", "witness"),
        ("انتقلت إلى رحمة الله هند الزعبي، والدة كل من ربيع وسليم", "ربيع", "relative"),
        ("أسماء الضحايا: خالد الزعبي وزوجته هناء درويش", "هناء درويش", "victim"),
        ("والضحايا هم: خالد الزعبي (47 عاماً)، وزوجته هناء درويش (41 عاماً)", "هناء درويش", "victim"),
        ("شيعت البلدة قتلى الغارة، ومنهم الأخوان خالد وربيع الزعبي", "خالد", "victim"),
        ("أصيب ثلاثة. وقال الدكتور خالد الزعبي إن الحالات حرجة", "خالد الزعبي", "witness"),
        ("وثقت اعتقال خالد الزعبي. والدته هند بكت", "هند", "relative"),
        ("روى أبو ربيع، وهو سائق، ما حدث", "أبو ربيع", "witness"),
    ],
)
def test_kinds_told_by_the_clause(removed, text, name, kind):
    """Who is called, whose kin, how old, and who says are told by the words beside a name."""
    assert (name, kind) in removed(text)
