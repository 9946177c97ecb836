"""Entries of one's own that tests of them share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from marsad.amend.folder import write_folder
from marsad.lexicon.layers import lay_over
from marsad.model.amendment import Amendment


@pytest.fixture
def actor() -> dict[str, Any]:
    """An actor that is in no shipped file."""
    return {
        "id": "bank-eagles",
        "code": "other:نسور الضفة",
        "name_ar": "فصيل نسور الضفة",
        "name_en": "Bank Eagles",
        "category": "militia",
        "country": "SY",
        "source": "شبكة ضفاف",
        "aliases": [{"form": "فصيل نسور الضفة"}],
        "matches": [{"text": "هاجم فصيل نسور الضفة الحاجز", "find": "فصيل نسور الضفة"}],
    }


@pytest.fixture
def place() -> dict[str, Any]:
    """A place that is in no shipped table."""
    return {
        "id": "own:ard-alnawras", "name_ar": "أرض النورس", "aliases_ar": ["النورس"],
        "name_en": "Gull Land", "country": "SY", "feature": "village", "admin1": "SY09", "lat": 35.01, "lon": 40.5,
        "source": "زيارة",
    }  # fmt: skip


@pytest.fixture
def trigger() -> dict[str, Any]:
    """A wording that no shipped list has."""
    return {
        "id": "airstrike.from-the-sky", "sub_event_type": "Air/drone strike", "sense": "airstrike", "pos": "noun",
        "forms": ["ضربة من السما"], "source": "قنوات محلية",
        "matches": [{"text": "سمعنا ضربة من السما على أطراف البلدة", "find": "ضربة من السما"}],
        "rejects": ["نزلت ضربة السماح في الدقيقة الأخيرة"],
    }  # fmt: skip


@pytest.fixture
def amendment() -> Callable[..., Amendment]:
    """Make the change that adds an entry."""
    return lambda kind, value: Amendment(kind=kind, entry_id=value["id"], value=value, why=value["source"])


@pytest.fixture
def own(tmp_path) -> Callable[..., Path]:
    """Write entries as a folder of words and put it to use."""

    def make(*amendments: Amendment, name: str = "own", revision: int | None = None) -> Path:
        folder = tmp_path / name
        write_folder(folder, amendments, revision=revision)
        lay_over([folder])
        return folder

    return make
