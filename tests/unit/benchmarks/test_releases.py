"""Releases of a made-up store, in a small number."""

from benchmarks.releases import measure
from marsad.store import open_store


def test_two_releases_are_measured(tmp_path):
    """The second comes out bit for bit once more, and takes less than making all of it anew."""
    with open_store(tmp_path / "store.db", create=True) as store:
        told = measure(store, tmp_path / "releases", reports=30, jobs=1)
    assert (told["reports"], told["jobs"]) == (30, 1)
    assert told["second_cpu_seconds"] <= told["again_cpu_seconds"]
