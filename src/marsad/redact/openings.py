"""Which words may open a name where they stand: known ones, and unknown ones that something speaks for."""

from __future__ import annotations

from functools import cache

from marsad.lexicon.role_words import written_forms
from marsad.redact.ages import age_after
from marsad.redact.anyword import is_a_number, is_closed
from marsad.redact.beside import acts_before, fate_after, fate_before, is_behind, opens_a_sentence, says_before
from marsad.redact.evidence import (
    Announcement,
    distant_announcement,
)
from marsad.redact.goingon import is_hour
from marsad.redact.kin import has_a_pronoun
from marsad.redact.noname import is_a_deed_of, is_counted, is_demanded, is_doubled, is_in_no_name, leaves_some_dead
from marsad.redact.offices import is_called_like_a_ruler, is_of_the_faith
from marsad.redact.runs import Run, read_run
from marsad.redact.tokens import Tokens
from marsad.redact.vocabulary import (
    compound,
    countries,
    demonyms,
    ends_a_name,
    listed,
    name_words,
    rank,
    spelled,
)

__all__ = ["after_that", "is_set_off", "may_open_here", "nickname", "speaks", "weak_opening"]

_OPENS_NO_NAME = ("است", "انت", "بال", "لل", "كال", "وال", "فال")

_NOT_A_NAME = ("ت", "اه", "ين", "ون", "ات", "وا", "هم", "هن", "ها", "ته", "نا", "هما", "تهم", "وني")
_MAY_END_A_NAME = ("ين", "ون", "نا", "ها")

_SHORTEST_NICKNAME = 4
_NO_SURNAME = ("ه", "ات", "ين", "ون", "يات")
_SHORTEST_SURNAME = 5
_SET_OFF = 5
_PARTICIPLES = ("المت", "المست", "متع", "متم", "متو")
_MANY = ("ين", "ون", "ات", "اء", "ايا", "ي")
_SHORTEST_VERB = 4


def may_open_here(tokens: Tokens, index: int, said: str, told: Announcement | None, *, chained: bool = False) -> bool:
    """Say whether a name may begin with a word of a rank: "أمل" in "قالت أمل", not in "على أمل"."""
    if tokens.written(index).endswith(_now()) or (said == "unknown" and is_in_no_name(tokens, index)):
        return False
    if is_called_like_a_ruler(tokens, index) or is_of_the_faith(tokens, index):
        return True
    if tokens.is_adverb(index) and (said != "given" or _describes(tokens, index)):
        return False
    if leaves_some_dead(tokens, index) or (not chained and is_demanded(tokens, index, told)):
        return False
    if said in ("given", "word") and (_lists(tokens, index) or is_counted(tokens, index, told)):
        return False
    if said in ("given", "foreign") or not said:
        return True
    if said == "unknown" and _is_a_thing_or_an_act(tokens, index, told):
        return False
    if _has_a_use_of_its_own(tokens, index):
        return said == "word" and _is_told_as_a_name(tokens, index, told)
    if said == "word" and (is_hour(tokens, index) or _is_a_verb(tokens, index, told) or is_doubled(tokens, index)):
        return False
    at_home = told is not None and told.role == "home"
    if at_home and (_is_any_such(tokens, index) or tokens.stems[index][1] in listed("no-name")):
        return False
    if said == "word":
        return told is None or (tokens.stems[index][0] in ("", "و") and not (at_home and _governs(tokens, index)))
    return _unlisted_may_open(tokens, index, said, told, chained=chained)


@cache
def _now() -> tuple[str, ...]:
    """Return words that are names but for a madda: "الآن" is no "ألان"."""
    return tuple(written_forms("name-grammar", "now"))


def _is_a_thing_or_an_act(tokens: Tokens, index: int, told: Announcement | None) -> bool:
    """Say whether a word in no list is a thing, a verb or a participle: "المتفجرات", "تهمس ريهام"."""
    if tokens.has(index, "thing") is not None or _is_an_act(tokens, index) or _is_of_several(tokens, index):
        return True
    return tokens.words[index].startswith(_PARTICIPLES) and (told is None or told.role != "called")


def _is_of_several(tokens: Tokens, index: int) -> bool:
    """Say whether a word in no list is somebody's own thing, or several who do something: "متطوعي التكايا"."""
    word = tokens.stems[index][1]
    if word.endswith("يتي") and not word.startswith("ال"):
        return True
    doers = word.startswith("مت") and word[-1] == "ي" and tokens.joined_after(index)
    return doers and tokens.words[index + 1].startswith("ال")


def _has_a_use_of_its_own(tokens: Tokens, index: int) -> bool:
    """Say whether a word tells a people, ends a name or announces one: "سوري", "أمس", "الشاب"."""
    word = tokens.words[index]
    roles = tokens.has(index, "honorific", "private", "title", "list", "called")
    return word in demonyms() or ends_a_name(word) or roles is not None


def _is_told_as_a_name(tokens: Tokens, index: int, told: Announcement | None) -> bool:
    """Say whether a word with a use of its own is a name where it stands: "قال قائد الوصابي", "ابنه أمير"."""
    word = tokens.words[index]
    spoken = says_before(tokens, index) or acts_before(tokens, index)
    if spoken and tokens.joined_after(index) and tokens.rank(index + 1) in ("family", "unknown"):
        return True
    if told is None or word.startswith("ال"):
        return False
    if word in demonyms() and tokens.joined_after(index) and tokens.words[index + 1] in listed("of-origin"):
        return False  # "زوجها تركي الجنسية"
    if told.role == "private" and _is_of_one(tokens, told) and _before_two_names(tokens, index):
        return True
    if told.person == "relative" and _is_of_one(tokens, told):
        ruled = tokens.stems[index][1] in listed("ruled-by")
        return not ruled or _before_a_surname(tokens, index) or _is_told_alone(tokens, index)
    if told.role == "private" and word in demonyms() and _is_of_one(tokens, told) and _before_the_last(tokens, index):
        return True  # "الناجية تركية الهدلان في"
    if told.role == "private" and _is_of_one(tokens, told) and _before_a_surname(tokens, index):
        return is_closed(tokens, index + 2)  # "الأسير والي البدوي في"
    courteous = tokens.has(index, "title", "honorific") is not None or word in demonyms()
    return told.role == "called" or not courteous


def _is_told_alone(tokens: Tokens, index: int) -> bool:
    """Say whether an age, a stop or what is said follows a word: "خطيبته ملك إنها", "أخته ملك ذات التسعة أعوام"."""
    if not tokens.joined_after(index) or age_after(tokens, index + 1) is not None:
        return True
    return opens_a_sentence(tokens.words[index + 1])


def _before_the_last(tokens: Tokens, index: int) -> bool:
    """Say whether a word with an article and of no other use ends what a word begins: "تركية الهدلان في"."""
    last = tokens.words[index + 1] if tokens.joined_after(index) else ""
    if not last.startswith("ال") or last.endswith(_NO_SURNAME) or len(last) < _SHORTEST_SURNAME:
        return False
    return not ends_a_name(last) and not tokens.has(index + 1, "private", "title", "honorific", "thing")


def _unlisted_may_open(tokens: Tokens, index: int, said: str, told: Announcement | None, *, chained: bool) -> bool:
    """Say whether a family name, or a word in no list, may open a name: "عائلة الزعبي", "الشاب فهيران"."""
    word, article = tokens.words[index], tokens.words[index].startswith("ال")
    followed = index + 1 < len(tokens.words) and tokens.joined(index + 1)
    behind = tokens.rank(index + 1) if followed else ""
    if word.endswith("ين") and followed and tokens.rank(index) == "unknown" and _is_of_one_private(tokens, told):
        return not article and behind in ("unknown", "family")
    if word.startswith(_OPENS_NO_NAME):
        return told is not None and told.role == "called"
    odd = word[0] == "ي" or (word.endswith(_NOT_A_NAME) and not tokens.written(index).endswith("ة"))
    if odd and not (chained and tokens.joined_after(index) and not word.endswith("وني")):
        return told is not None and (told.role == "called" or _is_one_s_own(tokens, index, told))
    if told is None:
        return not article
    second = tokens.words[index + 1] if followed else ""
    surname = second.startswith("ال") and second[-1] != "ه" and behind in ("family", "unknown")
    if told.role == "called" or (surname and not article):
        return True
    if second.startswith("و") and behind and tokens.stems[index + 1][0] == "و" and told.role == "private":
        return not article
    if told.role == "home":
        return _may_own_a_house(tokens, index, said, told, second, behind)
    if said == "family" and not article and not (followed and _names_on(tokens, index + 1)):
        return False
    if article:
        if said == "family" and told.rule == "private.kin" and has_a_pronoun(tokens, told.first):
            return is_closed(tokens, index + 1)  # "التحقت بها والدتها السعدية."
        one = _is_of_one(tokens, told) and tokens.words[told.first].removeprefix("و") not in listed("empty")
        return followed and one and word not in countries()
    of_a_people = tokens.words[index - 1].startswith("ال") and tokens.words[index - 1] in demonyms()
    return _is_of_one(tokens, told) or of_a_people or behind in ("given", "word", "family")


def _may_own_a_house(tokens: Tokens, index: int, said: str, told: Announcement, second: str, behind: str) -> bool:
    """Say whether a word behind one for a home is whose it is: "منزل الزعبي", "مقتل فهيران بن"."""
    if not second or second in listed("after-a-speaker"):
        return True
    if tokens.words[index].startswith("ال"):
        return _is_house(tokens, told)
    return said == "family" or bool(behind) or second in listed("part")


def _is_an_act(tokens: Tokens, index: int) -> bool:
    """Say whether a word in no list is a verb: "تهمس ريهام", "وتخص بالذكر"."""
    word = tokens.stems[index][1]
    if word in listed("says") or word in listed("acts"):
        return True
    return word[0] in "يت" and tokens.joined_after(index) and tokens.words[index + 1].startswith(("بال", "لل"))


def _describes(tokens: Tokens, index: int) -> bool:
    """Say whether a word in the accusative goes with the one before it: "تشييعاً رمزياً"."""
    return index > 0 and tokens.joined(index) and tokens.is_adverb(index - 1)


def _lists(tokens: Tokens, index: int) -> bool:
    """Say whether "أسماء" is names, not somebody's: "أسماء شهداء القرية", "أسماء الضحايا", "أسماء خمسة"."""
    if tokens.words[index].removeprefix("و") not in listed("names-told") or not tokens.joined_after(index):
        return False
    if is_a_number(tokens.words[index + 1]):
        return True
    role = tokens.has(index + 1, "private", "list")
    return role is not None and (tokens.words[index + 1].endswith(_MANY) or tokens.words[index + 1] in listed("plural"))


def _is_a_verb(tokens: Tokens, index: int, told: Announcement | None) -> bool:
    """Say whether a word is a verb of saying before who says: "روى أبو إبراهيم", not "روى الخطيب"."""
    if told is not None or tokens.words[index] not in listed("speaks") or not tokens.joined_after(index):
        return False
    return tokens.rank(index + 1) in ("given", "word") or tokens.words[index + 1] in listed("part")


def _names_on(tokens: Tokens, index: int) -> bool:
    """Say whether a word may be a family name behind one that is: "عمهما مخيبر الطيار"."""
    return bool(tokens.rank(index)) or tokens.words[index].startswith("ال")


def _before_a_surname(tokens: Tokens, index: int) -> bool:
    """Say whether a listed family name alone follows what may be a ruler: "جدها قائد الوصابي لوكالة"."""
    return tokens.joined_after(index) and tokens.rank(index + 1) == "family" and not tokens.stems[index + 1][0]


def _before_two_names(tokens: Tokens, index: int) -> bool:
    """Say whether a father's and a family's name follow what may be a ruler: "الجندي قائد ناجي الحميقاني"."""
    if not (tokens.joined_after(index) and tokens.joined_after(index + 1)):
        return False
    return tokens.rank(index + 1) in ("given", "word") and tokens.rank(index + 2) in ("family", "unknown")


def _is_any_such(tokens: Tokens, index: int) -> bool:
    """Say whether a lone word is a trade that names nobody: "مقتل صياد برصاص", not "مقتل صياد الخطيب"."""
    trade = any(getattr(role, "role", "") == "private" for _, role in name_words().alone("ال" + tokens.words[index]))
    return trade and not (tokens.joined_after(index) and tokens.rank(index + 1))


def _is_house(tokens: Tokens, told: Announcement) -> bool:
    """Say whether a word is one that a family name alone follows: "عائلة", "منزل"."""
    return tokens.words[told.first].endswith(spelled("house-of"))


def _governs(tokens: Tokens, index: int) -> bool:
    """Say whether an ordinary noun follows that a noun governs: "اغتيال أمين شرطة"."""
    if not tokens.joined_after(index):
        return False
    following = tokens.words[index + 1]
    if _is_home_of_two(tokens, index) or compound(tokens.stems[index][1], following):
        return False
    return not tokens.rank(index + 1) and following not in listed("after-a-speaker") and following[0] not in "بلوف"


def _is_home_of_two(tokens: Tokens, index: int) -> bool:
    """Say whether a given and a family name, both words, stand behind a house: "منزل سعيد المنتصر في"."""
    house, following = tokens.words[index - 1], tokens.words[index + 1]
    if (
        not house.endswith(spelled("dwelling"))
        or tokens.words[index] in listed("also-office")
        or tokens.has(index, "title", "thing")
    ):
        return False
    if not following.startswith("ال") or len(following) < _SHORTEST_SURNAME or following.endswith(_NO_SURNAME):
        return False
    if ends_a_name(following) or tokens.has(index + 1, "private", "title", "honorific", "thing") is not None:
        return False
    if not tokens.joined_after(index + 1):
        return True
    behind = tokens.words[index + 2]
    if behind.startswith("ال") and behind.endswith("ه"):
        return True
    return ends_a_name(behind) or behind in listed("after-a-speaker")


def _is_one_s_own(tokens: Tokens, index: int, told: Announcement) -> bool:
    """Say whether a word in no list that ends like a plural is what one certain person is called: "ابنته شنينا في"."""
    if tokens.rank(index) != "unknown" or not _is_of_one_private(tokens, told):
        return False
    word = tokens.words[index]
    return word[0] not in "يوبلفتا" and word.endswith(_MAY_END_A_NAME) and is_closed(tokens, index + 1)


def _is_of_one_private(tokens: Tokens, told: Announcement | None) -> bool:
    return told is not None and told.role == "private" and _is_of_one(tokens, told)


def _is_of_one(tokens: Tokens, told: Announcement) -> bool:
    """Say whether what announces a name speaks of one person, and of a certain one: "الشاب", "والده", not "جرحى"."""
    word = tokens.words[told.first].removeprefix("و")
    if word.endswith(("ين", "ون", "ات", "ان")) or word in listed("plural"):
        return False
    return told.person == "relative" or told.rule == "private.friend" or word.startswith(("ال", "لل", "بال"))


def after_that(tokens: Tokens, run: Run) -> bool:
    """Say whether a clause begins with a name: "أن نعيم الجاف أقر"."""
    if tokens.words[run.first][0] == "ي":
        return False  # "أن يُشار إليه"
    clause = run.first > 0 and tokens.joined(run.first) and tokens.words[run.first - 1] in listed("that")
    return clause and run.first + 1 not in tokens.known


def is_set_off(tokens: Tokens, index: int) -> bool:
    """Say whether a word opens what stands between commas before "إن": "قالت والدة أحدهم، صباح الجبر، إن"."""
    if index == 0 or tokens.gaps[index].strip(" ") not in ("،", ",") or tokens.rank(index) == "":
        return False
    for after in range(index + 1, min(index + _SET_OFF, len(tokens.words))):
        gap = tokens.gaps[after].strip(" ")
        if gap.startswith(":"):
            return _kin_speaks(tokens, index)
        if gap in ("،", ","):
            return opens_a_sentence(tokens.words[after])
        if gap:
            return False
    return False


def _kin_speaks(tokens: Tokens, index: int) -> bool:
    """Say whether somebody's relative speaks up to a comma: "وقالت شقيقة شيرزاد، زيتون:"."""
    spoken = kin = False
    for at in range(max(0, index - _SET_OFF), index):
        spoken = spoken or tokens.words[at].removeprefix("و") in listed("says")
        kin = kin or (spoken and getattr(tokens.has(at, "private"), "person", None) == "relative")
    return kin


def weak_opening(tokens: Tokens, index: int, run: Run | None) -> tuple[Run | None, Announcement | None, bool]:
    """Read two names that are words, too, with a role further off: "مراسل القناة وسيم مطر"."""
    if tokens.words[index] in listed("statement"):
        return run, None, False
    longer = read_run(tokens, index, announced=True)
    if longer is not None and longer.stop - index == 2 and is_a_deed_of(tokens, index + 1):
        return run, None, False  # "القبض على عشماوي يأتي"
    if longer is not None and longer.family and after_that(tokens, longer):
        return longer, None, True
    if longer is not None and longer.family:
        told = distant_announcement(tokens, index)
        named = rank(longer.names[1].split()[-1]) != ""  # "سمعت رحاب الرصاص"
        acts = acts_before(tokens, index) or _goes_along(tokens, index)
        spoken = (acts and named) or says_before(tokens, index) or fate_before(tokens, index)
        directs = told is not None and told.rule == "private.director"
        known = directs or bool(rank(longer.names[1].split()[-1]))
        if (known and told is not None) or spoken or (known and fate_after(tokens, longer.stop)):
            return longer, told, True
    return run, None, False


def _goes_along(tokens: Tokens, index: int) -> bool:
    """Say whether somebody named is told to be with one told before: "وكان معه جابر زهيف", not "مع ربيع جديد"."""
    return is_behind(tokens, index, listed("with-one"))


def _feminine_verb_before(tokens: Tokens, index: int) -> bool:
    """Say whether a sentence opens with a verb of a woman and this word: "قررت ماجدة أن"."""
    if index == 0 or not tokens.joined(index):
        return False
    word = tokens.words[index - 1]
    if (
        not word.endswith("ت")
        or tokens.written(index - 1).endswith("ات")
        or len(word) < _SHORTEST_VERB
        or tokens.rank(index - 1)
    ):
        return False
    gap = tokens.gaps[index - 1]
    return index == 1 or bool(set(".\n!؟:؛،") & set(gap))


def nickname(tokens: Tokens, index: int, told: Announcement | None) -> Run | None:
    """Read what a person is called by behind ب, any word: "الملقب بالديك"."""
    word = tokens.words[index]
    if told is None or told.role != "called" or word[0] != "ب" or len(word) < _SHORTEST_NICKNAME:
        return None
    if word in listed("behind-b") and tokens.joined_after(index):
        return None
    if not tokens.words[index - 1].removeprefix("و").removeprefix("ال").startswith(spelled("known-as")):
        return None
    return Run(index, index + 1, (word[1:],), "unknown", family=False)


def speaks(tokens: Tokens, run: Run) -> bool:
    """Say whether a name that is a word, too, is whose words are told: "يقول أنور إن", "تقول أمل:"."""
    if tokens.words[run.first] in listed("statement"):
        return False
    after = tokens.words[run.stop] if run.stop < len(tokens.words) else ""
    if _feminine_verb_before(tokens, run.first) and after in listed("after-a-speaker"):
        return True
    if not acts_before(tokens, run.first) and not (says_before(tokens, run.first) and tokens.joined(run.first)):
        return False
    if run.stop >= len(tokens.words) or not tokens.joined(run.stop):
        return True
    following = tokens.words[run.stop]
    if following[0] in "يت" and len(following) > 2:
        return True
    if getattr(tokens.has(run.stop, "private"), "person", None) in ("relative", "minor"):
        return True
    return following in listed("after-a-speaker") or following in listed("to") or following[0] in "لبفو"
