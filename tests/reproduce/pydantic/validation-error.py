# needs: pip:pydantic-settings
"""Data that do not fit the model."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import check

SETTINGS = "from pydantic_settings import BaseSettings, SettingsConfigDict\nclass S(BaseSettings):\n"
CASES = [
    ("from pydantic import BaseModel\nclass A(BaseModel):\n    id: int\n    name: str\nA(id='abc')\n", "ValidationError: 2 validation errors for A"),
    (SETTINGS + "    database_url: str\nS()\n", "ValidationError: 1 validation error for S\ndatabase_url\n  Field required"),
    ({"main.py": SETTINGS + "    model_config = SettingsConfigDict(env_file='.env')\n    a: int\nS()\n", ".env": "A=1\nB=2\n"}, "Extra inputs are not permitted"),
]
sys.exit(check(CASES))
