"""What one installation of the web application is started with."""

from __future__ import annotations

from dataclasses import dataclass, field

from veinway.records.profile import Profile
from veinway.web.store.database import DEFAULT


@dataclass(frozen=True, slots=True)
class Provider:
    """An identity provider (OpenID Connect) through which people may sign in beside local accounts."""

    issuer: str
    client_id: str
    client_secret: str = field(default="", repr=False)
    name: str = "your organisation"
    role_claim: str = "roles"
    roles: dict[str, str] = field(default_factory=dict)
    """A value of the claim, and the role here that it gives; the first that is held counts."""
    address: str = ""
    """Our own address as the provider knows it, if it is not the one that a browser asks for."""


@dataclass(frozen=True, slots=True)
class Settings:
    """site: the profile of the place that runs it (`veinway.toml`). store: the URL of its database.

    secure: it is reached over https, so that its cookie is sent over nothing else.
    provider: who else vouches for people, if anybody. second_factor: the roles whose local accounts must
    have one.
    """

    site: Profile = field(default_factory=Profile)
    store: str = DEFAULT
    secure: bool = False
    provider: Provider | None = None
    second_factor: frozenset[str] = frozenset()
