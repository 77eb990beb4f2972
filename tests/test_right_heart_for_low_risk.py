"""Low risk without an image of the right heart is a choice of the site (reference 3, SV-15, SV-19)."""

from __future__ import annotations

from typing import Any

import pytest

from veinway.care.knowledge import KNOWLEDGE
from veinway.care.severity.classes import ESC_CLASS
from veinway.care.severity.home import PE_HOME_STEP
from veinway.engine.one import Reasoner
from veinway.language.errors import InputError
from veinway.records.cases import read_case
from veinway.records.profile import read_profile

LOW, ONE, BOTH = "pe_low_risk", "pe_intermediate_low", "pe_intermediate_low_both_markers"


def here(tmp_path: Any, required: int, facts: dict[str, Any], **how: bool) -> Reasoner:
    """A woman of 70 who is stable, at a site that asks for an image before low risk, or does not."""
    file = tmp_path / "veinway.toml"
    file.write_text(f"[parameters]\nrv_required_for_low = {required}\n")
    given = ["stable_pe", "home_is_possible"]
    case = {"at": "2026-11-01T09:00", "given": given, "facts": {"age_years": 70, **facts}}
    told = read_case(case, KNOWLEDGE).situations[""]
    return Reasoner(read_profile(file, KNOWLEDGE).applied(told), **how)


@pytest.mark.parametrize(
    ("required", "facts", "expected"),
    [
        (1, {"troponin_positive": False}, {LOW, ONE}),  # SV-15
        (0, {"troponin_positive": False}, {LOW}),  # SV-19
        (0, {}, {LOW}),
        (0, {"troponin_positive": True}, {ONE}),
        (0, {"rv_strain_on_echo": True, "troponin_positive": False}, {ONE}),
        (0, {"rv_strain_on_echo": "unknown", "troponin_positive": False}, {LOW, ONE}),
        (0, {"ct_rv_lv_ratio": {"value": "0.8", "unit": "1"}, "troponin_positive": True}, {ONE}),
        (0, {"rv_strain_on_echo": True, "troponin_positive": True}, {BOTH}),
    ],
)
def test_a_site_may_give_low_risk_without_an_image_of_the_right_heart(
    tmp_path: Any, required: int, facts: dict[str, Any], expected: set[str]
) -> None:
    assert set(here(tmp_path, required, facts).table(ESC_CLASS).value) == expected


def test_that_the_right_heart_was_not_assessed_is_a_presumption_that_strict_does_without(
    tmp_path: Any,
) -> None:
    facts = {"troponin_positive": False}
    assert set(here(tmp_path, 0, facts, presumptions=False).table(ESC_CLASS).value) > {LOW, ONE}
    reasons = [
        part.because for part in KNOWLEDGE.presumptions() if "this site asks for none" in part.because
    ]
    assert len(reasons) == 3


def test_home_waits_for_the_image_where_the_site_asks_for_one(tmp_path: Any) -> None:
    facts = {"troponin_positive": False}
    asked = here(tmp_path, 1, facts).table(PE_HOME_STEP.conclusion).value
    assert set(asked) == {"pe_home", "pe_not_home"}
    assert set(here(tmp_path, 0, facts).table(PE_HOME_STEP.conclusion).value) == {"pe_home"}


def test_the_choice_is_yes_or_no(tmp_path: Any) -> None:
    with pytest.raises(InputError, match="I230"):
        here(tmp_path, 2, {})
