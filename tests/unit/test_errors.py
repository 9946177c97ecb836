import pickle

import pytest

from marsad.errors import MarsadError, ReadError, ResourceError, SettingsError


@pytest.mark.parametrize(
    "error",
    [
        ReadError("Bad.", file="a.jsonl", line=3, remedy="Mend it."),
        ResourceError("Bad.", file="a.yaml", line=3, entry_id="x", remedy="Mend it."),
        SettingsError("No. Do this."),
        MarsadError("No."),
    ],
)
def test_errors_cross_processes(error):
    """What a worker raises arrives with its message and its facts."""
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is type(error)
    assert str(copy) == str(error)
    assert vars(copy) == vars(error)


def test_a_message_names_place_and_remedy():
    """File, line and entry come first, the remedy last."""
    error = ResourceError("The form is doubled.", file="a.yaml", line=3, entry_id="x", remedy="Remove one.")
    assert str(error) == "a.yaml, line 3 (entry x): The form is doubled. Remove one."
