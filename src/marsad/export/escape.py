r"""Signs that XML 1.0 has no room for, as visible escapes: a form feed becomes "\u000c"."""

from __future__ import annotations

import re

__all__ = ["UNWRITABLE", "xml_text"]

UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def xml_text(value: object) -> str:
    r"""Return a value as text that XML can hold; a carriage return stays, as lxml writes it as a reference.

    >>> xml_text("a" + chr(12))
    'a\\u000c'
    """
    return UNWRITABLE.sub(lambda sign: f"\\u{ord(sign.group()):04x}", "" if value is None else str(value))
