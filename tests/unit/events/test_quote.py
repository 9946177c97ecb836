"""The quotation that shows an act."""

from hypothesis import given
from hypothesis import strategies as st

from marsad.events.quote import LONGEST, quote_of

PIECES = [
    "قصفت قوات النظام بالمدفعية الثقيلة بلدة كفرنبل",
    "في ريف إدلب الجنوبي",
    "ما أدى إلى مقتل ثلاثة مدنيين بينهم طفلان",
    "واعتقلت دورية شابين",
    "وبحسب مصادر محلية متطابقة من أبناء المنطقة",
    "كلمة" * 60,
]


def test_a_short_frame_is_quoted_whole(see):
    """The words of a frame, and no more."""
    seen = see("قصفت قوات النظام بلدة كفرنبل. وعاد الهدوء.")
    span = quote_of(seen.document, seen.frames[0])
    assert seen.document.source_text[span.start : span.end] == "قصفت قوات النظام بلدة كفرنبل"


def test_a_long_frame_is_cut_around_its_head(see):
    """More is kept after the head than before it."""
    seen = see(f"{'وفي ريف إدلب الجنوبي ' * 15}قصفت قوات النظام بلدة كفرنبل {'قرب البيوت والحقول ' * 15}.")
    frame = seen.frames[0]
    span, head = quote_of(seen.document, frame), frame.head.span
    assert span.start <= head.start < head.end <= span.end
    assert head.start - span.start < span.end - head.end


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map(" ".join))
def test_any_quotation_is_short_and_whole(see, text):
    """At most 200 characters of the report, from the start of a word, no word cut unless it is longer."""
    seen = see(text)
    for frame in seen.frames:
        span = quote_of(seen.document, frame)
        assert 0 < span.end - span.start <= LONGEST == 200
        assert span.start in seen.document.starts[frame.first : frame.stop]
        whole = span.end in seen.document.ends[frame.first : frame.stop]
        assert whole or span.end - span.start == LONGEST
