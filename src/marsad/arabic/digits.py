"""Eastern and Persian digits."""

from __future__ import annotations

__all__ = ["DIGITS"]

DIGITS: dict[str, str] = {
    **{chr(0x660 + value): str(value) for value in range(10)},
    **{chr(0x6F0 + value): str(value) for value in range(10)},
    "٫": ".",
    "٬": ",",
    "٪": "%",
}
"""Arabic-Indic and extended digits, and the signs written with them, to their ASCII form."""
