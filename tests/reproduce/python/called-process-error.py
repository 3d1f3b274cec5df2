"""Run commands that fail, with check=True."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("import subprocess\nsubprocess.run(['ls', 'no-such-file'], check=True, capture_output=True)\n", "returned non-zero exit status 2."),
    ("import subprocess\nsubprocess.check_output('exit 127', shell=True)\n", "returned non-zero exit status 127."),
    ("import subprocess\nsubprocess.run(['sh', '-c', 'kill -9 $$'], check=True)\n", "died with <Signals.SIGKILL: 9>."),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
