"""Where things lie in an archive folder, and how values are written in it.

```
archive.json                         what the folder is; its SHA-256 begins the chain
log.jsonl                            one act a line, each with the hash of the one before
head.json                            how far everything was written when the last act was complete
index.jsonl                          one kept item a line; made from the WARC files, and can be made again
warc/marsad-20240320-00001.warc.gz   pages and files as they came
watch/                               where `marsad watch` stands, and the reports that it read; no part of the chain
timestamps/000042.head, .tsr         what was stamped by a time authority, and its stamp
```
"""

from __future__ import annotations

import json
import re
from typing import Any

__all__ = [
    "ABOUT",
    "FORMAT",
    "HEAD",
    "INDEX",
    "LOCK",
    "LOG",
    "TIMESTAMPS",
    "WARC",
    "WATCH",
    "canonical",
    "is_stamp_name",
    "is_warc_name",
    "read_canonical",
]

FORMAT = 1
ABOUT, LOG, HEAD, INDEX, LOCK = "archive.json", "log.jsonl", "head.json", "index.jsonl", "lock"
WARC, TIMESTAMPS, WATCH = "warc", "timestamps", "watch"

_WARC_NAME = re.compile(r"warc/marsad-\d{8}-\d{5}\.warc\.gz")
_STAMP_NAME = re.compile(r"timestamps/\d{6,}\.(head|tsr)")


def is_warc_name(name: object) -> bool:
    """Say whether a name, as a log gives it, is one of a WARC file of the archive."""
    return isinstance(name, str) and _WARC_NAME.fullmatch(name) is not None


def is_stamp_name(name: object) -> bool:
    """Say whether a name is one of a time stamp's files."""
    return isinstance(name, str) and _STAMP_NAME.fullmatch(name) is not None


def canonical(value: Any) -> bytes:
    """Return the one way to write a value: keys sorted, no spaces, UTF-8. Equal values have equal bytes."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8")


def read_canonical(line: bytes) -> dict[str, Any] | None:
    """Return the object that a line holds, None when it is none or is not written in the one way."""
    try:
        value = json.loads(line)
        return value if isinstance(value, dict) and canonical(value) == line else None
    except (ValueError, RecursionError):
        return None
