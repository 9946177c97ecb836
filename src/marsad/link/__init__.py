"""Codings of one real-world act joined across reports and days, each link with its reasons."""
