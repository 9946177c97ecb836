"""What all tests share: bounded, repeatable property tests."""

from hypothesis import HealthCheck, settings

settings.register_profile("marsad", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("marsad")
