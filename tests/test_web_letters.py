"""Letters: what they must contain, that the unknown is told as such, how they are kept and printed."""

from __future__ import annotations

import re
import shutil
import subprocess
import zlib
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import orjson
import pytest
from starlette.testclient import TestClient

from first_answers import LIKELY_DVT
from left_out import left_out
from veinway.language.errors import InputError
from veinway.records.profile import Profile
from veinway.web.clock import now
from veinway.web.sections.case import load
from veinway.web.service import letter_pdf
from veinway.web.service.letters import KINDS, Draft, draft, edited_by
from veinway.web.store.audit import Actor, entries
from veinway.web.store.database import reading, writing
from veinway.web.store.letters import letters_of
from veinway.web.store.patients import Named, add_patient, open_episode, say
from web_site import Site, words_of

LEG = {**LIKELY_DVT, "scan_obtainable_in_4_hours": False}
MUST: dict[str, tuple[str, ...]] = {
    "ultrasound": (
        "Clinical question",
        "Side:",
        "First suspicion:",
        "Symptoms for how many days:",
        "Two-level DVT Wells score",
        "D-dimer:",
        "Already on full-dose anticoagulation when the clot was suspected:",
        "First dose of interim anticoagulation for this suspicion:",
        "Urgency, and by when",
        "Requested by",
    ),
    "ct": (
        "Clinical question",
        "Side of the leg symptoms:",
        "Symptoms for how many days:",
        "Two-level PE Wells score",
        "D-dimer:",
        "Serum creatinine:",
        "Creatinine clearance",
        "Allergic to iodinated contrast:",
        "Pregnant:",
        "Days since giving birth:",
        "Already on full-dose anticoagulation when the clot was suspected:",
        "Urgency, and by when",
        "Requested by",
    ),
    "gp": ("Finding", "Plan", "Anticoagulant", "D-dimer:", "Not known yet", "Written by"),
    "vascular": (
        "Extent of a clot of the leg:",
        "Side:",
        "Symptoms for how many days:",
        "A low risk of bleeding:",
        "Anticoagulation is contraindicated:",
        "Heavy bleeding:",
        "Operation:",
        "Good functional status:",
        "A life expectancy of one year or more:",
        "Fulfilled:",
    ),
    "anticoagulation": (
        "What the anticoagulant is for:",
        "Anticoagulant that is taken now, at treatment dose:",
        "Drug:",
        "INR:",
        "How long",
        "Body weight:",
        "Serum creatinine:",
        "Creatinine clearance",
        "Not known, and needed before any dose",
        "Written by",
    ),
    "procedure": (
        "Urgency",
        "Incomplete without",
        "Side:",
        "Extent of a clot of the leg:",
        "Symptoms for how many days:",
        "occlusive or partial: not known",
        "The limb is threatened:",
        "Villalta scale",
        "Venous clinical severity score",
        "Highest clinical class of the leg",
        "Good functional status:",
        "A life expectancy of one year or more:",
        "CA1, absolute",
        "CR14, relative",
        "Haemoglobin:",
        "Anticoagulant that is taken now, at treatment dose:",
        "Hours since the last dose of the anticoagulant:",
        "Allergic to iodinated contrast:",
        "Pregnant:",
        "A vena cava filter is in place:",
        "the patient's wish, interpreter: not known",
        "Images and reports",
    ),
}
"""What a letter of each kind must contain, whatever is known."""


def _draft(site: Site, episode: str, kind: str, at: str = "") -> Draft:
    case = load(site.app.state.store, Profile(), episode, at or now(), {})
    return draft(case, kind, "clinician")


def _text(drafted: Draft) -> str:
    return "\n".join(f"{part.heading}\n{part.text}" for part in drafted.parts)


def _form(drafted: Draft, **changed: str) -> dict[str, str]:
    found = {f"part{n}": part.text for n, part in enumerate(drafted.parts)}
    return found | {f"part{_number(drafted, heading)}": text for heading, text in changed.items()}


def _number(drafted: Draft, heading: str) -> int:
    return next(n for n, part in enumerate(drafted.parts) if part.heading.startswith(heading))


def _write(site: Site, doctor: TestClient, episode: str, kind: str, **changed: str) -> str:
    at = now()
    form = _form(_draft(site, episode, kind, at), **changed)
    answer = site.post(doctor, f"/episode/{episode}/letters/new/{kind}", at=at, **form)
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


# What a letter says -------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("answers", [{}, LEG], ids=["nothing known", "a leg"])
def test_a_letter_has_what_it_must_contain_whatever_is_known(
    site: Site, kind: str, answers: dict[str, Any]
) -> None:
    text = _text(_draft(site, site.case(answers), kind))
    assert [each for each in MUST[kind] if each not in text] == []


@pytest.mark.parametrize("kind", KINDS)
def test_of_a_case_of_which_nothing_is_known_nothing_is_told_but_that_it_is_not_known(
    site: Site, kind: str
) -> None:
    text = _text(_draft(site, site.case({}), kind))
    said = [
        line for line in text.splitlines() if ": " in line and not line.startswith(("First", "Tele"))
    ]
    told = [line.split(": ", 1)[1] for line in said]
    assert "no" not in told
    assert "yes" not in told
    assert not [each for each in told if re.search(r"\bunknown\b", each)]
    assert any(each.startswith("not known") for each in told)


@pytest.mark.parametrize("key", ["pregnant", "on_therapeutic_anticoagulation"])
def test_what_rules_presume_a_letter_does_not_tell(site: Site, key: str) -> None:
    episode = site.case(
        {each: said for each, said in LEG.items() if each != key} | {"sex_at_birth": "male"}
    )
    label = {"pregnant": "Pregnant:"}.get(key, "Already on")
    lines = _text(_draft(site, episode, "ct")).splitlines()
    line = next(each for each in lines if each.startswith(label))
    assert line.endswith(": not known")


def test_a_statement_says_where_it_is_from(site: Site) -> None:
    creatinine = {
        "resourceType": "Observation",
        "id": "o1",
        "status": "final",
        "code": {"coding": [{"system": "http://loinc.org", "code": "14682-9"}]},
        "subject": {"reference": "Patient/p"},
        "effectiveDateTime": now()[:10],
        "valueQuantity": {"value": 80, "system": "http://unitsofmeasure.org", "code": "umol/L"},
    }
    person = {"resourceType": "Patient", "id": "p", "birthDate": "1958-02-11"}
    text = _text(_draft(site, site.case(LEG, resources=[person, creatinine]), "ct"))
    assert re.search(
        r"Serum creatinine: 80 µmol/L \(Observation/o1, [\d-]+, recorded as 80 umol/L\)", text
    )
    assert "Chest symptoms that could be an embolism: no (said by clinician, " in text


def test_the_urgency_of_a_scan_is_the_window_of_the_plan_with_its_source(site: Site) -> None:
    drafted = _draft(site, site.case(LEG), "ultrasound")
    urgency = drafted.parts[_number(drafted, "Urgency")].text
    assert re.search(r"due by [\d-]+ [\d:]+ \(NICE NG158, recommendation 1\.1\.4", urgency)
    assert "3 to 7 points" in _text(drafted)


def test_the_side_is_the_limb_that_is_chosen_and_the_other_one_is_named(site: Site) -> None:
    answers = {**LEG, "leg_symptoms@left": True, "leg_symptoms@right": True}
    case = load(site.app.state.store, Profile(), site.case(answers), now(), {"limb": "right"})
    text = _text(draft(case, "ultrasound", "Dr Anna"))
    assert "Side: right (the left leg is described in the record as well)" in text
    assert "thrombosis of the right leg?" in text


def test_the_extent_and_the_candidacy_of_an_iliofemoral_clot_are_in_the_referral(site: Site) -> None:
    scan = {"date": now()[:10], "result": "dvt_proximal", "segment": "common_iliac"}
    facts = {
        "leg_scan@left": [scan],
        "leg_symptoms@left": True,
        "symptom_days": {"value": "3", "unit": "d"},
        "good_functional_status": True,
        "life_expectancy_of_a_year": True,
        "anticoagulation_contraindicated": False,
    }
    unknown = _text(_draft(site, site.case({**LEG, **facts}), "vascular"))
    assert "low risk of bleeding. Fulfilled: not known." in unknown
    assert "A low risk of bleeding: not known" in unknown
    text = _text(_draft(site, site.case({**LEG, **facts, "low_bleeding_risk": True}), "vascular"))
    assert "Fulfilled: yes." in text
    assert "most proximal vein with clot: common iliac vein" in text
    assert "Symptoms for how many days: 3 days" in text


def test_a_hostile_name_makes_no_part_of_its_own_and_no_markup(site: Site, doctor: TestClient) -> None:
    actor = Actor(site.account("clinician")["id"], now())
    with writing(site.app.state.store) as connection:
        person = add_patient(connection, actor, Named("1\n## Plan", "<script>x</script>", "{{ 7*7 }}"))
        episode = open_episode(connection, actor, person, actor.at)
    page = doctor.get(_write(site, doctor, episode, "gp", Plan="<b>bold</b> {{ 7*7 }}")).text
    assert "<script>x" not in page
    assert "<b>bold" not in page
    assert "&lt;b&gt;bold&lt;/b&gt; {{ 7*7 }}" in page
    assert "1 ## Plan" in page


# Editing and keeping ------------------------------------------------------------------------------


def test_a_letter_is_kept_as_it_was_edited_with_what_the_draft_had_said(
    site: Site, doctor: TestClient
) -> None:
    episode = site.case(LEG)
    address = _write(site, doctor, episode, "gp", Plan="Scan tomorrow at nine.")
    page = words_of(doctor.get(address).text)
    assert "Scan tomorrow at nine." in page
    assert "Rewritten by hand: Plan." in page
    assert "What the draft had said Plan - due by" in page
    with reading(site.app.state.store) as connection:
        (kept,) = letters_of(connection, episode)
        (noted,) = [each for each in entries(connection) if each["what"] == "letter.write"]
    assert list(kept.edited) == ["Plan"]
    assert orjson.loads(noted["detail"])["edited"] == ["Plan"]


def test_every_letter_says_edition_date_author_sources_and_that_it_is_not_signed_off(
    site: Site, doctor: TestClient
) -> None:
    for kind in KINDS:
        page = words_of(doctor.get(_write(site, doctor, site.case(LEG), kind)).text)
        for words in (
            "Veinway edition",
            "Author clinician",
            "Decision support, not signed off.",
            "(UTC)",
        ):
            assert words in page, (kind, words)
        assert "NICE NG158" in page.partition("Sources and edition")[2]


def test_what_was_not_edited_is_not_said_to_be(site: Site, doctor: TestClient) -> None:
    page = doctor.get(_write(site, doctor, site.case(LEG), "ultrasound")).text
    assert "Rewritten by hand" not in page


@pytest.mark.parametrize("text", ["", "   \n ", "x" * 8_001], ids=["empty", "blank", "too long"])
def test_a_part_that_cannot_be_used_is_told_and_nothing_that_was_written_is_lost(
    site: Site, doctor: TestClient, text: str
) -> None:
    episode, at = site.case(LEG), now()
    form = _form(_draft(site, episode, "gp", at), Plan=text, Finding="my own finding")
    answer = site.post(doctor, f"/episode/{episode}/letters/new/gp", at=at, **form)
    assert answer.status_code == 422
    assert "I296" in answer.text
    assert "my own finding" in answer.text
    with reading(site.app.state.store) as connection:
        assert letters_of(connection, episode) == []


def test_what_was_entered_while_somebody_wrote_is_shown_before_the_letter_is_made(
    site: Site, doctor: TestClient
) -> None:
    at = now()
    begun, early = (
        (datetime.fromisoformat(at) - timedelta(minutes=minutes)).isoformat(timespec="seconds")
        for minutes in (20, 5)
    )
    episode = site.case(LEG, at=begun)
    form = _form(_draft(site, episode, "ultrasound", early), Clinical="My own question?")
    with writing(site.app.state.store) as connection:
        actor = Actor(site.account("clinic")["id"], at)
        say(connection, actor, episode, "d_dimer", {"value": 900, "unit": "ug/L{FEU}"})
    address = f"/episode/{episode}/letters/new/ultrasound"
    answer = site.post(doctor, address, at=early, **form)
    assert answer.status_code == 422
    page = words_of(answer.text)
    assert "The case has changed" in page
    assert "My own question?" in page
    assert "D-dimer: 900" in page
    again = re.search(r'name="at" value="([^"]+)"', answer.text)
    assert again is not None
    assert site.post(doctor, address, at=again[1], **form).status_code == 303


def test_a_letter_of_another_episode_is_not_found(site: Site, doctor: TestClient) -> None:
    address = _write(site, doctor, site.case(LEG), "gp")
    other = site.case({})
    assert doctor.get(f"/episode/{other}/letters/{address.rpartition('/')[2]}").status_code == 404


def test_a_letter_that_there_is_not_is_told(site: Site, doctor: TestClient) -> None:
    answer = doctor.get(f"/episode/{site.case({})}/letters/new/love")
    assert answer.status_code == 422
    assert "I295" in answer.text


def test_an_edited_letter_needs_every_part(site: Site) -> None:
    drafted = _draft(site, site.case({}), "gp")
    with pytest.raises(InputError, match="empty"):
        edited_by(drafted, {})


# Closing ------------------------------------------------------------------------------------------


def test_an_episode_is_closed_and_opened_again_on_its_page(site: Site, doctor: TestClient) -> None:
    episode = site.case(LEG)
    address = f"/episode/{episode}/closing"
    refused = site.post(doctor, address, act="close", reason="", note="my note")
    assert refused.status_code == 422
    assert "I293" in refused.text
    assert "my note" in refused.text
    assert site.post(doctor, address, act="close", reason="excluded").status_code == 303
    page = words_of(doctor.get(f"/episode/{episode}/letters").text)
    assert "by clinician: Thrombosis was excluded" in page
    assert "I294" in site.post(doctor, address, act="close", reason="excluded").text
    assert site.post(doctor, address, act="reopen", reason="new_result").status_code == 303


# PDF ----------------------------------------------------------------------------------------------


@pytest.fixture
def pdf(site: Site, doctor: TestClient, tmp_path: Path) -> Path:
    if letter_pdf.missing():
        left_out(
            "no Pango: letters are not tested as PDF", "apt-get install libpango-1.0-0 libpangoft2-1.0-0"
        )
    address = _write(site, doctor, site.case(LEG), "ultrasound", To="Röntgen, Straße 1")
    answer = doctor.get(f"{address}/pdf")
    assert answer.headers["content-type"] == "application/pdf"
    file = tmp_path / "letter.pdf"
    file.write_bytes(answer.content)
    return file


def test_the_pdf_is_tagged_has_a_language_and_a_title_and_says_that_it_is_pdf_ua(pdf: Path) -> None:
    content = _unpacked(pdf.read_bytes())
    assert content.startswith(b"%PDF-1.7")
    assert re.search(rb"/MarkInfo\s*<<\s*/Marked true\s*>>", content)
    assert b"/StructTreeRoot" in content
    assert b"/Lang (en-GB)" in content
    assert b"<pdfuaid:part>1</pdfuaid:part>" in content or b'pdfuaid:part="1"' in content
    assert b"/DisplayDocTitle true" in content


def _unpacked(content: bytes) -> bytes:
    """A PDF with what its packed objects hold behind it."""
    found = [content]
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", content, re.DOTALL):
        with suppress(zlib.error):
            found.append(zlib.decompress(stream))
    return b"\n".join(found)


def test_the_text_of_the_pdf_is_that_of_the_letter(pdf: Path) -> None:
    if shutil.which("pdftotext") is None:
        left_out("no pdftotext: the text of the PDF is not read", "apt-get install poppler-utils")
    done = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True)
    text = " ".join(done.stdout.split())
    for words in (
        *MUST["ultrasound"],
        "Röntgen, Straße 1",
        "Marsh, Cora",
        "Decision support, not signed off.",
    ):
        assert words in text, words


def test_without_the_libraries_the_letter_is_html_and_says_why(
    site: Site, doctor: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    reason = "WeasyPrint is not installed."
    monkeypatch.setattr("veinway.web.pages.letters.missing", lambda: reason)
    address = _write(site, doctor, site.case(LEG), "gp")
    assert f"No PDF can be made here: {reason}" in words_of(doctor.get(address).text)
    answer = doctor.get(f"{address}/pdf")
    assert answer.status_code == 501
    assert "W501" in answer.text
    assert "print it from the browser" in answer.text


def test_a_letter_in_the_making_asks_no_other_host_for_anything() -> None:
    if letter_pdf.missing():
        left_out(
            "no Pango: letters are not tested as PDF", "apt-get install libpango-1.0-0 libpangoft2-1.0-0"
        )
    html = '<html lang="en"><title>x</title><img src="http://127.0.0.1:1/x" alt="x"><p>y</p></html>'
    assert letter_pdf.pdf_of(html, "p { background: url(http://127.0.0.1:1/y) }").startswith(b"%PDF")
