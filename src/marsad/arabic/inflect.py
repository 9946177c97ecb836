"""Forms that Arabic grammar makes of one listed form, so that a lexicon lists a word once.

>>> sorted(inflections("قصف", "verb"))[:4]
['قصف', 'قصفا', 'قصفت', 'قصفتا']
"""

from __future__ import annotations

__all__ = ["inflections"]

_OBJECTS = ("ه", "ها", "هم", "هما", "هن")
_SPOKEN_OBJECTS = ("تو", "تن", "تهن")
"""What "she ... him, them" ends in where it is written as it is spoken: ضربتو, قصفتن."""
_POSSESSORS = ("ه", "ها", "هم", "هما", "هن")


def _verb(form: str) -> set[str]:
    """Past: number, gender and object endings. Present (listed with ي): the other persons too."""
    made = {form}
    if form.startswith("ي"):
        stems = {form, "ت" + form[1:], "ن" + form[1:]}
        for stem in stems:
            if stem.endswith(("ي", "و")):
                made |= {stem, stem[:-1] + "ون", stem[:-1] + "وا"}
            else:
                made |= {stem, stem + "ون", stem + "وا", stem + "ان", stem + "ن"}
            made |= {stem + ending for ending in _OBJECTS}
    elif form.endswith(("ي", "ا")) and len(form) > 2:
        # defective verbs: القى، القت، القوا، القاه
        stem = form[:-1]
        made |= {stem + "ت", stem + "وا", stem + "يا", stem + "تا", stem + "ين"}
        doers = ("ا", "ت", "ينا", "يا", "و") if len(stem) > 2 else ("ا", "ت", "ينا")  # لقوه is "of a force", too
        made |= {stem + doer + ending for doer in doers for ending in _OBJECTS}
        made |= {stem + ending for ending in _SPOKEN_OBJECTS}
        if form.endswith("ي"):
            # توفيت, لقيت, and the passive القيت
            made |= {form + ending for ending in ("ت", "تا")}
        if form.endswith("ا"):
            # a hamza keeps its seat: انشا, انشات, انشاوا, بدووا
            made |= {form + ending for ending in ("ت", "وا", "تا", "تها", "ته")} | {stem + "ووا"}
    else:
        made |= {form + ending for ending in ("ت", "وا", "و", "ا", "تا", "ن", "نا")}
        made |= {form + ending for ending in _OBJECTS}
        # no dual with its object: قتلاهم is their dead
        made |= {form + doer + ending for doer in ("ت", "و", "نا") for ending in _OBJECTS}
        made |= {form + ending for ending in _SPOKEN_OBJECTS}
    return made


def _noun(form: str) -> set[str]:
    """Dual, sound plural and possessive endings; broken plurals are listed by the lexicon."""
    made = {form}
    if form.endswith("ه"):
        stem = form[:-1] + "ت"
        made |= {stem + "ان", stem + "ين", stem + "ا", stem + "ي", form[:-1] + "ات"}
        made |= {stem + ending for ending in _POSSESSORS}
    else:
        made |= {form + "ان", form + "ين", form + "ون", form + "ا"}
        made |= {form + ending for ending in _POSSESSORS}
        if form.endswith("ات"):
            made.discard(form + "ا")
        if form.endswith("اء"):
            # the hamza moves before an ending: القضايهم, اعتداوه
            made |= {form[:-1] + seat + ending for seat in ("ي", "و") for ending in _POSSESSORS}
    return made


def inflections(form: str, pos: str) -> set[str]:
    """Return the folded forms of one folded word: pos "verb", "noun", or "fixed" for the form alone.

    A form of several words inflects its first word only: "اطلق النار" gives "اطلقت النار".
    """
    if pos == "fixed":
        return {form}
    first, space, rest = form.partition(" ")
    made = _verb(first) if pos == "verb" else _noun(first)
    if space and pos == "noun":
        # the first word of a genitive drops its nun: عنصرا التنظيم
        made |= {first + "ا", first + "ي", first + "و"}
    return {word + space + rest for word in made}
