"""Open files without the right to do so."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("import os\nos.mkdir('d')\nopen('a.txt', 'w').close()\nimport subprocess\nsubprocess.run(['./a.txt'])\n", "PermissionError: [Errno 13] Permission denied: './a.txt'"),
    ("import os\nif os.geteuid() == 0:\n    os.setuid(65534)\nos.listdir('/root')\n", "PermissionError: [Errno 13] Permission denied: '/root'"),
    ("import os\nif os.geteuid() == 0:\n    os.setuid(65534)\nopen('/etc/shadow')\n", "PermissionError: [Errno 13] Permission denied: '/etc/shadow'"),
    ("import os\nif os.geteuid() == 0:\n    os.setuid(65534)\nopen('/usr/acme.log', 'w')\n", "PermissionError: [Errno 13] Permission denied: '/usr/acme.log'"),
    ("import os\nif os.geteuid() == 0:\n    os.setuid(65534)\nos.mkdir('/var/lib/acme')\n", "PermissionError: [Errno 13] Permission denied: '/var/lib/acme'"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
