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
