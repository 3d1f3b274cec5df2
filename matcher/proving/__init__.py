"""Entries put to the test: examples rank first, near misses stay silent."""
