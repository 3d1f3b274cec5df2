"""Benchmarks: definitions are data, results are ratios to a peer of the same run, a wrong count fails."""
