"""Read dates in another format than they have."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("from datetime import datetime\nprint(datetime.strptime('2026-11-02 10:30', '%d.%m.%Y %H:%M'))\n", "does not match format"),
    ("from datetime import datetime\nprint(datetime.strptime('2026-11-02T10:30:00', '%Y-%m-%d'))\n", "unconverted data remains: T10:30:00"),
    ("from datetime import datetime\nprint(datetime.strptime('02 Novembre 2026', '%d %B %Y'))\n", "does not match format"),
    ("from datetime import datetime\nprint(datetime.fromisoformat('2 Nov 2026'))\n", "Invalid isoformat string: '2 Nov 2026'"),
    ("from datetime import datetime\nprint(datetime.strptime('2026-11-02 10:30:00.123', '%Y-%m-%d %H:%M:%S'))\n", "unconverted data remains: .123"),
    ("from datetime import datetime\nprint(datetime.strptime('2026-11-02T10:30:00Z', '%Y-%m-%dT%H:%M:%S'))\n", "unconverted data remains: Z"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
