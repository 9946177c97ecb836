"""What is sent and answered, field by field, each with what it means and an example."""
