"""Procedures in the web: candidacy answered in place, legs on the Villalta scale, the referral."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

import pytest
from starlette.testclient import TestClient

from veinway.language.errors import InputError
from veinway.language.values import Interval, Truth
from veinway.records.profile import Profile
from veinway.web.clock import now
from veinway.web.sections import legs, procedures
from veinway.web.sections.case import Case, load
from veinway.web.service.letters import draft
from veinway.web.service.procedures import candidate_for, examined_on_villalta, on_day
from veinway.web.service.villalta import ITEMS, examined_in
from web_site import Site, day_ago, words_of

ILIAC = {
    "age_years": 50,
    "limb_threat": False,
    "symptom_days": 5,
    "good_functional_status": True,
}


def _examined(
    points: list[int | None], ulcer: bool | str = False, dvt: int | None = 500
) -> dict[str, Any]:
    items = {fact.key: each for fact, each in zip(ITEMS, points, strict=False) if each is not None}
    return {"items": items, "ulcer": ulcer, "dvt": "" if dvt is None else day_ago(dvt)}


def _total(points: int, unknown: int = 0) -> list[int | None]:
    """Items that add up to a total, the last ones not scored."""
    scored = len(ITEMS) - unknown
    found = [min(3, max(0, points - 3 * place)) for place in range(scored)]
    return [*found, *[None] * unknown]


def _case(site: Site, answers: dict[str, Any]) -> str:
    return site.case({"birth_date": "1958-02-11", **answers})


def _load(site: Site, episode: str, **query: str) -> Case:
    return load(site.app.state.store, Profile(), episode, now(), query)


def _iliac() -> dict[str, Any]:
    scan = {"date": day_ago(0), "result": "dvt_proximal", "segment": "common_iliac"}
    return {**{k: v for k, v in ILIAC.items() if k != "age_years"}, "leg_scan@left": [scan]}


# Candidacy ----------------------------------------------------------------------------------------


def _lines(case: Case, question: str) -> dict[str, str]:
    shown = procedures.content(case)["procedures"]
    return {
        line.words: line.told.word for each in shown if each.key == question for line in each.criteria
    }


def test_an_unknown_criterion_is_answered_in_place_and_then_met(site: Site, doctor: TestClient) -> None:
    episode = _case(site, _iliac())
    words = "A life expectancy of one year or more"
    assert _lines(_load(site, episode), "clot_removal")[words] == "unknown"
    page = doctor.get(f"/episode/{episode}/procedures").text
    assert 'id="p-clot_removal-life_expectancy_of_a_year-form"' in page
    answer = site.post(
        doctor,
        f"/episode/{episode}/answer?section=procedures",
        fact="life_expectancy_of_a_year",
        said="yes",
    )
    assert answer.headers["location"].startswith(f"/episode/{episode}/procedures")
    assert _lines(_load(site, episode), "clot_removal")[words] == "met"


def test_every_guideline_stands_beside_the_others_with_its_source(site: Site) -> None:
    episode = _case(site, _iliac())
    removal, _, later = procedures.content(_load(site, episode))["procedures"]
    filter_ = procedures.content(_load(site, episode, of="vena_cava_filter"))["procedures"][2]
    assert (removal.made, later.made, later.criteria) == (True, False, ())
    assert [each.guideline for each in removal.decisions] == [
        "NICE",
        "CHEST",
        "ASH",
        "ESVS",
        "SIR",
        "AHA/ACC",
    ]
    assert all(each.source for each in removal.decisions)
    assert all(line.asked_by for line in (*removal.criteria, *filter_.criteria))
    assert removal.days.startswith("8 days left of NICE's limit of less than 14 days.")
    assert {each.guideline for each in filter_.decisions} == {
        "NICE",
        "ESC",
        "CHEST",
        "Thrombosis Canada",
        "Veinway",
    }


def test_a_look_back_counts_from_today_and_not_from_the_first_suspicion(site: Site) -> None:
    answers = {**_iliac(), "stroke_or_tia": [{"date": day_ago(80)}]}
    found = candidate_for(_load(site, _case(site, answers)).given, "left")[0]
    (stroke,) = [each for each in found.items if each.row.id == "CA2"]
    assert stroke.truth is Truth.YES


# Villalta -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("points", "ulcer", "total", "classes", "decided"),
    [
        (_total(3), True, (3, 3), "severe", True),
        (_total(12, 1), False, (12, 15), "moderate or severe", False),
        (_total(9), "unknown", (9, 9), "mild or severe", False),
        (_total(4), False, (4, 4), "no post-thrombotic syndrome", True),
        (_total(15), False, (15, 15), "severe", True),
    ],
    ids=["PT-02", "PT-03", "PT-04", "PT-01, 4", "PT-01, 15"],
)
def test_a_total_stays_a_range_with_its_possible_classes_and_an_ulcer_is_severe(
    site: Site,
    points: list[int | None],
    ulcer: bool | str,
    total: tuple[int, int],
    classes: str,
    decided: bool,
) -> None:
    case = _load(site, _case(site, {f"villalta:{day_ago(100)}@left": _examined(points, ulcer)}))
    (row,) = legs.content(case)["legs"][0]["rows"]
    (found,) = examined_on_villalta(case.given, "left")
    assert found.score.total == Interval(*total)
    assert (row.classes, row.decided) == (classes, decided)


def test_before_three_months_an_examination_has_no_class(site: Site) -> None:
    early = {f"villalta:{day_ago(440)}@left": _examined(_total(14))}
    (row,) = legs.content(_load(site, _case(site, early)))["legs"][0]["rows"]
    assert (row.classes, row.total) == ("no class", "14")
    assert "before 3 months it measures the acute clot" in row.how_sure


def test_what_was_not_scored_is_not_taken_from_another_examination(site: Site) -> None:
    episode = _case(
        site,
        {
            f"villalta:{day_ago(300)}@left": _examined([2], "unknown"),
            f"villalta:{day_ago(200)}@left": _examined(_total(6)),
            f"villalta:{day_ago(20)}@left": _examined([1, None, 2]),
        },
    )
    given = _load(site, episode).given
    before, first, last = examined_on_villalta(given, "left")
    assert before.score.total == Interval(2, 32)
    assert first.score.total == Interval(6, 6)
    assert last.score.total == Interval(3, 30)
    assert "villalta_cramps" not in on_day(given, "left").facts


def test_the_day_of_the_clot_is_said_once_and_holds_for_later_examinations_of_that_leg(
    site: Site,
) -> None:
    answers = {
        f"villalta:{day_ago(600)}@left": _examined(_total(6), dvt=None),
        f"villalta:{day_ago(200)}@left": _examined(_total(6), dvt=500),
        f"villalta:{day_ago(20)}@left": _examined(_total(6), dvt=None),
        f"villalta:{day_ago(20)}@right": _examined(_total(6), dvt=None),
    }
    given = _load(site, _case(site, answers)).given
    applies = [each.score.applies for each in examined_on_villalta(given, "left")]
    assert applies == [Truth.UNKNOWN, Truth.YES, Truth.YES]
    assert [each.score.applies for each in examined_on_villalta(given, "right")] == [Truth.UNKNOWN]


def test_a_leg_that_is_examined_does_not_change_what_is_said_of_the_suspicion(site: Site) -> None:
    examined = _load(site, _case(site, {f"villalta:{day_ago(9)}@right": _examined(_total(6))}))
    assert [limb.side for limb in examined.decided.limbs] == [""]
    assert procedures.content(examined)["leg"] == "right"


def test_the_last_examination_speaks_in_the_candidacy_for_a_stent(site: Site) -> None:
    words = (
        "The leg is disabling: moderate or severe on the Villalta scale, an open ulcer, venous "
        "claudication, or C4b and above"
    )
    mild, bad = _examined(_total(6)), _examined(_total(12))
    claudication = {"venous_claudication": False, "ceap_class": "c3"}
    for first, last, said in ((mild, bad, "met"), (bad, mild, "not met")):
        answers = {
            **claudication,
            f"villalta:{day_ago(200)}@left": first,
            f"villalta:{day_ago(20)}@left": last,
        }
        assert _lines(_load(site, _case(site, answers)), "vein_stent")[words] == said


def test_an_item_that_was_answered_later_by_itself_counts_in_its_place(site: Site) -> None:
    answers = {f"villalta:{day_ago(20)}@left": _examined(_total(12)), "villalta_pain": 0}
    facts = on_day(_load(site, _case(site, answers)).given, "left").facts
    assert facts["villalta_pain"].value == Interval(0, 0)
    assert facts["villalta_cramps"].value == Interval(3, 3)


def test_an_examination_is_entered_replaced_and_taken_back_on_the_page(
    site: Site, doctor: TestClient
) -> None:
    episode, day = _case(site, {}), day_ago(3)
    address = f"/episode/{episode}/villalta?section=legs"
    form = {"side": "left", "day": day, "dvt": day_ago(400), "ulcer": "no"}
    for grade in ("1", "2"):
        answer = site.post(doctor, address, **form, **{f"item.{fact.key}": grade for fact in ITEMS})
        assert answer.status_code == 303
    page = words_of(doctor.get(answer.headers["location"]).text)
    assert "Saved. Villalta scale on " in page
    assert page.count("● severe") == 1
    taken = site.post(
        doctor,
        f"/episode/{episode}/take-back?section=legs",
        fact=f"villalta:{day}",
        side="left",
    )
    assert taken.status_code == 303
    assert "No leg was examined on the Villalta scale yet." in words_of(
        doctor.get(f"/episode/{episode}/legs").text
    )


WRONG: dict[str, tuple[dict[str, str], str]] = {
    "a day that lies ahead": ({"day": "2999-01-01"}, "I331"),
    "no day": ({"day": ""}, "I331"),
    "a clot after the examination": ({"dvt": "2999-01-01"}, "I331"),
    "no leg": ({"side": "both"}, "I332"),
    "nothing": ({"item.villalta_pain": "unknown"}, "I332"),
    "a grade of four": ({"item.villalta_pain": "4"}, "I333"),
}


@pytest.mark.parametrize(("wrong", "code"), WRONG.values(), ids=WRONG)
def test_an_examination_that_cannot_be_is_refused_and_says_why(wrong: dict[str, str], code: str) -> None:
    good = {"side": "left", "day": "2026-03-04", "item.villalta_pain": "2"}
    today = datetime(2026, 3, 5).date()
    assert examined_in(good, today)[2]["ulcer"] == "unknown"
    with pytest.raises(InputError, match=code):
        examined_in({**good, **wrong}, today)


def test_what_was_entered_stays_in_the_form_when_it_is_refused(site: Site, doctor: TestClient) -> None:
    answer = site.post(
        doctor,
        f"/episode/{_case(site, {})}/villalta?section=legs",
        side="left",
        day="2999-01-01",
        **{"item.villalta_pain": "2"},
    )
    assert answer.status_code == 422
    assert "I331" in answer.text
    assert re.search(r'name="item.villalta_pain" value="2" id="[^"]+" checked', answer.text)


# The referral -------------------------------------------------------------------------------------


def _letter(site: Site, answers: dict[str, Any], **query: str) -> dict[str, str]:
    drafted = draft(_load(site, _case(site, answers), **query), "procedure", "Dr Anna")
    return {part.heading: part.text for part in drafted.parts}


def test_the_referral_names_what_it_is_incomplete_without(site: Site) -> None:
    nothing = _letter(site, {})["Incomplete without"]
    for words in ("Onset", "Most proximal vein", "Side", "every item", "Anticoagulant"):
        assert words in nothing
    some = _letter(site, {**_iliac(), "current_anticoagulant": "apixaban"})["Incomplete without"]
    assert [line for line in some.splitlines() if line.startswith("-")] == [
        "- List of what may cause bleeding, every item"
    ]


def test_a_threatened_limb_is_an_emergency_that_waits_for_nothing(site: Site) -> None:
    assert "look at the leg today" in _letter(site, {})["Urgency"]
    urgent = _letter(site, {"limb_threat": True})["Urgency"]
    assert urgent.startswith("Emergency")
    assert "nothing that is missing below may delay it" in urgent


def test_the_referral_tells_candidacy_bars_and_the_villalta_scale_of_its_leg(site: Site) -> None:
    answers = {**_iliac(), "endocarditis": True, f"villalta:{day_ago(9)}@left": _examined(_total(12, 1))}
    parts = _letter(site, answers)
    assert "- NICE: " in parts["Reason for referral"]
    bars = parts["Risk of bleeding, item by item"]
    assert "- Bacterial endocarditis: present (CR13, relative, bleeding)" in bars
    assert "- Diabetic haemorrhagic retinopathy: not known (CR14" in bars
    assert "12 to 15 points, moderate or severe; no open ulcer" in parts["State of the leg"]
    assert "10 fewer of 100 with removal" in parts["For the talk with the patient"]
