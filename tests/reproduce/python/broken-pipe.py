"""Write to a pipe or socket that nobody reads any more."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("import subprocess\nprocess = subprocess.Popen(['true'], stdin=subprocess.PIPE)\nprocess.wait()\nprocess.stdin.write(b'x')\nprocess.stdin.flush()\n", "BrokenPipeError: [Errno 32] Broken pipe"),
    ("import subprocess, sys\ncode = 'for i in range(100000): print(i)'\nsubprocess.run(f'{sys.executable} -c \"{code}\" | head -n 1', shell=True)\n", "BrokenPipeError: [Errno 32] Broken pipe"),
    ("import socket\na, b = socket.socketpair()\nb.close()\na.send(b'x')\n", "BrokenPipeError: [Errno 32] Broken pipe"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
