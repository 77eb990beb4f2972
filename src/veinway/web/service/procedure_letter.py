"""What a referral for a procedure says: the data set of the reference, item by item (reference 3, 7.5).

Everything is as of the day of the letter, and without presumptions. What nobody said is said to be not
known. The letter names what a referral is incomplete without, and says that an emergency waits for none.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

from veinway.care.clot_removal.bars import CDT_BARS
from veinway.care.clot_removal.candidacy import CLOT_REMOVAL
from veinway.care.clot_removal.decision_sheet import CLOT_REMOVAL_SHEET
from veinway.care.facts.alarm import limb_threat
from veinway.care.facts.findings import symptom_days
from veinway.care.facts.treatment import current_anticoagulant
from veinway.care.imaging.extent import DVT_EXTENT
from veinway.care.knowledge import KNOWLEDGE
from veinway.care.post_thrombotic.scales import VILLALTA
from veinway.language.values import Truth
from veinway.show.candidacy import WORDS, Candidacy
from veinway.show.candidacy_page import PRESENT, decision_words
from veinway.show.compare_words import guideline_words
from veinway.show.decision_words import CERTAINTY, difference_words
from veinway.show.json_scores import not_valid_because
from veinway.show.values import interval_words
from veinway.web.sections.case import Case
from veinway.web.service.letter_facts import NOT_KNOWN, Facts, one_line
from veinway.web.service.procedures import candidate_for, examined_on_villalta, leg_of, legs_of, on_day

_URGENT = "Emergency: the limb is threatened. Call now; nothing that is missing below may delay it."
_NOT_LOOKED = (
    "Whether the limb is threatened is not known: look at the leg today. If it is, this is an "
    "emergency, and nothing that is missing below may delay it."
)


_MET = {**WORDS, Truth.UNKNOWN: NOT_KNOWN}


class ProcedureFacts(Facts):
    """A leg on the day of the letter, for its text; it notes the sources of what it says."""

    def __init__(self, case: Case) -> None:
        wanted = case.query.get("limb", "")
        known = legs_of(case.given, (limb.side for limb in case.decided.limbs))
        self.leg_side = wanted if wanted in known else leg_of(case.given, case.limb.side)
        super().__init__(case, on_day(case.given, self.leg_side), KNOWLEDGE)

    @property
    def side(self) -> str:
        """The leg that the letter is about."""
        return self.leg_side or NOT_KNOWN

    @cached_property
    def candidates(self) -> tuple[Candidacy, ...]:
        """For which procedures the patient may be a candidate; nothing is presumed in a letter."""
        return candidate_for({**self.case.given, "strict": True}, self.leg_side)

    # How urgent, and what is missing ----------------------------------------------------------------

    def how_urgent(self) -> str:
        """An emergency where the limb is threatened; otherwise the author says it."""
        threatened = self._known.truth(limb_threat)
        if threatened is Truth.YES:
            return _URGENT
        words = "Not stated (emergency, within 24 hours, or within 2 weeks)"
        return f"{_NOT_LOOKED}\n{words}" if threatened is Truth.UNKNOWN else words

    def missing(self) -> str:
        """What a referral is incomplete without, and is not known."""
        found = [words for words, known in self._needed() if not known]
        if not found:
            return "Nothing of what a referral must say."
        lines = "\n".join(f"- {words}" for words in found)
        return f"The referral is incomplete; an emergency does not wait for it:\n{lines}"

    def _needed(self) -> list[tuple[str, bool]]:
        bars = [self._known.truth(row.when) for row in CDT_BARS.rows if row.when is not None]
        return [
            ("Onset of the symptoms", self._is_known(symptom_days)),
            ("Most proximal vein with clot", self._known.table(DVT_EXTENT).decided),
            ("Side", bool(self.leg_side)),
            ("List of what may cause bleeding, every item", Truth.UNKNOWN not in bars),
            ("Anticoagulant that is taken", self._is_known(current_anticoagulant)),
        ]

    def _is_known(self, fact: Any) -> bool:
        value = self._known.find(fact).value
        return len(value) == 1 if isinstance(value, frozenset) else bool(value.known)  # type: ignore[union-attr]

    # Candidacy --------------------------------------------------------------------------------------

    def candidacy(self) -> str:
        """What each guideline says, and how many criteria are met; what is not touched is named."""
        lines: list[str] = []
        for found in self.candidates:
            lines += [f"{found.question.label}"] if found.touched else []
            lines += [self._answer(each) for each in found.answers if found.touched]
        rest = [each.question.label for each in self.candidates if not each.touched]
        lines += [f"{label} {NOT_KNOWN}" for label in rest]
        return "\n".join(lines)

    def _answer(self, found: Any) -> str:
        _, words = decision_words(found)
        self._cite(found.step.source)
        ways = "; ".join(
            f"{way.row.then.short}: "
            + ", ".join(f"{way.count(truth)} {said}" for truth, said in _MET.items())
            for way in found.ways
        )
        return f"- {guideline_words(found.step.guideline)}: {words.rstrip('.')} ({ways})"

    def bleeding_items(self) -> str:
        """The list of what speaks against removing a clot, each item present, absent or not known."""
        found = next(each for each in self.candidates if each.question is CLOT_REMOVAL)
        self._cite(CDT_BARS.source)
        said = {**PRESENT, Truth.UNKNOWN: NOT_KNOWN}
        return "\n".join(
            f"- {one_line(each.words)}: {said[each.truth]} ({each.row.id}, {each.row.then.short})"
            for each in found.items
        )

    # Scales and numbers -----------------------------------------------------------------------------

    def villalta(self) -> str:
        """Every examination on the Villalta scale, the last first."""
        found = examined_on_villalta(self.case.given, self.leg_side)
        self._cite(VILLALTA.source)
        lines = []
        for each in reversed(found):
            words = " or ".join(b.label for b in VILLALTA.bands if b.key in each.score.bands)
            if each.score.applies is Truth.NO:
                words = f"no class: {not_valid_because(each.score)}"
            ulcer = {True: "open ulcer", False: "no open ulcer"}.get(
                each.examined.ulcer,  # type: ignore[arg-type]
                "open ulcer not known",
            )
            total = interval_words(each.score.total)
            lines.append(f"- {each.examined.day.isoformat()}: {total} points, {words}; {ulcer}")
        return "\n".join(["Villalta scale:", *lines]) if lines else f"Villalta scale: {NOT_KNOWN}"

    def total(self, key: str) -> str:
        """A score's lowest and highest total, where anything of it is known."""
        score = KNOWLEDGE.scores[key]
        found = self._known.score(score)
        if found.total == score.bounds:
            return f"{score.label}: {NOT_KNOWN}"
        self._cite(score.source)
        return f"{score.label}: {interval_words(found.total)} points"

    def numbers(self) -> str:
        """The figures that a patient is told, each with its source."""
        lines = []
        for each in CLOT_REMOVAL_SHEET.pictured:
            after = f" after {each.after}" if each.after else ""
            source = self._cite(each.source)
            sure = CERTAINTY[each.certainty]
            said = f"{each.outcome}{after}: {difference_words(each)} with removal; {sure}"
            lines.append(f"- {said} ({source})")
        return "\n".join(lines)
