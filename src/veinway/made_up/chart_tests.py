"""Writing the tests of one patient into a record: D-dimer, scans, interim anticoagulation."""

from __future__ import annotations

from . import codes
from .d_dimer import CONFLICT, FORMS, WITHOUT_FAMILY, Form
from .fhir import LOINC, OPTION, Chart, Resource, body_side, concept, instant, quantity
from .gaps import Gaps
from .life import DDimer, Life, Scan


def write_tests(chart: Chart, life: Life, gaps: Gaps) -> None:
    """The requests and results of this episode.

    Where a result is hidden its request is too: a request without a result says that the result
    could not be had in time.
    """
    if life.d_dimer is not None:
        _d_dimer(chart, life.d_dimer, gaps)
    if "leg_scan" not in gaps.hidden:
        if life.scan_requested is not None:
            scan_request(chart, life.side, life.scan_requested)
        for scan in life.scans:
            scan_report(chart, scan, with_result="leg_scan.result" not in gaps.hidden)
        _diagnosis(chart, life, gaps)
    if life.interim_dose is not None:
        dose(chart, life.interim_dose)
        chart.add(
            "Observation",
            status="final",
            code=concept(*codes.BASELINE_BLOODS),
            effectiveDateTime=instant(life.interim_dose + 10),
            **quantity(250, "10*9/L"),
        )


def _d_dimer(chart: Chart, d_dimer: DDimer, gaps: Gaps) -> None:
    if gaps.d_dimer_as == "nothing":
        return
    form = {"without_family": WITHOUT_FAMILY, "conflict": CONFLICT}.get(
        gaps.d_dimer_as, FORMS[d_dimer.form]
    )
    chart.add(
        "ServiceRequest",
        status="completed",
        intent="order",
        code=concept((LOINC, form.loinc)),
        authoredOn=instant(d_dimer.requested),
    )
    d_dimer_result(chart, form, d_dimer)


def d_dimer_result(
    chart: Chart,
    form: Form,
    d_dimer: DDimer,
    *,
    status: str = "final",
    value: float | None = None,
) -> str:
    """A D-dimer result in a form; `value` replaces the number and its comparator."""
    comparator = d_dimer.comparator if value is None else ""
    number = d_dimer.value if value is None else value
    elements: Resource = quantity(number, form.unit, form.ucum, comparator)
    if form.normal_up_to:
        elements["referenceRange"] = [{"high": {"value": form.normal_up_to, "unit": form.unit}}]
    return chart.observation(
        (LOINC, form.loinc), d_dimer.sampled, elements, status=status, issued=d_dimer.issued
    )


def scan_request(chart: Chart, side: str, minute: int) -> str:
    return chart.add(
        "ServiceRequest",
        status="completed",
        intent="order",
        code=concept(codes.SCAN[side]),
        authoredOn=instant(minute),
        bodySite=[body_side(side)],
    )


def scan_report(chart: Chart, scan: Scan, *, with_result: bool = True, status: str = "final") -> str:
    """A report of one leg; without a result it is one whose conclusion is free text only."""
    conclusions = [concept((OPTION, scan.result))]
    if scan.segment:
        conclusions.append(concept((OPTION, scan.segment)))
    return chart.add(
        "DiagnosticReport",
        status=status,
        code=concept(codes.SCAN[scan.side]),
        effectiveDateTime=instant(scan.done),
        issued=instant(scan.issued),
        conclusion=None if with_result else "See text.",
        conclusionCode=conclusions if with_result else None,
    )


def dose(chart: Chart, minute: int) -> str:
    """A first dose of apixaban."""
    return chart.add(
        "MedicationAdministration",
        status="completed",
        medicationCodeableConcept=concept(codes.APIXABAN),
        effectiveDateTime=instant(minute),
    )


def _diagnosis(chart: Chart, life: Life, gaps: Gaps) -> None:
    """A proximal clot that was found is coded as a diagnosis, from the moment of the report."""
    found = [scan for scan in life.scans if scan.result == "dvt_proximal"]
    if found and "leg_scan.result" not in gaps.hidden:
        moment = instant(found[0].issued)
        chart.condition(codes.DVT_TODAY, onset=moment, recorded=moment, side=found[0].side)
