"""A bad line between a phone and the product: it loses requests, loses answers, dawdles and says things twice.

The browser's own offline switch is too kind: it never loses the answer to something that was written.
"""

import http.client
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from random import Random

CONNECTION_ONLY = {"connection", "keep-alive", "transfer-encoding", "host"}
WHOLE_ONLY = {"accept-encoding", "if-modified-since", "if-none-match"}  # without them comes all of it, in plain text
FAULTS = ("lose request", "lose answer", "dawdle", "repeat", "none", "none")


class Line:
    """What `fault` does to what the outbox sends: one of FAULTS, or "random" by a seed. `cut`: nothing passes.

    `halved`: the paths of which half arrives. `swaps`: by path, what stands in the answer and what arrives in its
    place, as if another release answered.
    """

    def __init__(self, port: int, seed: int = 0) -> None:
        self.target, self.fault, self.cut = port, "none", False
        self.halved: set[str] = set()
        self.swaps: dict[str, tuple[str, str]] = {}
        self.met: Counter[str] = Counter()
        self._random, self._lock = Random(seed), threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), type("Carrier", (Carrier,), {"line": self}))

    @property
    def url(self) -> str:
        return f"http://localhost:{self._server.server_port}"

    def next_fault(self) -> str:
        with self._lock:
            fault = self._random.choice(FAULTS) if self.fault == "random" else self.fault
            self.met[fault] += 1
            return fault

    @contextmanager
    def open(self) -> Iterator["Line"]:
        thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self._server.shutdown()
            self._server.server_close()


class Carrier(BaseHTTPRequestHandler):
    """Carries one request at a time, and does to it what the line does."""

    line: Line
    protocol_version = "HTTP/1.1"

    def carry(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        entry = self.command == "POST" and "X-Outbox" in self.headers
        fault = self.line.next_fault() if entry and not self.line.cut else "none"
        if self.line.cut or fault == "lose request":
            return self.hang_up()
        if fault == "repeat":
            self.ask(body)
        if fault == "dawdle":
            time.sleep(0.1)
        try:
            answer, content = self.ask(body)
        except OSError:
            return self.hang_up()
        if fault == "lose answer":
            return self.hang_up()
        with suppress(ConnectionError):  # whoever asked has gone
            self.pass_on(answer, content)
        return None

    do_GET = do_POST = do_HEAD = carry  # noqa: N815 - the names that http.server asks for

    def ask(self, body: bytes) -> tuple[http.client.HTTPResponse, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.line.target, timeout=30)
        left_out = CONNECTION_ONLY | (WHOLE_ONLY if self.path in {*self.line.swaps, *self.line.halved} else set())
        headers = {name: value for name, value in self.headers.items() if name.lower() not in left_out}
        connection.request(self.command, self.path, body, headers | {"Host": self.headers["Host"]})
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        there, instead = self.line.swaps.get(self.path, ("", ""))
        return answer, content.replace(there.encode(), instead.encode()) if there else content

    def pass_on(self, answer: http.client.HTTPResponse, content: bytes) -> None:
        self.send_response(answer.status)
        for name, value in answer.getheaders():
            if name.lower() not in {*CONNECTION_ONLY, "content-length"}:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.path in self.line.halved:
            self.line.met["halved"] += 1
            self.wfile.write(content[: len(content) // 2])
            self.hang_up()
        elif self.command != "HEAD":
            self.wfile.write(content)

    def hang_up(self) -> None:
        self.close_connection = True
        self.connection.close()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """The product has its own log."""
