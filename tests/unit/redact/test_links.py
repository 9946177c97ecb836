"""Links that spell a name."""

from marsad.redact.links import links_to
from marsad.redact.named import Named

PERSON = Named(0, 2, ("قصي", "الزعبي"), "victim", "test", announced=True)


def test_a_link_with_the_name_is_found_however_it_is_written():
    """Percent-encoded letters are read; another's link stays."""
    plain = "https://example.org/ar/مقتل-قصي-الزعبي"
    coded = "https://example.org/%D9%82%D8%B5%D9%8A_%D8%A7%D9%84%D8%B2%D8%B9%D8%A8%D9%8A"
    other = "https://example.org/ar/مقتل-محمد-الزعبي"
    assert len(list(links_to(f"{plain} {coded} {other}", [PERSON]))) == 2
