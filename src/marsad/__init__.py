"""marsad: Arabic reports of armed conflict to coded events, every field tied to its words."""
