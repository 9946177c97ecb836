"""Fetching from the network, and taking in what comes from outside, without being harmed by it."""

from marsad.fetch.limits import Limits
from marsad.fetch.polite import PoliteClient
from marsad.fetch.request import fetch, post, user_agent
from marsad.fetch.response import Exchange, Response

__all__ = ["Exchange", "Limits", "PoliteClient", "Response", "fetch", "post", "user_agent"]
