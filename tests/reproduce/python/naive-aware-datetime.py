"""Mix times with and without a time zone."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("from datetime import datetime, timezone\nprint(datetime.now() < datetime.now(timezone.utc))\n", "can't compare offset-naive and offset-aware datetimes"),
    ("from datetime import datetime, timezone\nprint(datetime.now(timezone.utc) - datetime.now())\n", "can't subtract offset-naive and offset-aware datetimes"),
    ("from datetime import datetime, date\nprint(datetime.now() > date.today())\n", "can't compare datetime.datetime to datetime.date"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
