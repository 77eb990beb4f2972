"""The code lists of definitions (`codes/phenotypes/`): which group of which list a code is in.

They have the columns of the other lists; `means` is the group. A note that begins with "unconfirmed"
says that nobody has seen the code in the definition itself, so that it may count and does not surely.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from ..engine.coded import Group
from .codes import OTHER_NAMES, CodeRow, read_lists
from .listed_codes import bare

FOLDER = "phenotypes"
NAMES = {
    "http://hl7.org/fhir/sid/icd-10": "ICD-10",
    "http://hl7.org/fhir/sid/icd-10-cm": "ICD-10-CM",
    "http://snomed.info/sct": "SNOMED CT",
    "http://read.info/readv2": "Read v2",
    "http://read.info/ctv3": "CTV3",
    "https://veinway.org/fhir/fact": "Veinway",
}
"""The code systems of these lists, as they are called."""
_SYSTEMS = {other: name for name, others in OTHER_NAMES.items() for other in others}


@cache
def phenotype_codes() -> tuple[CodeRow, ...]:
    """All rows of all lists; `concept` is the list. SourceError S303 for one that cannot be read."""
    return read_lists(FOLDER)


@cache
def _by_code() -> Mapping[tuple[str, str], Mapping[str, CodeRow]]:
    found: dict[tuple[str, str], dict[str, CodeRow]] = defaultdict(dict)
    for row in phenotype_codes():
        found[row.system, bare(row.code)][row.concept] = row
    return found


@cache
def groups_of(system: str, code: str) -> Mapping[str, Group]:
    """The group that a recorded code has in each list; of nested codes the longest one speaks."""
    known = _by_code()
    name, plain = _SYSTEMS.get(system, system), bare(code)
    found: dict[str, Group] = {}
    for length in range(len(plain), 0, -1):
        for listed, row in known.get((name, plain[:length]), {}).items():
            if listed not in found and (row.descendants or row.code == code or length == len(plain)):
                found[listed] = Group(row.means, not row.note.startswith("unconfirmed"))
    return found


def code_name(system: str, code: str) -> str:
    """A code as it is shown: its system, and the code."""
    name = _SYSTEMS.get(system, system)
    return f"{NAMES.get(name, name)} {code}"


@cache
def labels() -> Mapping[str, str]:
    """What the listed codes mean, by how they are shown."""
    return {code_name(row.system, row.code): row.display for row in phenotype_codes()}


def label_of(shown: str) -> str:
    """What a code means, of nested ones the longest that is listed; nothing where none is."""
    system, _, code = shown.rpartition(" ")
    found = (labels().get(f"{system} {code[:length]}") for length in range(len(code), 0, -1))
    return next((label for label in found if label is not None), "")
