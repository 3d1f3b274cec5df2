"""A small FastAPI shop that answers with mixed statuses."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI, HTTPException, Response
from fastapi.responses import RedirectResponse

app = FastAPI(title="shop")


@app.get("/")
@app.get("/health")
async def home() -> dict[str, int]:
    """Say that all is well."""
    return {"errors": 0}


@app.get("/items/{number}")
@app.get("/api/v1/orders/{number}")
async def item(number: int) -> dict[str, Any]:
    """Return one item; a name instead of a number gives 422."""
    if number > 800:
        raise HTTPException(404, "item not found")
    return {"item": number, "error": None}


@app.get("/old")
async def old() -> RedirectResponse:
    """Redirect for good."""
    return RedirectResponse("/", 301)


@app.get("/admin/")
async def closed(response: Response) -> None:
    """Ask for credentials."""
    raise HTTPException(401, "credentials needed", {"WWW-Authenticate": "Basic"})
