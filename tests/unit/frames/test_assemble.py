"""Trigger words to frames: which words tell one act together."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.frames import assemble
from marsad.frames.assemble import CONSEQUENCES, head_of
from marsad.model.span import Span
from marsad.model.what import TriggerMention

SENTENCES = [
    "قصفت قوات النظام بلدة كفرنبل وأدى القصف إلى مقتل ثلاثة مدنيين.",
    "اعتقل الأمن شابين وانفجرت عبوة ناسفة قرب الجسر.",
    "عقد المجلس اجتماعاً لبحث أسعار القمح.",
    "اقرأ أيضاً: مقتل قيادي في درعا",
    "فيما اندلعت اشتباكات عنيفة، بينما شن الطيران غارات على الأطراف.",
]


def trigger(first, sense, *, weak=False):
    return TriggerMention(
        span=Span(first, first + 1),
        first=first,
        stop=first + 1,
        rule_id="triggers.word",
        sub_event_type=None,
        sense=sense,
        pos="noun",
        weak=weak,
    )


@pytest.mark.parametrize(
    ("triggers", "leads"),
    [
        ([trigger(0, "death"), trigger(3, "shelling")], 3),
        ([trigger(0, "injury"), trigger(3, "death")], 3),
        ([trigger(0, "shelling", weak=True), trigger(3, "death")], 3),
        ([trigger(0, "shelling"), trigger(3, "airstrike")], 0),
        ([trigger(0, "arrest"), trigger(3, "clash")], 3),
    ],
    ids=["act before consequence", "death before injury", "strong before weak", "earlier first", "clash before arrest"],
)
def test_the_trigger_that_leads(triggers, leads):
    """A stretch is led by its strongest act, never by what came of it."""
    assert head_of(triggers).first == leads


def test_a_consequence_belongs_to_the_act_before_it(see):
    """What a bombing led to opens no frame of its own."""
    seen = see("قصفت قوات النظام بلدة كفرنبل، وأدى ذلك إلى مقتل ثلاثة مدنيين.")
    assert seen.only.head.sense == "strike"
    assert {mention.sense for mention in seen.only.triggers} & CONSEQUENCES


def test_a_verb_joined_by_and_opens_a_frame(see):
    """Two acts told by two verbs are two frames, though no stop stands between them."""
    seen = see("قصفت قوات النظام بلدة كفرنبل واعتقلت دورية للأمن شابين في حماة.")
    assert [frame.head.sense for frame in seen.frames] == ["strike", "arrest"]


def test_a_verb_of_dying_joined_by_and_opens_none(see):
    """Those who died of an act are told in its frame."""
    seen = see("قصفت قوات النظام بلدة كفرنبل وقتلت ثلاثة مدنيين.")
    assert seen.only.head.sense == "strike"


def test_a_lead_in_without_an_act_joins_the_act_after_it(see):
    """Words before the first act of a sentence are part of its frame."""
    seen = see("وفي ريف إدلب الجنوبي، فيما كان الأهالي نياماً، قصفت قوات النظام بلدة كفرنبل.")
    assert seen.only.first == seen.only.sentence_first


def test_furniture_gives_no_frame(see):
    """What a page recommends to read besides tells nothing of this report."""
    seen = see("اغتال مجهولون شاباً في مدينة نوى.\nاقرأ أيضاً: مقتل قيادي بانفجار في درعا")
    assert "قيادي" not in " ".join(seen.words(frame) for frame in seen.frames)
    assert len(seen.frames) == 1


def test_the_headline_is_marked(see):
    """A frame knows whether it stands in the headline."""
    seen = see("قصفت قوات النظام بلدة كفرنبل اليوم.", headline="قصف على كفرنبل")
    assert [frame.is_headline for frame in seen.frames] == [True, False]


def test_no_trigger_no_frame(see):
    """A report without a word of conflict has no frame."""
    assert see("عقد المجلس اجتماعاً لبحث أسعار القمح.").frames == ()


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5))
def test_each_trigger_stands_in_one_frame(see, sentences):
    """Frames follow the text without overlap and hold every trigger that is no furniture, once."""
    seen = see("\n".join(sentences))
    stretches = [(frame.first, frame.stop) for frame in seen.frames]
    assert stretches == sorted(stretches)
    assert all(left[1] <= right[0] for left, right in pairwise(stretches))
    assert [frame.index for frame in seen.frames] == list(range(len(seen.frames)))
    held = [mention for frame in seen.frames for mention in frame.triggers]
    furniture = [sentence for sentence in seen.document.sentences if sentence.furniture]
    told = [
        mention
        for mention in seen.annotations.triggers
        if not any(sentence.first <= mention.first < sentence.stop for sentence in furniture)
    ]
    assert held == told
    for frame in seen.frames:
        assert all(frame.first <= mention.first < frame.stop for mention in frame.triggers)
        assert frame.sentence_first <= frame.first < frame.stop <= frame.sentence_stop


def test_frames_depend_on_triggers_alone(see):
    """The same triggers give the same frames."""
    seen = see("\n".join(SENTENCES))
    assert assemble(seen.document, list(seen.annotations.triggers)) == seen.frames
