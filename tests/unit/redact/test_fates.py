"""Words for what became of people."""

from marsad.redact.fates import fates


def test_fates_know_killed_and_detained():
    """Outcome words and the few more that posts use are told apart."""
    found = {hit.payload for hit in fates().find(("قتل", "اعتقل", "ارتقي", "مفقود"))}
    assert found == {"victim", "detainee"}
