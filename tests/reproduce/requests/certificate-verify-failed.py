# needs: pip:requests pip:cryptography
"""Talk to local TLS servers with bad certificates, one per cause. No network is used."""

import datetime
import ipaddress
import os
import ssl
import sys
import tempfile
import threading
import urllib.error
import urllib.request
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import requests
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

NOW = datetime.datetime.now(datetime.timezone.utc)
DAY = datetime.timedelta(days=1)
KEY_USAGE = x509.KeyUsage(
    digital_signature=True,
    content_commitment=False,
    key_encipherment=False,
    data_encipherment=False,
    key_agreement=False,
    key_cert_sign=True,
    crl_sign=True,
    encipher_only=False,
    decipher_only=False,
)


def name(text):
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def certificate(
    subject,
    *,
    issuer=None,
    hosts=("localhost",),
    start=-2,
    end=30,
    ca=False,
    plain=False,
    usage=True,
):
    """Return (certificate, key); `issuer` is such a pair, `plain` leaves most extensions out."""
    key = ec.generate_private_key(ec.SECP256R1())
    signer = issuer[1] if issuer else key
    builder = (
        x509.CertificateBuilder()
        .subject_name(name(subject))
        .issuer_name(issuer[0].subject if issuer else name(subject))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW + start * DAY)
        .not_valid_after(NOW + end * DAY)
    )
    if not plain:
        names = [x509.DNSName(host) for host in hosts]
        names.append(x509.IPAddress(ipaddress.ip_address("10.0.0.1")))
        builder = (
            builder.add_extension(x509.SubjectAlternativeName(names), False)
            .add_extension(x509.BasicConstraints(ca=ca, path_length=None), True)
            .add_extension(
                x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()), False
            )
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), False)
        )
        if ca and usage:
            builder = builder.add_extension(KEY_USAGE, True)
    else:
        builder = builder.add_extension(
            x509.SubjectAlternativeName([x509.DNSName(host) for host in hosts]), False
        )
    return builder.sign(signer, hashes.SHA256()), key


def pem(cert):
    return cert.public_bytes(serialization.Encoding.PEM)


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_):
        pass


class Server(HTTPServer):
    def handle_error(self, *_):
        pass


def serve(folder, pair, chain=()):
    cert, key = pair
    path = Path(folder, f"{cert.serial_number}.pem")
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + pem(cert)
        + b"".join(pem(extra) for extra in chain)
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    server = Server(("127.0.0.1", 0), Handler)
    server.socket = context.wrap_socket(
        server.socket, server_side=True, do_handshake_on_connect=False
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_port


def main():
    for variable in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "HTTPS_PROXY", "https_proxy"):
        os.environ.pop(variable, None)
    os.environ["NO_PROXY"] = "*"
    reproduced = True
    with tempfile.TemporaryDirectory() as folder:
        root = certificate("Acme Root", ca=True)
        middle = certificate("Acme Issuing CA", issuer=root, ca=True)
        old_root = certificate("Old Root", ca=True, plain=True)
        usage_root = certificate("Usage Root", ca=True, usage=False)
        bundle = Path(folder, "bundle.pem")
        bundle.write_bytes(b"".join(pem(each[0]) for each in (root, old_root, usage_root)))
        good = certificate("localhost", issuer=root)
        cases = [
            # (host, server certificate, chain, trusted, what the message must hold)
            ("localhost", certificate("localhost"), (), True, "certificate"),
            ("localhost", good, (root[0],), True, "in certificate chain"),
            ("localhost", certificate("localhost", issuer=middle), (), bundle, "local issuer"),
            ("localhost", certificate("localhost", issuer=root, end=-1), (), bundle, "expired"),
            (
                "localhost",
                certificate("localhost", issuer=root, start=1),
                (),
                bundle,
                "not yet valid",
            ),
            (
                "localhost",
                certificate("api", issuer=root, hosts=("api.example.org",)),
                (),
                bundle,
                "Hostname mismatch",
            ),
            ("127.0.0.1", good, (), bundle, "IP address mismatch"),
        ]
        if sys.version_info >= (3, 13):
            strict = certificate("localhost", issuer=old_root, plain=True)
            cases.append(("localhost", strict, (), bundle, "Authority Key Identifier"))
            strict = certificate("localhost", issuer=usage_root)
            cases.append(("localhost", strict, (), bundle, "key usage extension"))
        for host, pair, chain, trusted, wanted in cases:
            url = f"https://{host}:{serve(folder, pair, chain)}/"
            try:
                context = None
                if trusted is not True:
                    context = ssl.create_default_context(cafile=str(trusted))
                urllib.request.urlopen(url, context=context)
            except urllib.error.URLError as error:
                print("urllib:", error)
                reproduced = reproduced and wanted in str(error)
            try:
                verify = True if trusted is True else str(trusted)
                requests.get(url, verify=verify)
                print("requests: accepted")
            except requests.exceptions.SSLError as error:
                print(f"requests.exceptions.SSLError: {error}")
    return 0 if reproduced else 1


if __name__ == "__main__":
    sys.exit(main())
