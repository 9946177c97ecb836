"""How number words and digits add up: "ثلاثة آلاف ومئتين وخمسة" is 3 x 1000 + 200 + 5."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from marsad.annotate.numbers.digits import read_digits
from marsad.annotate.numbers.words import NumberWord, lookup, number_words, share_told

__all__ = ["Reading", "read_cardinal", "read_ordinal"]

_NUMERALS = frozenset(("unit", "teen", "ten", "hundred", "scale", "scale-two"))


class Reading(NamedTuple):
    """A number in words `first` to `stop`; `high` is set for "10-15"; `definite` for "الثلاثة"."""

    first: int
    stop: int
    value: Fraction
    entry_id: str | None
    rule: str
    high: Fraction | None = None
    definite: bool = False


class _Piece(NamedTuple):
    stop: int
    joined: bool
    role: str
    value: Fraction
    word: NumberWord | None


def _piece(words: Sequence[str], index: int, stop: int) -> _Piece | None:
    """Read one number word or digit group at `index`, over a free و."""
    joined = False
    if index < stop and words[index] in ("و", "ال") and index + 1 < stop:
        joined = words[index] == "و"
        index += 1
    if index >= stop:
        return None
    word = words[index]
    if word[0].isdigit():
        read = read_digits(word)
        if read is None or read[1] is not None:
            return None
        return _Piece(index + 1, joined, "digits", read[0], None)
    found = lookup(word)
    if found is None or found.role not in _NUMERALS:
        return None
    if joined and found.joined:
        return None
    if not joined and found.proclitics[:1] in ("ب", "ل", "ك", "ف", "ع") and found.proclitics != "لل":
        return None
    return _Piece(index + 1, joined or found.joined, found.role, Fraction(found.value), found)


def read_cardinal(words: Sequence[str], index: int, stop: int) -> Reading | None:
    """Read the longest cardinal that starts at word `index`, or None.

    The first word may carry proclitics; those after it are joined by و or stand in the order of a scale.
    """
    word = words[index]
    if word[0].isdigit():
        read = read_digits(word)
        if read is None:
            return None
        if read[1] is not None:
            return Reading(index, index + 1, read[0], None, "digits", read[1])
        first = _Piece(index + 1, joined=False, role="digits", value=read[0], word=None)
    else:
        found = lookup(word)
        if found is not None and found.role == "fraction":
            return _share(words, index, stop, found)
        if found is None or found.role not in _NUMERALS or word.endswith(tuple(number_words("plural-scale"))):
            return None
        first = _Piece(index + 1, joined=False, role=found.role, value=Fraction(found.value), word=found)
        if found.value == 1 and found.role == "unit" and not word.endswith(tuple(number_words("counting-one"))):
            # أحد and إحدى count only in compounds: "أحد عشر", "إحدى وعشرين"
            after = _piece(words, index + 1, stop)
            if after is None or not (
                (after.role == "ten" and after.joined)
                or (after.value == 10 and after.role == "unit" and not after.joined)
            ):
                return None
    reading = _Chain(words, stop).read(index, first)
    return _pointed(words, reading, stop) or reading


def _share(words: Sequence[str], index: int, stop: int, found: NumberWord) -> Reading | None:
    """Read "نصف مليون", "ربع المليون": a share of a scale."""
    scale = lookup(words[index + 1]) if index + 1 < stop else None
    if scale is None or scale.role not in ("scale", "hundred") or scale.proclitics not in ("", "ال"):
        return None
    return Reading(index, index + 2, Fraction(scale.value, found.value), found.entry_id, "words")


def _pointed(words: Sequence[str], whole: Reading, stop: int) -> Reading | None:
    """Read "ثلاثة فاصلة خمسة", "4 فاصلة 5 مليون"."""
    point = lookup(words[whole.stop]) if whole.stop + 1 < stop else None
    if point is None or point.role != "point" or point.proclitics:
        return None
    part = read_cardinal(words, whole.stop + 1, stop)
    if part is None or part.value.denominator != 1 or part.high is not None:
        return None
    scale = lookup(words[part.stop - 1])
    times = Fraction(1)
    digits = int(part.value)
    if scale is not None and scale.role == "scale" and not scale.joined and part.stop - part.first > 1:
        times, digits = Fraction(scale.value), digits // scale.value
    value = (whole.value + Fraction(digits, 10 ** len(str(digits)))) * times
    return Reading(whole.first, part.stop, value, whole.entry_id, "words")


class _Chain:
    """The running sum of one number: closed thousands, and the group below a thousand being read."""

    __slots__ = ("closed", "group", "ranks", "stop", "term", "words")

    def __init__(self, words: Sequence[str], stop: int) -> None:
        self.words, self.stop = words, stop
        self.closed = Fraction(0)
        self.term = Fraction(0)  # the last closed thousand, which a further scale multiplies
        self.group: Fraction | None = None
        self.ranks: set[str] = set()

    def read(self, index: int, piece: _Piece) -> Reading:
        start, end = index, index
        last: _Piece | None = None
        entry_id = piece.word.entry_id if piece.word else None
        while self._take(piece, last):
            last, end = piece, piece.stop
            following = _piece(self.words, end, self.stop)
            if following is None:
                break
            piece = following
        end = self._fraction(end, last)
        value = self.closed + (self.group or 0)
        definite = bool(last and lookup(self.words[start]) and _is_definite(self.words[start]))
        rule = "digits" if self.words[start][0].isdigit() else "words"
        return Reading(start, end, value, entry_id, rule, None, definite)

    def _take(self, piece: _Piece, last: _Piece | None) -> bool:
        if piece.role in ("scale", "scale-two"):
            return self._scale(piece, last)
        if last is None:
            self.group = piece.value
            self.ranks = {_rank(piece)}
            return True
        if piece.role == "digits":
            # "15 ألفاً و200", never "15 و20"
            if last.role in ("scale", "scale-two") and piece.joined and piece.value < 1000 <= self.closed:
                self.group, self.ranks = piece.value, {"digits"}
                return True
            return False
        if last.role == "digits":
            if piece.role == "hundred" and not piece.joined and piece.value == 100 and self.group and self.group < 10:
                self.group *= 100
                return True
            return False
        if not piece.joined:
            return self._beside(piece, last)
        if self.group is None:
            self.group, self.ranks = piece.value, {_rank(piece)}
            return True
        rank = _rank(piece)
        if rank in self.ranks or ("teen" in self.ranks and rank != "hundred"):
            return False
        if rank == "unit" and "ten" in self.ranks:
            return False
        if rank == "teen" and self.ranks & {"unit", "ten"}:
            return False
        self.group += piece.value
        self.ranks.add(rank)
        return True

    def _beside(self, piece: _Piece, last: _Piece) -> bool:
        """Take a word that stands beside the last without و: "ستة عشر", "ثلاث مئة"."""
        if self.group is None:
            return False
        if last.role == "hundred" and piece.role == "unit" and self.ranks == {"hundred"}:
            # "خمسمية خمسة وعشرين": the dialects leave out the first و
            after = _piece(self.words, piece.stop, self.stop)
            if after is None or after.role != "ten" or not after.joined or piece.value > 9:
                return False
            self.group += piece.value
            self.ranks.add("unit")
            return True
        if last.role != "unit":
            return False
        unit = last.value
        if (
            piece.value == 10
            and piece.role == "unit"
            and 1 <= unit <= 9
            and self.words[piece.stop - 1] in number_words("teen-follower")
        ):
            self.group += 10
            self.ranks = (self.ranks - {"unit"}) | {"teen"}
            return True
        if piece.role == "hundred" and piece.value == 100 and 3 <= unit <= 10 and "hundred" not in self.ranks:
            self.group += unit * 99
            self.ranks = (self.ranks - {"unit"}) | {"hundred"}
            return True
        return False

    def _scale(self, piece: _Piece, last: _Piece | None) -> bool:
        if piece.role == "scale-two":
            if last is not None and not piece.joined:
                return False
            self._close(piece.value + (self.group or 0))
            return True
        if last is None or (piece.joined and self.group is None):
            word = self.words[piece.stop - 1]
            more = _piece(self.words, piece.stop, self.stop)
            two_of_construct = (
                last is None and word.endswith(tuple(number_words("thousand-or-two"))) and piece.value == 1000
            )
            two_of_construct = two_of_construct and not (more is not None and more.joined)  # "ألفاً ومئتين"
            self._close(piece.value * (2 if two_of_construct else 1))
            return True
        if piece.joined:
            self._close(piece.value + (self.group or 0))
            return True
        if self.group is not None:
            self._close(self.group * piece.value)
            return True
        if last.role in ("scale", "scale-two"):
            self.closed += self.term * (piece.value - 1)
            self.term *= piece.value
            return True
        return False

    def _close(self, term: Fraction) -> None:
        self.closed += term
        self.term = term
        self.group, self.ranks = None, set()

    def _fraction(self, end: int, last: _Piece | None) -> int:
        """Add "ونصف", "ونصف المليون", "وربع" after a number."""
        if last is None or end >= self.stop:
            return end
        word, step = self.words[end], 1
        if word == "و" and end + 1 < self.stop:
            word, step = "و" + self.words[end + 1], 2
        if not word.startswith("و"):
            return end
        part = word[1:].removeprefix("ال")
        share = share_told(part)
        if share is None:
            return end
        hundred = lookup(self.words[end + step]) if end + step < self.stop else None
        if hundred is not None and hundred.role == "hundred" and not hundred.joined:
            self.closed += share * hundred.value
            return end + step + 1
        if last.role in ("scale", "scale-two"):
            unit = Fraction(last.value if last.role == "scale" else last.value / 2)
            self.closed += share * unit
            after = end + step
            repeated = lookup(self.words[after]) if after < self.stop else None
            if repeated is not None and repeated.role == "scale" and repeated.value == unit:
                return after + 1
            return after
        if self.group is None:
            return end
        self.group += share
        after = end + step
        repeated = lookup(self.words[after]) if after < self.stop else None
        if repeated is not None and repeated.role == "scale" and not repeated.joined:
            self._close(self.group * repeated.value)
            return after + 1
        return after


def _rank(piece: _Piece) -> str:
    if piece.role == "unit" and piece.value == 10:
        return "teen"
    return piece.role


def _is_definite(word: str) -> bool:
    found = lookup(word)
    return found is not None and found.definite


def read_ordinal(words: Sequence[str], index: int, stop: int) -> Reading | None:
    """Read a rank at word `index`: "الأولى", "الثاني عشر", "الخامس والعشرون", "الـ15"."""
    word = words[index]
    found = lookup(word)
    if found is None or found.role != "ordinal":
        return None
    value, end = Fraction(found.value), index + 1
    if end < stop and words[end] in number_words("teen-follower"):
        value, end = value + 10, end + 1
    else:
        piece = _piece(words, end, stop)
        if piece is not None and piece.joined and piece.role == "ten" and (piece.word is None or _has_article(piece)):
            value, end = value + piece.value, piece.stop
    if end + 1 < stop and words[end] in number_words("past"):
        beyond = read_cardinal(words, end + 1, stop)
        if beyond is not None and beyond.definite:
            value, end = value + beyond.value, beyond.stop
    return Reading(index, end, value, found.entry_id, "ordinal", None, found.definite)


def _has_article(piece: _Piece) -> bool:
    return piece.word is not None and "ال" in piece.word.proclitics
