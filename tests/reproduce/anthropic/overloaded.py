# needs: pip:anthropic
"""Let the SDK meet a local server that answers with the documented error bodies."""

import http.server
import json
import sys
import threading
import traceback

import anthropic

CASES = [
    (401, "authentication_error", "invalid x-api-key"),
    (403, "permission_error", "Your API key does not have permission to use the specified resource."),
    (429, "rate_limit_error", "This request would exceed your organization's rate limit of 50,000 input tokens per minute."),
    (529, "overloaded_error", "Overloaded"),
    (413, "request_too_large", "Request exceeds the maximum allowed number of bytes."),
    (404, "not_found_error", "model: claude-no-such-model"),
    (400, "invalid_request_error", "prompt is too long: 209514 tokens > 200000 maximum"),
    (400, "invalid_request_error", "Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing to upgrade or purchase credits."),
    (400, "invalid_request_error", "max_tokens: 100000 > 8192, which is the maximum allowed number of output tokens for claude-example"),
    (400, "invalid_request_error", "messages.2: `tool_use` ids were found without `tool_result` blocks immediately after: toolu_01A. Each `tool_use` block must have a corresponding `tool_result` block in the next message."),
]


class Handler(http.server.BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["content-length"]))
        status, kind, message = CASES[int(self.path.split("/")[1])]
        body = {"type": "error", "error": {"type": kind, "message": message}, "request_id": "req_011CSHoEeqs5C35K2UUqR7Fy"}
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *args: object) -> None:
        pass


def main() -> int:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    seen = 0
    for number, (_, kind, message) in enumerate(CASES):
        client = anthropic.Anthropic(api_key="x", max_retries=0, base_url=f"http://127.0.0.1:{server.server_port}/{number}")
        try:
            client.messages.create(model="m", max_tokens=1, messages=[{"role": "user", "content": "hi"}])
        except anthropic.APIStatusError as error:
            traceback.print_exc(limit=-1)
            seen += kind in str(error)
    return 0 if seen == len(CASES) else 1


if __name__ == "__main__":
    sys.exit(main())
