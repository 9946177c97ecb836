"""The files that change the schema: numbered one after the other."""

import re

from marsad.store.schema import MIGRATIONS


def test_migrations_are_numbered_one_after_the_other():
    """No number twice and none left out, and each follows the one before: two changes made at once are noticed."""
    files = sorted((MIGRATIONS / "versions").glob("[0-9]*.py"))
    assert [path.name[:4] for path in files] == [f"{number:04}" for number in range(1, len(files) + 1)]
    told = [
        re.findall(r'^(?:down_)?revision = (?:"(\d+)"|None)', path.read_text("utf-8"), re.MULTILINE) for path in files
    ]
    assert told == [[f"{number:04}", f"{number - 1:04}" if number > 1 else ""] for number in range(1, len(files) + 1)]
