"""Very many reports, coded on several cores or machines: Parquet in, Parquet out, a shard at a time."""
