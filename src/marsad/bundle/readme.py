"""What a bundle says to whoever opens it, in Arabic and English."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

__all__ = ["readme"]


def readme(manifest: dict[str, Any]) -> str:
    """Return the text of a bundle's README.md."""
    template = (files("marsad") / "resources" / "bundle" / "README.md").read_text(encoding="utf-8")
    reports = "\n".join(
        f"| `{_cell(one['report_id'])}` | {_cell(one['name'])} | {one['kept_at'][:19]}Z | `{one['item'][:16]}` |"
        for one in manifest["reports"]
    )
    stamps = "\n".join(
        f"openssl ts -verify -data {one['head']} -in {one['token']} -CAfile authority.pem" for one in manifest["stamps"]
    )
    values = {
        "software": manifest["software"],
        "archive_id": manifest["archive_id"],
        "incident_id": manifest["incident_id"] or "none: coded reports of a case",
        "count": str(len(manifest["reports"])),
        "last": str(manifest["chain"]["to"]),
        "hash": manifest["chain"]["hash"],
        "reports": reports,
        "stamped_ar": "أو افحص ختم الوقت." if stamps else "وليس في هذه الحزمة ختم وقت.",
        "stamped_en": f", or check the time stamps:\n\n```\n{stamps}\n```"
        if stamps
        else ". No time stamp is in this bundle.",
    }
    for name, value in values.items():
        template = template.replace("{" + name + "}", value)
    return template


def _cell(value: str) -> str:
    """Return a text that cannot break out of a table's cell."""
    return "".join(sign if sign.isprintable() and sign not in "|`<>" else " " for sign in value)
