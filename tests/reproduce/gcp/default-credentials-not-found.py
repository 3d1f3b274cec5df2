# needs: pip:google-auth
# Asks for default credentials where none are, and with a file that is not there.
import os
import subprocess
import sys
import tempfile


def run(**environment):
    clean = {"PATH": os.environ["PATH"], "HOME": tempfile.mkdtemp(), "NO_GCE_CHECK": "true"}
    done = subprocess.run([sys.executable, "-c", "import google.auth; google.auth.default()"], env={**clean, **environment},
                          capture_output=True, text=True)
    last = done.stderr.strip().splitlines()[-1]
    print(last)
    return last


if "DefaultCredentialsError: Your default credentials were not found." not in run():
    sys.exit(1)
if "DefaultCredentialsError: File /secrets/key.json was not found." not in run(GOOGLE_APPLICATION_CREDENTIALS="/secrets/key.json"):
    sys.exit(1)
