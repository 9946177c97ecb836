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
