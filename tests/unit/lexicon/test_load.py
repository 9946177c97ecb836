"""Compiled copies of resources."""

import os

from marsad.lexicon.load import read_compiled


def test_of_compiled_copies_those_used_last_stay(tmp_path, monkeypatch):
    """A copy that is read stays, whenever it was made; the one that nobody read goes."""
    monkeypatch.setenv("MARSAD_CACHE", str(tmp_path))
    for age, digest in ((1, "first"), (2, "second")):
        assert read_compiled("words", digest, lambda: [1], copies=2) == [1]
        os.utime(tmp_path / f"words-{digest}.compiled", (age, age))
    assert read_compiled("words", "first", lambda: [2], copies=2) == [1]
    read_compiled("words", "third", lambda: [3], copies=2)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["words-first.compiled", "words-third.compiled"]
