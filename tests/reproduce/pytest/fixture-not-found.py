# needs: pip:pytest
"""Ask for fixtures that no plugin, conftest or module defines."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

FILES = {
    "test_app.py": "def test_home(client):\n    assert client\n",
    "test_mock.py": "def test_send(mocker):\n    assert mocker\n",
    "test_args.py": (
        "import pytest\n\n\n@pytest.mark.parametrize('value', [1])\n"
        "def test_add(value, expected):\n    assert value == expected\n"
    ),
    "unit/conftest.py": "import pytest\n\n\n@pytest.fixture\ndef store():\n    return {}\n",
    "unit/test_unit.py": "def test_unit(store):\n    assert store == {}\n",
    "api/test_api.py": "def test_api(store):\n    assert store == {}\n",
    "test_helper.py": "def test_connection(url):\n    return url\n",
    "test_self.py": "@staticmethod\ndef test_me(self):\n    pass\n",
}


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        for name, text in FILES.items():
            path = Path(folder, name)
            path.parent.mkdir(exist_ok=True)
            path.write_text(text)
        command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--rootdir", "."]
        plain = os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
        done = subprocess.run(command, cwd=folder, env=plain, capture_output=True, text=True)
    output = done.stdout.replace(str(Path(folder).resolve()), "/srv/app")
    print(output)
    wanted = ("'client'", "'mocker'", "'expected'", "'store'", "'url'")
    return 0 if all(f"fixture {name} not found" in output for name in wanted) else 1


if __name__ == "__main__":
    sys.exit(main())
