"""The age that stands after a name."""

import pytest

from marsad.redact.ages import age_after


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("قصي (24 عاماً)", 24),
        ("قصي، البالغ من العمر 16 عاماً", 16),
        ("قصي (٧)", 7),
        ("ريم (9 أشهر)", 0.5),
        ("قصي 15 يوماً", None),
    ],
)
def test_ages(tokens, text, age):
    """An age follows in brackets or words; days of prison are none."""
    assert age_after(tokens(text), 1) == age
