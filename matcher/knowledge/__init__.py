"""YAML -> Database: read, validate, lint, compile. May be slow, may fail."""
