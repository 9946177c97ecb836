"""Words, actors and places that a team changes for itself: checked as the files are, tried out, written as files."""
