"""The command line: wrong calls, the site profile, and the pages about facts and rules."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from command_line import AT, Run, case
from veinway.cli import main
from veinway.commands.demo import KNOWN, QUESTION

# Wrong calls ------------------------------------------------------------------------------------

WRONG_CALLS = {
    "a file that is missing": (("assess", "/nowhere/at-all.json"), "S301"),
    "an instant that is none": (("assess", "-", "--at", "yesterday"), "I214"),
    "a guideline that is not known": (("assess", "-", "--guideline", "nicer"), "I202"),
    "a profile that is missing": (("assess", "-", "--profile", "/nowhere/veinway.toml"), "I232"),
    "a rule that does not exist": (("explain", "wels_dvt"), "I201"),
    "a schema that does not exist": (("schema", "scores"), "I205"),
    "a size that does not exist": (("prove", "--size", "huge"), "I203"),
}


@pytest.mark.parametrize(("arguments", "code"), WRONG_CALLS.values(), ids=WRONG_CALLS)
def test_a_wrong_call_ends_with_status_2_and_its_code(
    run: Run, arguments: tuple[str, ...], code: str
) -> None:
    answer = run(*arguments, stdin=case())
    assert (answer.status, answer.out) == (2, "")
    assert f"[{code}]" in answer.err
    assert "Traceback" not in answer.err


def test_with_json_the_error_itself_is_json(run: Run) -> None:
    answer = run("assess", "/nowhere/at-all.json", "--json")
    assert answer.status == 2
    assert answer.document["error"]["code"] == "S301"


def test_a_surprise_is_status_1_and_shows_a_traceback_only_with_debug(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(**_: object) -> int:
        raise RuntimeError("a cable was cut")

    monkeypatch.setattr("veinway.commands.rules.facts", breaks)
    answer = run("facts")
    assert answer.status == 1
    assert "a cable was cut" in answer.err
    assert "Traceback" not in answer.err
    with pytest.raises(RuntimeError):
        main(["--debug", "facts"])


# Profile ----------------------------------------------------------------------------------------


def test_a_profile_answers_what_the_service_can_do_and_is_named_in_the_finding(
    run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "veinway.toml"
    file.write_text("[service]\nscan_obtainable_in_4_hours = false\n")
    facts = {**KNOWN, QUESTION: False}
    del facts["scan_obtainable_in_4_hours"]
    line = json.dumps({"id": "a", "at": AT, "facts": facts})
    without = run("assess", "-", "--json", stdin=line).lines[0]
    (answer,) = run("assess", "-", "--json", "--profile", file, stdin=line).lines
    assert states(without)["interim_anticoagulation"] == "cannot_say"
    assert states(answer)["interim_anticoagulation"] == "due"
    assert answer["profile"].startswith("veinway.toml, ")
    assert any(e["resource"] == "site profile" for f in answer["facts"] for e in f["evidence"])


def states(answer: dict[str, Any]) -> dict[str, str]:
    """The state of every action of NICE's step for a suspected DVT."""
    step = next(step for step in answer["steps"] if step["step"] == "suspected_dvt_nice")
    return {action["key"]: action["state"] for action in step["plan"]}


WRONG_PROFILES = {
    "not TOML": ("a = ", "I232"),
    "an unknown part": ("contry = 'GB'", "I231"),
    "an unknown parameter": ("[parameters]\nd_dimer_cutoff = 500", "I231"),
    "a parameter out of range": ("[parameters]\nd_dimer_cut_off = 5000", "I230"),
    "a parameter that is no number": ("[parameters]\nd_dimer_cut_off = 'high'", "I233"),
    "a service fact that is no fact of the service": ("[service]\nactive_cancer = true", "I231"),
    "a service fact that is not yes or no": ("[service]\nscan_obtainable_in_4_hours = 'soon'", "I233"),
    "coverage without a reason": ("[coverage.surgery]\nsince = 2015-01-01", "I233"),
    "an unknown time zone": ("time_zone = 'Mars/Olympus'", "I233"),
    "an unknown guideline": ("guideline = 'nicer'", "I231"),
}


@pytest.mark.parametrize(("text", "code"), WRONG_PROFILES.values(), ids=WRONG_PROFILES)
def test_a_profile_that_cannot_be_used_says_why(run: Run, tmp_path: Path, text: str, code: str) -> None:
    file = tmp_path / "veinway.toml"
    file.write_text(text)
    answer = run("assess", "-", "--profile", file, stdin=case())
    assert answer.status == 2
    assert f"[{code}]" in answer.err


def test_equal_profiles_have_equal_hashes_and_others_do_not(tmp_path: Path) -> None:
    from veinway.care.knowledge import KNOWLEDGE
    from veinway.records.profile import read_profile

    texts = (
        "country = 'GB'\nguideline = 'nice'",
        "guideline = 'nice'\ncountry = 'GB'",
        "country = 'IE'",
    )
    hashes = []
    for text in texts:
        (tmp_path / "veinway.toml").write_text(text)
        hashes.append(read_profile(tmp_path / "veinway.toml", KNOWLEDGE).hash)
    assert hashes[0] == hashes[1] != hashes[2]


# Facts, rules, explain --------------------------------------------------------------------------


def test_facts_lists_every_fact_with_its_cost_and_what_silence_means(run: Run) -> None:
    page = run("facts").out
    assert "active_cancer" in page
    assert "blood test" in page
    assert "unknown" in page
    listed = {fact["key"]: fact for fact in run("facts", "--json").document["facts"]}
    assert listed["d_dimer"]["unit"] == "ug/L{FEU}"
    assert "wells_dvt" in listed["active_cancer"]["used_by"]


def test_rules_shows_a_source_and_a_status_for_each_rule(run: Run) -> None:
    page = run("rules").out
    assert "NG158, table 1" in page
    assert "sign-off" in page
    for rule in run("rules", "--json").document["rules"]:
        assert rule["source"]["place"]


def test_rules_status_lists_every_unconfirmed_statement_and_local_choice(run: Run) -> None:
    answer = run("rules", "--json").document
    page = run("rules", "--status").out
    assert {entry["tag"] for entry in answer["to_sign"]} <= {
        "local choice",
        "not confirmed against the primary text",
    }
    assert "Local choice" in page
    assert "suspected_dvt_nice" in page


@pytest.mark.parametrize("key", ["wells_dvt", "route", "suspected_dvt_nice", "creatinine_clearance"])
def test_explain_shows_a_rule_in_words_with_what_it_needs(run: Run, key: str) -> None:
    page = run("explain", key).out
    assert "Looks at" in page
    assert "Not signed by a clinician" in page


@pytest.mark.parametrize("key", ["d_dimer", "leg_scan", "d_dimer_cut_off"])
def test_explain_shows_a_fact_an_event_and_a_parameter(run: Run, key: str) -> None:
    assert key in run("explain", key).out


def test_a_page_in_a_pipe_has_no_colour_and_no_blanks_at_its_line_ends(run: Run) -> None:
    page = run("rules").out
    assert "\x1b" not in page
    assert all(line == line.rstrip() for line in page.splitlines())
    assert max(map(len, page.splitlines())) <= 100
