"""Which types a frame may tell."""

import pytest

from marsad.annotate.triggers.senses import SENSES
from marsad.events.taxonomy import possible_types, type_candidates
from marsad.model.what import EVENT_TYPES


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("اندلعت اشتباكات عنيفة في درعا.", "Armed clash"),
        ("شن الطيران الحربي غارات على كفرنبل.", "Air/drone strike"),
        ("سقطت قذائف هاون في قصف مدفعي على كفرنبل.", "Shelling/artillery/missile attack"),
        ("انفجرت عبوة ناسفة في منبج.", "Remote explosive/landmine/IED"),
        ("ألقى مجهولون قنبلة يدوية على منزل في طفس.", "Grenade"),
        ("اختطف مسلحون شاباً في عفرين.", "Abduction/forced disappearance"),
        ("اعتقل الأمن شابين في دمشق.", "Arrests"),
        ("خرجت مظاهرة في السويداء.", "Peaceful protest"),
        ("سيطرت قوات النظام على بلدة خان طومان.", "Government regains territory"),
        ("سيطرت هيئة تحرير الشام على بلدة دارة عزة.", "Non-state actor overtakes territory"),
        ("أنشأت القوات التركية قاعدة عسكرية في تفتناز.", "Headquarters or base established"),
        ("توصل الطرفان إلى اتفاق لوقف إطلاق النار في درعا.", "Agreement"),
        ("وصلت تعزيزات عسكرية إلى إدلب.", "Change to group/activity"),
        ("أحرق مسلحون منازل في قرية الجديدة.", "Looting/property destruction"),
        ("أعدم التنظيم ثلاثة أسرى في الرقة.", "Attack"),
    ],
)
def test_the_type_is_among_those_possible(see, text, kind):
    """Whatever the weights, the right type can be chosen."""
    assert any(kind in possible_types(frame) for frame in see(text).frames)


def test_types_of_the_head_come_first(see):
    """The word that leads a stretch is asked before those that follow from it."""
    frame = see("قتل مدنيان بانفجار عبوة ناسفة في منبج.").only
    assert possible_types(frame)[0] == "Remote explosive/landmine/IED"
    assert len(set(possible_types(frame))) == len(possible_types(frame))


def test_there_is_a_candidate_for_every_possible_type(see):
    """Candidates carry the type in their features, so that weights can tell them apart."""
    seen = see("قتل ثلاثة مدنيين بقصف على كفرنبل.")
    candidates = type_candidates(seen.context, seen.only)
    assert [candidate.value for candidate in candidates] == list(possible_types(seen.only))
    assert all(f"bias|{candidate.value}" in candidate.features for candidate in candidates)


def test_means_named_before_are_a_feature(see):
    """A bombing with no means of its own is read with the aircraft named in the sentence before."""
    seen = see("حلقت طائرات حربية في أجواء إدلب. ثم تجدد القصف على كفرنبل.")
    frame = seen.frame_of("كفرنبل")
    features = type_candidates(seen.context, frame)[0].features
    assert any(feature.startswith("mb=aircraft") for feature in features)


def test_every_sense_leads_to_known_types():
    """Senses leave open types of the codebook only."""
    assert {kind for kinds in SENSES.values() for kind in kinds} <= set(EVENT_TYPES)
