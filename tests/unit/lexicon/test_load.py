"""Compiled copies of resources."""

import os
import time

import pytest

from marsad.lexicon import load
from marsad.lexicon.load import read_cached, read_compiled, read_listed


def test_of_compiled_copies_those_used_last_stay(tmp_path, monkeypatch):
    """A copy that is read stays, whenever it was made; the one that nobody read goes."""
    monkeypatch.setenv("MARSAD_CACHE", str(tmp_path))
    for age, digest in ((1, "first"), (2, "second")):
        assert read_compiled("words", digest, lambda: [1], copies=2) == [1]
        os.utime(tmp_path / f"words-{digest}.compiled", (age, age))
    assert read_compiled("words", "first", lambda: [2], copies=2) == [1]
    read_compiled("words", "third", lambda: [3], copies=2)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["words-first.compiled", "words-third.compiled"]


@pytest.mark.parametrize("settled", [0, 10**18])
def test_an_edited_file_counts_at_once(tmp_path, monkeypatch, settled):
    """Also where it is as long as before and says that it is as old: just written, or left alone for long."""
    monkeypatch.setenv("MARSAD_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(load, "_SETTLED", settled)
    file = tmp_path / "words.yaml"
    file.write_text("a", encoding="utf-8")
    state = file.stat()
    assert read_cached("words", [file], lambda: "a") == "a"
    time.sleep(0.05)  # more than a tick of the clock that a file system has
    file.write_text("b", encoding="utf-8")
    os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert read_cached("words", [file], lambda: "b") == "b"


def test_files_left_alone_are_not_read_again(tmp_path, monkeypatch):
    """What they came to is kept with their size and their times of change."""
    monkeypatch.setenv("MARSAD_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(load, "_SETTLED", 0)
    file = tmp_path / "words.yaml"
    file.write_text("a", encoding="utf-8")
    assert read_cached("words", [file], lambda: "a") == "a"
    monkeypatch.setattr(load, "_hash", lambda _files: "0")
    assert read_cached("words", [file], lambda: "b") == "a"


def test_a_long_list_is_kept_as_it_is_made(tmp_path, monkeypatch):
    """Forms in their order, each with what is said of it; a list of other words is made anew."""
    monkeypatch.setenv("MARSAD_CACHE", str(tmp_path))
    words = [f"w{number}" for number in range(400)]

    def listed(words):
        return {word: word[:2] for word in words}

    for _ in range(2):
        assert list(read_listed("forms", words, listed).items()) == list(listed(words).items())
    assert read_listed("forms", words, lambda _words: {}) == listed(words)
    assert read_listed("forms", words[1:], listed) == listed(words[1:])
