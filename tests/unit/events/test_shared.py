"""What the candidates of one choice share."""

from marsad.events.shared import Shared
from marsad.lexicon.weights import Weights


def test_what_is_shared_adds_as_if_spelt_out():
    """Features behind an opening, or before an ending, add what the whole ones weigh; unknown ones nothing."""
    weights = Weights(name="made", weights={"cat=rebel|armed1": 1.0, "cat=rebel|civil0": 0.5, "m=air|Battles": 3.0})
    assert Shared(("armed1", "civil0", "guarded")).begun(weights, "cat=rebel|") == 1.5
    assert Shared(("armed1",)).begun(weights, "cat=state|") == 0.0
    assert Shared(("m=air", "m=none")).crossed(weights, "Battles") == 3.0
    assert Shared(("m=air", "m=none")).crossed(weights, "Riots") == 0.0


def test_two_models_are_not_mixed_up():
    """Both sides are weighed by what one frame shares: each model by its own weights, whatever its name."""
    shared = Shared(("armed1",))
    one, two = (Weights(name="side", weights={"cat=rebel|armed1": weight}) for weight in (1.0, -1.0))
    assert [shared.begun(weights, "cat=rebel|") for weights in (one, two, one)] == [1.0, -1.0, 1.0]
