"""marsad: Arabic reports of armed conflict to coded events, every field tied to its words."""

__version__ = "0.1.0"
