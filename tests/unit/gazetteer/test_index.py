"""Names found in folded words."""

from marsad.gazetteer import load


def found(*words):
    """Return (first, stop, proclitics, article) of the names that open at the first word."""
    return [(hit.first, hit.stop, hit.proclitics, hit.article) for hit in load().find(words, 0, len(words))]


def test_clitics_and_article():
    """A name is found behind و, ب and ل, with its article parted or hidden."""
    assert found("وبالشحيل")[0] == (0, 1, "وب", True)
    assert found("للشحيل")[0] == (0, 1, "ل", True)
    assert found("بادلب")[0] == (0, 1, "ب", False)


def test_dialect_on():
    """Dialect writes على as one letter: "عالشحيل"."""
    assert found("عالشحيل")[0] == (0, 1, "ع", True)


def test_longest_first():
    """The longest name comes first: "دير الزور" before "دير"."""
    assert found("دير", "الزور")[0][:2] == (0, 2)


def test_no_name():
    """A word that opens no name has no hits, and costs no search later."""
    gazetteer = load()
    assert found("قلقشندج") == []
    assert gazetteer.openings("قلقشندج") == (False, frozenset())
    alone, seconds = gazetteer.openings("دير")
    assert alone
    assert "زور" in seconds
