"""Linguistic resources: what an entry must say, how entries are read, matched and checked."""
