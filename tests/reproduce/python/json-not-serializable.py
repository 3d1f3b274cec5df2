"""Write objects as JSON that it does not know."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("import json, datetime\njson.dumps({'day': datetime.date(2026, 11, 2)})\n", "Object of type date is not JSON serializable"),
    ("import json\njson.dumps({1, 2})\n", "Object of type set is not JSON serializable"),
    ("import json\njson.dumps({'data': b'x'})\n", "Object of type bytes is not JSON serializable"),
    ("import json\n\n\nclass Shop:\n    pass\n\n\njson.dumps(Shop())\n", "Object of type Shop is not JSON serializable"),
    ("import json, decimal\njson.dumps([decimal.Decimal('1.5')])\n", "Object of type Decimal is not JSON serializable"),
    ("import json\njson.dumps({(1, 2): 3})\n", "keys must be str, int, float, bool or None, not tuple"),
    ("import json\nrow = {}\nrow['self'] = row\njson.dumps(row)\n", "Circular reference detected"),
    ("import json\njson.dumps({}.keys())\n", "Object of type dict_keys is not JSON serializable"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
