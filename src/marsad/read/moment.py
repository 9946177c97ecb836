"""The moment of publication, where an input tells more than the day.

>>> read_moment("2024-03-20T23:10:00+03:00")
datetime.datetime(2024, 3, 20, 23, 10, tzinfo=datetime.timezone(datetime.timedelta(seconds=10800)))
>>> read_moment("Wed Mar 20 22:10:00 +0000 2024").isoformat()
'2024-03-20T22:10:00+00:00'
>>> read_moment("2024-03-20") is None
True
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

__all__ = ["read_moment"]

_ISO = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s?(?:Z|UTC|[+-]\d\d:?\d\d)?", re.IGNORECASE)
_X = re.compile(r"(?:\w{3} )(\w{3} \d\d? \d\d:\d\d:\d\d) ([+-]\d{4}) (\d{4})")
_SECONDS = re.compile(r"[1-9]\d{9}(?:\d{3})?")  # since 1970: of ten digits from 2001 on; with three more, milliseconds


def read_moment(text: str) -> datetime | None:
    """Return the moment that a field holds, None when it holds a day only or none.

    Read are ISO 8601, the dates of letters and RSS ("Wed, 20 Mar 2024 22:10:00 GMT"), those of X, and seconds or
    milliseconds since 1970, which are in UTC. Without an offset the moment has none, too.
    """
    text = text.strip()
    try:
        if _ISO.fullmatch(text):
            return datetime.fromisoformat(re.sub(r"\s?(?:Z|UTC)$", "+00:00", text, flags=re.IGNORECASE))
        if match := _X.fullmatch(text):
            return datetime.strptime(" ".join(match.groups()), "%b %d %H:%M:%S %z %Y")
        if _SECONDS.fullmatch(text):
            return datetime.fromtimestamp(int(text[:10]), UTC)
        if re.search(r"\d\d:\d\d", text) and re.match(r"(?:[A-Za-z]{3},\s*)?\d\d?\s+[A-Za-z]{3}", text):
            return parsedate_to_datetime(text)
    except ValueError:
        return None
    return None
