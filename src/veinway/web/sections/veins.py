"""The veins of both legs as a picture in which a clot can be marked, and the same as a form.

The drawing is our own. Every vein is an option of the scan's own question, and how far a clot reaches is
what the table of the extent says of it: the picture names nothing by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

from veinway.care.facts.tests import leg_scan, scan_result, scan_segment
from veinway.care.imaging.extent import DVT_EXTENT
from veinway.language.expressions import IsOneOf
from veinway.language.time import date_of
from veinway.language.values import Happened, History, Interval
from veinway.show.values import value_words
from veinway.web.sections.case import Case

MIDDLE = 200
LETTERS = 16
"""So many letters fit into a line beside the picture."""
SIDES = (("right", "Right leg"), ("left", "Left leg"))
"""As one looks at the patient: the right leg is on the left of the picture."""
NO_VEIN = "none"


@dataclass(frozen=True, slots=True)
class Vein:
    """One vein of the left leg: its line, and where its name stands (outside or inside the legs)."""

    key: str
    line: str
    point: tuple[int, int]
    name_y: int
    outside: bool = True
    single: bool = False
    """One for both sides."""


VEINS = (
    Vein("ivc", "M200 12V98", (200, 40), 40, single=True),
    Vein("common_iliac", "M200 98C212 112 222 122 232 136", (222, 122), 96),
    Vein("internal_iliac", "M232 136C222 150 218 164 220 184", (220, 170), 170, outside=False),
    Vein("external_iliac", "M232 136C246 150 254 162 258 180", (250, 158), 140),
    Vein("common_femoral", "M258 180C261 190 262 198 262 212", (261, 196), 184),
    Vein("deep_femoral", "M262 212C284 228 292 260 287 302", (286, 250), 236),
    Vein("femoral", "M262 212C262 250 258 290 256 330", (260, 276), 292),
    Vein("popliteal", "M256 330C255 346 256 362 258 380", (256, 352), 346),
    Vein("great_saphenous", "M259 192C232 204 222 260 230 330C232 400 236 480 250 546", (227, 290), 286,
         outside=False),
    Vein("small_saphenous", "M258 360C290 380 294 460 278 542", (286, 430), 412),
    Vein("calf_muscular", "M257 372C246 390 241 414 245 444", (243, 420), 420, outside=False),
    Vein("calf_peroneal", "M258 380C271 410 273 462 271 512", (271, 470), 466),
    Vein("calf_tibial", "M258 380C252 420 256 486 262 546", (258, 520), 520),
)  # fmt: skip
OUTLINE = (
    "M200 10H268C272 60 290 90 300 135C314 200 306 260 296 312C290 336 292 352 298 388"
    "C304 432 292 482 284 530L282 580H240C242 540 240 500 234 462C226 422 222 386 227 346"
    "C225 310 214 250 207 196C205 182 203 174 200 170"
)
"""The left half of the body from the waist down; the right half is its mirror image."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A vein on one side as it is drawn."""

    key: str
    side: str
    name: str
    line: str
    clot: bool
    picked: bool
    id: str


@dataclass(frozen=True, slots=True)
class Name:
    """A vein's name beside the picture, and the line that leads to it."""

    lines: tuple[str, ...]
    x: int
    y: int
    end: bool
    """The text ends here instead of beginning."""
    lead: str


@dataclass(frozen=True, slots=True)
class Scan:
    """One scan that is known, in words."""

    side: str
    when: str
    result: str
    segment: str
    source: str


def content(case: Case) -> dict[str, Any]:
    """The picture, the scans that are known, and the form for another one."""
    clots = {(side, key) for side, scan in _known(case) for key in _segments(scan)}
    picked = (case.query.get("side", ""), case.query.get("segment", ""))
    refused = case.refused if case.refused is not None and case.refused.fact == leg_scan.key else None
    extents = {side: value_words(DVT_EXTENT, _extent(case, side)) for side, _ in _limbs(case)}
    return {
        "outline": OUTLINE,
        "veins": [drawn for side, _ in SIDES for drawn in _drawn(side, clots, picked)],
        "names": list(_names()),
        "sides": SIDES,
        "groups": list(_groups()),
        "results": [(option.key, option.label) for option in scan_result.options],
        "scans": [_words(side, scan) for side, scan in _known(case)],
        "extents": extents,
        "picked": picked,
        "entered": {} if refused is None else refused.entered,
        "error": "" if refused is None else refused.error.message(),
    }


def _drawn(side: str, clots: set[tuple[str, str]], picked: tuple[str, str]) -> Iterator[Drawn]:
    labels = {option.key: option.label for option in scan_segment.options}
    for vein in VEINS:
        if vein.single and side == "right":
            continue
        # The vena cava has one picture; a scan of either leg may have found a clot in it.
        marked = {(side, vein.key), ("", vein.key)}
        marked |= {("right", vein.key)} if vein.single else set()
        name = labels[vein.key] if vein.single else f"{labels[vein.key]}, {side}"
        clot = bool(marked & clots)
        yield Drawn(vein.key, side, name, vein.line, clot, picked in marked, f"vein-{vein.key}")


def _names() -> Iterator[Name]:
    """Those that lie outside are named beside the left leg, the others beside the right one."""
    labels = {option.key: option.label for option in scan_segment.options}
    for vein in VEINS:
        x, y = vein.point
        text = labels[vein.key].removesuffix(" vein")
        lines = tuple(wrap(text, LETTERS))
        if vein.outside:
            yield Name(lines, 330, vein.name_y + 4, False, f"M{x} {y}L326 {vein.name_y}")
        else:
            x = 2 * MIDDLE - x
            yield Name(lines, 70, vein.name_y + 4, True, f"M{x} {y}L74 {vein.name_y}")


def _groups() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The veins by what a clot in them is called; names and classes are those of the rules."""
    labels = {option.key: option.label for option in scan_segment.options}
    found: dict[str, list[tuple[str, str]]] = {}
    for row in DVT_EXTENT.rows:
        if isinstance(row.when, IsOneOf):
            keys = [key for key in scan_segment.option_keys() if key in row.when.options]
            found.setdefault(row.then.text, []).extend((key, labels[key]) for key in keys)
    yield from found.items()


# Scans that are known -----------------------------------------------------------------------------


def _limbs(case: Case) -> list[tuple[str, Any]]:
    return [(limb.side, limb.assessment) for limb in case.decided.limbs]


def _known(case: Case) -> Iterator[tuple[str, Happened]]:
    for limb in case.decided.limbs:
        history = limb.assessment.situation.histories.get(leg_scan.key, History())
        yield from ((limb.side, scan) for scan in history.events)


def _segments(scan: Happened) -> frozenset[str]:
    """The vein that a scan names, where it names one."""
    found = scan.attributes.get(scan_segment.key, frozenset())
    assert isinstance(found, frozenset)
    return found - {NO_VEIN} if len(found) == 1 else frozenset()


def _extent(case: Case, side: str) -> Any:
    assessment = next(here for limb, here in _limbs(case) if limb == side)
    found = next(each.found for each in assessment.tables if each.found.of is DVT_EXTENT)
    return found.value


def _words(side: str, scan: Happened) -> Scan:
    said = {
        fact.key: value_words(fact, scan.attributes[fact.key])
        if fact.key in scan.attributes
        else "not known"
        for fact in (scan_result, scan_segment)
    }
    source = scan.evidence.resource if scan.evidence is not None else ""
    words = {key: "not known" if value == "unknown" else value for key, value in said.items()}
    return Scan(side, _day(scan.day), words["result"], words["segment"], source)


def _day(day: Interval) -> str:
    first, last = (date_of(int(end)).isoformat() for end in day)
    return first if first == last else f"{first} to {last}"
