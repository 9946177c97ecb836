"""Words that stand in code are compared with folded words, so they must be folded themselves."""

import importlib
import pkgutil
import re

import pytest

import marsad.annotate
import marsad.events
import marsad.frames
import marsad.redact
from marsad.arabic.letters import fold

MODULES = sorted(
    module.name
    for package in (marsad.annotate, marsad.events, marsad.frames, marsad.redact)
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    if not module.ispkg
)
ARABIC = re.compile("[ء-ي]")


@pytest.mark.parametrize("module", MODULES)
def test_words_are_folded(module):
    """ "طائرات" never stands among folded words, "طايرات" does."""
    lists = {
        name: [word for word in value if isinstance(word, str) and ARABIC.search(word) and fold(word) != word]
        for name, value in vars(importlib.import_module(module)).items()
        if isinstance(value, frozenset | set | dict | tuple)
    }
    assert {name: words for name, words in lists.items() if words} == {}
