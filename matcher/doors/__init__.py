"""The doors into a running program: its tracebacks get advice, and it does what it did."""
