"""Where sentences end, and which of them are page furniture."""

from __future__ import annotations

import re

__all__ = ["SENTENCE_END", "furniture_kind"]

# A full stop ends a sentence only after a word and before white space: "3.5" and "د. أحمد" stand.
SENTENCE_END = re.compile(r"\n+|[!؟?…]+|(?<!\b[دأم])\.+(?=[\s\"”»)]|$)|؛")

_FURNITURE = (
    ("related", re.compile(r"^\W*(?:اقر[اأ]\S* (?:ايضا|المزيد|كذلك)|للمزيد|مواضيع (?:ذات صله|متعلقه)|شاهد ايضا|طالع ايضا|المزيد من|تابع(?:وا|ونا)|اخبار ذات صله)")),
    ("share", re.compile(r"^\W*(?:شارك(?:ها|وا|نا)?(?: هذ\S+)?(?: (?:المقال|الخبر|علي|عبر))|انشر(?:ها)? علي|حمل(?:وا)? تطبيق|اشترك(?:وا)? في|انضم(?:وا)? الي|لمتابعه|تابعنا|للاشتراك)")),
    ("caption", re.compile(r"^\W*(?:صوره (?:ارشيفيه|تعبيريه|من الارشيف)|الصوره (?:ارشيفيه|تعبيريه|من)|مصدر الصوره|التعليق علي الصوره|تصوير|ارشيفيه|فيديو)\b|(?:ارشيفيه|تعبيريه)\W*$")),
    ("counter", re.compile(r"^\W*(?:عدد (?:المشاهدات|القراءات|الزيارات)|المشاهدات|مشاهدات|تاريخ النشر|اخر تحديث|نشر (?:في|بتاريخ)|وقت القراءه|[0-9]+ (?:مشاهده|تعليق|دقيقه للقراءه))")),
    ("rights", re.compile(r"^\W*(?:جميع الحقوق|حقوق النشر|©)")),
)  # fmt: skip


def furniture_kind(folded: str) -> str | None:
    """Name the kind of page furniture a folded line is: related, share, caption, counter, rights; else None."""
    if len(folded) > 200:
        return None
    return next((kind for kind, pattern in _FURNITURE if pattern.search(folded)), None)
