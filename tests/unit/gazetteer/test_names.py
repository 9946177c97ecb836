"""Keys of names: one key for the spellings of one place."""

import os
import subprocess
import sys

import pytest

from marsad.gazetteer.names import name_keys, plain_names, word_key


@pytest.mark.parametrize(
    ("left", "right"), [("الشحيل", "شحيل"), ("السويداء", "السويدا"), ("ابي", "ابو"), ("ابا", "ابو"), ("الباب", "باب")]
)
def test_one_key(left, right):
    """Article, final hamza and the case of "father" do not part two spellings."""
    assert word_key(left) == word_key(right)


@pytest.mark.parametrize(
    ("listed", "written"),
    [("دير الزور", "ديرالزور"), ("كفر زيتا", "كفرزيتا"), ("كفرنبل", "كفر نبل"), ("أبو كمال", "ابو كمال")],
)
def test_parted_and_stuck(listed, written):
    """A name is found whether its words are parted or stuck."""
    keys = {key for _, key in name_keys(listed)}
    assert keys & {key for _, key in name_keys(written)}


def test_nothing_to_key():
    """Digits alone, and a name with no letters, have no key."""
    assert name_keys("47") == []
    assert name_keys(" - ") == []


def test_generic_words_go():
    """A list's own generic word is no part of the name; a name that needs it keeps it."""
    assert plain_names(["محافظة إدلب", "قرية الشامي", "مخيم الهول", "قرية"]) == ["إدلب", "الشامي", "مخيم الهول", "قرية"]


def test_a_gazetteer_has_one_version_everywhere():
    """No process compiles places in an order of its own: codings of two machines must tell the same version."""
    made = (
        "from marsad.gazetteer.compile import compile_rows; from marsad.gazetteer.own import own_rows; "
        "from marsad.lexicon.table import parted; print(bytes(parted(compile_rows(own_rows(), {}))[0]))"
    )
    versions = {
        subprocess.run(
            [sys.executable, "-c", made], env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(versions) == 1
