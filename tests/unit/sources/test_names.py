"""Names of well-known sources: each stands for one, and a record counts its voice once."""

from collections import Counter

from marsad.lexicon.load import RESOURCES
from marsad.sources.names import one_name
from marsad.sources.registry import fold_outlet


def rows():
    text = (RESOURCES / "source_names.txt").read_text(encoding="utf-8")
    return [line.split(" | ") for line in text.splitlines() if line and not line.startswith("#")]


def test_a_name_stands_for_one_source():
    """No name is told twice, however it is spelt, and a source has two at least."""
    counts = Counter(fold_outlet(name) for names in rows() for name in names)
    assert [name for name, count in counts.items() if count > 1] == []
    assert [names for names in rows() if len(names) < 2 or any(name != name.strip() for name in names)] == []


def test_names_of_one_agency():
    """Short, long and foreign names are one; case and hamza do not count."""
    assert {one_name(name) for name in ("سانا", "وكالة سانا", "وكالة الانباء السورية", "sana")} == {
        "الوكالة العربية السورية للأنباء"
    }


def test_other_names_stay():
    """A name of two governments' agencies, and one that nobody listed, are as they were written."""
    assert one_name("وكالة سبأ") == "وكالة سبأ"
    assert one_name("شبكة  النهر") == "شبكة  النهر"
