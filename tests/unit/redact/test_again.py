"""Later mentions of people told as private."""

import pytest


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("قُتل الشاب قصي الزعبي. وكان قصي يعمل مزارعاً", "قصي"),
        ("قُتل الشاب قصي الزعبي. وعُرف الزعبي بنشاطه", "الزعبي"),
        ("قُتل الشاب قصي الزعبي. رحم الله قصياً", "قصياً"),
        ("قُتل الشاب قصي الزعبي. سلام للزعبي", "لزعبي"),
        ("قُتل الشاب قصي الزعبي. #قصي_الزعبي", "قصي_الزعبي"),
        ("قُتلت الشابة أمل الحسون. كانت أمل معلمة", "أمل"),
        ("قُتل الشاب نضال أبو زيد. وداعاً أبو زيد", "أبو زيد"),
        ("قُتل الشاب حزام الزعبي. وكان حزام يعمل مزارعاً", "حزام"),
        ("قُتل الشاب وطن الزعبي. رحمك الله يا وطن", "وطن"),
    ],
)
def test_named_again(removed, text, again):
    """The first name, the family name and the hashtag lead to the same person."""
    assert [words for words, _ in removed(text)][1:] == [again]


def test_a_word_that_is_a_name_elsewhere_stays(removed):
    """Of a name that is an ordinary word, only mentions that tell of somebody are one."""
    assert [words for words, _ in removed("قُتل الشاب وطن الزعبي. مات من أجل وطن حر")] == ["وطن الزعبي"]


def test_the_second_name_of_somebody_else_stays(removed):
    """Behind a foreign first name, the same name is somebody else's."""
    text = "سافرت زوجته ماري الخوري. وكان الزعيم جان ماري لوبوتيل هناك"
    assert [words for words, _ in removed(text)] == ["ماري الخوري"]


def test_things_of_the_same_name_stay(removed):
    """A mosque that is called as the victim's family stays."""
    assert [words for words, _ in removed("قُتل الشاب قصي الزعبي قرب جامع الزعبي")] == ["قصي الزعبي"]


def test_who_is_called_after_a_child_told_of_goes(removed):
    """ "أم حارث" leads to a son whose name is an ordinary word, where he is told of."""
    found = removed("بالإفراج عن الصحفيين توفيق الوجيه وحارث الصلوي. وتقول أم حارث إنها لم تره.")
    assert "حارث" in [name for name, _ in found]
