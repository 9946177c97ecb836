"""Names in no gazetteer, known as places by the type word before them: "قرية الشبكي", "حاجز أم الطيور"."""

from __future__ import annotations

import re
from functools import lru_cache

from marsad.annotate.places.words import PlaceWord, facts, place_words
from marsad.model.report import Document

__all__ = ["is_told_where", "quoted_name", "unlisted"]

_BREAK = re.compile(r"[.،,;:؛!؟?()\[\]«»\"“”\n]")
_MARKS = re.compile('["«»“”]')
_TANWEEN = "\u064b"
_FOREIGN = (2, 5)
"""Letters of the words of a foreign name."""
_AREAS = frozenset(("place.district", "place.front"))
"""Words that open the name of an area, beside governorates and their parts."""
_AREA = "place.area"
"""The word that announces names of two words only: "منطقة عرب العوامر", not "منطقة واسعة"."""
_WITH_OBJECT = 5
"""Letters of a verb with its object ("هجرها أهلها", "نصبته قوات"), at least; names end in اها or يها ("كفرلاها")."""


def unlisted(document: Document, index: int, stop: int, blank: frozenset[int], type_word: PlaceWord) -> int:
    """Return where a name in no gazetteer ends, 0 when the word after the type word cannot be a name.

    At most three words: a second one only after a word such as أم or تل, or when it tells twins apart
    ("الكبرى").
    """
    words = document.words
    word = words[index]
    if quoted := quoted_name(document, index, stop, type_word):
        return quoted
    if (
        index in blank
        or word.startswith("لل")  # "قاعدة للجيش": whose, not which
        or (type_word.keep and "hill" not in type_word.features and word.startswith("ل"))  # "نقطة لقسد", "سجن لقسد"
        or _TANWEEN in document.quote(index, index + 1)
        or (
            word[0] in "يت" and len(word) > _FOREIGN[1] and document.quote(index, index + 1).endswith("ه")
        )  # "مزارع تحاصره القوات"
        or (word.endswith("ته") and len(word) >= _WITH_OBJECT and document.quote(index, index + 1).endswith("ته"))
        or (word.endswith("ها") and len(word) >= _WITH_OBJECT and not word.startswith("ال") and word[-3] not in "اي")
    ):
        return 0
    named = _may_name(word) or (type_word.spot and word.startswith("ال") and facts(word).country)
    starters, tails = place_words("starter"), place_words("tail", "size", "age")
    doubtful = type_word.known and facts(word).ordinary and not (type_word.entry_id == _AREA and word in starters)
    if (not named or doubtful) and not is_told_where(document, index):
        return 0
    end = index + 1
    starter = word in starters or word.removeprefix("و") in starters
    while end < min(stop, index + 3) and end not in blank:
        gap = document.gap(end)
        if gap not in (" ", "_") and _BREAK.search(gap):
            break
        if starter:
            second = facts(words[end])
            if (second.alone or second.generic or second.cues) and words[end] not in starters:
                break
            starter = words[end] in starters
        elif words[end] not in tails and gap != "_" and (type_word.keep or not _joins(word, words[end])):
            break
        end += 1
    return 0 if starter and end == index + 1 else end


def quoted_name(document: Document, index: int, stop: int, type_word: PlaceWord) -> int:
    """Return where a name in quotation marks ends behind a site or an area: معسكر "طيبة الجبل", منطقة "الهجمة أعبوس".

    An area is named by what has the article or opens names; "منطقة "خفض التصعيد"" is none.
    """
    word = document.words[index]
    named = type_word.keep or (type_word.known and (word.startswith("ال") or word in place_words("starter")))
    return _quoted(document, index, stop) if named and not facts(word).generic else 0


def _quoted(document: Document, index: int, stop: int) -> int:
    """Return where two or three words in quotation marks end: قاعدة "كي وان"; 0 where there are none."""
    if not _MARKS.search(document.gap(index)):
        return 0
    for end in range(index + 1, min(stop, index + 3) + 1):
        gap = document.gap(end)
        if _MARKS.search(gap):
            return end if end > index + 1 else 0
        if gap != " ":
            return 0
    return 0


def is_told_where(document: Document, index: int) -> bool:
    """Say whether an ordinary word names something because it is told where that lies.

    "منطقة الكتف جنوب ميدي", "منطقة القردة بجبهة المصلوب"; without the article, a definite word behind it does not
    describe it but its name: "جبل مسعودة المطل على الوادي", not "جبل كبير شمال الوادي".
    """
    word, behind = document.words[index], index + 1
    known, gap = facts(word), document.gap(behind)
    quoted = bool(_MARKS.search(document.gap(index)) and _MARKS.search(gap))  # منطقة "آنس" بمحافظة ذمار
    if known.generic or known.side or known.alone or known.country or _MARKS.sub("", gap) != " ":
        return False
    following = document.words[behind] if behind < len(document.words) else ""
    if not word.startswith("ال") and (not quoted or word.endswith("ه")):  # منطقة "آمنة"
        return following in place_words("located")
    if any(cue.role == "direction" and not lead for lead, cue in facts(following).cues):
        return True
    if following in place_words("inside") and document.gap(behind + 1) == " ":
        return any(not lead and _opens_area(cue) for lead, cue in facts(document.words[behind + 1]).cues)
    return any(lead == "ب" and _opens_area(cue) for lead, cue in facts(following).cues)


def _opens_area(cue: PlaceWord) -> bool:
    return cue.role in ("admin", "part") or cue.entry_id in _AREAS


@lru_cache(maxsize=50_000)
def _joins(word: str, second: str) -> bool:
    """Say whether two short words that are none of Arabic make one name: "تقل بقل", "برخ بوطان"."""
    if not all(_FOREIGN[0] <= len(each) <= _FOREIGN[1] and each.isalpha() for each in (word, second)):
        return False
    known, other = facts(word), facts(second)
    if known.ordinary or known.person or other.ordinary or other.person or other.cues or other.side or other.country:
        return False
    return not word.startswith("ال") and not second.startswith(("ال", "و", "ف", "ل", "ي", "ت"))


@lru_cache(maxsize=50_000)
def _may_name(word: str) -> bool:
    """Say whether a word can name what the type word before it announces.

    An indefinite ordinary word describes it ("قرية صغيرة", "مطار عسكري"), unless it is a person's name
    ("قرية بشير"); a definite one names it ("حي المطار"), a generic one does not ("ساحة المعركة").
    """
    known = facts(word)
    if known.generic:
        return False
    if word in place_words("starter"):
        return True
    if len(word) < 3 or not word[0].isalpha() or word.isascii() or known.side or known.alone or known.country:
        return False
    return not known.ordinary or known.person or word.startswith("ال")
