"""How a name ends: words that end names and are one here, a family name on the next line, an initial."""

from __future__ import annotations

from marsad.redact.beside import opens_a_sentence
from marsad.redact.tokens import Tokens
from marsad.redact.vocabulary import is_common, listed, rank

__all__ = [
    "behind_an_initial",
    "initial",
    "initials",
    "is_a_last_name",
    "is_a_name_at_the_end",
    "next_line",
    "parted_by_a_line",
]


def is_a_name_at_the_end(tokens: Tokens, at: int) -> bool:
    """Say whether a word that ends names is one here: "عبد الكريم النجم،", "إبراهيم الأحمد الجمعة", "لمياء الزعيم،"."""
    word = tokens.words[at]
    if word in listed("day-name"):
        return True
    if word in listed("chief-name"):
        return tokens.joined_after(at) and tokens.rank(at + 1) in ("family", "given")
    if word in listed("last-name"):
        return is_a_last_name(tokens, at)
    return word in listed("star") and (_is_last(tokens, at) or tokens.words[at + 1] in listed("preposition"))


def is_a_last_name(tokens: Tokens, at: int) -> bool:
    """Say whether a title is a family name: "زاهر حجو القاضي وعبير فرهود", not "قصي الزعبي القاضي في المحكمة"."""
    named = tokens.words[at] in listed("last-name") and at > 0 and tokens.joined(at)
    if not named or not _is_last(tokens, at):
        return False
    return tokens.rank(at - 1) in ("given", "word", "family") or tokens.words[at - 1] in listed("part")


def _is_last(tokens: Tokens, at: int) -> bool:
    if not tokens.joined_after(at):
        return True
    follows = tokens.words[at + 1]
    return follows[0] == "و" or opens_a_sentence(follows) or at + 1 in tokens.told


def next_line(tokens: Tokens, at: int, found: list[str]) -> tuple[int, str, bool] | None:
    """Follow a name over the end of a line: one name alone at its end, a family name at the next beginning."""
    word = tokens.words[at]
    if len(found) != 1 or tokens.gaps[at].strip(" ") != "\n" or tokens.document.starts[at] in tokens.borders:
        return None
    return (at + 1, word, True) if word.startswith("ال") and rank(word) in ("family", "unknown") else None


def parted_by_a_line(tokens: Tokens, at: int) -> str | None:
    """Return the given name whose letters the end of a line parts: "عبدا" and "لمعين" on the next."""
    if at + 1 >= len(tokens.words) or tokens.gaps[at + 1] != "\n" or tokens.document.starts[at + 1] in tokens.borders:
        return None
    if rank(tokens.words[at]) not in ("", "unknown") or rank(tokens.words[at + 1]) in ("given", "word"):
        return None
    whole = tokens.words[at] + tokens.words[at + 1]
    return whole if rank(whole) == "given" else None


def initial(tokens: Tokens, at: int) -> int:
    """Take an initial after a name with it: "حسين ك.", "أكرم ل تحت", "ذو الفقار. خ في", "«فتحي. ش»"."""
    if at >= len(tokens.words) or len(tokens.words[at]) != 1 or tokens.words[at] == "و":
        return at
    if tokens.document.starts[at] in tokens.borders or not tokens.written(at).isalpha():
        return at
    after = tokens.gaps[at + 1][:1]
    if tokens.joined(at):
        return at + 1 if after in (".", ")", "،", " ", "") else at
    return at + 1 if tokens.gaps[at].strip(" ") == "." and after in (".", ")", " ", "", "»", '"', "”") else at


def behind_an_initial(tokens: Tokens, at: int) -> bool:
    """Say whether a family or given name follows the initial of one who is announced: "المجند ع. دندشي"."""
    if at < len(tokens.words) and tokens.gaps[at] in (". ", ".") and tokens.document.starts[at] not in tokens.borders:
        return not tokens.stems[at][0] and (tokens.rank(at) == "given" or _is_a_family_behind(tokens, at))
    return False


def initials(tokens: Tokens, at: int) -> int:
    """Take one initial after a name with it, or two, or a family name behind one: "صلاح ق. م.", "قصي ع. الزعبي"."""
    first = initial(tokens, at)
    if first == at:
        return at
    second = initial(tokens, first)
    return second if second > first else first + _is_a_family_behind(tokens, first)


def _is_a_family_behind(tokens: Tokens, at: int) -> bool:
    """Say whether a family name follows the full stop of an initial, no new sentence: "قصي ع. الزعبي"."""
    if at >= len(tokens.words) or tokens.gaps[at] != ". " or tokens.document.starts[at] in tokens.borders:
        return False
    word = tokens.words[at]
    said = rank(word)
    if not word.startswith("ال"):
        return said == "family" and not is_common(word)
    return said == "family" or (said == "unknown" and word[-1] == "ي")
