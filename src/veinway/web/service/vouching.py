"""Signing in through an identity provider: OpenID Connect, authorization code with PKCE and a nonce.

What the provider says is believed only after its signature, issuer, audience, time and nonce were
checked. It says who somebody is and which roles they hold there; the site says which role here each of
them gives.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlsplit

import httpx
from authlib.oauth2.rfc6749.parameters import prepare_grant_uri
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from veinway.language.errors import InputError
from veinway.web.settings import Provider

ALGORITHMS = ["RS256", "PS256", "ES256"]
LEEWAY, PATIENCE = 60, 10.0
_ENDPOINTS = ("authorization_endpoint", "token_endpoint", "jwks_uri")


@dataclass(frozen=True, slots=True)
class Begun:
    """What the browser keeps between leaving for the provider and coming back."""

    state: str
    nonce: str
    verifier: str

    def as_text(self) -> str:
        """For a cookie."""
        return f"{self.state}.{self.nonce}.{self.verifier}"


@dataclass(frozen=True, slots=True)
class Vouched:
    """A person for whom the provider vouches."""

    subject: str
    name: str
    shown_as: str
    role: str


class Vouching:
    """The conversation with one provider; what it publishes about itself is asked for once."""

    def __init__(self, provider: Provider) -> None:
        self.provider = provider
        self._published: dict[str, Any] = {}

    def begun_of(self, text: str) -> Begun | None:
        """What a cookie kept, or None where it does not have that shape."""
        parts = text.split(".")
        return Begun(*parts) if len(parts) == 3 and all(parts) else None

    async def begin(self, back: str) -> tuple[str, Begun]:
        """Where to send the browser, and what it keeps. InputError I285 where the provider fails."""
        begun = Begun(*(secrets.token_urlsafe(32) for _ in range(3)))
        published = await self._about()
        address = prepare_grant_uri(
            published["authorization_endpoint"],
            self.provider.client_id,
            "code",
            redirect_uri=back,
            scope="openid profile email",
            state=begun.state,
            nonce=begun.nonce,
            code_challenge=create_s256_code_challenge(begun.verifier),
            code_challenge_method="S256",
        )
        return address, begun

    async def finish(self, back: str, begun: Begun, code: str) -> Vouched:
        """Who came back. InputError I285 where the provider fails, I286 where its word is not good."""
        published = await self._about()
        token = await self._token(published["token_endpoint"], back, begun, code)
        return self._vouched(await self._checked(token, begun.nonce))

    async def _token(self, endpoint: str, back: str, begun: Begun, code: str) -> str:
        us, secret = self.provider.client_id, self.provider.client_secret
        sent = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": back,
            "code_verifier": begun.verifier,
            **({} if secret else {"client_id": us}),
        }
        # Both are written as in a form before they become a name and a password (RFC 6749, 2.3.1).
        auth = httpx.BasicAuth(quote(us, safe=""), quote(secret, safe="")) if secret else None
        try:
            async with httpx.AsyncClient(timeout=PATIENCE) as client:
                answer = await client.post(endpoint, data=sent, auth=auth)
                return str(answer.raise_for_status().json()["id_token"])
        except (httpx.HTTPError, httpx.InvalidURL, ValueError, KeyError, TypeError):
            raise _fails("it gives no token for this sign-in") from None

    async def _about(self) -> dict[str, Any]:
        if not self._published:
            issuer = self.provider.issuer
            found = await _json(issuer.rstrip("/") + "/.well-known/openid-configuration")
            if found.get("issuer") != issuer:
                raise _fails("it gives another name for itself than the one that is configured")
            if not all(_private(str(found.get(each, ""))) for each in _ENDPOINTS):
                raise _fails("it names an address that is not https")
            self._published = found
        return self._published

    async def _checked(self, token: str, nonce: str) -> dict[str, Any]:
        # Keys are asked for each time: a provider changes them, and signing in is rare.
        keys = await _json(self._published["jwks_uri"])
        expected = {
            "iss": {"essential": True, "value": self.provider.issuer},
            "aud": {"essential": True, "value": self.provider.client_id},
            "nonce": {"essential": True, "value": nonce},
            **{claim: {"essential": True} for claim in ("sub", "exp", "iat")},
        }
        try:
            claims = jwt.decode(token, KeySet.import_key_set(keys), algorithms=ALGORITHMS).claims  # type: ignore[arg-type]
            jwt.JWTClaimsRegistry(leeway=LEEWAY, **expected).validate(claims)  # type: ignore[arg-type]
        except (JoseError, ValueError, KeyError, TypeError):
            raise _not_good("Its word about you cannot be believed.") from None
        audience = claims["aud"]
        several = isinstance(audience, list) and len(audience) > 1
        if claims.get("azp", "" if several else self.provider.client_id) != self.provider.client_id:
            raise _not_good("Its word about you is meant for somebody else.")
        return dict(claims)

    def _vouched(self, claims: dict[str, Any]) -> Vouched:
        told = claims.get(self.provider.role_claim, [])
        held = {told} if isinstance(told, str) else set(map(str, told if isinstance(told, list) else []))
        role = next((role for value, role in self.provider.roles.items() if value in held), "")
        if not role:
            raise _not_good("It knows you, but gives you no role here. Ask your administrator.")
        name = str(claims.get("preferred_username") or claims.get("email") or claims["sub"])
        subject = f"{self.provider.issuer}|{claims['sub']}"
        return Vouched(subject[:300], name[:90], str(claims.get("name") or name), role)


async def _json(address: str) -> dict[str, Any]:
    try:
        async with httpx.AsyncClient(timeout=PATIENCE) as client:
            answer = await client.get(address)
            found = answer.raise_for_status().json()
    except (httpx.HTTPError, httpx.InvalidURL, ValueError):
        raise _fails("it cannot be reached") from None
    if not isinstance(found, dict):
        raise _fails("what it says about itself cannot be read")
    return found


def _private(address: str) -> bool:
    """Whether nobody between can read along: https, or this machine itself."""
    parts = urlsplit(address)
    return parts.scheme == "https" or parts.hostname in ("127.0.0.1", "localhost", "::1")


def _fails(why: str) -> InputError:
    todo = "Try again, or sign in with a local account."
    return InputError("I285", f"The sign-in provider cannot be used: {why}.", todo=todo)


def _not_good(what: str) -> InputError:
    return InputError("I286", what, where="sign-in provider", todo="Nobody was signed in.")
