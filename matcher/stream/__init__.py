"""Bytes on a pipe or in files -> events -> reports; hit-first: only around a hit is there any Python."""
