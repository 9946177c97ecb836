"""Words around an outcome word that change or deny it, and pronouns that stand for the victims."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.annotate.casualties.noun_phrase import STOPS
from marsad.model.quantity import Estimate

__all__ = ["MANY", "ONE", "denied", "is_total", "may_be_name", "owner"]

MANY = Estimate(2, None, None)
ONE = Estimate.exactly(1)

_NEVER_HAPPENED = frozenset(
    "محاوله محاولات لمحاوله ومحاوله مركز مراكز عقوبه حكم احكام خطر بحكم تهمه بتهمه التحقيق تهديد مخطط".split()
)
"""Before "اغتيال", "احتجاز", "إعدام": an attempt, a place, a sentence, not the act."""
_ABSENCE = frozenset("دون بدون عدم".split())
_AGES = frozenset("سن السن العاشره الثامنه عمر الخامسه الثانيه السادسه سابق".split())
_NEGATIONS = frozenset("ليس لا لم ولم ولا فلم وليس لن".split())
_NEGATED = frozenset(
    "تقع يقع تسجل يسجل يسفر تسفر ترد يرد تحدث يحدث تخلف يخلف توقع يوقع تذكر تشر تتسبب يتسبب تود تودي يود يوجد توجد "
    "انباء معلومات خسائر اصابات وقوع ورود تسجيل يصب يبلغ يودي تكن يكن يعلن يتم يقتل يصب تؤد يؤد تود يود توقعان ترصد يرصد "
    "تنجم ينجم تلحق يلحق تعرف تتحدث يتحدث يسقط تسقط يفقد يخلفا تتوفر يتوفر".split()
)
_TOTALS = frozenset(
    "ليرتفع لترتفع لتصبح ليصبح لتبلغ ليبلغ ليصل لتصل وبذلك وبهذا بذلك بهذا الاجماليه الكليه اجمالي الاجمالي ليزيد".split()
)
_SINCE = frozenset(("منذ", "ومنذ"))
_LONG = frozenset(
    "بدايه مطلع بدء انطلاق اندلاع عام العام شهر الشهر اشهر سنوات سنه سنين اذار نيسان ايار حزيران تموز اب ايلول شباط اعوام "
    "انطلاقها بدايتها التصعيد سقوط تاسيس عده كانون تشرين يناير فبراير مارس ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر "
    "ديسمبر الثوره الحرب التوقيع توقيع".split()
)
_NOT_NAMES = frozenset(
    "معظم جميع كافه بعض ثم هو هي هناك هنا غير اي كل كلا مثل نفسه ذاته قوات عناصر ابناء ذوي ذويهم ذويها اقاربهم جوعا طبيعي "
    "طبيعيه عليه عليهم تعسفي تعسفيه سياسي سياسيه قسري قسريه جماعي جماعيه ميدانيه ميداني سوي واصابه".split()
)


def denied(words: Sequence[str], first: int, cue: int, numbered: frozenset[int]) -> bool:
    """Say whether "دون", "لم تقع", "محاولة" takes the outcome word at `cue` back.

    `numbered` are words that belong to numbers: the "لا" of "ما لا يقل عن" denies nothing.
    """
    if cue > first and words[cue - 1] in _NEVER_HAPPENED:
        return True
    for at in range(max(first, cue - 7), cue):
        word = words[at]
        if at in numbered:
            continue
        if word in _ABSENCE and cue - at <= 6 and words[at + 1] not in _AGES and not words[at + 1][0].isdigit():
            return True
        if word in _NEGATIONS and (words[at + 1] in _NEGATED or at + 1 == cue):
            return True
    return False


def is_total(words: Sequence[str], first: int, stop: int, span: tuple[int, int]) -> bool:
    """Say whether the count in `span` closes a longer account: "لترتفع الحصيلة إلى", "منذ مطلع العام"."""
    start, end = span
    for at in range(max(first, start - 12), min(stop, end + 10)):
        word = words[at]
        if word in _TOTALS and at < start:
            return True
        if word in _SINCE and at + 1 < stop:
            following = words[at + 1].removeprefix("ال")
            if following in _LONG or (words[at + 1] in _LONG) or words[at + 1][:1].isdigit():
                return True
    return False


def owner(word: str) -> Estimate | None:
    """Return how many a pronoun on an outcome noun stands for: "مقتله" 1, "مقتلهما" 2."""
    if word.endswith("هما"):
        return Estimate.exactly(2)
    if word.endswith("هم"):
        return MANY
    if word.endswith(("ها", "ه")) and not word.endswith(("صابه", "تصفيه", "وفاه", "حياه")):
        return ONE
    return None


def may_be_name(word: str) -> bool:
    """Guess whether the word behind "مقتل" is somebody's name."""
    return len(word) > 2 and word not in STOPS and not word[0].isdigit() and word not in _NOT_NAMES
