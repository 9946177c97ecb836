"""Names of private people taken out of texts, and coded records made fit for a public edition."""
