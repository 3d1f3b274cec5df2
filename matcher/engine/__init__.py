"""Database + haystack -> Report: the hot path. Knows neither YAML nor pydantic."""
