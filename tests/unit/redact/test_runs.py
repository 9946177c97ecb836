"""Runs of words that have the shape of a name."""

import pytest

from marsad.redact.runs import read_run


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("أحمد عبد الرزاق الخالد قال", "أحمد عبد الرزاق الخالد"),
        ("قتيبة بن علي الزعبي أمس", "قتيبة بن علي الزعبي"),
        ("أبو محمد الشامي في", "أبو محمد الشامي"),
        ("آل الدندشي في تلكلخ", "آل الدندشي"),
        ("محمد البالغ من العمر", "محمد"),
        ("حسين ك. أمام", "حسين ك"),
        ("عز الدين المعشر بقنبلة", "عز الدين المعشر"),
        ("محمد الأمين ولد سيدي قبل", "محمد الأمين ولد سيدي"),
        ("أحمد صباح اليوم", "أحمد"),
        ("محمد\nالعلي يقول", "محمد\nالعلي"),
    ],
)
def test_a_name_ends_where_it_ends(tokens, text, name):
    """Family names, fathers and titles of birth belong to a name; participles and hours do not."""
    read = tokens(text)
    run = read_run(read, 0, announced=False)
    assert read.document.quote(run.first, run.stop) == name


def test_ordinary_words_are_no_names(tokens):
    """ "سلام" may open a name, "قالت" does not."""
    assert read_run(tokens("قالت الحكومة"), 0, announced=False) is None


def test_an_announced_name_may_be_unknown(tokens):
    """A word in no list is a name where one is announced, and not otherwise."""
    read = tokens("زرخيس البرقوشي")
    assert read_run(read, 0, announced=False) is None
    assert read_run(read, 0, announced=True).names == ("زرخيس", "البرقوشي")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قُتل الشاب يزن الأطرش نصر الذي كان عائداً", "يزن الأطرش نصر"),
        ("اعتقلوا المدعو آراس حمه رش، واقتادوه", "آراس حمه رش"),
        ("نعى زميله قصي غربال في بيان", "قصي غربال"),
        ("قُتل ابنها ربيع حسين شكرون، ودفن", "ربيع حسين شكرون"),
        ("اعتقلت الدورية الصحفي شيروان قادر ميراني من بيته", "شيروان قادر ميراني"),
        ("قالت النازحة أم غيمة بركة من خيمتها", "أم غيمة بركة"),
        ("المدعو ذو الفقار ديوب في السجن", "ذو الفقار ديوب"),
        ("قُتل سائقه نور الدين طالب وأصيب عابر", "نور الدين طالب"),
        ("قبلت والدته أم العبد يده", "أم العبد"),
        ("المدعو قصي ق. م. متهم بالقتل", "قصي ق. م"),
        ("اعتُقل زميله هيثم تبن وبقي أخوه", "هيثم تبن"),
        ("المتهم قيس خالد المكنى أبو طلحة اعترف", "أبو طلحة"),
    ],
)
def test_an_announced_name_is_read_to_its_end(removed, text, name):
    """Last names that are words, of two letters, or behind a family name belong to the name."""
    assert name in [found for found, _ in removed(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قُتل الشاب يزن الأطرش صباح اليوم", "يزن الأطرش"),
        ("قُتلت ابنته ريم وهربت جارتها", "ريم"),
        ("اعتقل الشاب ربيع السالم من منزله", "ربيع السالم"),
        ("قُتل سائقه نور الدين طالب ذووه بالتحقيق", "نور الدين"),
    ],
)
def test_a_name_takes_no_more_than_its_own(removed, text, name):
    """Hours, verbs and prepositions end a name."""
    assert name in [found for found, _ in removed(text)]
