"""The notes of a release as a page, in Arabic and English."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from marsad.release.notes import Difference
from marsad.wording.labels import label
from marsad.wording.tongue import Tongue

__all__ = ["notes_page"]

_MOST = 200
_SEPARATOR = " · "
_ACTS = ("added", "changed", "merged", "removed")
_COUNTED = ("reports", "events", "incidents")
_TONGUES = (Tongue(language="ar"), Tongue(language="en"))


def notes_page(number: int, as_of: str, note: str, counts: Mapping[str, int], differences: Sequence[Difference]) -> str:
    """Return the page: what the release holds, and what differs from the one before; of very many, the first."""
    lines = [
        "# " + _SEPARATOR.join(f"{label('release', 'release', tongue)} {number}" for tongue in _TONGUES),
        "",
        f"{as_of}",
        "",
        *(f"- {_both('release_count', name)}: {counts[name]}" for name in _COUNTED),
    ]
    if note:
        lines += ["", note]
    for act in _ACTS:
        found = [one for one in differences if one.act == act]
        if found:
            lines += ["", f"## {_both('release_act', act)}: {len(found)}", "", *_reasons(found), ""]
            lines += [_line(one) for one in found[:_MOST]]
            if len(found) > _MOST:
                lines.append(f"- … {len(found) - _MOST}: `notes.jsonl`")
    return "\n".join(lines) + "\n"


def _reasons(found: Sequence[Difference]) -> list[str]:
    counts = Counter(one.why for one in found)
    return [f"{count}: {_both('release_reason', name)}  " for name, count in counts.most_common()]


def _both(kind: str, value: str) -> str:
    return _SEPARATOR.join(label(kind, value, tongue) for tongue in _TONGUES)


def _line(one: Difference) -> str:
    detail = f": {', '.join(one.fields)}" if one.fields else f" → `{one.into}`" if one.into else ""
    return f"- `{one.id}`{detail}"
