"""The rules of the house: who imports whom, what `care` is written in, how large things are."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from veinway.records.input_problems import MEANINGS as INPUT_PROBLEMS
from veinway.records.problems import CODES
from veinway.show.docs_errors import raise_sites
from veinway.show.docs_words import undocumented
from veinway.show.error_meanings import FAMILIES, MEANINGS, REPORTED

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "veinway"
LONGEST_FILE, LONGEST_FUNCTION = 300, 30

ALLOWED = {
    "language": {"language"},
    "care": {"language", "care"},
    "engine": {"language", "engine"},
    "records": {"language", "engine", "records"},
    "show": {"language", "engine", "records", "care", "show"},
    "made_up": {"language", "care", "records", "made_up"},
    "web": {"language", "engine", "records", "care", "show", "made_up", "web"},
}
"""What each room may import of ours. Only the command line (`cli`, `commands`) may import everything."""


def files(room: str = "") -> list[Path]:
    return sorted((SOURCE / room).rglob("*.py"))


def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def imports(file: Path) -> Iterator[str]:
    """Every module that a file imports, wherever in the file; relative ones by their full name."""
    package = ["veinway", *file.relative_to(SOURCE).parent.parts]
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield from (f"{base}.{alias.name}" for alias in node.names)


def place(file: Path, node: ast.AST) -> str:
    return f"{file.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"


# Who may import whom ----------------------------------------------------------------------------


@pytest.mark.parametrize("room", ALLOWED)
def test_a_room_imports_only_the_rooms_before_it(room: str) -> None:
    ours = [(file, name.split(".")) for file in files(room) for name in imports(file)]
    found = {(file.name, name[1]) for file, name in ours if name[0] == "veinway" and len(name) > 1}
    assert [entry for entry in sorted(found) if entry[1] not in ALLOWED[room]] == []


def test_care_imports_nothing_but_the_language_and_dates() -> None:
    found = {name.split(".")[0] for file in files("care") for name in imports(file)}
    assert found <= {"__future__", "veinway", "datetime", "fractions"}


def test_every_room_has_its_import_rule() -> None:
    rooms = {folder.name for folder in SOURCE.iterdir() if (folder / "__init__.py").exists()}
    assert rooms - ALLOWED.keys() <= {"commands", "schemas"}


CLOCKS = {"now", "today", "utcnow", "time", "time_ns", "localtime", "gmtime"}
"""What tells the time of day; a stopwatch (`perf_counter`) does not."""


def _reads_a_clock(node: ast.AST) -> bool:
    """`datetime.now()`, `date.today()`, `time.time()` and their like, however they were imported."""
    match node:
        case ast.Call(func=ast.Attribute(value=owner, attr=name)):
            return name in CLOCKS and ast.unparse(owner).split(".")[-1] in ("datetime", "date", "time")
        case ast.ImportFrom(module="time", names=names):
            return any(alias.name in CLOCKS for alias in names)
    return False


def _is_unseeded(node: ast.AST) -> bool:
    """`Random()` without a seed, or a function of the module `random` itself."""
    if not isinstance(node, ast.Call):
        return False
    called = ast.unparse(node.func)
    return (called in ("Random", "random.Random") and not node.args) or (
        called.startswith("random.") and called != "random.Random"
    )


CLOCK_OF_THE_SERVICE = SOURCE / "web" / "clock.py"


def test_nothing_below_the_command_line_reads_a_clock_or_unseeded_chance() -> None:
    below = [file for room in ALLOWED for file in files(room) if file != CLOCK_OF_THE_SERVICE]
    nodes = ((file, node) for file in below for node in ast.walk(tree(file)))
    assert [place(f, n) for f, n in nodes if _reads_a_clock(n) or _is_unseeded(n)] == []


@pytest.mark.parametrize(
    ("written", "barred"),
    [
        ("datetime.now()", True),
        ("datetime.datetime.now(tz)", True),
        ("date.today()", True),
        ("time.time()", True),
        ("from time import time", True),
        ("Random()", True),
        ("random.choice(x)", True),
        ("Random(seed)", False),
        ("datetime.fromisoformat(text)", False),
        ("perf_counter()", False),
    ],
)
def test_the_lint_sees_clocks_and_unseeded_chance(written: str, barred: bool) -> None:
    assert any(_reads_a_clock(n) or _is_unseeded(n) for n in ast.walk(ast.parse(written))) is barred


HARMLESS = ("urllib.parse.",)


def test_nothing_below_the_command_line_opens_the_network_or_draws_without_a_seed() -> None:
    network, chance = {"socket", "http", "urllib", "requests", "httpx", "ssl"}, {"secrets", "uuid"}
    found = []
    for room in ALLOWED:
        barred = network | (set() if room == "made_up" else {"random", "numpy"})
        # The service makes keys and secrets that nobody may guess; it decides nothing by them.
        barred = barred - {"random"} if room == "web" else barred | chance
        found += [
            (f.name, name)
            for f in files(room)
            for name in imports(f)
            if name.split(".")[0] in barred and not name.startswith(HARMLESS)
        ]
    assert found == [("vouching.py", "httpx")], "only the sign-in through a provider asks others"


# What care is written in ------------------------------------------------------------------------


def _is_logic(node: ast.AST) -> bool:
    """Python deciding something, or adding something up, that may still be unknown."""
    match node:
        case (
            ast.If() | ast.IfExp() | ast.While() | ast.BoolOp() | ast.Match() | ast.Lambda() | ast.Try()
        ):
            return True
        case ast.FunctionDef(body=[ast.Expr(value=ast.Constant()), ast.Return()]):
            return False  # a sentence with a gap, written once: what it is made of is looked at as well
        case ast.UnaryOp(op=ast.Not()) | ast.FunctionDef() | ast.ClassDef():
            return True
        case ast.Constant(value=float()):
            return True
        case ast.Call(func=ast.Name(id="sum" | "any" | "all" | "bool" | "min" | "max" | "float")):
            return True
    return False


def test_care_is_declared_in_the_words_of_the_language_and_not_in_python() -> None:
    nodes = ((file, node) for file in files("care") for node in ast.walk(tree(file)))
    assert [place(file, node) for file, node in nodes if _is_logic(node)] == []


@pytest.mark.parametrize(
    "written",
    [
        *("a if b else c", "a and b", "not a", "x > 0.5", "sum(x)", "lambda: a"),
        "def two(a):\n    'Two.'\n    b = a\n    return b",
        "def one(a):\n    'One.'\n    return a or b",
    ],
)
def test_the_lint_of_care_sees_python_logic(written: str) -> None:
    assert any(_is_logic(node) for node in ast.walk(ast.parse(written))) is True


@pytest.mark.parametrize(
    "written",
    [
        *("[o.key for o in x if o.key != 'none']", "age >= 18", "2 * age"),
        "def asked(by):\n    'A sentence.'\n    return all_of(by, here)",
    ],
)
def test_the_lint_of_care_allows_comprehensions_over_data_and_a_sentence_with_a_gap(
    written: str,
) -> None:
    assert any(_is_logic(node) for node in ast.walk(ast.parse(written))) is False


# How large things are ---------------------------------------------------------------------------


def test_no_file_has_more_than_300_lines_that_say_something() -> None:
    sizes = {file: sum(map(bool, map(str.strip, file.read_text().splitlines()))) for file in files()}
    assert {str(file): size for file, size in sizes.items() if size > LONGEST_FILE} == {}


def _body_lines(function: ast.FunctionDef) -> int:
    """The lines that do something: neither the signature nor the docstring."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_no_function_has_more_than_30_lines() -> None:
    found = [
        (place(file, node), _body_lines(node))
        for file in files()
        for node in ast.walk(tree(file))
        if isinstance(node, ast.FunctionDef)
    ]
    assert [entry for entry in found if entry[1] > LONGEST_FUNCTION] == []


# What must not be in the project, and what must ---------------------------------------------------


def _texts() -> Iterator[Path]:
    kinds = {".py", ".md", ".toml", ".yaml", ".yml", ".csv", ".sql", ".json", ".svg"}
    for top in ("src", "tests", "docs", "cases", "codes", "bench", ".ci"):
        yield from (file for file in (ROOT / top).rglob("*") if file.suffix in kinds)
    yield from (file for file in ROOT.iterdir() if file.suffix in kinds)


def test_no_file_names_a_path_of_somebodys_machine() -> None:
    paths = re.compile(r"(?<![\w.:/])/(?:home|root|Users|work|tmp|opt|mnt|var)/\w")
    found = [
        file for file in _texts() if file != Path(__file__) and paths.search(file.read_text("utf-8"))
    ]
    assert [str(file.relative_to(ROOT)) for file in found] == []


def test_nothing_is_left_to_be_done_later() -> None:
    marks = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b|@pytest\.mark\.(skip|xfail)|pytest\.skip\(")
    # A test is left out only by `left_out`, which says loudly what this machine lacks.
    own = (Path(__file__), ROOT / "tests" / "left_out.py")
    found = [file for file in _texts() if file not in own and file.suffix in (".py", ".sql")]
    assert [str(file.relative_to(ROOT)) for file in found if marks.search(file.read_text("utf-8"))] == []


def test_the_exact_versions_of_all_dependencies_are_kept() -> None:
    assert 'name = "veinway"' in (ROOT / "uv.lock").read_text()


# Errors and words -------------------------------------------------------------------------------


def test_every_error_code_that_is_raised_has_a_meaning_and_no_meaning_is_left_over() -> None:
    raised = {site.code for site in raise_sites(SOURCE)}
    assert sorted(raised ^ MEANINGS.keys()) == [], "say what it means in show/error_meanings.py"


def test_every_problem_that_a_report_counts_has_a_meaning_of_its_own() -> None:
    assert set(INPUT_PROBLEMS) | set(CODES.values()) == set(REPORTED)
    assert not set(REPORTED) & set(MEANINGS)


def test_no_two_error_codes_mean_the_same() -> None:
    assert len(set(MEANINGS.values())) == len(MEANINGS)


def test_one_message_is_never_raised_under_two_codes_of_a_family() -> None:
    codes: dict[tuple[str, str], set[str]] = {}
    for site in raise_sites(SOURCE):
        codes.setdefault((site.what, site.code[0]), set()).add(site.code)
    assert {
        what: found for what, found in codes.items() if len(found) > 1 and what[0].strip("… .")
    } == {}


def test_every_error_code_belongs_to_a_family() -> None:
    assert {code[0] for code in MEANINGS} == set(FAMILIES)


def test_every_word_of_the_language_is_explained() -> None:
    assert undocumented(SOURCE / "language") == []
