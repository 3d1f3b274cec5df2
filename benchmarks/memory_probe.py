"""The process whose memory is measured: opens a database, matches the texts that come on stdin.

Prints one line of JSON: bytes when started, after opening, after the first match, after all matches,
the number of entries, how many texts had the wanted first answer, and for how many the engine said
that it gave up (on a machine under load it runs out of time). The texts are read only when the
database is open, and their own size is part of the last two numbers.
"""

import json
import sys

from benchmarks.measure import resident_bytes

if __name__ == "__main__":
    start = resident_bytes()
    from matcher import Matcher

    matcher = Matcher.open(sys.argv[1])
    opened = resident_bytes()
    right = first = incomplete = 0
    wanted = json.load(sys.stdin)
    for entry_id, text in wanted:
        report = matcher.match(text)
        best = report.best
        incomplete += bool(report.incomplete)
        right += best is not None and best.id == entry_id
        first = first or resident_bytes()
    sizes = {"start": start, "opened": opened, "first": first, "matched": resident_bytes()}
    counts = {"entries": len(matcher), "right": right, "incomplete": incomplete}
    print(json.dumps({**sizes, **counts}))
