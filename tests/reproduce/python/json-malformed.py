"""Parse texts that are nearly JSON."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("import json\njson.loads(\"{'a': 1}\")\n", "Expecting property name enclosed in double quotes"),
    ("import json\njson.loads('{\"a\": 1,}')\n", "JSONDecodeError"),
    ("import json\njson.loads('{\"a\": 1 \"b\": 2}')\n", "Expecting ',' delimiter"),
    ("import json\njson.loads('{\"a\": \"x\\ny\"}')\n", "Invalid control character at"),
    ("import json\njson.loads('{\"path\": \"C:\\\\data\"}')\n", "Invalid \\escape"),
    ("import json\njson.loads('{\"a\": \"x')\n", "Unterminated string starting at"),
    ("import json\njson.loads('[1, 2,]')\n", "JSONDecodeError"),
    ("import json\njson.loads('\\ufeff{}')\n", "Unexpected UTF-8 BOM"),
    ("import json\njson.loads('{\"a\" 1}')\n", "Expecting ':' delimiter"),
    ("import json\njson.loads('{// note\\n\"a\": 1}')\n", "Expecting property name enclosed in double quotes"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
