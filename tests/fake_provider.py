"""An identity provider on this machine, which says what a test wants it to say."""

from __future__ import annotations

import base64
import hashlib
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, SECRET = "veinway", "a secret"


class Provider:
    """What the provider knows; `claims` are laid over those of an honest ID token."""

    def __init__(self) -> None:
        self.key, self.signs_with = RSAKey.generate_key(2048, {"kid": "1"}), None
        self.claims: dict[str, Any] = {"roles": ["vte-clinicians"]}
        self.published: dict[str, Any] = {}
        self.header = {"alg": "RS256", "kid": "1"}
        self.fails = False
        self.issuer = ""
        self.asked: dict[str, str] = {}
        self.token_asked: dict[str, str] = {}

    def authorise(self, address: str) -> tuple[str, str]:
        """What a person's browser does there: the code and the state with which it comes back."""
        self.asked = {key: values[0] for key, values in parse_qs(urlsplit(address).query).items()}
        return "code-1", self.asked["state"]

    def id_token(self) -> str:
        now = int(time.time())
        claims = {
            "iss": self.issuer,
            "aud": CLIENT,
            "sub": "person-1",
            "preferred_username": "grace",
            "name": "Dr Grace Example",
            "nonce": self.asked.get("nonce", ""),
            "iat": now,
            "exp": now + 300,
            **self.claims,
        }
        said = {key: value for key, value in claims.items() if value is not None}
        return jwt.encode(self.header, said, self.signs_with or self.key, algorithms=["RS256", "HS256"])

    def answer(self, path: str) -> Any:
        if self.fails:
            return None
        if path == "/.well-known/openid-configuration":
            return {
                "issuer": self.issuer,
                "authorization_endpoint": f"{self.issuer}/authorise",
                "token_endpoint": f"{self.issuer}/token",
                "jwks_uri": f"{self.issuer}/keys",
                **self.published,
            }
        return {"keys": [self.key.as_dict(private=False)]} if path == "/keys" else None

    def token(self, form: dict[str, str], authorization: str) -> Any:
        """A token, if the code, the verifier and the client's secret are right."""
        self.token_asked = form
        challenge = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        expected = base64.urlsafe_b64encode(challenge).rstrip(b"=").decode()
        secret = base64.b64encode(f"{CLIENT}:a%20secret".encode()).decode()
        fine = (
            form.get("code") == "code-1"
            and expected == self.asked.get("code_challenge")
            and authorization == f"Basic {secret}"
            and form.get("redirect_uri") == self.asked.get("redirect_uri")
        )
        return (
            {"access_token": "a", "token_type": "Bearer", "id_token": self.id_token()} if fine else None
        )


@contextmanager
def provider() -> Iterator[Provider]:
    """A provider that listens on a port of its own."""
    knows = Provider()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._send(knows.answer(self.path))

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            form = {key: values[0] for key, values in parse_qs(body).items()}
            self._send(knows.token(form, self.headers.get("Authorization", "")))

        def _send(self, content: Any) -> None:
            body = json.dumps(content).encode()
            self.send_response(400 if content is None else 200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    knows.issuer = f"http://127.0.0.1:{server.server_port}"
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield knows
    finally:
        server.shutdown()
        server.server_close()
