# needs: pip:ansible-core
# Pings a host where no SSH server listens.
import os
import subprocess
import sys
import tempfile
from pathlib import Path

home = tempfile.mkdtemp()
ansible = str(Path(sys.executable).parent / "ansible")
environment = {"PATH": os.environ["PATH"], "HOME": home, "ANSIBLE_NOCOLOR": "1", "LC_ALL": "C.UTF-8"}
done = subprocess.run([ansible, "-i", "127.0.0.1:1,", "all", "-m", "ping"], cwd=home, env=environment, capture_output=True, text=True)
print(done.stdout, done.stderr)
sys.exit("127.0.0.1 | UNREACHABLE! => {" not in done.stdout)
