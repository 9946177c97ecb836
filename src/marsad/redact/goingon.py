"""Which ordinary words a name goes on with, or ends with: "محمد باقر الموسوي", "زميله قصي غربال"."""

from __future__ import annotations

from marsad.redact.ages import age_after
from marsad.redact.anyword import is_closed, looks_like_a_name, may_be_a_name
from marsad.redact.tokens import Tokens
from marsad.redact.vocabulary import countries, demonyms, ends_a_name, is_common, listed, may_be_read_as, rank

__all__ = [
    "closes",
    "ends_it",
    "goes_on_foreign",
    "has_the_shape_of_a_name",
    "is_aged",
    "is_hour",
    "is_of_no_use",
    "is_of_the_maghreb",
    "is_plain",
    "may_follow_a_word",
    "may_go_on",
    "named_on",
    "says",
    "stands_between",
]

_SHORT = 3
_GIVEN = frozenset(("given", "word", "foreign"))


def ends_it(tokens: Tokens, at: int, before: int) -> bool:
    """Say whether an ordinary word ends an announced name: "زميله قصي غربال في", "آراس حمه رش،", "مهدي حسين شكرون،"."""
    word = tokens.words[at]
    if word[0] == "و":
        return False
    if len(word) == _SHORT - 1:
        return not tokens.joined_after(at) and word not in listed("preposition") and not ends_a_name(word)
    if word.endswith("ون") and before > 1 and not tokens.joined_after(at) and is_plain(tokens, at):
        return True
    return may_be_a_name(tokens, at) and is_closed(tokens, at + 1)


_WITH_W = ("وي", "وو", "واي")
_NOT_A_NAME = ("ين", "ون", "ات", "وا", "هم", "هن", "ها", "ته", "نا", "هما", "كم", "وه")


def _may_be_unknown(word: str) -> bool:
    """Say whether a word in no list may be a name: no verb, nothing with a possessor, nothing behind و."""
    return word.startswith("ال") or (word[0] not in "يو" and not word.endswith(_NOT_A_NAME))


def may_go_on(tokens: Tokens, at: int, *, announced: bool) -> bool:
    """Say whether a name may go on with a word in no list."""
    word = tokens.words[at]
    if word[0] == "و" or word.startswith(("بال", "لل", "كال", "فال")):
        return _is_foreign_with_w(tokens, at)
    return announced or _may_be_unknown(word) or _closes_unknown(tokens, at)


def _is_foreign_with_w(tokens: Tokens, at: int) -> bool:
    """Say whether a foreign name goes on with one that begins with و: "أندرو ويتمور", not "أندرو وشيلا"."""
    word = tokens.words[at]
    return at > 0 and tokens.rank(at - 1) == "foreign" and word.startswith(_WITH_W) and rank(word[1:]) == "unknown"


def _closes_unknown(tokens: Tokens, at: int) -> bool:
    """Say whether nothing is governed by a word in no list that looks like a verb: "أورهان يلدز،"."""
    return not tokens.words[at].endswith(_NOT_A_NAME) and not tokens.joined_after(at)


def may_follow_a_word(word: str) -> bool:
    """Say whether a word in no list may be the family name of one who is called by an ordinary word."""
    return not (word.startswith("ال") and word.endswith(("ه", "ات")))


def named_on(tokens: Tokens, at: int) -> bool:
    """Say whether a family name or a plain given name stands at a word: the third of "يمان ناجي الطه"."""
    return at < len(tokens.words) and tokens.joined(at) and tokens.rank(at) in ("family", "given", "unknown")


def stands_between(tokens: Tokens, at: int, *, announced: bool) -> bool:
    """Say whether an ordinary word stands between a given and a family name: "محمد باقر الموسوي"."""
    if not tokens.joined_after(at) or not is_plain(tokens, at) or tokens.words[at].startswith("ال"):
        return False
    following = tokens.words[at + 1]
    if tokens.words[at][0] in "يتو":
        return False
    if rank(following) == "given" and announced and looks_like_a_name(tokens.words[at]):
        return is_closed(tokens, at + 2)  # "الشاب حيدرة غصن إسماعيل من"
    if rank(following) not in ("family", "unknown"):
        return rank(following) == "given" and following.startswith("ال")
    return following.startswith("ال") or (
        announced and len(tokens.words[at]) > _SHORT and looks_like_a_name(following) and is_closed(tokens, at + 2)
    )


def says(tokens: Tokens, at: int) -> bool:
    """Say whether a word is a verb of saying or of what people do, not a name that is one, too: "كميل طالب،"."""
    word = tokens.words[at]
    if word in listed("son") or (word not in listed("says") and word not in listed("acts")):
        return False
    return rank(word) != "word" or (tokens.joined_after(at) and not _and_follows(tokens, at + 1))


def _and_follows(tokens: Tokens, at: int) -> bool:
    """Say whether what follows is tied by و, so that a verb before it would have no object: "نور الدين طالب وأصيب"."""
    return tokens.words[at][0] == "و" and rank(tokens.words[at]) != "given"


def is_hour(tokens: Tokens, at: int) -> bool:
    """Say whether a word tells the time of a day: "صباح اليوم"."""
    following = tokens.words[at + 1] if at + 1 < len(tokens.words) else ""
    return tokens.words[at] in listed("hour") and (ends_a_name(following) or following in listed("day"))


def has_the_shape_of_a_name(tokens: Tokens, at: int) -> bool:
    """Say whether an ordinary word is no verb and stands for nothing else: "عابد", "شديد", "صقور", "حمادة", "بزي"."""
    word = tokens.words[at]
    if not 3 <= len(word) <= 6 or (word[0] in "يتنوفبلكس" and len(word) > 4 and rank(word[1:]) in ("", "given")):
        return False
    if word[0] == "و" or not is_plain(tokens, at):
        return False
    if len(word) == 4 and (word[2] in "يو" or (word[1] == "ا" and word[0] in "عحرغطمزجفظد") or word[2] == "ا"):
        return True
    last = tokens.source[tokens.document.ends[at] - 1]
    return last == "ي" or (last == "ة" and closes(tokens, at))


def closes(tokens: Tokens, at: int) -> bool:
    """Say whether an ordinary word is the last of an announced name: "السائق الهادي موسى كبر قُتل"."""
    if not is_plain(tokens, at) or tokens.words[at].startswith("ال") or tokens.words[at] in listed("no-last-name"):
        return False
    if tokens.stems[at][0] == "و":
        return False
    if tokens.words[at][0] in "بلفك" and len(tokens.words[at]) > _SHORT + 1 and may_be_read_as(tokens.words[at]):
        return False
    if tokens.words[at].endswith(("ا", "ان", "ين", "ون", "هم", "ها", "ته", "ات")) or tokens.words[at][0] == "ي":
        return False
    if at + 1 >= len(tokens.words):
        return True
    following = tokens.words[at + 1]
    if not tokens.joined(at + 1) or at + 1 in tokens.fates:
        return True
    return tokens.source[tokens.document.ends[at] - 1] == "ة" and (
        ends_a_name(following) or following in listed("preposition")
    )


def is_plain(tokens: Tokens, at: int) -> bool:
    """Say whether a word is none that stands beside names, tells what became of people, or ends a name."""
    word = tokens.words[at]
    beside = any(role.role != "end" for _, role in tokens.starting_at.get(at, ()))
    return len(word) > 2 and not beside and at not in tokens.fates and not ends_a_name(word)


def is_of_the_maghreb(word: str) -> bool:
    """Say whether a word is a family name that begins with "bel": "بالحاج", "بالقاسم"."""
    named = rank(word[3:]) in _GIVEN | {"family"} or rank(word[1:]) in _GIVEN
    return word.startswith("بال") and named


def is_of_no_use(tokens: Tokens, at: int) -> bool:
    """Say whether a word that news do not use, and that nothing governs, ends a name: "عزت كبابو، وقد"."""
    word = tokens.words[at]
    if not is_plain(tokens, at) or word in listed("preposition") or word in demonyms() or word[0] in "يتنسوبفل":
        return False
    if word in countries() or word.endswith(("ته", "ها", "هم", "نا", "ات", "ين", "ا")) or tokens.is_adverb(at):
        return False
    return word[0] != "ك" and not is_common(word) and is_closed(tokens, at + 1)


def goes_on_foreign(tokens: Tokens, at: int, before: int) -> bool:
    """Say whether a foreign name goes on with a word that no list holds: neither verb nor noun with a clitic."""
    word = tokens.words[at]
    if tokens.is_adverb(at) or (word[0] in "يت" and not rank(word) and word[1:2] != "و" and 3 < len(word) < 6):
        return False
    last = not tokens.joined_after(at) or ends_a_name(tokens.words[at + 1])
    short = len(word) <= _SHORT and is_closed(tokens, at + 1)
    return (before == 1 and last) or (before > 1 and short) or not is_common(word)


def is_aged(tokens: Tokens, at: int) -> bool:
    """Say whether an age in brackets follows a word, which then ends a name whatever it is: "قائد (8 أعوام)"."""
    if at + 1 >= len(tokens.words) or "(" not in tokens.gaps[at + 1] or age_after(tokens, at + 1) is None:
        return False
    plain = at not in tokens.fates and tokens.words[at] not in listed("preposition") and tokens.words[at][0] != "و"
    return plain and not tokens.is_adverb(at) and tokens.has(at, "private", "honorific") is None
