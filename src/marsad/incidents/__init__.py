"""Incidents of a store: linked from its codings, decided on by people, graded, shown."""
