"""XML from outside: no entities, nothing from the network, nothing without bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.parsers import expat

from marsad.errors import ReadError

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["parse_xml"]

_MOST = 50 * 1024 * 1024


class _Prologue(Exception):  # noqa: N818 - it ends a reading, nothing is wrong
    def __init__(self, *, declares: bool) -> None:
        self.declares = declares


def parse_xml(content: bytes, *, file: str, most: int = _MOST) -> etree._Element:
    """Return the root of an XML document that nobody vouches for: a feed, a sitemap.

    A document that declares entities or anything else of its own is refused before it is parsed; a bare
    <!DOCTYPE rss> is passed over, and what it points at is never loaded. Raises ReadError, also for broken XML and for
    more than `most` bytes.
    """
    if len(content) > most:
        raise ReadError(f"The XML is larger than {most:,} bytes.", file=file, remedy="Leave it out, or allow it more.")
    if _declares(content, file):
        problem = "The XML declares entities or rules of its own, by which a reader can be harmed."
        raise ReadError(problem, file=file, remedy="Leave it out; honest feeds have none.")
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False, remove_pis=True
    )
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise _broken(error.msg or "not well-formed", file, error.lineno) from None


def _declares(content: bytes, file: str) -> bool:
    """Read up to the first element, and say whether the document type has anything between brackets."""
    parser = expat.ParserCreate()

    def doctype(_name: str, _system: str | None, _public: str | None, has_subset: bool) -> None:
        if has_subset:
            raise _Prologue(declares=True)

    def element(_name: str, _attributes: dict[str, str]) -> None:
        raise _Prologue(declares=False)

    parser.StartDoctypeDeclHandler = doctype
    parser.StartElementHandler = element
    try:
        parser.Parse(content, True)  # noqa: FBT003 - expat's own signature
    except _Prologue as end:
        return end.declares
    except (expat.ExpatError, ValueError, LookupError) as error:  # the last two: encodings that Python does not know
        raise _broken(str(error), file, parser.ErrorLineNumber) from None
    raise _broken("no element found", file, None)


def _broken(problem: str, file: str, line: int | None) -> ReadError:
    return ReadError(f"The XML is broken ({problem}).", file=file, line=line, remedy="Fetch it again.")
