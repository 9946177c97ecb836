"""Numbers with what they count, as grammar wants it: حادثتان، ثلاث حوادث، 11 حادثةً, 100 حادثة."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from marsad.wording.tongue import Tongue

__all__ = ["Counted", "Noun", "counted"]

_WORDS = {
    3: ("ثلاثة", "ثلاث"), 4: ("أربعة", "أربع"), 5: ("خمسة", "خمس"), 6: ("ستة", "ست"), 7: ("سبعة", "سبع"),
    8: ("ثمانية", "ثماني"), 9: ("تسعة", "تسع"), 10: ("عشرة", "عشر"),
}  # fmt: skip
_ENGLISH = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


class Noun(BaseModel):
    """A noun with the forms that numbers ask for.

    English has `one` and `other`. Arabic: `one` (حادثة واحدة), `two` and after a preposition or in an iḍāfa
    `two_oblique` (حادثتان، حادثتين), `few` for 3 to 10 (حوادث), `many` for 11 to 99 (حادثةً), `other` for the
    hundreds (حادثة); `feminine` says which words the numbers from 3 to 10 take. `none` is said where there is none.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    one: str
    other: str
    none: str = ""
    two: str = ""
    two_oblique: str = ""
    few: str = ""
    many: str = ""
    feminine: bool = False


def counted(number: int, noun: Noun, tongue: Tongue, *, oblique: bool = False, words: bool = True) -> str:
    """Return a number with its noun; up to ten in words, unless `words` is False.

    `oblique` is the case after a preposition or a verbal noun: "مقتل مدنيين اثنين" has مدنيين for مدنيان.

    >>> civilian = Noun(one="مدني واحد", two="مدنيان", two_oblique="مدنيَين", few="مدنيين", many="مدنياً", other="مدني")
    >>> [counted(number, civilian, Tongue(language="ar")) for number in (1, 2, 3, 11, 100, 103)]
    ['مدني واحد', 'مدنيان', 'ثلاثة مدنيين', '11 مدنياً', '100 مدني', '103 مدنيين']
    """
    if number == 0 and noun.none:
        return noun.none
    if tongue.rtl:
        return _arabic(number, noun, tongue, oblique=oblique, words=words)
    told = _ENGLISH[number] if words and number < len(_ENGLISH) else tongue.number(number)
    return f"{told} {noun.one if number == 1 else noun.other}"


def _arabic(number: int, noun: Noun, tongue: Tongue, *, oblique: bool, words: bool) -> str:
    if number == 1:
        return noun.one
    if number == 2:
        return noun.two_oblique if oblique else noun.two
    rest = number % 100
    told = _WORDS[number][noun.feminine] if words and number in _WORDS else tongue.number(number)
    form = noun.few if 3 <= rest <= 10 else noun.many if rest >= 11 else noun.other
    return f"{told} {form}"


class Counted:
    """A number that a sentence takes in: `{n}` is حادثتان, `{n:oblique}` حادثتين, `{n:digits}` 2."""

    __slots__ = ("_noun", "_number", "_tongue")

    def __init__(self, number: int, noun: Noun, tongue: Tongue) -> None:
        self._number, self._noun, self._tongue = number, noun, tongue

    def __format__(self, form: str) -> str:
        """Return it as a form asks: "" or "oblique" with the noun, "digits" without."""
        if form == "digits":
            return self._tongue.number(self._number)
        return counted(self._number, self._noun, self._tongue, oblique=form == "oblique")
