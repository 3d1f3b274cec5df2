# needs: pip:pydantic
"""Code of Pydantic 1 with Pydantic 2."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import check

BASE = "from pydantic import BaseModel, constr, root_validator, validator\nclass A(BaseModel):\n"
CASES = [
    ("from pydantic import BaseSettings\n", "`BaseSettings` has been moved to the `pydantic-settings` package."),
    (BASE + "    x = 1\n", "A non-annotated attribute was detected: `x = 1`."),
    (BASE + "    @root_validator\n    def f(cls, v): return v\n", "you MUST specify `skip_on_failure=True`"),
    (BASE + "    id: int\n    @validator('id', pre=True)\n    def f(cls, v, field): return v\n", "The `field` and `config` parameters are not available in Pydantic V2"),
    (BASE + "    __root__: int\n", "use `pydantic.RootModel` rather than a field called '__root__'"),
    (BASE + "    id: int = 1\nA.from_orm({'id': 1})\n", "You must set the config attribute `from_attributes=True` to use from_orm"),
    (BASE + "    id: constr(regex='a')\n", "constr() got an unexpected keyword argument 'regex'"),
]
sys.exit(check(CASES))
