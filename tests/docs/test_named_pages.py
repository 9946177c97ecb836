"""Pages that messages send people to."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_every_page_that_a_message_names_is_there():
    """A remedy that leads nowhere is none."""
    told = {
        page
        for file in [ROOT / "README.md", ROOT / "marsad.sh", *(ROOT / "src" / "marsad").rglob("*.py")]
        for page in re.findall(r"docs/[a-z-]+\.md", file.read_text(encoding="utf-8"))
    }
    assert len(told) > 20
    assert [page for page in sorted(told) if not (ROOT / page).is_file()] == []
