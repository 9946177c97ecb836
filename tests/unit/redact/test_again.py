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
    ],
)
def test_named_again(removed, text, again):
    """The first name, the family name and the hashtag lead to the same person."""
    assert [words for words, _ in removed(text)][1:] == [again]


def test_things_of_the_same_name_stay(removed):
    """A mosque that is called as the victim's family stays."""
    assert [words for words, _ in removed("قُتل الشاب قصي الزعبي قرب جامع الزعبي")] == ["قصي الزعبي"]
