"""Claims that reports make about the record itself: read from their words, and checked against incidents."""
