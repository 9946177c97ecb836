"""What the interface says of itself."""

from marsad.serve.api.app import description


def test_no_two_shapes_share_a_name():
    """Else both would be called by the modules that they stand in, which is nobody's business and no name."""
    assert [name for name in description()["components"]["schemas"] if "__" in name] == []
