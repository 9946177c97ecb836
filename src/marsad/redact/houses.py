"""Names of families: "عائلة الدرويش", "أسرة نحلة", "بين عائلتي الخطيب والنجار"."""

from __future__ import annotations

from marsad.redact.anyword import is_a_people, is_closed, may_be_a_name
from marsad.redact.tokens import Tokens
from marsad.redact.vocabulary import listed, rank

__all__ = ["house", "houses"]

_NO_HOUSE = ("ه", "ات", "ين", "ون", "يه", "ان")
_SHORTEST_HOUSE = 5


def house(tokens: Tokens, index: int) -> int | None:
    """Return the word after the name of a family: "عائلة الدرويش من معرة النعمان", "أسرة نحلة"."""
    word, before = tokens.words[index], tokens.words[index - 1].removeprefix("و").removeprefix("ل")
    if before not in listed("family-of") or not tokens.joined(index):
        return None
    if word in listed("son") and tokens.joined_after(index) and is_closed(tokens, index + 2):
        return index + 2  # "عائلة قره باش"
    if not is_closed(tokens, index + 1) and not (index + 1 < len(tokens.words) and _is_besides(tokens, index + 1)):
        return None
    if is_a_people(word) and _is_a_family_s(tokens, index):
        return index + 1
    if tokens.has(index, "private", "title", "honorific", "thing", "end", "list", "home", "called") is not None:
        return None
    if word.startswith("ال"):
        return None if len(word) < _SHORTEST_HOUSE or word.endswith(_NO_HOUSE) or is_a_people(word) else index + 1
    return index + 1 if may_be_a_name(tokens, index) and (word[-1] != "ه" or rank(word) == "unknown") else None


def _is_besides(tokens: Tokens, at: int) -> bool:
    return tokens.words[at] in listed("besides")


def _is_a_family_s(tokens: Tokens, index: int) -> bool:
    """Say whether the adjective of a people names a family behind "عائلة": masculine, and who did it no further on."""
    word = tokens.words[index]
    alone = not tokens.joined_after(index) or not tokens.rank(index + 1)
    return word.startswith("ال") and word[-1] == "ي" and tokens.words[index - 1][-1] == "ه" and alone


def houses(tokens: Tokens, index: int) -> list[int]:
    """Return the words that name families tied by و behind several: "بين عائلتي الخطيب والنجار"."""
    before = tokens.words[index - 1].removeprefix("و").removeprefix("ل").removeprefix("ب")
    if before not in listed("families-of") or not _may_be_a_house(tokens, index, ""):
        return []
    row = [index]
    while row[-1] + 1 < len(tokens.words) and _may_be_a_house(tokens, row[-1] + 1, "و"):
        row.append(row[-1] + 1)
    return row if len(row) > 1 else []


def _may_be_a_house(tokens: Tokens, index: int, tie: str) -> bool:
    """Say whether a word may be a family name, with an article where و stands before it: not "المعتقلين"."""
    word = tokens.words[index].removeprefix(tie)
    listed_name = rank(word) in ("family", "given", "word")
    article = tokens.words[index].startswith(tie + "ال") and len(word) >= _SHORTEST_HOUSE
    if not tokens.joined(index) or not (article or (listed_name and not tie)):
        return False
    other = tokens.has(index, "private", "title", "honorific", "thing", "list") is not None
    return listed_name or not (other or word.endswith(_NO_HOUSE) or is_a_people(word) or rank(word) == "")
