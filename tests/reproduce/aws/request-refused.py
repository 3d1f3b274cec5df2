# needs: pip:boto3
# Asks a server on loopback that answers with the error codes of S3.
import http.server
import sys
import threading

import boto3
from botocore.exceptions import ClientError

CODES = {
    "ExpiredToken": (400, "The provided token has expired."),
    "AccessDenied": (403, "Access Denied"),
    "SignatureDoesNotMatch": (403, "The request signature we calculated does not match the signature you provided. Check your key and signing method."),
    "InvalidAccessKeyId": (403, "The AWS Access Key Id you provided does not exist in our records."),
    "RequestTimeTooSkewed": (403, "The difference between the request time and the current time is too large."),
}


class Handler(http.server.BaseHTTPRequestHandler):
    code = ""

    def log_message(self, *args):
        pass

    def do_GET(self):
        status, message = CODES[Handler.code]
        body = f"<?xml version='1.0'?><Error><Code>{Handler.code}</Code><Message>{message}</Message></Error>".encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/xml")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
client = boto3.client("s3", endpoint_url=f"http://127.0.0.1:{server.server_port}", region_name="eu-west-1",
                      aws_access_key_id="example", aws_secret_access_key="example")
for code, (_, message) in CODES.items():
    Handler.code = code
    try:
        client.list_buckets()
        sys.exit(1)
    except ClientError as error:
        print(f"{type(error).__module__}.{type(error).__name__}: {error}")
        if f"An error occurred ({code}) when calling the ListBuckets operation: {message}" not in str(error):
            sys.exit(1)
