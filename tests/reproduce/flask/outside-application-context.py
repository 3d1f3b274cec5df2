# needs: pip:flask
"""Use current_app, g and url_for where no Flask application context is active."""

import sys
import threading
import traceback

from flask import Flask, current_app, g, url_for

app = Flask("acme")


def read_config():
    return current_app.config["SECRET_KEY"]


def main() -> int:
    messages = []

    def attempt(action) -> None:
        try:
            action()
        except RuntimeError as error:
            traceback.print_exc()
            messages.append(str(error))

    def in_thread() -> None:
        thread = threading.Thread(target=attempt, args=[read_config])
        thread.start()
        thread.join()

    attempt(read_config)
    attempt(lambda: g.user)
    attempt(lambda: url_for("index"))
    with app.app_context():
        in_thread()
    wanted = [text for text in messages if "outside of application context" in text]
    return 0 if len(wanted) >= 3 else 1


if __name__ == "__main__":
    sys.exit(main())
