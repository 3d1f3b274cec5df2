"""Help for the scripts: run small programs and servers of their own, and print what comes out.

Paths of this machine are replaced, so that the output can be read as that of a program in /srv/app.
"""

import contextlib
import glob
import os
import re
import shutil
import socket
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path


def neutral(text, folder):
    """The text without paths of this machine."""
    places = {
        str(Path(folder).resolve()): "/srv/app",
        str(folder): "/srv/app",
        sysconfig.get_paths()["purelib"]: "/srv/app/.venv/lib/python3.11/site-packages",
        sysconfig.get_paths()["stdlib"]: "/usr/lib/python3.11",
        str(Path(sys.executable).parent): "/srv/app/.venv/bin",
        str(Path(sys.executable).resolve().parent): "/usr/bin",
    }
    for place in sorted(places, key=len, reverse=True):
        text = text.replace(place, places[place])
    return text


def run(files, arguments=(), *, environ=None, seconds=120):
    """Write the files, run `python main.py` (or the arguments) beside them, return what it printed."""
    if isinstance(files, str):
        files = {"main.py": files}
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text.lstrip("\n"))
        command = [sys.executable, *(arguments or ["main.py"])]
        variables = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **(environ or {})}
        variables = {name: value for name, value in variables.items() if value is not None}
        try:
            done = subprocess.run(
                command,
                cwd=folder,
                env=variables,
                capture_output=True,
                text=True,
                timeout=seconds,
                stdin=subprocess.DEVNULL,
            )
            output = done.stdout + done.stderr
        except subprocess.TimeoutExpired as error:
            output = "".join((part or b"").decode() for part in (error.stdout, error.stderr))
        return neutral(output, folder)


def check(cases, **options):
    """Run (files, wanted...) one after the other; 0 if each output holds all that is wanted."""
    good = True
    for files, *wanted in cases:
        arguments = ()
        if isinstance(files, tuple):
            files, arguments = files
        output = run(files, arguments, **options)
        print(output, flush=True)
        print("-" * 60, flush=True)
        for text in wanted:
            if text not in output:
                print(f"MISSING: {text}", flush=True)
                good = False
    return 0 if good else 1


def free_port():
    """A port of the loopback address that is free now."""
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        return holder.getsockname()[1]


def _as(user, folder):
    """The start of a command that runs as another user, if this is root."""
    if os.getuid() != 0:
        return []
    shutil.chown(folder, user)
    return ["runuser", "-u", user, "--"]


def _text(command, **options):
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=120, **options
    )
    return done.stdout


class Postgres:
    """A PostgreSQL server of our own; `sql` runs statements with psql, `log` is what the server wrote."""

    def __init__(self, folder, *settings, hba=None):
        self.folder = folder
        self.port = free_port()
        self.bin = sorted(glob.glob("/usr/lib/postgresql/*/bin"))[-1]
        self.prefix = _as("postgres", folder)
        environ = {**os.environ, "LC_ALL": "C"}
        self._environ = {**environ, "PGPASSWORD": "secret"}
        password = Path(folder, "password")
        password.write_text("secret\n")
        password.chmod(0o644)
        self.log_file = Path(folder, "data", "server.log")
        _text(
            [*self.prefix, f"{self.bin}/initdb", "-A", "scram-sha-256", "-U", "postgres"]
            + [f"--pwfile={password}", "-D", f"{folder}/data"],
            env=environ,
            cwd=folder,
        )
        if hba is not None:
            Path(folder, "data", "pg_hba.conf").write_text(hba)
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -k {folder} -c fsync=off"
        for setting in settings:
            options += f" -c {setting}"
        _text(
            [*self.prefix, f"{self.bin}/pg_ctl", "-D", f"{folder}/data", "-l", str(self.log_file)]
            + ["-o", options, "-w", "start"],
            env=environ,
            cwd=folder,
        )

    def sql(self, *statements, user="postgres", database="postgres", host="127.0.0.1"):
        """Run statements in one session."""
        command = ["psql", "-X", "-h", host, "-p", str(self.port), "-U", user, "-d", database]
        for statement in statements:
            command += ["-c", statement]
        output = _text(command, env=self._environ, cwd=self.folder)
        return output.replace(str(self.port), "5432")

    def start(self, *statements, user="postgres"):
        """Run statements in the background; the process is returned."""
        command = ["psql", "-X", "-h", "127.0.0.1", "-p", str(self.port), "-U", user, "-d", "postgres"]
        for statement in statements:
            command += ["-c", statement]
        return subprocess.Popen(
            command, env=self._environ, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )

    def url(self, scheme="postgresql", user="postgres", database="postgres"):
        return f"{scheme}://{user}:secret@127.0.0.1:{self.port}/{database}"

    @property
    def log(self):
        return self.log_file.read_text()

    def stop(self):
        _text([*self.prefix, f"{self.bin}/pg_ctl", "-D", f"{self.folder}/data", "-m", "immediate", "stop"])


@contextlib.contextmanager
def postgres(*settings, hba=None):
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        server = Postgres(folder, *settings, hba=hba)
        try:
            yield server
        finally:
            server.stop()


class Mariadb:
    """A MariaDB server of our own; `sql` runs statements with its client."""

    def __init__(self, folder, *settings):
        self.folder = folder
        self.port = free_port()
        self.socket = f"{folder}/mysqld.sock"
        prefix = _as("mysql", folder)
        own = ["--no-defaults", f"--datadir={folder}/data"]
        _text(
            [*prefix, "mariadb-install-db", *own, "--auth-root-authentication-method=normal"]
            + ["--skip-test-db"],
            cwd=folder,
        )
        self.log_file = Path(folder, "error.log")
        self.process = subprocess.Popen(
            [*prefix, shutil.which("mariadbd") or "/usr/sbin/mariadbd", *own, f"--socket={self.socket}"]
            + [f"--port={self.port}", "--bind-address=127.0.0.1", f"--log-error={self.log_file}"]
            + [f"--pid-file={folder}/pid", *settings],
            cwd=folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for _ in range(100):
            if "ERROR" not in self.sql("select 1"):
                break
            time.sleep(0.2)

    def command(self, user="root", password=None, database=None, tcp=False):
        where = ["-h", "127.0.0.1", "-P", str(self.port)] if tcp else [f"--socket={self.socket}"]
        command = ["mariadb", "--no-defaults", *where, "-u", user]
        command += [f"-p{password}"] if password else []
        return command + ([database] if database else [])

    def sql(self, statements, **options):
        output = _text([*self.command(**options), "-e", statements], cwd=self.folder)
        return output.replace(str(self.port), "3306").replace(self.folder, "/run/mysqld")

    def start(self, statements, **options):
        return subprocess.Popen(
            [*self.command(**options), "-e", statements],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    @property
    def log(self):
        return self.log_file.read_text()

    def stop(self):
        self.process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(30)


@contextlib.contextmanager
def mariadb(*settings):
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        server = Mariadb(folder, *settings)
        try:
            yield server
        finally:
            server.stop()


class Redis:
    """A Redis server of our own."""

    def __init__(self, folder, *settings):
        self.folder = folder
        self.port = free_port()
        Path(folder, "redis.log").touch()
        with open(Path(folder, "redis.log"), "wb") as log:
            self.process = subprocess.Popen(
                ["redis-server", "--port", str(self.port), "--bind", "127.0.0.1", "--dir", folder]
                + ["--save", "", *settings],
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        for _ in range(50):
            if "refused" not in self.cli("ping"):
                break
            time.sleep(0.1)

    def cli(self, *arguments):
        output = _text(["redis-cli", "-p", str(self.port), *arguments])
        return output.replace(str(self.port), "6379")

    @property
    def log(self):
        return Path(self.folder, "redis.log").read_text()

    def stop(self):
        self.process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(10)
        self.process.kill()


@contextlib.contextmanager
def redis(*settings):
    with tempfile.TemporaryDirectory() as folder:
        server = Redis(folder, *settings)
        try:
            yield server
        finally:
            server.stop()


def expect(output, *wanted):
    """Print the output; 0 if it holds all that is wanted."""
    print(output, flush=True)
    missing = [text for text in wanted if text not in output]
    for text in missing:
        print(f"MISSING: {text}", flush=True)
    return 1 if missing else 0


def without_addresses(text):
    return re.sub(r"0x[0-9a-f]{6,}", "0x7f53d5835e50", text)


DJANGO_SITE = """
import logging, traceback
logging.basicConfig()
import django
from django.conf import settings
settings.configure(DEBUG=True, SECRET_KEY="x", ROOT_URLCONF=__name__, ALLOWED_HOSTS=["example.org"], LOGGING_CONFIG=None,
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}],
    MIDDLEWARE=["django.middleware.common.CommonMiddleware", "django.middleware.csrf.CsrfViewMiddleware"])
django.setup()
from django.http import HttpResponse
from django.shortcuts import render
from django.test import Client
from django.urls import path, reverse

def home(request, pk=0):
    return HttpResponse("ok")

def page(request):
    return render(request, "shop/page.html")

urlpatterns = [path("", home, name="home"), path("page/", page), path("u/<int:pk>/", home, name="user")]
HERE = {"host": "example.org"}
"""


@contextlib.contextmanager
def http_server():
    """A plain HTTP server on the loopback address; /slow, /html, /loop and /NUMBER behave as named."""
    import threading
    from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            name = self.path.strip("/")
            body = b"<html>" if name == "html" else b""
            if name == "slow":
                time.sleep(2)
            status = 302 if name == "loop" else int(name) if name.isdigit() else 200
            with contextlib.suppress(OSError):
                self.send_response(status)
                self.send_header("Content-Type", "text/html")
                self.send_header("Content-Length", str(len(body)))
                if name == "loop":
                    self.send_header("Location", "/loop")
                self.end_headers()
                self.wfile.write(body)

        def do_CONNECT(self):
            self.send_response(407)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_):
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_):
            pass

    server = Server(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()


NO_PROXY = {name: None for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy")}
AIOHTTP = """
import aiohttp, asyncio

async def main():
    async with aiohttp.ClientSession() as session:
        async with session.get({}) as answer:
            print(await answer.{})

asyncio.run(main())
"""
