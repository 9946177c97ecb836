"""Names of words that stand nowhere: in no list, and in no news."""

import pytest

from marsad.redact.named import Taken
from marsad.redact.strangers import strangers


def _found(read):
    return [read.source[read.document.starts[a] : read.document.ends[b - 1]] for a, b in strangers(read, Taken).items()]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("فارق الشاب هاعم وردزا الدهعان الحياة في المشفى", ["هاعم وردزا الدهعان"]),
        ("وذكر شهود، بينهم الصيدلي قنار جينفح، أن المهاجمين كانوا اثنين", ["قنار جينفح"]),
        ("قُتل حديبيص زيقان الشويشاب وأصيب حاجيد كبشيحل أمس", ["حديبيص زيقان الشويشاب", "حاجيد كبشيحل"]),
        ("أُفرج عن ناحش القحيشي بعد اعتقاله", ["ناحش القحيشي"]),
        ("وكان معه شجولار حين قُتل", ["شجولار"]),
        ("وعاد مع أخيه أمريجون. وأشار الطبيب", ["أمريجون"]),
        ("ونجا من القصف المزارع دردار سزيوف", ["دردار سزيوف"]),
    ],
)
def test_words_that_stand_nowhere_are_names(tokens, text, names):
    """Who is announced, a fate, a deed, company, kin and a sentence about people make names of unknown words."""
    assert _found(tokens(text)) == names


@pytest.mark.parametrize(
    "text",
    [
        "مشى لابس جاكيت أزرق وقُتل", "قُتل ثلاثة أثناء رعي الأغنام قرب القرية", "قُتل ثلاثة في شنكاخ بردون أمس",
        'ودعت منظمة "كزنسيوم إنتلجاس" إلى وقف القتل', "وأطلقت الشركة شنكاخ بردون في السوق", "قالت لنا موبايلها مسكر",
        "قُتل خالد وهو يستمع إلى شنكاخاتهم وبردونهم",
    ],
)  # fmt: skip
def test_words_that_stand_nowhere_stay_words(tokens, text):
    """Behind acts, before places, in quotation marks, in sentences of trade, and inflected, they name nobody."""
    assert _found(tokens(text)) == []


def test_a_place_is_nobody(tokens):
    """Words that a place or a body holds are no name."""
    read = tokens("قُتل حديبيص زيقان أمس")
    assert strangers(read, lambda: Taken(places=frozenset((2,)))) == {}
