"""Who speaks in an incident, and independently of whom."""

from __future__ import annotations

from marsad.link.voices import independent_among, voices_of

MONITOR = [{"name": "المرصد السوري لحقوق الإنسان", "kind": "monitor"}]


def independent(*codings):
    return [voice.speaker for voice in independent_among(voices_of(codings))]


def test_an_outlet_is_one_voice_whomever_it_quotes(code):
    """Two of its reports, and two acts of one report, are told by one voice; another outlet is another."""
    assert independent(code("r1", outlet="a"), code("r2", outlet="a", sources=MONITOR)) == ["a"]
    assert independent(code("r1", outlet="a"), code("r2", outlet="b", sources=MONITOR)) == [
        "a", "المرصد السوري لحقوق الانسان",
    ]  # fmt: skip


def test_a_body_is_one_voice_whoever_quotes_it(code):
    """An outlet that speaks for itself beside it is a second one."""
    quoting = [code(f"r{n}", outlet=f"o{n}", sources=MONITOR) for n in range(3)]
    assert len(independent(*quoting)) == 1
    assert len(independent(*quoting, code("r9", outlet="o9"))) == 2


def test_a_copy_has_the_voice_of_its_origin(code):
    """Also where the origin came later; a report without an outlet speaks for itself."""
    origin = code("r1", outlet="a", published="2023-05-09", copy_group="r1")
    copy = code("r2", outlet="b", copy_group="r1")
    assert independent(copy, origin) == ["a"]
    assert len(independent(code("r3"), code("r4"))) == 2


def test_spelling_parts_no_outlet(code):
    """An outlet is known by its folded name."""
    assert len(independent(code("r1", outlet="شبكة الأنهار"), code("r2", outlet="شبكة الانهار"))) == 1
