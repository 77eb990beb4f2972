"""Proofs: the shipped rules hold for everybody, seeded mistakes are found, and z3 means what we mean."""

import random
from dataclasses import replace
from fractions import Fraction
from types import SimpleNamespace

import pytest

from veinway.care.facts.leg import active_cancer, previous_dvt
from veinway.care.facts.person import adult
from veinway.care.imaging.nice import CONCLUSION
from veinway.care.invariants import INVARIANTS
from veinway.care.knowledge import KNOWLEDGE
from veinway.care.measures import creatinine_clearance
from veinway.care.outcomes import DVT_NOT_LIKELY
from veinway.care.probability.wells_dvt import UNLIKELY, WELLS_DVT
from veinway.engine.one import Reasoner, nothing_on_record
from veinway.engine.prove import prove
from veinway.language import (
    NO,
    PERSON,
    YES,
    Band,
    Choice,
    ChoiceExpression,
    Constraint,
    Derived,
    Event,
    Invariant,
    Measure,
    NumberExpression,
    Parameter,
    SeriesMeasure,
    Silence,
    Source,
    Tag,
    YesNo,
    YesNoExpression,
    above,
    agreed,
    all_of,
    any_event,
    any_of,
    at_least,
    below,
    by_choice,
    choice,
    commits,
    count,
    days,
    days_since,
    escalates,
    first,
    from_,
    highest,
    largest,
    measure,
    neutral,
    no,
    only_one,
    otherwise,
    override,
    points,
    points_from,
    presume,
    presume_not,
    question,
    row,
    score,
    step,
    table,
    up_to,
    within,
    yes_no,
)
from veinway.language import numbers as numbers_of_language
from veinway.language.errors import InputError
from veinway.language.expressions import Presume, PresumeOption
from veinway.language.knowledge import Knowledge, walk
from veinway.language.numbers import Constant
from veinway.language.values import Happened, History, Interval, Known, Situation, Truth

z3 = pytest.importorskip("z3")

from veinway.engine.proofs import of_narrowing, of_safety  # noqa: E402
from veinway.engine.proofs.ask import Solver  # noqa: E402
from veinway.engine.proofs.encode import Encoder  # noqa: E402
from veinway.engine.proofs.leaves import FROM_EVENTS, Leaves  # noqa: E402
from veinway.engine.proofs.prover import Prover  # noqa: E402

CITE = Source("PROVE_TEST", "Test source of proofs", "2026").at("anywhere")
UNCONFIRMED = CITE.source.at("hearsay", Tag.UNCONFIRMED)
TREAT, WAIT = commits("treat", "Treat."), neutral("wait", "Wait.")
HELP = escalates("help", "Get help.")
TODAY = 20_500


def fact(key, **more):
    return yes_no(key, key, ask=f"{key}?", source=CITE, **more)


def number(key, low=0, high=200, step="1"):
    return measure(key, key, ask=f"{key}?", unit="kg", step=step, domain=(low, high), source=CITE)


def table_of(*rows, hit="first", key="t"):
    return table(key, key, hit=hit, source=CITE, rows=list(rows))


def step_of(key, for_whom, conclusion):
    return step(
        key,
        key,
        question=question("asked", "What now?"),
        guideline="nice",
        subject=PERSON,
        source=CITE,
        for_whom=for_whom,
        conclusion=conclusion,
        plan=[],
    )


def known(*rules, invariants=(), constraints=()):
    module = SimpleNamespace(**{f"rule_{n}": rule for n, rule in enumerate(rules)})
    return Knowledge.of("here", (module,), (), tuple(invariants), tuple(constraints))


def failures(*rules, **laws):
    """The failed laws by kind; each patient must be confirmed by the one-patient engine."""
    report = prove(known(*rules, **laws))
    assert not report.not_finished
    return {result.kind: result for result in report.failed}


# The shipped rules ------------------------------------------------------------------------------


DIAGNOSIS = KNOWLEDGE.chapter("diagnosis")
LATER = [each.name for each in KNOWLEDGE.chapters if each is not DIAGNOSIS and each.invariants]


@pytest.mark.parametrize("name", LATER)
def test_every_safety_law_of_a_later_chapter_is_proved(name: str) -> None:
    # What is proved of their tables takes minutes: `veinway prove`, and the nightly test below.
    report = prove(replace(KNOWLEDGE.chapter(name), rules={}))
    assert [(r.kind, r.subject, r.status) for r in report.results if r.status != "proved"] == []
    assert report.counts["invariants"] > 0


@pytest.mark.parametrize("name", LATER)
def test_what_is_not_confirmed_never_supports_what_is_decided_in_a_later_chapter(name: str) -> None:
    p = Prover(KNOWLEDGE.chapter(name), Solver(10, 240))
    rows = of_safety.unconfirmed(p.knowledge)
    found = [of_safety.never_relied_on(p, table_, row_) for table_, row_ in rows]
    assert [(r.subject, r.status) for r in found if r.status != "proved"] == []


@pytest.mark.nightly
@pytest.mark.parametrize("name", LATER)
def test_every_law_of_a_later_chapter_is_proved(name: str) -> None:
    report = prove(KNOWLEDGE.chapter(name), size="nightly", timeout_seconds=7200)
    assert [(r.kind, r.subject, r.status) for r in report.results if r.status != "proved"] == []


def test_every_law_of_diagnosis_is_proved_and_counted():
    report = prove(DIAGNOSIS)
    assert [(r.kind, r.subject, r.status) for r in report.results if r.status != "proved"] == []
    assert report.proved
    assert report.counts["tables"] == len(DIAGNOSIS.tables)
    assert report.counts["rows"] == sum(len(t.rows) for t in DIAGNOSIS.tables.values())
    assert report.counts["invariants"] == len(INVARIANTS)
    rows = [r for r in report.results if r.kind == "the row decides for some complete patient"]
    assert len(rows) == report.counts["rows"]
    laws = [r for r in report.results if r.kind in (of_safety.NEVER_DECIDED, of_safety.NEVER_POSSIBLE)]
    assert len(laws) == 2 * len(INVARIANTS)


@pytest.mark.nightly
def test_the_large_size_proves_more_laws():
    assert len(prove(DIAGNOSIS, size="nightly").results) > len(prove(DIAGNOSIS).results)


def test_what_is_not_finished_is_never_passed_off_as_proved():
    report = prove(DIAGNOSIS, timeout_seconds=0)
    assert not report.proved
    assert report.statuses()["not finished"] == len(report.results)


def test_without_z3_the_error_says_what_to_install(monkeypatch):
    monkeypatch.setattr("veinway.engine.prove.find_spec", lambda name: None)
    with pytest.raises(InputError) as raised:
        prove(KNOWLEDGE)
    assert raised.value.code == "I240"
    assert "veinway[prove]" in str(raised.value)


# Seeded mistakes in tables ----------------------------------------------------------------------


def test_two_rows_of_a_unique_table_that_overlap_are_shown(monkeypatch):
    monkeypatch.setattr("veinway.language.diagram._check_unique", lambda *rest: None)
    weight = number("weight")
    rules = table_of(
        row(weight >= 60, TREAT, cite=CITE), row(weight <= 60, WAIT, cite=CITE), hit="unique"
    )
    found = failures(rules)["no two rows hold together"]
    assert found.counter_example.facts == {"weight": {"value": 60, "unit": "kg"}}
    assert found.counter_example.confirmed == "by the one-patient engine"


def test_rows_that_exclude_each_other_through_one_fact_do_not_overlap():
    weight = number("weight")
    rules = table_of(
        row(weight < 60, TREAT, cite=CITE), row(no(weight < 60), WAIT, cite=CITE), hit="unique"
    )
    assert failures(rules) == {}


def test_exceptions_may_hold_together_with_rows_of_a_unique_table():
    ill, old = fact("ill"), fact("old")
    rules = table(
        "t",
        "t",
        hit="unique",
        source=CITE,
        unless=[row(ill, HELP, cite=CITE)],
        rows=[row(old, TREAT, cite=CITE), row(no(old), WAIT, cite=CITE)],
    )
    assert failures(rules) == {}


def test_a_row_that_only_looks_reachable_is_found():
    weight = number("weight")
    rules = table_of(
        row(weight < 50, TREAT, cite=CITE),
        row(2 * weight < 80, HELP, cite=CITE),
        otherwise(WAIT, cite=CITE),
    )
    report = prove(known(rules))
    assert [r.subject for r in report.failed] == ["t, row 2", "t, help"]


def test_a_patient_without_a_row_is_shown(monkeypatch):
    monkeypatch.setattr("veinway.language.diagram._check_complete", lambda *rest: None)
    ill, old = fact("ill"), fact("old")
    rules = table_of(row(ill, TREAT, cite=CITE), row(old, WAIT, cite=CITE))
    found = failures(rules)["some row holds for everybody"]
    assert found.counter_example is not None


def test_a_diagram_that_says_something_else_than_its_rows_is_found():
    ill, old = fact("ill"), fact("old")
    rules = table_of(row(ill, TREAT, cite=CITE), row(old, HELP, cite=CITE), otherwise(WAIT, cite=CITE))
    swapped = replace(rules, rows=(rules.rows[1], rules.rows[0], rules.rows[2]))
    found = failures(swapped)["the diagram equals the rows"]
    assert found.counter_example.confirmed == "by the one-patient engine"


def test_tables_that_collect_and_tables_of_the_worst_row_are_proved():
    ill, old = fact("ill"), fact("old")
    low, high = escalates("low", "Low.", rank=1), escalates("high", "High.", rank=2)
    worst = table_of(
        row(ill, low, cite=CITE),
        row(old, high, cite=CITE),
        otherwise(WAIT, cite=CITE),
        hit="worst",
        key="w",
    )
    collects = table_of(row(ill, TREAT, cite=CITE), row(old, WAIT, cite=CITE), hit="collect", key="c")
    assert failures(worst, collects) == {}


# Seeded mistakes in scores ----------------------------------------------------------------------


def points_of(key, bands, *items, for_whom=None):
    return score(
        key, key, source=CITE, items=[points(1, i) for i in items], bands=bands, for_whom=for_whom
    )


def test_a_band_that_starts_above_the_highest_total_is_unreachable():
    some, most = Band("some", "some"), Band("most", "most")
    right = points_of("right", [below(2, some), from_(2, most)], fact("a"), fact("b"))
    wrong = points_of("wrong", [up_to(2, some), above(2, most)], fact("c"), fact("d"))
    report = prove(known(right, wrong))
    assert [(r.kind, r.subject) for r in report.failed] == [
        ("the band is reached by some complete patient", "wrong, most")
    ]


def test_a_strict_border_in_place_of_a_closed_one_breaks_an_invariant():
    strict = replace(WELLS_DVT, borders=((Fraction(2), True),), for_whom=None)
    rules = table_of(row(strict.is_(UNLIKELY), TREAT, cite=CITE), otherwise(WAIT, cite=CITE))
    law = Invariant("two_is_likely", "Two points are likely.", rules, strict.total >= 2, (TREAT,), CITE)
    found = failures(rules, strict, invariants=[law])[of_safety.NEVER_POSSIBLE]
    assert found.counter_example.confirmed == "by the one-patient engine"
    assert Reasoner(found.counter_example.situation).score(strict).total.low == 2


def test_a_score_used_for_people_it_is_not_for_is_found():
    conclusion = table_of(row(WELLS_DVT.is_(UNLIKELY), TREAT, cite=CITE), otherwise(WAIT, cite=CITE))
    wide = step_of("wide", adult, conclusion)
    found = failures(wide, conclusion, WELLS_DVT)["the score is valid for whom the step is for"]
    assert found.subject == "wide uses wells_dvt"
    assert found.counter_example.facts == {"age_years": {"from": 18, "unit": "a"}}
    assert found.counter_example.confirmed == "by the one-patient engine"


@pytest.mark.parametrize("first", [True, False], ids=["the others first", "the score first"])
def test_a_score_may_follow_a_row_that_speaks_of_whom_it_is_not_for(first):
    others = row(no(WELLS_DVT.for_whom), HELP, cite=CITE)
    scored = row(WELLS_DVT.is_(UNLIKELY), TREAT, cite=CITE)
    rows = [others, scored] if first else [scored, others]
    asked = step_of("asked", adult, table_of(*rows, otherwise(WAIT, cite=CITE)))
    found = failures(asked, WELLS_DVT)
    assert ("the score is valid for whom the step is for" in found) is not first


# Seeded mistakes of safety ----------------------------------------------------------------------


def test_swapped_rows_of_the_nice_conclusion_break_the_law_on_positive_scans():
    by_id = {each.id: each for each in CONCLUSION.rows}
    first_two = (by_id["D11"], by_id["D5"])
    others = [each for each in CONCLUSION.rows if each not in first_two]
    rules = table(
        CONCLUSION.key,
        CONCLUSION.label,
        hit="first",
        source=CONCLUSION.source,
        rows=[*first_two, *others],
    )
    law = replace(next(i for i in INVARIANTS if i.of is CONCLUSION), of=rules)
    found = failures(rules, invariants=[law])
    possible = found[of_safety.NEVER_POSSIBLE].counter_example
    assert possible.confirmed == "by the one-patient engine"
    assert possible.facts == {}
    assert list(possible.events.values()) == ["dvt_proximal"]
    dismissed = found[of_safety.NEVER_DECIDED].counter_example
    assert dismissed.confirmed == "by the one-patient engine"
    assert Reasoner(dismissed.situation).table(rules).outcomes == (DVT_NOT_LIKELY,)


def test_a_presumption_that_decides_an_empty_record_is_found():
    bleeding = presume(fact("bleeding"), NO, because="nobody said so", source=CITE)
    rules = table_of(row(bleeding, WAIT, cite=CITE), otherwise(TREAT, cite=CITE))
    found = failures(rules)["nothing is decided where nothing is known"]
    assert found.subject == "t, with presumptions"
    assert found.counter_example.facts == {}
    assert found.counter_example.words() == "nothing is known"
    assert found.counter_example.confirmed == "by the one-patient engine"


def test_silence_that_decides_an_empty_record_is_found():
    bleeding = fact("bleeding", silence=Silence("no", "nobody said so", CITE))
    rules = table_of(row(bleeding, WAIT, cite=CITE), otherwise(TREAT, cite=CITE))
    found = failures(rules)["nothing is decided where nothing is known"]
    assert found.counter_example.facts == {}


def test_a_forbidden_outcome_that_a_presumption_decides_is_found_only_while_the_fact_is_open():
    pregnant = fact("pregnant")
    presumed = presume(pregnant, NO, because="nobody said so", source=CITE, when=fact("male"))
    rules = table_of(row(presumed, WAIT, cite=CITE), otherwise(TREAT, cite=CITE))
    law = Invariant("never_treat", "Never treat the pregnant.", rules, pregnant, (TREAT,), CITE)
    found = failures(rules, invariants=[law])
    assert set(found) == {of_safety.NEVER_DECIDED}
    assert found[of_safety.NEVER_DECIDED].counter_example.facts == {"male": True}


def test_a_law_about_a_step_holds_for_whom_the_step_is_for():
    child, ill = fact("child"), fact("ill")
    rules = table_of(row(ill, TREAT, cite=CITE), otherwise(WAIT, cite=CITE))
    for whom, holds in ((no(child), True), (ill, False)):
        asked = step_of("step", whom, rules)
        law = Invariant("no_child", "No child is treated.", asked, child, (TREAT,), CITE)
        found = failures(rules, invariants=[law])
        assert (set(found) == set()) is holds
        if not holds:
            assert found[of_safety.NEVER_DECIDED].counter_example.facts == {"ill": True}


def test_the_strict_reading_of_a_presumed_condition_is_told_beside_the_proof():
    law = next(law for law in INVARIANTS if law.key == "pregnancy_never_gets_the_leg_pathway")
    report = prove(replace(DIAGNOSIS, rules={}, invariants=(law,)))
    result = next(r for r in report.results if r.kind == of_safety.NEVER_DECIDED)
    assert result.status == "proved"
    assert "as the rule sees it" in result.note
    assert "leg_symptoms: True" in result.note


def test_a_constraint_that_a_proof_needs_is_named_and_the_patient_without_it_shown():
    male, pregnant = fact("male"), fact("pregnant")
    rules = table_of(row(male, TREAT, cite=CITE), otherwise(WAIT, cite=CITE))
    law = Invariant("never_treat", "Never treat the pregnant.", rules, pregnant, (TREAT,), CITE)
    men = Constraint("no_pregnant_men", "No man is pregnant.", all_of(male, pregnant), CITE)
    report = prove(known(rules, invariants=[law], constraints=[men]))
    decided = next(r for r in report.results if r.kind == of_safety.NEVER_DECIDED)
    assert decided.status == "failed"
    assert decided.counter_example.facts == {"male": True}
    strict = replace(law, condition=all_of(male, pregnant))
    report = prove(known(rules, invariants=[strict], constraints=[men]))
    possible = next(r for r in report.results if r.kind == of_safety.NEVER_POSSIBLE)
    assert possible.status == "proved"
    assert "only with these constraints: no_pregnant_men" in possible.note
    assert "male: True; pregnant: True" in possible.note


def test_an_unconfirmed_row_that_shares_a_decided_outcome_is_found_and_listed():
    ill = fact("ill")
    rules = table_of(
        row(ill, TREAT, cite=CITE, id="a"), row(no(ill), TREAT, cite=UNCONFIRMED, id="b"), hit="unique"
    )
    report = prove(known(rules))
    kind = "an unconfirmed row never supports a decided outcome that commits"
    assert report.unconfirmed_rows == ("t, row b",)
    assert kind in {r.kind for r in report.failed}


# Clearance: integers, multiplied out ------------------------------------------------------------


def clearance_rules(threshold):
    rules = table_of(
        row(creatinine_clearance < threshold, WAIT, cite=CITE),
        row(creatinine_clearance >= 50, TREAT, cite=CITE),
        otherwise(commits("reduced", "Treat with less."), cite=CITE),
    )
    never = tuple(outcome for outcome in rules.outcomes if outcome is not WAIT)
    law = Invariant("none_below_15", "None below 15.", rules, creatinine_clearance < 15, never, CITE)
    return rules, law


def test_a_law_on_creatinine_clearance_is_proved_exactly():
    rules, law = clearance_rules(15)
    assert failures(rules, invariants=[law]) == {}


def test_a_clearance_threshold_that_is_one_too_low_is_found_with_a_patient():
    rules, law = clearance_rules(14)
    found = failures(rules, invariants=[law])[of_safety.NEVER_DECIDED].counter_example
    assert found.confirmed == "by the one-patient engine"
    low = Reasoner(found.situation).number(creatinine_clearance).low
    assert 14 <= low < 15


# Narrowing --------------------------------------------------------------------------------------


def test_a_square_of_a_number_that_may_be_negative_is_reversed_by_narrowing(monkeypatch):
    monkeypatch.setattr(numbers_of_language.Product, "__post_init__", lambda self: None)
    change = number("change", low=-10, high=10)
    rules = table_of(row(change**2 >= 50, TREAT, cite=CITE), otherwise(WAIT, cite=CITE))
    found = failures(rules)[of_narrowing.KIND]
    assert found.counter_example.confirmed == "by the one-patient engine"
    assert "once more is known: change" in found.note


# The mirror: z3 and the one-patient engine mean the same ----------------------------------------


def every_word():
    """Rules in which every word of the language occurs."""
    weight, height = number("weight", 1, 300, "0.1"), number("height", 1, 300)
    a_weight, b_weight = number("a_weight", 78, 82), number("b_weight", 78, 82)
    stated, ill = number("stated", -50, 50), fact("ill")
    a, b, c, d, whom, not_whom = (fact(key) for key in ("a", "b", "c", "d", "whom", "not_whom"))
    quiet = fact("quiet", silence=Silence("no", "silent", CITE))
    loud = fact("loud", silence=Silence("yes", "loud", CITE))
    colour = choice(
        "colour",
        "colour",
        {"red": "red", "blue": "blue", "green": "green"},
        ask="?",
        source=CITE,
        silence=Silence("blue", "usual", CITE),
    )
    shade = choice("shade", "shade", {"dark": "d", "light": "l", "none": "n"}, ask="?", source=CITE)
    site = Parameter("site", "site", "kg", Fraction(1), Interval(10, 90), Fraction(50), CITE)
    size = measure("size", "size", ask="?", unit="mm", step=1, domain=(0, 50), source=CITE)
    sure, kind = fact("sure"), choice("kind", "kind", {"x": "x", "y": "y"}, ask="?", source=CITE)
    event = Event("visit", "visit", attributes=(size, sure, kind), ask="?", source=CITE)
    span = SeriesMeasure(
        "share",
        "share",
        any_event(event).of,
        size,
        "time_in_range_rosendaal",
        (("low", 20), ("high", 30), ("longest_gap", 56)),
        "%",
        Interval(0, 100),
        Fraction(1),
        CITE,
    )
    index = Derived("index", "index", "1", weight / height, CITE, empirical=True)
    volume = Derived("volume", "volume", "1", weight * height**2, CITE, empirical=True)
    both = agreed(stated, weight - height)
    factor = by_choice(shade, {"dark": "0.5", "light": 2, "none": 1}, "kg")
    not_dark = presume_not(shade, "dark", when=ill, because="rare", source=CITE)
    few, many, lots = Band("few", "few"), Band("many", "many"), Band("lots", "lots")
    total = score(
        "total",
        "total",
        source=CITE,
        items=[
            points("1.5", at_least(2, a, b, quiet, loud)),
            points(-2, colour.one_of("red", "green")),
            only_one(points(1, weight >= 100), points(3, c), points(-1, d)),
            points_from(height, "0.5"),
            points(1, days_since("last", event) <= 30),
        ],
        bands=[below(20, few), up_to(90, many), above(90, lots)],
        for_whom=presume(whom, YES, because="rare", source=CITE, when=no(not_whom)),
        overridden=override(count(event, most=9) >= 2, lots),
    )
    rules = table_of(
        row(all_of(ill, index >= "0.5", a_weight < 80, a_weight <= 80, b_weight > 80), TREAT, cite=CITE),
        row(any_of(volume > 1_000_000, both > 3, largest(10, factor) >= 11), HELP, cite=CITE),
        row(all_of(not_dark.is_("light"), weight <= site), WAIT, cite=CITE),
        row(total.is_(few), commits("few", "Few."), cite=CITE),
        row(total.total < 30, commits("low", "Low."), cite=CITE),
        row(first(event, kind).is_("x"), commits("x", "X."), cite=CITE),
        row(highest(event, size) > 40, commits("large", "Large."), cite=CITE),
        row(any_event(event, all_of(sure, size >= 5), in_=within(days(90))), HELP, cite=CITE),
        row(span >= 65, commits("steady", "Steady."), cite=CITE),
        otherwise(commits("rest", "Rest."), cite=CITE),
        key="words",
    )
    collects = table_of(
        row(rules.is_(TREAT), TREAT, cite=CITE),
        row(weight - height >= 7, WAIT, cite=CITE),
        hit="collect",
        key="collects",
    )
    return known(rules, collects, total, index, volume)


def borders(knowledge):
    """Every number that some rule compares with: the values at which an engine goes wrong."""
    parts = walk(*knowledge.rules.values())
    return sorted({part.value for part in parts if isinstance(part, Constant)})


def random_value(rng, fact, at=(0,)):
    if isinstance(fact, YesNo):
        return rng.choice([Truth.YES, Truth.NO, Truth.UNKNOWN])
    if isinstance(fact, Choice):
        keys = fact.option_keys()
        return frozenset(rng.sample(keys, rng.choice([1, 1, 1, rng.randint(1, len(keys))])))
    low, high = (int(end) for end in fact.anything)
    if isinstance(fact, Measure) and rng.random() < 0.7:
        low, high = (int(end / fact.step) for end in fact.plausible)
    near = int(rng.choice(at) / getattr(fact, "step", 1)) + rng.choice([-1, 0, 0, 1])
    ends = [near if rng.random() < 0.4 and low <= near <= high else rng.randint(low, high) for _ in "ab"]
    one, other = sorted(ends)
    return Interval(one, one if rng.random() < 0.7 else other)


def random_history(rng, event):
    happened = []
    for _ in range(rng.randint(0, 3)):
        start = TODAY + rng.choice([-400, -90, -60, -30, -10, 0, 3, 8]) + rng.randint(-3, 3)
        day = Interval(start, start + rng.choice([0, 0, 20]))
        minute = Interval(day.low * 1440, day.high * 1440 + 1439)
        told = {a.key: random_value(rng, a) for a in event.attributes if rng.random() < 0.8}
        happened.append(Happened(day, minute, told, rng.random() < 0.8))
    return History(tuple(happened), rng.choice(["", "asked"]))


def random_situation(rng, knowledge):
    share = rng.choice([0.3, 0.7, 1.0])
    facts = {
        key: Known(random_value(rng, fact, borders(knowledge)))
        for key, fact in knowledge.facts.items()
        if rng.random() < share
    }
    histories = {
        key: random_history(rng, event) for key, event in knowledge.events.items() if rng.random() < 0.7
    }
    parameters = {
        key: Fraction(rng.randint(int(p.permitted.low), int(p.permitted.high)))
        for key, p in knowledge.parameters.items()
    }
    at = TODAY + 40
    return Situation(facts, histories, TODAY, at, TODAY * 1440, at * 1440, parameters)


def ratio_equals(ratio, value):
    exact = Fraction(value)
    return ratio.over * exact.denominator == exact.numerator * ratio.under


def claims(e, r, parts, knowledge):
    """That each part has, symbolically, the value that the one-patient engine finds."""
    for part in parts:
        if isinstance(part, YesNoExpression):
            value = e.truth(part)
            yield value.yes == z3.BoolVal(r.truth(part).can_be_yes)
            yield value.no == z3.BoolVal(r.truth(part).can_be_no)
        elif isinstance(part, ChoiceExpression):
            possible = r.options(part)
            yield from (can == z3.BoolVal(key in possible) for key, can in e.options(part).items())
        elif isinstance(part, NumberExpression):
            ends = zip(e.number(part), r.number(part), strict=True)
            yield from (ratio_equals(end, value) for end, value in ends)
    for table_ in knowledge.tables.values():
        reached = [table_.rows.index(row_) for row_ in r.table(table_).rows]
        yield from (can == z3.BoolVal(n in reached) for n, can in e.rows(table_).items())
    for score_ in knowledge.scores.values():
        ends = zip(e.score(score_).total, r.score(score_).total, strict=True)
        yield from (ratio_equals(end, value) for end, value in ends)


def above_events(rules, leaves):
    """Every part of the rules, without what lies below a value that is read from events."""
    known_leaves = set(leaves.below(*rules))
    return [part for part in walk(*rules) if known_leaves.issuperset(leaves.below(part))]


def presumed_about(part):
    """What a presumption of this part would be about."""
    if isinstance(part, Presume | PresumeOption):
        return (part.of,)
    return (part,) if getattr(part, "silence", None) is not None else ()


def check_meaning(knowledge, situations, *, presumptions):
    """The formulas of the proofs and the one-patient engine say the same of random patients."""
    rules = list(knowledge.rules.values())
    rng = random.Random(20_261_125)
    e = Encoder(Leaves(), presumptions=presumptions, doubts=True)
    leaves, parts = e.leaves.below(*rules), above_events(rules, e.leaves)
    for _ in range(situations):
        situation = random_situation(rng, knowledge)
        mode = Reasoner(situation, presumptions=presumptions)
        plain = Reasoner(situation, presumptions=False)
        given = []
        for leaf in leaves:
            reasoner = mode if isinstance(leaf.of, FROM_EVENTS) else plain
            given += leaf.given(reasoner.find(leaf.of).value)
        given += [
            (e.speaks(about), z3.BoolVal(nothing_on_record(mode, about)))
            for part in walk(*rules)
            for about in presumed_about(part)
        ]
        wrong = z3.simplify(z3.substitute(z3.And(*claims(e, mode, parts, knowledge)), *given))
        assert z3.is_true(wrong), (wrong, situation)


@pytest.mark.parametrize("presumptions", [True, False])
def test_the_proofs_mean_by_every_word_what_the_one_patient_engine_means(presumptions):
    check_meaning(every_word(), 50, presumptions=presumptions)


@pytest.mark.parametrize("presumptions", [True, False])
def test_the_proofs_mean_by_the_rules_of_diagnosis_what_the_one_patient_engine_means(presumptions):
    check_meaning(DIAGNOSIS, 5, presumptions=presumptions)


@pytest.mark.nightly
@pytest.mark.parametrize("presumptions", [True, False])
def test_the_proofs_mean_by_every_shipped_rule_what_the_one_patient_engine_means(presumptions):
    check_meaning(KNOWLEDGE, 50, presumptions=presumptions)


def test_every_counter_example_is_read_by_the_facts_file_reader():
    from veinway.records.answers import read_answer

    conclusion = table_of(row(WELLS_DVT.is_(UNLIKELY), TREAT, cite=CITE), otherwise(WAIT, cite=CITE))
    law = Invariant("law", "Law.", conclusion, any_of(active_cancer, previous_dvt), (TREAT,), CITE)
    knowledge = known(conclusion, WELLS_DVT, invariants=[law])
    report = prove(knowledge)
    found = [r.counter_example for r in report.failed if r.counter_example is not None]
    assert found
    for example in found:
        for key, answer in example.facts.items():
            read = read_answer(knowledge.facts[key], answer, "test").value
            assert read == example.situation.facts[key].value


def test_processes_that_share_the_work_find_the_same() -> None:
    some = dict(list(KNOWLEDGE.tables.items())[:5])
    rules = replace(KNOWLEDGE, rules=some, invariants=KNOWLEDGE.invariants[:1], monotone=())
    alone, shared = prove(rules), prove(rules, processes=2)
    told = [
        [(result.kind, result.subject, result.status) for result in report.results]
        for report in (alone, shared)
    ]
    assert told[0] == told[1]
    assert alone.counts == shared.counts
