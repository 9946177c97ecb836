"""A report as a line of JSON that `marsad code` reads back the same."""

from __future__ import annotations

import json
from collections.abc import Mapping

from marsad.model.report import Report

__all__ = ["report_line"]


def report_line(report: Report, beside: Mapping[str, object] | None = None) -> bytes:
    """Return the line, its line feed included; `beside` are keys of other programs, which reading passes over."""
    moment = report.published_at or report.published_on
    fields: dict[str, object] = {
        "id": report.report_id,
        "title": report.headline or None,
        "text": report.text,
        "published": moment.isoformat() if moment else None,
        "outlet": report.outlet,
        "url": report.url,
        "edited": report.edited,
        "forwarded_from": report.forwarded_from,
        "reply_to": report.reply_to,
        "extent": report.extent if report.extent != "whole" else None,
        **(beside or {}),
    }
    told = {name: value for name, value in fields.items() if value is not None}
    text = json.dumps(told, ensure_ascii=False)
    try:
        return text.encode("utf-8") + b"\n"
    except UnicodeEncodeError:  # half an emoji, which only escapes can write
        return json.dumps(told, ensure_ascii=True).encode("ascii") + b"\n"
