# needs: pip:boto3
# Asks for buckets without credentials, with half of them, and with a profile that is not there.
import os
import subprocess
import sys
import tempfile

CALL = "import boto3; boto3.client('s3').list_buckets()"


def run(**environment):
    clean = {"PATH": os.environ["PATH"], "HOME": tempfile.mkdtemp(), "AWS_EC2_METADATA_DISABLED": "true", "AWS_DEFAULT_REGION": "eu-west-1"}
    done = subprocess.run([sys.executable, "-c", CALL], env={**clean, **environment}, capture_output=True, text=True)
    last = done.stderr.strip().splitlines()[-1]
    print(last)
    return last


if "NoCredentialsError: Unable to locate credentials" not in run():
    sys.exit(1)
if "ProfileNotFound: The config profile (prod) could not be found" not in run(AWS_PROFILE="prod"):
    sys.exit(1)
if "Partial credentials found in env, missing: AWS_SECRET_ACCESS_KEY" not in run(AWS_ACCESS_KEY_ID="example"):
    sys.exit(1)
