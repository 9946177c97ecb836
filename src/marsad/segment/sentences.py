"""Where sentences end, and which of them are page furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["furniture_kind", "sentence_ends"]

# A full stop ends a sentence only after a word and before white space: "3.5" and "د. أحمد" stand.
_SENTENCE_END = re.compile(r"\n+|[!؟?…]+|(?<!\b[دأم])\.+(?=[\s\"”»)]|$)|؛")
_MAY_END = re.compile(r"[\n!؟?….؛]")

_FURNITURE = re.compile(
    r"""\W*(?:
    (?P<related>اقر[اأ]\S*\ (?:ايضا|المزيد|كذلك)|للمزيد|مواضيع\ (?:ذات\ صله|متعلقه)|شاهد\ ايضا|طالع\ ايضا
        |المزيد\ من|تابع(?:وا|ونا)|اخبار\ ذات\ صله)
    |(?P<share>شارك(?:ها|وا|نا)?(?:\ هذ\S+)?(?:\ (?:المقال|الخبر|علي|عبر))|انشر(?:ها)?\ علي|حمل(?:وا)?\ تطبيق
        |اشترك(?:وا)?\ في|انضم(?:وا)?\ الي|لمتابعه|تابعنا|للاشتراك)
    |(?P<caption>(?:صوره\ (?:ارشيفيه|تعبيريه|من\ الارشيف)|الصوره\ (?:ارشيفيه|تعبيريه|من)|مصدر\ الصوره
        |التعليق\ علي\ الصوره|تصوير|ارشيفيه|فيديو)\b)
    |(?P<counter>عدد\ (?:المشاهدات|القراءات|الزيارات)|المشاهدات|مشاهدات|تاريخ\ النشر|اخر\ تحديث
        |نشر\ (?:في|بتاريخ)|وقت\ القراءه|[0-9]+\ (?:مشاهده|تعليق|دقيقه\ للقراءه))
    |(?P<rights>جميع\ الحقوق|حقوق\ النشر|©)
    )""",
    re.VERBOSE,
)
_CAPTION_END = re.compile(r"(?:ارشيفيه|تعبيريه)\W*$")
_BEHIND_CAPTION = frozenset((None, "counter", "rights"))


def sentence_ends(folded: str) -> Iterator[int]:
    """Yield where sentences end in a folded text, its own end last."""
    position = 0
    for candidate in _MAY_END.finditer(folded):
        start = candidate.start()
        if start >= position and (end := _SENTENCE_END.match(folded, start)):
            position = end.end()
            yield position
    yield len(folded)


def furniture_kind(folded: str) -> str | None:
    """Name the kind of page furniture a folded line is: related, share, caption, counter, rights; else None."""
    if len(folded) > 200:
        return None
    opening = _FURNITURE.match(folded)
    kind = opening.lastgroup if opening else None
    if kind in _BEHIND_CAPTION and ("ارشيفيه" in folded or "تعبيريه" in folded) and _CAPTION_END.search(folded):
        return "caption"
    return kind
