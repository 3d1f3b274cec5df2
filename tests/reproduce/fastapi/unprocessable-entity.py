# needs: pip:fastapi pip:httpx pip:httpx2
"""Requests that do not fit the view."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import check

CODE = """
from fastapi import FastAPI
from fastapi.testclient import TestClient
from pydantic import BaseModel

app = FastAPI()

class Item(BaseModel):
    name: str
    price: float

@app.post("/items")
def items(item: Item):
    return item

@app.get("/i/{n}")
def one(n: int):
    return n

client = TestClient(app)
print(client.post("/items", json={"name": "a"}).text)
print(client.post("/items", data={"name": "a"}).text)
print(client.post("/items", content="{bad", headers={"content-type": "application/json"}).text)
print(client.get("/i/abc").text)
"""
WANTED = ('"type":"missing","loc":["body","price"]', '"type":"model_attributes_type","loc":["body"]', '"type":"json_invalid","loc":["body",1]', '"type":"int_parsing","loc":["path","n"]')
sys.exit(check([(CODE, *WANTED)]))
