"""An act told beside a place named before."""

import pytest

from marsad.events.beside import beside


@pytest.mark.parametrize(
    ("text", "name", "precision"),
    [
        ("دخل الجيش حقل العمر. وفككت فرق الهندسة سبعة ألغام في محيط الحقل.", "حقل العمر", 2),
        ("دخل الجيش مخيم الهول. وانفجرت عبوة بمحيط المخيم.", "مخيم الهول", 2),
        ("دخل الجيش حقل العمر. وفككت فرق الهندسة سبعة ألغام داخل الحقل.", "حقل العمر", 1),
        ("دخل الجيش مخيم الهول وانتشر فيه، وقال شهود إنهم سمعوا صراخاً قرب المخيم.", "مخيم الهول", 1),
        ("دخل الجيش بلدة الشحيل. وفككت فرق الهندسة سبعة ألغام في محيط الحقل.", "الشحيل", 1),
    ],
)
def test_around_what_points_back_is_near(see, text, name, precision):
    """ "The surroundings of the field" lie near the field named before, and not near a town."""
    seen = see(text)
    place = next(place for place in seen.context.annotations.places if place.name == name)
    assert beside(seen.context, seen.frames[-1], place).precision == precision
