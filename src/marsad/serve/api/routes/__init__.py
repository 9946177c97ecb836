"""The addresses of the interface, one subject a file."""
