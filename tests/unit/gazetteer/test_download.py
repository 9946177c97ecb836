"""Fetching: kept files, and a clear word when there is no network."""

from urllib.error import URLError

import pytest

from marsad.errors import ResourceError
from marsad.gazetteer import download


def test_offline_says_what_to_do(tmp_path, monkeypatch):
    """Without a network the error names the address and the file to put there by hand."""

    def refuse(*_args, **_kwargs):
        raise URLError("no route")

    monkeypatch.setattr(download, "urlopen", refuse)
    with pytest.raises(ResourceError, match=r"https://.*SY\.zip: .*no route.*as SY\.zip"):
        download.fetch_country("SY", tmp_path)


def test_files_there_are_kept(tmp_path):
    """Files already fetched are not fetched again."""
    for name in ("SY.zip", "SY-alternatenames.zip"):
        (tmp_path / name).write_bytes(b"kept")
    files = download.fetch_country("SY", tmp_path)
    assert [file.read_bytes() for file in files] == [b"kept", b"kept"]
