"""Published text to folded text, with the way back."""

from marsad.normalise.apply import Folded, fold_text

__all__ = ["Folded", "fold_text"]
