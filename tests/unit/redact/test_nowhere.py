"""Words that stand nowhere, and how far a name of such words goes."""

from marsad.redact.nowhere import is_nowhere, reads_as_a_name, runs_on, stretch


def test_what_stands_nowhere():
    """A word of no list that news do not use stands nowhere; words behind clitics, names and countries do not."""
    assert [is_nowhere(word) for word in ("شنوكار", "الشنوكار", "بجروح", "قصي", "سوريا", "شن")] == [
        True, True, False, False, False, False,
    ]  # fmt: skip


def test_what_looks_like_a_name(tokens):
    """Verbs, duals and what somebody owns look like no name."""
    read = tokens("شنوكار يشنوكر شنوكاران شنوكارها الشنوكار")
    assert [reads_as_a_name(read, index) for index in range(5)] == [True, False, False, False, True]


def test_how_far_a_name_goes(tokens):
    """A name goes on over words of no list and listed ones, and over "and" only behind one who is alone."""
    read = tokens("شنوكار وكزبورش الدنشوكي في البيت")
    assert stretch(read, 0).stop == 1
    assert stretch(read, 0, alone=True).stop == 3


def test_how_far_a_known_name_runs_on(tokens):
    """Behind two names a word of no list is the last; a verb is none."""
    assert runs_on(tokens("خالد علي شنوكار في البيت"), 2, names=2) == 3
    assert runs_on(tokens("خالد علي يشنوكر الخبر"), 2, names=2) == 2
