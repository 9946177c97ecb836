"""Facts of the script, used on report text and on lexicon forms alike."""
