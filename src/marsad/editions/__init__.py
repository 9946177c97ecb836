"""What those see who may not see all of a store: without private names and exact places, without collections."""
