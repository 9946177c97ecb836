"""Bodies that reports quote, each under one name."""

from __future__ import annotations

import pytest

from marsad.analyse.bodies import Bodies

QUOTED = (
    ["مرصد الوادي لحقوق الإنسان"] * 4 + ["المرصد", "مدير المرصد", "لمرصد الوادي"] + ["وكالة النهر"] * 3
    + ["النهر", 'وكالة "النهر'] + ["وسائل إعلام"] * 9 + ["صحيفة الجسر"] * 2 + ["عبد الله"] * 8 + ["محمد"] * 7
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("المرصد", "مرصد الوادي لحقوق الإنسان"),
        ("لمرصد الوادي", "مرصد الوادي لحقوق الإنسان"),
        ('وكالة "النهر', "وكالة النهر"),
        ("النهر", "وكالة النهر"),
        ("وسائل إعلام", None),
        ("صحيفة الجسر", None),
        ("عبد الله", None),
        ("محمد", None),
        ("ما لم يذكر", None),
    ],
)
def test_short_names_lead_to_the_full_one(name, body):
    """What names nobody, or a person, or is quoted seldom, is no body."""
    assert Bodies(QUOTED).named(name) == body


def test_an_outlet_keeps_its_name():
    """Quoted under another spelling it is the outlet."""
    bodies = Bodies(["وكالة النهر", "المرصد"], outlets=["النّهر", "مرصد الوادي"])
    assert (bodies.named("وكالة النهر"), bodies.named("المرصد")) == ("النّهر", None)
