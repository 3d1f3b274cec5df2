"""Message templates in the source of installed packages -> experimental entries.

A leaf: reads source files as text, never imports what it mines, and needs nothing of the run side.
"""
