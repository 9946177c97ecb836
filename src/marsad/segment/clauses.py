"""Where a sentence parts into clauses that can each hold an act."""

from __future__ import annotations

__all__ = ["CONNECTIVES", "is_verb_like"]

CONNECTIVES: dict[str, tuple[tuple[str, ...], ...]] = {
    "فيما": ((),),
    "بينما": ((),),
    "حيث": ((),),
    "كما": ((),),
    "في": (("حين",), ("سياق", "متصل"), ("سياق", "اخر"), ("السياق", "ذاته"), ("السياق", "نفسه"), ("غضون", "ذلك"), ("الاثناء",), ("المقابل",), ("الوقت", "نفسه")),
    "بالتزامن": (("مع",),),
    "بالمقابل": ((),),
    "من": (("جهه", "ثانيه"), ("جهه", "اخري"), ("جانب", "اخر"), ("جانبه",), ("جانبها",), ("جهته",), ("جهتها",), ("ناحيه", "اخري")),
    "الي": (("ذلك",),),
    "علي": (("صعيد", "اخر"), ("صعيد", "متصل"), ("الجانب", "الاخر")),
    "بالاضافه": (("الي",),),
    "اثر": (),
    "قبل": (("ان",),),
    "بعد": (("ان",),),
}  # fmt: skip
"""First folded word of a connective, and the words that must follow it (none: the word alone)."""

_VERB_STARTS = ("ا", "ي", "ت", "ن")


def is_verb_like(word: str) -> bool:
    """Guess whether a folded word without و may open a verbal clause: "استهدف", "قتل", "يسيطر"."""
    return len(word) >= 3 and not word.startswith("ال")
