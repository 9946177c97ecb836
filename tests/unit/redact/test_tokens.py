"""Words of a text and what stands between them."""


def test_a_preposition_is_no_name(tokens):
    """ "على" is no "علي", and "ليلي" may be "nightly"."""
    read = tokens("وصل علي على ليلى ليلي")
    assert [read.rank(index) for index in range(1, 5)] == ["given", "", "given", "word"]


def test_a_name_begins_behind_its_proclitics(tokens):
    """Marks on the proclitic belong to it."""
    read = tokens("وَلِأحمد")
    assert read.source[read.after(0, 2) :] == "أحمد"


def test_hashtags_join_words(tokens):
    """A hashtag's line joins two words, a comma parts them."""
    read = tokens("#قصي_الزعبي، محمد")
    assert [read.joined(index) for index in (1, 2)] == [True, False]


def test_an_indefinite_accusative_is_told(tokens):
    """ "مقتولاً" is an adverb, no family name."""
    read = tokens("وجد مقتولاً")
    assert [read.is_adverb(index) for index in (0, 1)] == [False, True]


def test_rare_names_are_names_behind_one_who_is_announced(tokens):
    """A word that is seldom a name is one behind who is announced, and none behind a plural or elsewhere."""
    assert tokens("الشاب حزام").rank(1) == "word"
    assert tokens("شدوا حزام").rank(1) == ""
    assert tokens("المواطنين حزام").rank(1) == ""


def test_what_somebody_works_at_is_no_name(removed):
    """A trade with no article takes what it works at; with one it announces somebody."""
    assert removed("عُثر على جثة عاملة منازل فلبينية") == []
    assert [words for words, _ in removed("عُثر على جثة الطالبة الجامعية منازل في البيت")] == ["منازل"]
