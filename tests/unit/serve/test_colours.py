"""Colours of the workbench as those see them who see no red, no green or no blue."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

import marsad.serve

CSS = (Path(marsad.serve.__file__).parent / "static" / "app.css").read_text(encoding="utf-8")
SEEN = {
    "all": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "no green": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "no blue": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}
"""What is left of light, after Machado and others (2009)."""
TOLD_APART = 10
"""The distance of CIELAB from which two colours beside each other are told apart at a glance."""
FIELDS = ("what", "who", "whom", "where", "when", "many", "says")


def themes():
    """Return the colours by name, by day and at night."""
    for begin, end in ((":root {", "@media"), (':root[data-theme="dark"]', "*, ::before")):
        block = CSS[CSS.index(begin) : CSS.index(end, CSS.index(begin))]
        yield dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block))


def lab(colour, seen):
    """Return a colour as somebody sees it, in CIELAB."""
    light = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    light = np.where(light <= 0.04045, light / 12.92, ((light + 0.055) / 1.055) ** 2.4)
    to_xyz = np.array([(0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505)])
    xyz = to_xyz @ np.clip(np.array(SEEN[seen]) @ light, 0, 1) / (0.95047, 1, 1.08883)
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array((116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])))


def apart(one, other, seen):
    """Return how far apart two colours are for somebody."""
    return float(np.linalg.norm(lab(one, seen) - lab(other, seen)))


def lines(form):
    """Return how the line below each field is drawn."""
    found = dict(re.findall(form, CSS))
    return {name: found[name] for name in FIELDS}


IN_TEXT = lines(r"::highlight\(f-(\w+)\) {[^}]*underline (\w+ \w+) var")
IN_LEGEND = lines(r"\.f-(\w+) {[^}]*border-block-end: (\w+ \w+) var")


@pytest.mark.parametrize("seen", SEEN)
def test_fields_are_told_apart(seen):
    """By the colour, that of the line below, or how the line is drawn: to some, who and to whom are one colour."""
    for colours in themes():
        for one, other in combinations(FIELDS, 2):
            best = max(
                apart(colours[one], colours[other], seen), apart(colours[f"{one}-line"], colours[f"{other}-line"], seen)
            )
            assert IN_TEXT[one] != IN_TEXT[other] or best >= TOLD_APART, (one, other)


def test_the_legend_draws_lines_as_the_text_does():
    """Else nobody who needs them knows what they mean."""
    assert {name: line.split()[1] for name, line in IN_LEGEND.items()} == {
        name: line.split()[1] for name, line in IN_TEXT.items()
    }


@pytest.mark.parametrize("seen", SEEN)
def test_weeks_looked_at_are_told_from_those_before(seen):
    """In the picture of an alert, at night, too."""
    for colours in themes():
        pale = "#" + "".join(
            f"{round(0.6 * int(colours['edge'][at : at + 2], 16) + 0.4 * int(colours['sheet'][at : at + 2], 16)):02x}"
            for at in (1, 3, 5)
        )
        assert apart(colours["accent"], pale, seen) > 2 * TOLD_APART
