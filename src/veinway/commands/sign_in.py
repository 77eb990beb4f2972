"""Which identity provider a site names: in the part `[sign_in]` of its veinway.toml, or by variables.

    [sign_in]
    issuer = "https://login.example.org"
    client_id = "veinway"
    name = "Example Hospital"            # what the button says
    role_claim = "groups"                # the claim of the ID token that tells roles

    [sign_in.roles]                      # the first that a person holds counts
    "vte-administrators" = "administrator"
    "vte-clinicians" = "clinician"

The secret stands in VEINWAY_SIGN_IN_CLIENT_SECRET, so that it is in no file that is passed around. Each
other entry may be a variable as well: VEINWAY_SIGN_IN_ISSUER and so on, and
VEINWAY_SIGN_IN_ROLES="vte-clinicians=clinician,vte-analysts=analyst".
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from veinway.language.errors import InputError

if TYPE_CHECKING:
    from veinway.web.settings import Provider

TEXTS = ("issuer", "client_id", "client_secret", "name", "role_claim", "address")
PREFIX = "VEINWAY_SIGN_IN_"


def provider_of(profile: str | None, variables: Mapping[str, str] = os.environ) -> Provider | None:
    """The provider, or None; InputError I292 where what is said of it is not enough or is wrong."""
    written = _written(profile)
    told = {key: variables[PREFIX + key.upper()] for key in TEXTS if PREFIX + key.upper() in variables}
    if not written and not told:
        return None
    roles = _listed(variables.get(PREFIX + "ROLES", "")) or written.pop("roles", {})
    written.pop("roles", None)
    return _checked({**written, **told}, roles)


def second_factor_of(variables: Mapping[str, str] = os.environ) -> frozenset[str]:
    """The roles of VEINWAY_SIGN_IN_SECOND_FACTOR, whose local accounts need a second factor.

    InputError I292 for a role that there is not.
    """
    from veinway.web.store.accounts import ROLES

    told = variables.get(PREFIX + "SECOND_FACTOR", "")
    named = frozenset(filter(None, (each.strip() for each in told.split(","))))
    if unknown := sorted(named - ROLES.keys()):
        raise _refused(f"{', '.join(unknown)} is no role", f"The roles are: {', '.join(ROLES)}.")
    return named


def _written(profile: str | None) -> dict[str, Any]:
    if profile is None:
        return {}
    # The file was read as a site profile before, so that it is there and is TOML.
    part = tomllib.loads(Path(profile).read_text(encoding="utf-8")).get("sign_in", {})
    if not isinstance(part, dict):
        raise _refused("sign_in is not a table", "Write [sign_in].")
    return dict(part)


def _listed(text: str) -> dict[str, str]:
    pairs = (entry.partition("=") for entry in text.split(",") if entry.strip())
    return {value.strip(): role.strip() for value, _, role in pairs}


def _checked(said: dict[str, Any], roles: Any) -> Provider:
    from veinway.web.settings import Provider
    from veinway.web.store.accounts import ROLES

    wrong = [key for key, value in said.items() if key not in TEXTS or not isinstance(value, str)]
    if wrong:
        raise _refused(f"{', '.join(wrong)} is not known or not text", f"Known: {', '.join(TEXTS)}.")
    missing = [key for key in ("issuer", "client_id") if not said.get(key)]
    if missing:
        raise _refused(f"{' and '.join(missing)} is missing", "Take it from the provider's page.")
    if not said["issuer"].startswith(("https://", "http://127.0.0.1:", "http://localhost:")):
        raise _refused("The issuer's address is not https", "A provider is spoken to in private only.")
    known = isinstance(roles, dict) and roles and all(role in ROLES for role in roles.values())
    if not known:
        raise _refused(
            "No role is given, or one that is not known",
            f"Write [sign_in.roles] with values of: {', '.join(ROLES)}.",
        )
    return Provider(**said, roles=dict(roles))


def _refused(what: str, todo: str) -> InputError:
    return InputError("I292", f"{what}.", where="sign_in", todo=todo)
