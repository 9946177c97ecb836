"""Who acts and who is acted upon: armed sides, civilians by kind, generic words for them."""

from marsad.annotate.actors.find import code_on, find

__all__ = ["code_on", "find"]
