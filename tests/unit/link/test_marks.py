"""What tells acts of one kind on one day apart, read from texts."""

from __future__ import annotations

import pytest

from marsad.lexicon.load import entries
from marsad.link.marks import marks_of, own_passage

TOLD = [entry for entry in entries("link-words") if entry["role"] in {"target", "hour", "sum"}]


@pytest.mark.parametrize("entry", TOLD, ids=lambda entry: entry.entry_id)
def test_every_form_makes_its_mark(entry):
    """Each listed form is read, with a conjunction before it, too."""
    mark = f"{entry['role']} {entry['value']}" if entry["value"] else entry["role"]
    assert [form for form in entry.forms if mark not in marks_of(f"ذكر التقرير و{form} أمس", "")] == []


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("غارة على سوق الخضار في حي المشهد بعد الظهر", ("hour afternoon", "spot خضار", "spot مشهد", "target market")),
        ("سقطت قذيفة على منزلهم ليلاً", ("hour night", "target home")),
        ("انفجرت سيارة مفخخة قرب المشفى", ("near hospital",)),
        ("توفي في المستشفى ونقل آخرون إلى مدرسة", ()),
        ("قصف الحي الشرقي", ()),
        ("غارات على أحياء عدة", ("sum",)),
    ],
)
def test_marks_of_a_passage(text, marks):
    """Hours, targets and spots; a car that is a bomb is no target, nor is where the wounded were taken."""
    assert marks_of(text, "") == marks


def test_the_quotation_goes_before_what_stands_around_it():
    """An hour of another act in the same sentence counts only where the quotation tells none."""
    assert marks_of("قصف مساء السوق", "بعد قصف الصباح قصف مساء السوق") == ("hour evening", "target market")
    assert marks_of("قصف السوق", "قصف السوق صباح اليوم") == ("hour morning", "target market")


def test_names_of_the_place_are_no_targets_unless_they_say_what_it_is():
    """ "المزرعة" is a village; "المستشفى السعودي" is a hospital."""
    assert marks_of("غارة على المزرعة", "", names=("المزرعة",)) == ("at مزرعه",)
    assert "target hospital" in marks_of("سقطت قذيفتان", "", names=("المستشفى السعودي",))


def test_a_passage_ends_where_another_act_is_told():
    """The first of two in one sentence has not the hour of the second."""
    text = "وقع هجوم. قصف السوق صباحا، ثم قصف المدرسة مساء. وانتهى اليوم."
    quotations = ["قصف السوق", "قصف المدرسة"]
    assert own_passage("عنوان", text, quotations, 0) == "قصف السوق صباحا، ثم "
    assert own_passage("عنوان", text, quotations, 1) == " صباحا، ثم قصف المدرسة مساء"
    assert own_passage("عنوان", text, ["قصف السوق"], 0).startswith("عنوان\nقصف السوق صباحا")
    assert own_passage("عنوان", text, ["غير موجود", ""], 0) == "غير موجود"
