"""The workbench: pages on which people read reports, check what was coded, and correct it."""

from marsad.serve.app import make_app
from marsad.serve.settings import Settings

__all__ = ["Settings", "make_app"]
