"""Lists of names: numbered or dotted lines, and what follows "وهم:" or "أسماء الضحايا:"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from marsad.redact.ages import age_after
from marsad.redact.anyword import is_closed, looks_like_a_name, may_be_a_name, surname_at
from marsad.redact.contact_words import any_of
from marsad.redact.labelled import labelled, reads_beside_names, signature, speakers
from marsad.redact.lastnames import is_a_name_at_the_end
from marsad.redact.runs import grown
from marsad.redact.tokens import Tokens
from marsad.redact.vocabulary import ends_a_name, listed, rank

__all__ = ["is_one_of_them", "items"]

_BULLET = re.compile(r"^[ \t]*(?:[0-9٠-٩]{1,3}[ ]*[-.)–ـ/]+|[•●▪◾◼*✔🔹🔸🔴\-–—]+)[ \t]*(?=\S)", re.MULTILINE)
_NUMBER = re.compile(r"(?<=[\s:])([0-9٠-٩]{1,2})[ ]?[-.)–ـ/]+[ ]?(?=[^\W\d])")
_LABELLED = re.compile(r"^[^\n:،./\d]{3,25}:[ ]+(?=\S)", re.MULTILINE)
_PART = re.compile(r"[،,;؛/\n(:|]|\s[-–—]\s|$")
_MOST_WORDS = 6
_PASSED_OVER = 1
_FEWEST = 3
_FAR = 12
_AN_AGE = 3
_OF_TWO = ("تان", "تين")
_SEVERAL = ("ان", "ين", "ون", "ات")
_MOST_NAMES = 4


def items(tokens: Tokens) -> dict[int, int]:
    """Return first word to last (excluded) of each item of a list that reads as a name."""
    found = dict(_lines(tokens))
    found.update(_after_colons(tokens))
    found.update(labelled(tokens))
    found.update(speakers(tokens))
    found.update(signature(tokens))
    found.update(_by_themselves(tokens))
    found.update(_behind_they(tokens))
    found.update(_aged(tokens))
    found.update(_tabled(tokens))
    return found


@cache
def _row() -> re.Pattern[str]:
    """Return the pattern of a line that begins with a name and an age: "صبحية أبو جزر/37 سنة/متوسطة"."""
    return re.compile(
        rf"^[ \t]*([^\W\d_]+(?: [^\W\d_]+){{1,5}})[ \t]*[/|\t][ \t]*[0-9٠-٩]{{1,2}} ?(?:{any_of('age-years')}|[/|\t])",
        re.MULTILINE,
    )


def _tabled(tokens: Tokens) -> list[tuple[int, int]]:
    """Return the names of two lines at the least that begin with a name and an age."""
    starts = tokens.document.starts
    spans = [match.span(1) for match in _row().finditer(tokens.source)]
    rows = [(bisect_left(starts, first), bisect_left(starts, stop)) for first, stop in spans]
    kinds = ("thing", "title", "private", "end", "list", "home")
    return [row for row in rows if len(rows) >= _FEWEST - 1 and tokens.has(row[0], *kinds) is None]


def _behind_they(tokens: Tokens) -> list[tuple[int, int]]:
    """Return two names at the least that "وهم" or "هما" opens with no colon: "وهم خنيفس وشوبريا المصدر"."""
    found: list[tuple[int, int]] = []
    for first, roles in tokens.starting_at.items():
        if not any(role.role == "list" for _, role in roles) or tokens.words[first] not in listed("they"):
            continue
        named: list[tuple[int, int]] = []
        at = first + 1
        while at < len(tokens.words) and (tokens.joined(at) or (named and tokens.gaps[at].strip(" ") in ("،", ","))):
            word = tokens.words[at]
            tied = word[0] == "و" and bool(named) and not rank(word)
            bare = word[1:] if tied or (named and tokens.stems[at][0] == "و") else word
            if not (named and bare == word and tokens.joined(at)) and _may_be_one(tokens, at, bare):
                stop = at + 1
                while surname_at(tokens, stop) and tokens.stems[stop][0] != "و":
                    stop += 1
                stop = grown(tokens, at, stop)
                named.append((at, stop))
                at = stop
            else:
                break
        if len(named) > 1 and {tokens.rank(one[0]) for one in named} & {"", "unknown"} != set():
            found += named
    return found


def _may_be_one(tokens: Tokens, at: int, bare: str) -> bool:
    if (
        at in tokens.fates
        or ends_a_name(bare)
        or tokens.has(at, "private", "title", "thing", "list", "home") is not None
    ):
        return False
    said = rank(bare)
    return said in ("given", "word") or (said in ("", "unknown") and looks_like_a_name(bare))


def _aged(tokens: Tokens) -> list[tuple[int, int]]:
    """Return the words before an age in brackets: the last two of "إصابة غنى قاروط (٦ أعوام)"."""
    found: list[tuple[int, int]] = []
    for stop in range(1, len(tokens.words)):
        if "(" not in tokens.gaps[stop] or age_after(tokens, stop) is None:
            continue
        first = stop
        while first > 0 and stop - first < _MOST_NAMES and _may_be_of_a_name(tokens, first - 1):
            first -= 1
            if not tokens.joined(first) or tokens.words[first][0] == "و":
                break
        while first + 1 < stop and tokens.rank(first) in ("", "unknown") and tokens.rank(first + 1) == "given":
            first += 1
        known = any(tokens.rank(index) for index in range(first, stop))
        if first < stop and (known or (stop - first == 1 and found and _follows_an_age(tokens, found[-1][1], first))):
            found.append((first, stop))
    return found


def _follows_an_age(tokens: Tokens, before: int, first: int) -> bool:
    """Say whether و ties one to another whose age was told: "ويامن (9 أعوام) وسدرة (5 أعوام)"."""
    between = "".join(tokens.gaps[before : first + 1])
    tied = tokens.words[first][0] == "و" and looks_like_a_name(tokens.words[first][1:])
    return tied and first - before <= _AN_AGE and between.count("(") == 1 and between.rstrip(" ").endswith(")")


def _may_be_of_a_name(tokens: Tokens, index: int) -> bool:
    word = tokens.words[index]
    if index in tokens.fates or word in listed("no-item") or word in listed("says") or word[0].isdigit():
        return False
    if rank(word) == "given":
        return True
    return not ends_a_name(word) and tokens.has(index, "private", "called", "home", "title", "list", "thing") is None


def _by_themselves(tokens: Tokens) -> list[tuple[int, int]]:
    """Return the items of a list that no word opens, three names at the least: "ضحايا الانفجار: ... - ... - ..."."""
    found: list[tuple[int, int]] = []
    for match in re.finditer(r":\s", tokens.source):
        listed = _run_of_items(tokens, match.end())
        if len(listed) >= _FEWEST and sum(stop - first > 1 for first, stop in listed) >= _FEWEST:
            found += listed
    return found


def _lines(tokens: Tokens) -> list[tuple[int, int]]:
    """Return the items of a list by lines; of lines of which most are names, a line that may be one, too."""
    found = _of_lines(tokens, [match.end() for match in _BULLET.finditer(tokens.source)])
    numbered = _of_lines(tokens, _numbered(tokens.source))
    if any(any(tokens.rank(index) == "given" for index in range(*item)) for item in numbered):
        found += numbered
    labelled_lines = [match.end() for match in _LABELLED.finditer(tokens.source)]
    if len(_of_lines(tokens, labelled_lines)) > 1:
        for at in labelled_lines:
            found += _run_of_items(tokens, at)
    return found


def _numbered(source: str) -> list[int]:
    """Return where items begin that are numbered within a line: "1- قصي الزعبي 2- هند 3- ربا"."""
    found: list[int] = []
    for match in _NUMBER.finditer(source):
        number = int(match[1])
        if number == 1 or number == len(found) + 1:
            found = [match.end()] if number == 1 else [*found, match.end()]
    return found if len(found) >= _FEWEST else []


def _of_lines(tokens: Tokens, begins: Sequence[int]) -> list[tuple[int, int]]:
    """Return the items that begin at code points, one a line."""
    strict = [_item(tokens, at) for at in begins]
    many = sum(item is not None for item in strict)
    mostly = many >= _FEWEST - 1 and many * 2 > len(strict)
    items = [item or (_item(tokens, at, beside=mostly)) for item, at in zip(strict, begins, strict=True)]
    return [item for item in items if item is not None]


def _after_colons(tokens: Tokens) -> list[tuple[int, int]]:
    """Return the items after words that open a list: "وهم:", "كل من", "المفقودون:"."""
    found: list[tuple[int, int]] = []
    for stop, roles in tokens.ending_at.items():
        if stop >= len(tokens.words):
            continue
        listing = any(role.role == "list" for _, role in roles)
        people = any(role.role == "private" for _, role in roles)
        colon = ":" in tokens.gaps[stop]
        if not ((listing and (colon or any(hit.stop - hit.first > 1 for hit, _ in roles))) or (people and colon)):
            continue
        found += _run_of_items(tokens, tokens.document.starts[stop], opened=people and colon)
    for stop in range(1, len(tokens.words)):
        if tokens.gaps[stop].strip(" ") != ":":
            continue
        hit = any(tokens.fates.get(index, (0,))[0] == stop for index in range(max(0, stop - 3), stop))
        if hit or _many_before(tokens, stop) or _is_counted(tokens, stop):
            found += _run_of_items(tokens, tokens.document.starts[stop], opened=True)
    return found


def _many_before(tokens: Tokens, stop: int) -> bool:
    """Say whether several people are spoken of before a colon, and nobody speaks: "شهيدان بقصف على الطريق: ..."."""
    for index in range(stop - 1, max(stop - _FAR, -1), -1):
        word = tokens.words[index]
        if word in listed("says") or (word[0] == "و" and word[1:] in listed("says")):
            return False
        if word in listed("names-told"):
            return True
        if tokens.has(index, "private") is not None and (word.endswith(_SEVERAL) or word in listed("plural")):
            return not tokens.written(index).endswith("ة")
        if set(".\n!؟:؛«") & set(tokens.gaps[index]):
            return False
    return False


def _run_of_items(tokens: Tokens, start: int, *, opened: bool = False) -> list[tuple[int, int]]:
    """Return the items from a code point on; what may be a name is one behind another, or where names are `opened`."""
    source = tokens.source
    end = min(
        (at for at in (source.find(". ", start), source.find("\n\n", start), source.find(".\n", start)) if at >= 0),
        default=len(source),
    )
    found: list[tuple[int, int]] = []
    at, passed = start, 0
    while at < end and passed <= _PASSED_OVER:
        item = _item(tokens, at, beside=len(found) > 1 or opened)
        behind = at
        if item is None and found:
            item = _between(tokens, at)
        if item is None:
            passed += 1
        else:
            passed = 0
            found.append(item)
            if item[1] < len(tokens.words) and tokens.joined(item[1]) and tokens.words[item[1]][0] == "و":
                at = tokens.document.starts[item[1]]
                continue
            behind = tokens.document.ends[item[1] - 1]
        part = _PART.search(source, behind)
        if part is None or part.end() <= at or part[0] in ("", ":"):
            break
        at = part.end()
    if any(tokens.rank(index) == "given" for first, stop in found for index in range(first, stop)):
        return found
    return [item for item in found if item[1] - item[0] > 1]


def _between(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Return a word that stands among the names of a list with و before it: "حاتم ولواء ومجد"."""
    index = bisect_left(tokens.document.starts, at)
    if index + 1 >= len(tokens.words) or tokens.words[index][0] != "و" or not tokens.joined(index):
        return None
    after = tokens.words[index + 1]
    if (tokens.joined(index + 1) and after[0] != "و") or tokens.has(index, "private") is not None:
        return None
    return (index, index + 1) if len(tokens.words[index]) > 3 and not ends_a_name(tokens.words[index]) else None


def _item(tokens: Tokens, at: int, *, beside: bool = False) -> tuple[int, int] | None:
    """Return the words of the item that begins at a code point, when they read as a name, or stand `beside` some."""
    document = tokens.document
    end = _PART.search(tokens.source, at)
    border = end.start() if end else len(tokens.source)
    inside = list(_indexes(document.starts, at, border))
    while inside and (tokens.has(inside[0], "private") or tokens.has(inside[0], "honorific")) and len(inside) > 1:
        if rank(tokens.words[inside[0]]) == "given":
            break
        inside = inside[1:]
    if inside and tokens.has(inside[0], "called"):
        inside = inside[1:]  # "- اسمي ربيعة القدور"
    if inside and tokens.words[inside[0]].endswith(_OF_TWO) and not rank(tokens.words[inside[0]]):
        return None  # "الأسير: حالتان صحيتان"
    for place, index in enumerate(inside):
        if (
            place
            and tokens.words[index][0] == "و"
            and tokens.words[index] not in listed("part") | listed("son")
            and (tokens.stems[index][0] == "و" or rank(tokens.words[index]) == "" or _are_several(tokens.words[index]))
        ):
            inside = inside[:place]
            break
        number = tokens.words[index][0].isdigit()
        if place and (number or _ends_an_item(tokens, index) or not tokens.joined(index)):
            inside = inside[:place]
            break
    if not 1 <= len(inside) <= _MOST_WORDS or tokens.words[inside[0]] in listed("name-of"):
        return None
    stop = inside[-1] + 1
    if beside and len(inside) == 1 and "(" in tokens.gaps[stop] and age_after(tokens, stop) is not None:
        return inside[0], stop
    if beside and (reads_beside_names(tokens, inside) or (len(inside) == 1 and tokens.rank(inside[0]) == "word")):
        return inside[0], inside[-1] + 1
    if any(tokens.has(index, "end", "title") for index in inside[:1]):
        return None
    ranks = [tokens.rank(index) for index in inside]
    known = sum(said in ("given", "word", "family", "unknown", "foreign") for said in ranks)
    known += sum(tokens.words[index] in listed("part") for index in inside[1:])
    strong = any(said == "given" for said in ranks) or tokens.words[inside[0]].lstrip("و") in listed("part")
    if ranks[0] in ("", "family") and not strong and not _reads_as_one(tokens, inside):
        return None
    if not strong and (len(inside) < 2 or known * 2 < len(inside)):
        return None
    return inside[0], inside[-1] + 1


def _are_several(word: str) -> bool:
    """Say whether a word in no list is several people behind و: "ورضيعان"."""
    return rank(word) == "unknown" and word.endswith(("ان", "ين", "ون"))


def _ends_an_item(tokens: Tokens, index: int) -> bool:
    """Say whether no name goes on with a word; "الأمير" behind عبد and "علي", which is no "على", are names."""
    if (
        tokens.rank(index) == "given"
        or tokens.words[index - 1] in listed("servant")
        or is_a_name_at_the_end(tokens, index)
    ):
        return False
    return ends_a_name(tokens.words[index]) or tokens.words[index] in listed("no-item")


def _reads_as_one(tokens: Tokens, inside: Sequence[int]) -> bool:
    """Say whether an ordinary word opens the item of a list, and names alone follow: "سنبلة صقور", "حصان الرجب"."""
    opening = tokens.words[inside[0]]
    tied = opening[0] == "و" and looks_like_a_name(opening[1:])
    if len(inside) < 2 or not (tied or may_be_a_name(tokens, inside[0])):
        return False
    return all(surname_at(tokens, index) or tokens.rank(index) == "word" for index in inside[1:])


def _indexes(starts: tuple[int, ...], low: int, high: int) -> range:
    return range(bisect_left(starts, low), bisect_left(starts, high))


def is_one_of_them(tokens: Tokens, index: int) -> bool:
    """Say whether a list opens with a name and its family name: "بينهم عقيل ناجي", "عُرف منهم خلف العايد"."""
    if not tokens.joined(index) or tokens.stems[index][0] or not tokens.joined_after(index):
        return False
    if not any(
        role.role == "list" and (hit.first == 0 or tokens.words[hit.first - 1] not in listed("inside"))
        for hit, role in tokens.ending_at.get(index, ())
    ):
        return False
    said, second = tokens.rank(index), tokens.rank(index + 1)
    if said in ("given", "word") and (second in ("given", "family", "word") or _is_tied_on(tokens, index)):
        return True
    named = ("given", "word", "family", "unknown")
    return said in named and second in named and "unknown" in (said, second) and is_closed(tokens, index + 2)


def _is_tied_on(tokens: Tokens, index: int) -> bool:
    """Say whether an ordinary word ends a name to which و ties another: "بينهم خلف دخيل وسعدو قيراني"."""
    third = index + 2
    if third >= len(tokens.words) or not tokens.joined(third) or tokens.stems[third][0] != "و":
        return False
    return may_be_a_name(tokens, index + 1) and tokens.rank(third) in ("given", "word")


def _is_counted(tokens: Tokens, stop: int) -> bool:
    """Say whether a number of people or of a case stands before a colon: "إلى أربعة: مهاري", "الدعوى 215: ناظم"."""
    number = tokens.words[stop - 1]
    if stop > 1 and number.isdigit():
        return tokens.words[stop - 2].removeprefix("و") in listed("case")
    if number not in listed("few-people"):
        return False
    return any(
        index in tokens.fates or tokens.has(index, "private") is not None for index in range(max(0, stop - _FAR), stop)
    )
