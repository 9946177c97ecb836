"""What all tests share: bounded, repeatable property tests, and the places that marsad brings along."""

import os

from hypothesis import HealthCheck, settings

os.environ.pop("MARSAD_PLACES", None)
settings.register_profile("marsad", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("marsad")
