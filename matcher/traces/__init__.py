"""Where one error begins and ends in text, and what its trace says."""
