"""Releases of the public edition: dated, numbered, hashed, each telling what it changed, and made again bit for bit."""
