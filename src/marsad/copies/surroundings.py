"""Lines that an outlet puts around a report: hashtags, calls to subscribe, share lines, and credits."""

from __future__ import annotations

import re

from marsad.segment.sentences import furniture_kind

__all__ = ["part_lines"]

_HASHTAGS = re.compile(r"[\W_]*(?:#[\w]+[\W_]*)+")
_TAGGED = re.compile(r"[^\w#]*(?:#\w+\s*){1,4}[-–—|:•]\s*")
_RULE = re.compile(r"[-_=*~•.·—–─━|\s]{3,}")
_CHANNEL = re.compile(
    r"""\W*(?:
    تابعو\w*|تابعنا|للمتابعه|لمتابعه|اشتركو\w*|اشترك\ (?:في|ب|معنا)|انضمو\w*|انضم\ (?:الي|معنا)
    |رابط\ (?:القناه|المجموعه|الخبر)|قناتنا|صفحتنا|حسابنا|موقعنا|للتواصل|للاشتراك|تواصلو\w*|راسلونا|ادعمونا
    |لا\ تنس\w*\ (?:الاعجاب|المشاركه|الاشتراك)|شاركو?\w*\ (?:المنشور|الخبر|القناه)|انشرو\w*
    |(?:منقول|يتبع|نهايه\ الخبر|\#?عاجل|متابعه|انتهي)\W*$
    |لمزيد\ من|للمزيد|و?يمكن(?:كم|ك|نا)?\ (?:استلام|متابع|الاشتراك|تحميل|التواصل|مشاهده)
    |(?:حملوا|حمل|نزلوا)\ (?:ال)?تطبيق
    |جميع\ المقالات\ المنشوره|(?:ال)?(?:اراء|مقال\w*)\ (?:ال)?\w*\ ?(?:تعبر|يعبر|تمثل)
    )""",
    re.VERBOSE,
)
_SHARE_END = re.compile(r"\|\s*(?:شارك|تابع|انشر|اشترك)\w*(?:\s+\w+){0,3}\W*$")
_CREDIT = re.compile(
    r"""\W*(?:
    (?:ال)?مصدر\ ?[:：\-]|المصادر\ ?:|نقلا\ عن|عن\ (?:صفحه|قناه|موقع|وكاله|شبكه|جريده|صحيفه)\ |منقول\ (?:عن|من)
    |اعاده\ توجيه\ من|محوله?\ من|معاد\ (?:توجيهه|نشره)\ (?:من|عن)|forwarded\ from|source\ ?:|via\ |(?:اعداد|تحرير)\ ?:
    |بقلم\ ?:|تصوير\ ?:|خاص\ ?[-:|]
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_OUTLET = (
    "(?:شبكه|وكاله|موقع|قناه|صحيفه|جريده|راديو|اذاعه|تلفزيون|مرصد|مركز|مراسل|مجله|بوابه|منصه|صفحه|تنسيقيه|تجمع|"
    "نيوز|برس|ميديا|سانا|رويترز|فرانس برس|الاناضول|ا ف ب|د ب ا)"
)
_SIGNED = re.compile(rf"[(\[]\s*(?P<name>[^()\[\]\n]{{0,30}}\b{_OUTLET}\b[^()\[\]\n]{{0,30}})[)\]]\W*$")
_HEADED = re.compile(rf"(?:\W*\w+){{0,4}}?\W*\b{_OUTLET}\b(?:\W*\w+){{0,4}}\W*:\W*$")
_STAMP = re.compile(r"\W*(?:عاجل|هام|متابعه|خاص|منقول|ورد الان|الان)\s*(?:[|:!ـ\-–—/]|\n)\s*")
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
        if not kept and (stamp := _STAMP.match(stripped)):
            stripped = stripped[stamp.end() :]
        if signed := _SIGNED.search(stripped):
            named.append(signed["name"])
            stripped = stripped[: signed.start()]
        if stripped:
            kept.append(stripped.replace("#", " "))
    return kept, named


def _names_a_source(line: str, count: int, *, first: bool) -> bool:
    """Say whether a line of so many words is a credit, or above the first one a name and a colon."""
    if count <= _LONGEST_CREDIT and _CREDIT.match(line):
        return True
    return first and count <= _LONGEST_NAME and _HEADED.fullmatch(line) is not None


def _is_around(line: str, count: int) -> bool:
    if count <= _LONGEST_CALL and (_CHANNEL.match(line) or _SHARE_END.search(line)):
        return True
    return furniture_kind(line) is not None
