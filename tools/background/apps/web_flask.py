"""A small Flask shop that answers with mixed statuses."""

from __future__ import annotations

from typing import Any

import flask

app = flask.Flask(__name__)


@app.get("/")
def home() -> str:
    """Link to a few pages, so that a crawler has something to follow."""
    app.logger.info("home page served, errors=0")
    links = ["items/1", "items/2", "old", "nosuch", "admin/", "docs/errors/404", "api/v1/orders"]
    return "".join(f'<a href="/{link}">{link}</a>' for link in links)


@app.get("/items/<int:number>")
@app.get("/api/v1/orders/<int:number>")
def item(number: int) -> dict[str, Any]:
    """Return one item."""
    if number > 800:
        app.logger.warning("item %d not found, answering 404", number)
        flask.abort(404)
    return {"item": number, "error": None}


@app.get("/health")
@app.get("/api/v1/orders")
@app.post("/api/v1/orders")
def orders() -> dict[str, Any]:
    """Return an empty list."""
    return {"orders": [], "failed": 0}


@app.get("/old")
def old() -> Any:
    """Redirect for good."""
    return flask.redirect("/", 301)


@app.get("/admin/")
@app.get("/private/<path:name>")
def closed(name: str = "") -> Any:
    """Ask for credentials."""
    app.logger.info("no credentials sent, answering 401")
    return flask.Response("401", 401, {"WWW-Authenticate": "Basic"})
