"""Reports for people (text) and for programs (NDJSON). Import the submodule you need; none is loaded here."""
