"""A text as words beside names are looked for in it: words, what each may be, and what stands between them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from marsad.arabic.letters import fold_letter
from marsad.lexicon.match import Hit
from marsad.model.report import Document
from marsad.redact.fates import contexts, fates
from marsad.redact.vocabulary import (
    Role,
    is_strange,
    is_unused,
    listed,
    name_words,
    names,
    public_people,
    rank,
    spelled,
    stem_of,
    written_with_maqsura,
)

__all__ = ["Tokens"]

_ENDS = frozenset(".\n؛!؟")
_JOINED = re.compile(r"[ \u00a0_\u0640\u200e\u200f]*")
_QUOTED = re.compile(r"[ \u00a0:«»\"“”'‘’(\[#\u200e\u200f\u0640-]*")


def _announces_one(role: Role) -> bool:
    """Say whether a word announces somebody; a trade with no article takes what it works at: "عاملة منازل"."""
    if role.role not in ("private", "called"):
        return False
    return role.article or role.entry_id != "private.worker"


@dataclass(frozen=True)
class Tokens:
    """The words of a document; `borders` are the code points at which a new field of the line begins."""

    document: Document
    borders: frozenset[int] = frozenset()

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The folded words."""
        return self.document.words

    @cached_property
    def source(self) -> str:
        """The text as published."""
        return self.document.source_text

    @cached_property
    def gaps(self) -> list[str]:
        """What stands before each word, and after the last."""
        starts, ends = self.document.starts, self.document.ends
        if not starts:
            return [self.source]
        middle = [self.source[end:start] for end, start in zip(ends, starts[1:], strict=False)]
        return [self.source[: starts[0]], *middle, self.source[ends[-1] :]]

    def ends_at(self, index: int) -> bool:
        """Say whether a sentence, a line or what a semicolon closes ends before a word."""
        return not _ENDS.isdisjoint(self.gaps[index])

    @cached_property
    def stems(self) -> list[tuple[str, str]]:
        """Proclitics and name of each word."""
        found = [stem_of(word) for word in self.words]
        for index, (before, name) in enumerate(found):
            if not before and name[0] == "و" and self._ties(index):
                found[index] = "و", name[1:]
            if before in ("ك", "ف") and (self._stands_behind_who(index) or self._is_hers(index)):
                found[index] = "", before + name  # "الطفلة كيان"
                continue
            if before == "ل" and before + name in names("given") and index and not self._is_to(index):
                found[index] = "", before + name  # "وكان لحسن البوكيلي"
                continue
            if before != "و" or rank(name) != "unknown" or rank(before + name) != "unknown":
                continue
            if self.written(index)[-1] != "ه" and self._stands_behind_who(index):
                found[index] = "", before + name
        return found

    def _is_to(self, index: int) -> bool:
        """Say whether ل before a name says to whom, and the name does not begin with it: "قال لحسن", not "كان لحسن"."""
        said = self.words[index - 1].removeprefix("و")
        return not (said in listed("copula") or self._stands_behind_who(index))

    def _is_hers(self, index: int) -> bool:
        """Say whether a word with a woman's ending stands before a forefather's name: "فوزة الأحمد", not "فوزه"."""
        if not self.joined_after(index) or self.written(index)[-1] != "ة":
            return False
        return self.words[index + 1].startswith("ال") and rank(self.words[index + 1][2:]) == "given"

    def _ties(self, index: int) -> bool:
        """Say whether "and" begins a word that news never use: "وسعدهون", not "وليد" or "وقالت"."""
        word = self.words[index]
        unknown = rank(word) in ("", "unknown") and is_unused(word)
        return unknown and is_strange(word[1:]) and not self._stands_behind_who(index)

    def _stands_behind_who(self, index: int) -> bool:
        """Say whether a word for a person stands right before a word, which then begins with no "and": "الطفل وضاح"."""
        return self.joined(index) and any(
            role.role in ("private", "called") for _, role in self.ending_at.get(index, ())
        )

    @cached_property
    def ranks(self) -> list[str]:
        """What each word is, proclitics aside; see `marsad.redact.vocabulary.rank`. "على" is no "علي"."""
        found = [rank(stem) for _, stem in self.stems]
        maqsura, on = written_with_maqsura(), listed("upon")
        for index, said in enumerate(found):
            if said and said != "unknown" and self.words[index][-1] == "ي":
                stem = self.stems[index][1]
                start, end = self.document.starts[index], self.document.ends[index]
                written = self.source[start:end]
                if stem in on and ("ى" in written or "ّ" in written or len(self.words[index]) > len(stem) + 1):
                    found[index] = ""
                elif written[-1] == "ي" and stem in maqsura:
                    found[index] = "word"
        for index in self.ending_at:
            if index < len(found) and not found[index] and self._is_a_rare_name(index):
                found[index] = "word"
        return found

    def _is_a_rare_name(self, index: int) -> bool:
        """Say whether an ordinary word is a name behind one who is announced: "أخته غزال", not "المواطنين عقاب"."""
        if self.words[index] not in names("rare") or not self.joined(index):
            return False
        before = self.words[index - 1]
        if before.endswith(("ين", "ون", "ات", "ان")) or before in listed("plural"):
            return False
        roles = self.ending_at[index]
        if any(role.role == "honorific" for _, role in roles) and self.joined(index - 1):
            roles = [*roles, *self.ending_at.get(index - 1, ())]  # "الطالبة الجامعية منازل"
        return any(_announces_one(role) for _, role in roles)

    def rank(self, index: int) -> str:
        """Say what a word is, proclitics aside."""
        return self.ranks[index]

    def written(self, index: int) -> str:
        """Return a word as published."""
        return self.source[self.document.starts[index] : self.document.ends[index]]

    def is_adverb(self, index: int) -> bool:
        """Say whether a word ends in the accusative of an indefinite noun, which no name does but a vowelled one."""
        return self.written(index).endswith(("اً", "ًا"))

    @cached_property
    def fates(self) -> dict[int, tuple[int, str]]:
        """First word to (word after it, kind) of words for what became of people."""
        found: dict[int, tuple[int, str]] = {}
        for hit in fates().find(self.words):
            if not self._is_a_family(hit):
                found.setdefault(hit.first, (hit.stop, str(hit.payload)))
        return found

    @cached_property
    def told(self) -> dict[int, tuple[int, str]]:
        """First word to (word after it, kind) of those words and of what tells the kind of people besides."""
        found: dict[int, tuple[int, str]] = {}
        end = 0
        for hit in contexts().find(self.words):
            inside = hit.stop <= end and hit.first not in found  # "إعدام" in "حكما بإعدام"
            if not inside and not self._is_a_family(hit):
                found.setdefault(hit.first, (hit.stop, str(hit.payload)))
                end = max(end, hit.stop)
        return found

    def _is_a_family(self, hit: Hit) -> bool:
        """Say whether a word is a family and none that was captured: "أسرة", "أسرته", not "أسره"."""
        if hit.stop - hit.first > 1:
            return False
        word = self.words[hit.first]
        family = word.endswith(spelled("family-of")) and self.written(hit.first).endswith("ة")
        return family or any(role.person == "relative" for _, role in self.starting_at.get(hit.first, ()))

    def joined(self, index: int) -> bool:
        """Say whether a word follows the one before it with nothing but a space (or a hashtag's line) between."""
        gap = self.gaps[index]
        return _JOINED.fullmatch(gap) is not None and self.document.starts[index] not in self.borders

    def joined_after(self, index: int) -> bool:
        """Say whether the next word follows with nothing but a space between."""
        return index + 1 < len(self.words) and self.joined(index + 1)

    def close(self, index: int) -> bool:
        """Say whether only spaces, quotation marks, a bracket or a colon stand before a word."""
        return _QUOTED.fullmatch(self.gaps[index]) is not None and self.document.starts[index] not in self.borders

    def start(self, index: int) -> int:
        """Return the code point at which the name in a word begins, behind its proclitics."""
        before = self.stems[index][0]
        return self.after(index, len(before))

    def after(self, index: int, letters: int) -> int:
        """Return the code point of a word behind so many folded letters and the marks on them."""
        at = self.document.starts[index]
        end = self.document.ends[index]
        left = letters
        while left > 0 and at < end:
            left -= len(fold_letter(self.source[at]))
            at += 1
        if letters:
            while at < end - 1 and not fold_letter(self.source[at]):
                at += 1
        return at

    @cached_property
    def hits(self) -> list[Hit]:
        """The words beside names, wherever they stand."""
        return name_words().find(self.words)

    @cached_property
    def ending_at(self) -> dict[int, list[tuple[Hit, Role]]]:
        """The words beside names, by the word after their last."""
        found: dict[int, list[tuple[Hit, Role]]] = {}
        for hit in self.hits:
            role = hit.payload
            if isinstance(role, Role):
                found.setdefault(hit.stop, []).append((hit, role))
        return found

    @cached_property
    def starting_at(self) -> dict[int, list[tuple[Hit, Role]]]:
        """The words beside names, by their first word."""
        found: dict[int, list[tuple[Hit, Role]]] = {}
        for hit in self.hits:
            role = hit.payload
            if isinstance(role, Role):
                found.setdefault(hit.first, []).append((hit, role))
        return found

    @cached_property
    def known(self) -> dict[int, int]:
        """First word to last (excluded) of the people whom every reader knows."""
        found: dict[int, int] = {}
        for hit in public_people().find(self.words):
            if not hit.proclitics.endswith(("ال", "لل")):
                found[hit.first] = max(hit.stop, found.get(hit.first, 0))
        return found

    def has(self, index: int, *roles: str) -> Role | None:
        """Return the first of these roles that a word opens as a whole, with or without what is written onto it."""
        for _, role in self.starting_at.get(index, ()):
            if role.role in roles:
                return role
        return None
