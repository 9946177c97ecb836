"""The programming interface: /api/v1, the same record as on the pages, for programs with a token."""

from marsad.serve.api.app import make_api

__all__ = ["make_api"]
