"""Whatever is published, what is found in folded text must quote the same letters in the report."""

from hypothesis import given
from hypothesis import strategies as st

from marsad.arabic.letters import fold
from marsad.normalise import fold_text

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإؤئىةپچکیۆ"
MARKS = "ًٌٍَُِّْٰـ\u200e\u200f\u202b\u202c\u200c\ufeff"
FORMS = "ﻻﷲﺍﺑﻟﻼ"
OTHERS = 'ABz 019٠١٢۳۴\n\r\t.,،؛:؟!«»"()#_-%٪…·•\x00\ud83d😀'
TEXTS = st.text(st.sampled_from(LETTERS + MARKS + FORMS + OTHERS), max_size=80) | st.text(max_size=40)


def same_letters(quote: str, folded: str) -> bool:
    """Folding a quotation must give the folded words again, up to dots and halves of signs."""

    def bare(text: str) -> str:
        kept = (sign for sign in fold(text) if not "\ud800" <= sign <= "\udfff")
        return "".join(sign for sign in kept if sign not in ".·• ")

    return bare(quote) == bare(folded)


@given(TEXTS, st.data())
def test_any_stretch_quotes_the_same_letters(source, data):
    """A stretch of folded text leads back to published words that fold to it."""
    folded = fold_text(source)
    if not folded.text:
        return
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    first, last = folded.source_span(start, end)
    assert 0 <= first < last <= len(source)
    quote = source[first:last]
    inner = folded.text[start:end]
    # A form such as ﻻ is two folded letters and one published sign: a cut inside it quotes the whole sign.
    if not any(sign in FORMS or "\ufb50" <= sign <= "\ufefc" for sign in quote):
        assert same_letters(quote, inner)
    else:
        assert inner.strip() == "" or fold(quote).count(inner[0]) or inner[0] in ".·• "


@given(TEXTS)
def test_spans_run_forward(source):
    """Later folded letters never lead back to earlier published ones."""
    folded = fold_text(source)
    starts = [folded.source_span(position, position + 1)[0] for position in range(len(folded.text))]
    assert starts == sorted(starts)


@given(TEXTS)
def test_folding_twice_changes_nothing(source):
    """Folded text is settled."""
    once = fold_text(source).text
    assert fold_text(once).text == once


@given(TEXTS)
def test_text_and_words_fold_alike(source):
    """A lexicon form meets its words in text: both foldings agree, dots inside words aside."""
    kept = "".join(" " if "\ud800" <= sign <= "\udfff" else sign for sign in source)
    assert fold_text(kept).text.replace(".", "").replace("·", "").replace("•", "") == fold(kept).replace(
        ".", ""
    ).replace("·", "").replace("•", "")
