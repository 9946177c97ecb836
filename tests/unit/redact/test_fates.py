"""Words for what became of people."""

from marsad.redact.fates import contexts, fates


def test_fates_know_killed_and_detained():
    """Outcome words and the few more that posts use are told apart."""
    found = {hit.payload for hit in fates().find(("قتل", "اعتقل", "ارتقي", "مفقود"))}
    assert found == {"victim", "detainee"}


def test_contexts_tell_more_than_fates():
    """Words that only tell the kind of people are no fates by themselves."""
    words = ("تحت", "الانقاض")
    assert {hit.payload for hit in contexts().find(words)} == {"victim"}
    assert not fates().find(words)
