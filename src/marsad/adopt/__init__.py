"""Codings by others, a language model or a person elsewhere: taken as far as the words of the report bear them out."""

from marsad.adopt.answers import Answers, read_answers
from marsad.adopt.coder import AnswerCoder
from marsad.adopt.instructions import instructions

__all__ = ["AnswerCoder", "Answers", "instructions", "read_answers"]
