"""Later mentions of people who were told as private: the whole name, the first or the family name alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from marsad.redact.beside import fate_before, follows_a_copula, is_behind, says_before
from marsad.redact.evidence import thing_before
from marsad.redact.named import Named, Taken
from marsad.redact.onename import kunya
from marsad.redact.tokens import Tokens
from marsad.redact.vocabulary import demonyms, listed, rank, written_with_maqsura

__all__ = ["named_again"]

_DOUBTFUL = frozenset(("shape.word", "shape.unknown"))
"""Rules by which an unknown word is taken for a family name: it leads to nobody when it stands alone."""
_WEAK = frozenset(("shape.word", "shape.unknown", "shape.foreign"))
_BEHIND_A_WORD = frozenset(("", "و", "ف", "ل", "ب", "ول", "وب"))


def named_again(tokens: Tokens, private: list[Named], found: list[Named], taken: Callable[[], Taken]) -> list[Named]:
    """Return the words outside the names found that name one of the private people once more."""
    owners = _owners(private)
    if not owners:
        return []
    held = {word for named in [*private, *found] for word in range(named.first, named.stop)}
    more = _whole_again(tokens, private, held)
    held |= {word for named in more for word in range(named.first, named.stop)}
    ends = {named.stop - 1 for named in private}
    ordinary = {name for name in owners if not rank(name) and name.startswith("ال") and name[-1] != "ي"}
    for index, (proclitics, _) in enumerate(tokens.stems):
        if index in held:
            continue
        word = tokens.words[index]
        for skip in range(min(len(proclitics), 2) + 3):
            stem = word[skip:]
            if word[:skip] not in _BEHIND_A_WORD or len(stem) < 2:
                continue
            name = stem if stem in owners else stem[:-1] if stem[-1] == "ا" and stem[:-1] in owners else None
            if name is None and word[:skip] and stem.startswith("ل") and "ا" + stem in owners:
                name = "ا" + stem
            if name is None:
                continue
            if tokens.rank(index) == "" and name in listed("upon"):
                break
            if name in written_with_maqsura() and tokens.written(index).endswith("ي"):
                break
            owner = owners[name]
            plain = not rank(name) and not name.startswith("ال")
            if plain and (skip or not (_is_meant(tokens, index) or is_behind(tokens, index, _parents()))):
                break
            if _other_thing(tokens, index, taken) and not (name == owner.names[0] and _is_heard(tokens, index, taken)):
                break
            if index - 1 not in ends and _of_another(tokens, index, name, owner):
                break
            if name in ordinary and (owner.rule in _WEAK or not _is_told_of(tokens, index)):
                break
            house = is_behind(tokens, index, listed("family-of"))
            kind, rule = ("relative", "house") if house else (owner.kind, f"again.{owner.rule}")
            more.append(Named(index, index + 1, (name,), kind, rule, announced=False, sure=False))
            break
    return more


def _whole_again(tokens: Tokens, private: list[Named], held: set[int]) -> list[Named]:
    """Return where the whole name of a private person, of two words or more, stands once more."""
    names: dict[str, list[tuple[tuple[str, ...], Named]]] = {}
    for named in private:
        words = tuple(" ".join(named.names).split())
        if len(words) > 1:
            names.setdefault(words[1], []).append((words, named))
    if not names:
        return []
    more = []
    for index, word in enumerate(tokens.words):
        for words, named in names.get(word, ()):
            first, stop = index - 1, index - 1 + len(words)
            if first < 0 or stop > len(tokens.words) or tokens.words[index:stop] != words[1:]:
                continue
            opening = tokens.words[first]
            if opening.endswith(words[0]) and opening[: -len(words[0])] in _BEHIND_A_WORD and first not in held:
                more.append(
                    Named(first, stop, named.names, named.kind, f"again.{named.rule}", announced=False, sure=False)
                )
                held |= set(range(first, stop))
    return more


def _of_another(tokens: Tokens, index: int, name: str, owner: Named) -> bool:
    """Say whether a name stands behind the given name of somebody else: "معين ضميدي" after "أكرم ضميدي", "جان ماري"."""
    if not index or not tokens.joined(index) or tokens.stems[index][0]:
        return False
    if name == owner.names[0]:
        goes_on = tokens.joined_after(index) and tokens.rank(index + 1) in ("unknown", "family", "foreign")
        return goes_on and tokens.rank(index - 1) == "foreign"
    before = tokens.stems[index - 1][1]
    return tokens.rank(index - 1) in ("given", "word") and before not in owner.names


@cache
def _parents() -> frozenset[str]:
    """Return the words by which somebody is called after a child: "أم حارث"."""
    return listed("father") | listed("mother")


def _is_meant(tokens: Tokens, index: int) -> bool:
    """Say whether an ordinary word is somebody told of: "قال حزام", "قُتل حزام", "وكان حزام يعمل", "يا وطن"."""
    if says_before(tokens, index) or fate_before(tokens, index):
        return True
    if is_behind(tokens, index, listed("vocative")):
        return True
    follows = tokens.words[index + 1] if tokens.joined_after(index) else ""
    if is_behind(tokens, index, listed("that")) and follows and not follows.startswith("ال"):
        return not tokens.rank(index + 1)  # "إن أديان سلمته"
    return follows_a_copula(tokens, index) and follows[:1] in ("ي", "ت") and len(follows) > 2


def _is_told_of(tokens: Tokens, index: int) -> bool:
    """Say whether an ordinary word with an article is somebody of whom something is told: "وقال إن الصالح كان يعمل"."""
    follows = tokens.words[index + 1] if tokens.joined_after(index) else ""
    clause = index > 0 and tokens.joined(index) and tokens.words[index - 1] in listed("that")
    deed = follows in listed("before-a-deed") or (follows[:1] == "ي" and len(follows) > 2)
    return (clause or says_before(tokens, index)) and deed


def _other_thing(tokens: Tokens, index: int, taken: Callable[[], Taken]) -> bool:
    spans = taken()
    if thing_before(tokens, index) or index in spans.places or index in spans.bodies:
        return True
    if index in spans.lone_places and is_behind(tokens, index, listed("in-a-place")):
        return True
    return index in spans.great_places or tokens.words[index] in demonyms()


def _is_heard(tokens: Tokens, index: int, taken: Callable[[], Taken]) -> bool:
    """Say whether the adjective of a people is who speaks, the first name of one told before: "وقال تركي إنه"."""
    if tokens.words[index] not in demonyms() or index in taken().great_places:
        return False
    follows = tokens.words[index + 1] if tokens.joined_after(index) else ""
    return says_before(tokens, index) and (not follows or follows in listed("that") | listed("after-a-speaker"))


def _owners(found: list[Named]) -> dict[str, Named]:
    owners: dict[str, Named] = {}
    for named in found:
        if named.kind is None:
            continue
        for position, name in enumerate(named.names):
            last = position == len(named.names) - 1
            if position and (not last or (named.rule in _DOUBTFUL and rank(name) == "unknown")):
                continue
            for word in _tellers(
                name, first=position == 0, alone=named.stop - named.first == 1, announced=named.announced
            ):
                owners.setdefault(word, named)
    return owners


def _tellers(name: str, *, first: bool, alone: bool, announced: bool) -> list[str]:
    """Return the single words by which a person may be named again."""
    if " " in name:
        parts = name.split()
        if kunya(name):
            return []
        if parts[0] in listed("servant"):
            return ["".join(parts)]
        return [word for word in parts[1:] if word.startswith("ال") and rank(word) in ("family", "unknown")]
    said = rank(name)
    if first:
        return [name] if said in ("given", "unknown", "foreign") or announced or not alone else []
    return [name] if said in ("family", "unknown", "given", "") else []
