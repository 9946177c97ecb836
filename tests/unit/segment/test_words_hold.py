"""Words, clauses and sentences of any report point at the words as published."""

from hypothesis import given
from hypothesis import strategies as st

from marsad.arabic.letters import fold
from marsad.model.report import Report
from marsad.normalise import fold_text
from marsad.segment import split

SIGNS = "ابتدرسصعفقكلمنهويأإؤئىةءآ" * 2 + 'ًَُّـ\u200f\u202b ﻻ   \n.،؛:؟!«»"()#_-…A9٣\x00\ud83d'
WORDS = ["وقال", "فيما", "من جهة أخرى", "، وأصيب", "قُتِلَ", "ديـر الزور", "اقرأ أيضاً", "د.ا.ع.ش", "24/3/2018", "الـ24"]
TEXTS = st.lists(st.text(st.sampled_from(SIGNS), max_size=12) | st.sampled_from(WORDS), max_size=30).map(" ".join)


def document(headline, text):
    report = Report(report_id="t", headline=headline.replace("\n", " ").strip(), text=text)
    return split(report, fold_text(report.source_text))


@given(TEXTS, TEXTS)
def test_each_word_quotes_text_that_folds_to_it(headline, text):
    """The published stretch of a word, folded, is the word."""
    made = document(headline, text)
    for index, word in enumerate(made.words):
        quote = made.quote(index, index + 1)
        assert fold(quote).replace(".", "").replace("·", "") == word.replace(".", "") or word in fold(quote)


@given(TEXTS, TEXTS)
def test_words_stand_in_order_without_overlap(headline, text):
    """Each word starts where or after the one before it ends."""
    made = document(headline, text)
    for index in range(1, len(made.words)):
        assert made.ends[index - 1] <= made.starts[index] < made.ends[index]


@given(TEXTS, TEXTS)
def test_sentences_and_clauses_part_all_words(headline, text):
    """Every word is in one sentence and one clause, and no clause crosses a sentence."""
    made = document(headline, text)
    for parts in (made.sentences, made.clauses):
        covered = [index for part in parts for index in range(part.first, part.stop)]
        assert covered == list(range(len(made.words)))
    for clause in made.clauses:
        sentence = made.sentences[clause.sentence]
        assert sentence.first <= clause.first < clause.stop <= sentence.stop


@given(TEXTS)
def test_the_headline_is_a_sentence_of_its_own(text):
    """No sentence holds words of the headline and of the text."""
    made = document("مقتل شاب في درعا", text)
    length = len("مقتل شاب في درعا")
    for sentence in made.sentences:
        span = made.span(sentence.first, sentence.stop)
        assert sentence.is_headline == (span.start < length)
        assert span.end <= length or span.start > length
