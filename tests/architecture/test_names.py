"""The names that others may rely on."""

import importlib

import pytest

EXPORTED = {
    "marsad.pipeline": {"Coder"},
    "marsad.copies": {"CopyGroup", "CopyIndex", "How", "Reason", "group_copies"},
    "marsad.read": {"ReadProblem", "read"},
    "marsad.export": {"Format", "RecordWriter", "format_of", "open_writer", "to_record"},
    "marsad.normalise": {"Folded", "fold_text"},
    "marsad.segment": {"split"},
    "marsad.archive": {"Archive", "Item", "Kept", "Writer"},
    "marsad.bundle": {"Coded", "Incident", "read_coded", "read_incident", "write_bundle"},
    "marsad.errors": {"ArchiveError", "FetchError", "MarsadError", "ReadError", "ResourceError", "SettingsError"},
    "marsad.fetch": {"Exchange", "Limits", "PoliteClient", "Response", "fetch", "post", "user_agent"},
}
"""Module to the names it must keep; others may be added."""


@pytest.mark.parametrize("module", EXPORTED)
def test_exported_names_are_kept(module):
    """A name that was public stays public."""
    found = importlib.import_module(module)
    assert set(found.__all__) >= EXPORTED[module]
    assert all(hasattr(found, name) for name in found.__all__)


@pytest.mark.parametrize("dimension", ["actors", "attribution", "casualties", "dates", "means", "numbers", "places"])
def test_each_annotator_has_one_door(dimension):
    """An annotator is called through `find`."""
    assert "find" in importlib.import_module(f"marsad.annotate.{dimension}").__all__
