"""A visitor of the public pages without a script: reads the forms of a page, and sends them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from typing import Any

from starlette.testclient import TestClient

from veinway.show.inquiry import Inquiry
from veinway.show.triage_interview import TRIAGE
from veinway.web.service.triage_trail import counts_days, entry_of, key_of, options_of


@dataclass
class Form:
    """One form: its hidden fields, what can be ticked (and is), where one can write, and its buttons."""

    hidden: list[tuple[str, str]] = field(default_factory=list)
    ticks: list[tuple[str, str, bool]] = field(default_factory=list)
    written: dict[str, str] = field(default_factory=dict)
    buttons: list[tuple[str, str]] = field(default_factory=list)


class Page(HTMLParser):
    """A page as it was sent."""

    def __init__(self, answer: Any) -> None:
        super().__init__()
        self.status: int = answer.status_code
        self.html: str = answer.text
        self.headers = answer.headers
        self.forms: list[Form] = []
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note forms and what is in them."""
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            assert said["method"] == "post"
            assert "?" not in said["action"], "no answer may travel in an address"
            self.forms.append(Form())
        elif tag == "button" and self.forms and said.get("type") == "submit":
            self.forms[-1].buttons.append((said.get("name", ""), said.get("value", "")))
        elif tag == "input" and said["type"] == "hidden":
            self.forms[-1].hidden.append((said["name"], said["value"]))
        elif tag == "input" and said["type"] in ("radio", "checkbox"):
            self.forms[-1].ticks.append((said["name"], said["value"], "checked" in said))
        elif tag == "input":
            self.forms[-1].written[said["name"]] = said.get("value", "")

    @property
    def heading(self) -> str:
        found = re.search(r"<h1[^>]*>(.*?)</h1>", self.html, re.S)
        assert found is not None
        return unescape(re.sub(r"<[^>]+>", "", found[1])).strip()

    @property
    def text(self) -> str:
        body = self.html.partition("<main")[2].partition("</main>")[0]
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())

    @property
    def main(self) -> Form:
        """The form with which one goes on."""
        goes = ((form, dict(form.hidden).get("go", "")) for form in self.forms)
        return next(form for form, go in goes if go == "place" or go.startswith("answer:"))

    @property
    def key(self) -> str:
        """The name of the question that is asked, "" where none is."""
        goes = [dict(form.hidden).get("go", "") for form in self.forms]
        return next((go.partition(":")[2] for go in goes if go.startswith("answer:")), "")

    @property
    def ticked(self) -> list[str]:
        return [value for form in self.forms for _, value, so in form.ticks if so]

    @property
    def is_result(self) -> bool:
        return "vw-verdict--" in self.html

    @property
    def rules(self) -> list[str]:
        return re.findall(r"(?:Rule|Regel) ([\w-]+)\.", self.html)


class Visitor:
    """Somebody who reads a page and goes on."""

    def __init__(self, browser: TestClient, about: Inquiry = TRIAGE) -> None:
        self.browser, self.about = browser, about
        self.page = Page(browser.get(about.address))

    def send(self, form: Form, **more: Any) -> Page:
        """Send the hidden fields of a form, and what is said beside them."""
        data: dict[str, Any] = {}
        for name, value in form.hidden:
            data.setdefault(name, []).append(value)
        self.page = Page(self.browser.post(self.about.address, data={**data, **more}))
        return self.page

    def press(self, name: str, value: str) -> Page:
        """Press the button with this name and value."""
        form = next(form for form in self.page.forms if (name, value) in form.buttons)
        return self.send(form, **{name: value})

    def begin(self, place: str = "GB-ENG") -> Page:
        """To the first question."""
        self.press("go", "country")
        return self.send(self.page.main, place=place)

    def say(self, *answers: str, **more: str) -> Page:
        """Answer the question of this page."""
        return self.send(self.page.main, answer=list(answers), **more)

    def walk(self, facts: dict[str, Any], until: str = "") -> Page:
        """Answer all questions (or those before one) as somebody for whom these facts are so."""
        while not self.page.is_result and self.page.key != until:
            assert self.page.status == 200, self.page.text
            self._answer(facts)
        return self.page

    def _answer(self, facts: dict[str, Any]) -> None:
        entry = entry_of(self.page.key, self.about)
        value = facts.get(key_of(entry), "unknown")
        if value == "unknown" or (
            entry.is_list and "unknown" in [facts[each] for each in options_of(entry)]
        ):
            self.say("unknown")
        elif entry.is_list:
            self.say(*([each for each in options_of(entry) if facts[each]] or ["none"]))
        elif options_of(entry):
            self.say({True: "yes", False: "no"}.get(value, value))
        elif value == "never":
            self.press("answer", "never")
        else:
            unit = {"unit": "days"} if counts_days(entry) else {}
            self.send(self.page.main, number=str(value), **unit)
