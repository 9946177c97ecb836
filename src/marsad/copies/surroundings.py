"""Lines that an outlet puts around a report: hashtags, calls to subscribe, share lines, and credits."""

from __future__ import annotations

import re
from functools import cache

from marsad.segment.page_words import page_words
from marsad.segment.sentences import furniture_kind

__all__ = ["part_lines"]

_HASHTAGS = re.compile(r"[\W_]*(?:#[\w]+[\W_]*)+")
_TAGGED = re.compile(r"[^\w#]*(?:#\w+\s*){1,4}[-–—|:•]\s*")
_RULE = re.compile(r"[-_=*~•.·—–─━|\s]{3,}")
_LONGEST_CALL = 20
_LONGEST_CREDIT = 8
_LONGEST_NAME = 6


def part_lines(folded: str) -> tuple[list[str], list[str]]:
    r"""Return the lines of a folded text that were written as news, and what the others name as its source.

    >>> part_lines("عاجل | قصف علي البلده\nالمصدر: شبكه الغيث\nتابعونا علي تلغرام")
    (['قصف علي البلده'], ['المصدر: شبكه الغيث'])
    """
    kept: list[str] = []
    named: list[str] = []
    for line in folded.split("\n"):
        stripped = line.strip()
        if not stripped or _RULE.fullmatch(stripped) or _HASHTAGS.fullmatch(stripped):
            continue
        if tagged := _TAGGED.match(stripped):
            stripped = stripped[tagged.end() :]
        count = len(stripped.split())
        if _names_a_source(stripped, count, first=not kept):
            named.append(stripped)
            continue
        if _is_around(stripped, count):
            continue
        if not kept and (stamp := _stamp().match(stripped)):
            stripped = stripped[stamp.end() :]
        if signed := _signed().search(stripped):
            named.append(signed["name"])
            stripped = stripped[: signed.start()]
        if stripped:
            kept.append(stripped.replace("#", " "))
    return kept, named


def _names_a_source(line: str, count: int, *, first: bool) -> bool:
    """Say whether a line of so many words is a credit, or above the first one a name and a colon."""
    if count <= _LONGEST_CREDIT and _credit().match(line):
        return True
    return first and count <= _LONGEST_NAME and _headed().fullmatch(line) is not None


def _is_around(line: str, count: int) -> bool:
    if count <= _LONGEST_CALL and (_channel().match(line) or _share_end().search(line)):
        return True
    return furniture_kind(line) is not None


@cache
def _channel() -> re.Pattern[str]:
    return re.compile(
        rf"""\W*(?:
        {page_words("channel")}
        |{page_words("do-not-forget")}\w*\ {page_words("reaction")}
        |{page_words("pass-on")}\w*\ {page_words("posted")}
        |و?{page_words("you-can")}\ {page_words("offered")}
        |{page_words("opinion")}\w*\ \w*\ ?{page_words("speaks-for")}
        |{page_words("alone")}\W*$
        )""",
        re.VERBOSE,
    )


@cache
def _share_end() -> re.Pattern[str]:
    return re.compile(rf"\|\s*{page_words('share-end')}\w*(?:\s+\w+){{0,3}}\W*$")


@cache
def _credit() -> re.Pattern[str]:
    return re.compile(
        rf"""\W*(?:
        {page_words("taken-from")}|{page_words("from-outlet")}\ |forwarded\ from|via\ |source\ ?:
        |{page_words("source-head")}\ ?[:：\-]|{page_words("byline")}\ ?:|{page_words("own-report")}\ ?[-:|]
        )""",
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _signed() -> re.Pattern[str]:
    return re.compile(rf"[(\[]\s*(?P<name>[^()\[\]\n]{{0,30}}\b{page_words('outlet')}\b[^()\[\]\n]{{0,30}})[)\]]\W*$")


@cache
def _headed() -> re.Pattern[str]:
    return re.compile(rf"(?:\W*\w+){{0,4}}?\W*\b{page_words('outlet')}\b(?:\W*\w+){{0,4}}\W*:\W*$")


@cache
def _stamp() -> re.Pattern[str]:
    return re.compile(rf"\W*{page_words('stamp')}\s*(?:[|:!ـ\-–—/]|\n)\s*")
