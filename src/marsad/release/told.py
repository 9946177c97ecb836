"""The notes of a release as a page, in Arabic and English."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from marsad.release.notes import Difference

__all__ = ["notes_page"]

_MOST = 200
_ACTS = {
    "added": ("أُضيف", "Added"),
    "changed": ("تغيّر", "Changed"),
    "merged": ("دُمج", "Merged"),
    "removed": ("حُذف", "Removed"),
}
_WHY = {
    "code": ("تقرير حُفظ أو رُمّز من جديد", "a report was kept, or coded anew"),
    "revise": ("تصحيح بشري", "a person corrected it"),
    "edited": ("تغيّر نص التقرير", "the report was edited"),
    "gone": ("لم تعد الصفحة موجودة", "the page is gone"),
    "link": ("ربط التقارير", "reports were linked"),
    "merge": ("قرار بالدمج", "somebody merged them"),
    "split": ("قرار بالفصل", "somebody split them"),
    "rules": ("قواعد النشر أو انقضاء مهلته", "the rules of publication, or their delay has passed"),
}


def notes_page(number: int, as_of: str, note: str, counts: Mapping[str, int], differences: Sequence[Difference]) -> str:
    """Return the page: what the release holds, and what differs from the one before; of very many, the first."""
    lines = [
        f"# الإصدار {number} · Release {number}",
        "",
        f"{as_of}",
        "",
        f"- تقارير · reports: {counts['reports']}",
        f"- أحداث · events: {counts['events']}",
        f"- حوادث · incidents: {counts['incidents']}",
    ]
    if note:
        lines += ["", note]
    for act, (arabic, english) in _ACTS.items():
        found = [one for one in differences if one.act == act]
        if found:
            lines += ["", f"## {arabic} · {english}: {len(found)}", "", *_reasons(found), ""]
            lines += [_line(one) for one in found[:_MOST]]
            if len(found) > _MOST:
                lines.append(f"- … {len(found) - _MOST}: `notes.jsonl`")
    return "\n".join(lines) + "\n"


def _reasons(found: Sequence[Difference]) -> list[str]:
    counts = Counter(one.why for one in found)
    told = []
    for name, count in counts.most_common():
        arabic, english = _WHY.get(name, (name, name))
        told.append(f"{count}: {arabic} · {english}  ")
    return told


def _line(one: Difference) -> str:
    detail = f": {', '.join(one.fields)}" if one.fields else f" → `{one.into}`" if one.into else ""
    return f"- `{one.id}`{detail}"
