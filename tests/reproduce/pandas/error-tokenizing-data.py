# needs: pip:pandas
"""Read files whose lines do not have the same number of fields."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import check

READ = "import pandas as pd\nprint(pd.read_csv('data.csv'))\n"
CASES = [
    ({"main.py": READ, "data.csv": "a,b\n1,2\n3,4,5\n"}, "Expected 2 fields in line 3, saw 3"),
    ({"main.py": READ, "data.csv": "Report of May\nmade today\na,b,c\n1,2,3\n"}, "Expected 1 fields in line 3, saw 3"),
    ({"main.py": READ, "data.csv": 'a,b\n1,"2\n3,4\n'}, "EOF inside string starting at row"),
    ({"main.py": READ.replace("'data.csv'", "'data.csv', engine='python'"), "data.csv": "a,b\n1,2\n3,4,5\n"}, "Expected 2 fields in line 3, saw 3"),
    ({"main.py": READ, "data.csv": ""}, "No columns to parse from file"),
]
sys.exit(check(CASES))
