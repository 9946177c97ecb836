"""The part an actor plays by the grammar around its name."""

import pytest

from marsad.events.roles import part_of
from marsad.lexicon.role_words import role_words

SENTENCES = [
    ("غارات للتحالف على مواقع داعش قرب الباغوز.", {"coalition": "agent", "is": "patient"}),
    ("استهداف حاجز لقوات النظام في درعا.", {"syr-regime": "patient"}),
    ("مقتل عنصرين من قسد بهجوم لداعش في ذيبان.", {"sdf": "patient", "is": "agent"}),
    ("هجوم نفذه تنظيم داعش على رتل لقوات النظام.", {"is": "agent", "syr-regime": "patient"}),
    ("هجوم شنته هيئة تحرير الشام ضد قوات النظام.", {"hts": "agent", "syr-regime": "patient"}),
    ("قتل مدني على يد قوات النظام في نوى.", {"civilians": "patient", "syr-regime": "agent"}),
    ("قتل عنصر من داعش برصاص قسد.", {"is": "patient", "sdf": "agent"}),
    ("قصفت قوات النظام مواقع هيئة تحرير الشام في كفرنبل.", {"syr-regime": "agent", "hts": "patient"}),
    ("استهدفت مدفعية تركية نقطة لقسد في منبج.", {"turkey": "agent", "sdf": "patient"}),
    ("اعتقال عناصر من داعش على يد قسد.", {"is": "patient", "sdf": "agent"}),
    ("اشتباكات بين الجيش الوطني وقسد في تادف.", {"sna": "first", "sdf": "second"}),
    ("اشتباكات بين قسد وبين الجيش الوطني في تادف.", {"sdf": "first", "sna": "second"}),
    ("اشتبكت قسد مع داعش في هجين.", {"sdf": "first", "is": "second"}),
    ("أعلنت قسد مقتل قيادي في داعش.", {"sdf": "speaker", "is": "patient"}),
    ("اتهم النظام السوري إسرائيل بقصف مطار في حمص.", {"syr-regime": "speaker", "israel": "agent"}),
    ("اتهمت قسد الجيش الوطني بقصف قرية في منبج.", {"sdf": "speaker", "sna": "agent"}),
]


def parts(seen):
    return {
        mention.code: part_of(seen.context, frame, mention)
        for frame in seen.frames
        for mention in seen.annotations.actors
        if frame.first <= mention.first < frame.stop
    }


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES, ids=[sentence for sentence, _ in SENTENCES])
def test_part(see, sentence, expected):
    """Who acts, who is hit, who fights whom and who only speaks follow from the words around each name."""
    assert parts(see(sentence)) == expected


def test_a_supporter_is_no_agent(see):
    """Words of support make the name behind them a supporter, whatever the act."""
    assert parts(see("نفذت قسد عملية أمنية بدعم من التحالف الدولي في الشحيل."))["coalition"] == "supporter"


@pytest.mark.parametrize("thing", ["حاجز", "مواقع", "مقر", "رتل", "دورية", "نقطة", "سيارة", "مستودع", "آليات"])
def test_whoever_holds_the_thing_is_hit(see, thing):
    """What a side holds stands before its name: an attack on it is an attack on that side."""
    assert parts(see(f"هجوم على {thing} لقوات النظام في درعا."))["syr-regime"] == "patient"


def test_what_is_held_is_not_what_is_fired():
    """A thing tells either whom it belongs to or through what it acts; tanks and forces aside, which do both."""
    assert {"دبابات"} >= role_words("holding") & role_words("arms")
