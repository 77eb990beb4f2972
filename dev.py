#!/usr/bin/env python3
"""The one developer interface. Needs nothing but Python 3.11 or later; run it from anywhere.

    python3 dev.py demo       a worked patient, then a small population
    python3 dev.py serve      the web application, with made-up data on the first start
    python3 dev.py test       what CI runs: check, then every test (with arguments: only pytest, so that
                              `python3 dev.py test -k wells` runs the tests about Wells)
    python3 dev.py check      lint, format and types
    python3 dev.py format     put every file into the house's format
    python3 dev.py prove      prove the safety laws, with a counter-example where one fails
    python3 dev.py docs       write the generated pages of docs/ again
    python3 dev.py bench      measure everything; `python3 dev.py bench NAME ...` runs bench/NAME.py
    python3 dev.py nightly    the large size of generated tests and proofs
    python3 dev.py assets     build src/veinway/web/static again; only to change the look, needs npm

The first call makes `.venv` and installs exactly what `uv.lock` names; later calls start at once.
"""

# This file also has to be read by an older Python, to say that it is too old: plain syntax only.
from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
PROGRAMS = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")
PYTHON = str(PROGRAMS / ("python.exe" if os.name == "nt" else "python"))
STAMP = ENVIRONMENT / "installed-from"
UV = "uv>=0.9,<0.14"
OLDEST = (3, 11)
CHECKED = ["src", "tests", "bench", "dev.py"]


class CannotRun(Exception):
    """The environment cannot be made; the text says what to do."""


# The environment --------------------------------------------------------------------------------


def prepare() -> None:
    """Make `.venv`, or do nothing if it was made from the same lock file."""
    wanted = fingerprint()
    if STAMP.exists() and STAMP.read_text() == wanted:
        return
    say("Preparing .venv; this happens once, and again when the dependencies change.")
    make_environment()
    if not install_locked():
        say("uv cannot be used here; installing with pip, without the lock file's exact versions.")
        install_with_pip()
    STAMP.write_text(wanted)


def fingerprint() -> str:
    """What the environment is made from: the dependencies and the Python that runs them."""
    parts = [(ROOT / name).read_bytes() for name in ("pyproject.toml", "uv.lock")]
    return hashlib.sha256(b"\0".join([*parts, sys.version.encode()])).hexdigest()


def make_environment() -> None:
    """A virtual environment with pip, of the Python that runs this file."""
    if Path(PYTHON).exists() and quietly([PYTHON, "-m", "pip", "--version"]):
        return
    if not succeeds([sys.executable, "-m", "venv", str(ENVIRONMENT)]):
        version = ".".join(map(str, sys.version_info[:2]))
        raise CannotRun(
            "Python's venv module does not work here. On Debian and Ubuntu: "
            f"apt-get install python{version}-venv. Then delete .venv and try again."
        )


WITHOUT_SPARK = ("--no-extra", "spark")
"""Spark is 430 MB and needs Java: who wants it installs it; its tests say that they were left out."""


def install_locked() -> bool:
    """Install what uv.lock names; False if uv cannot be had or cannot do it."""
    uv = [PYTHON, "-m", "uv"]
    if not quietly([*uv, "--version"]) and not pip("install", UV):
        return False
    # Inexact: uv itself is in the environment and is not in the lock file.
    sync = ["sync", "--quiet", "--frozen", "--inexact", "--all-extras", *WITHOUT_SPARK, "--all-groups"]
    return succeeds([*uv, *sync], UV_PROJECT_ENVIRONMENT=str(ENVIRONMENT))


def install_with_pip() -> None:
    """Install the project, all its extras and all its dependency groups by what pyproject.toml says."""
    import tomllib

    declared = tomllib.loads((ROOT / "pyproject.toml").read_text())
    named = declared["project"].get("optional-dependencies", {})
    extras = ",".join(name for name in named if name != "spark")
    groups = declared.get("dependency-groups", {}).values()
    needed = [name for group in groups for name in group]
    if not pip("install", "--editable", f".[{extras}]", *needed):
        raise CannotRun("The dependencies cannot be installed; pip says why above.")


def pip(*arguments: str) -> bool:
    """Run pip inside the environment."""
    return succeeds([PYTHON, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments])


def succeeds(command: list[str], **variables: str) -> bool:
    """Run a command at the root of the project."""
    surroundings = {**os.environ, **variables}
    surroundings.pop("VIRTUAL_ENV", None)
    return subprocess.run(command, cwd=ROOT, env=surroundings, check=False).returncode == 0


def quietly(command: list[str]) -> bool:
    """Whether a command works, without its words."""
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode == 0


def say(text: str) -> None:
    """A line on stderr, so that a program's own output stays clean."""
    print(text, file=sys.stderr, flush=True)


# The commands -----------------------------------------------------------------------------------


def module(*arguments: str) -> bool:
    """Run a Python module inside the environment."""
    return succeeds([PYTHON, "-m", *arguments])


def veinway(*arguments: str) -> bool:
    """Run the command that users run."""
    return succeeds([str(PROGRAMS / "veinway"), *arguments])


def check(*arguments: str) -> bool:
    """Lint, format and types; all three are run, so that all that is wrong is said at once."""
    lint = module("ruff", "check", *CHECKED, *arguments)
    formatted = module("ruff", "format", "--check", *CHECKED)
    return module("mypy") and lint and formatted


def formatting(*arguments: str) -> bool:
    """Format every file and repair what the linter can repair."""
    return module("ruff", "check", "--fix", *CHECKED, *arguments) and module("ruff", "format", *CHECKED)


def test(*arguments: str) -> bool:
    """Check, and every test on all cores; with arguments, only pytest with these."""
    if arguments:
        return module("pytest", *arguments)
    checked = check()
    return module("pytest", "-n", "auto", "--dist", "worksteal") and checked


def nightly(*arguments: str) -> bool:
    """The tests that are too large for every change."""
    return module("pytest", "-n", "auto", "-m", "nightly", *arguments)


def docs(*arguments: str) -> bool:
    """Write the generated pages: those of the knowledge, and the language by its specification."""
    made = module("veinway.show.pages", str(ROOT / "docs"), *arguments)
    return succeeds([PYTHON, "-m", "spec.page"], PYTHONPATH=str(ROOT / "tests")) and made


def bench(name: str = "*", *arguments: str) -> bool:
    """Run one script of bench/ by its name, or all of them."""
    scripts = sorted((ROOT / "bench").glob(f"{name}.py"))
    if not scripts:
        say(f"There is no bench/{name}.py.")
    return bool(scripts) and all(succeeds([PYTHON, str(script), *arguments]) for script in scripts)


def demo(*arguments: str) -> bool:
    """The demonstration of the command line."""
    return veinway("demo", *arguments)


def serve(*arguments: str) -> bool:
    """The web application; its store is beside this file unless told otherwise."""
    return veinway("serve", *arguments)


STATIC = ROOT / "src" / "veinway" / "web" / "static"
ASSETS = ROOT / "web-assets"
FRONTEND = ASSETS / "node_modules" / "nhsuk-frontend" / "dist" / "nhsuk"
COPIED = {
    "htmx.js": ASSETS / "node_modules" / "htmx.org" / "dist" / "htmx.min.js",
    "nhsuk-frontend.js": FRONTEND / "nhsuk-frontend.min.js",
    **{
        f"icon-{name}.svg": FRONTEND / "assets" / "images" / f"nhsuk-icon-{name}.svg"
        for name in ("arrow-down", "arrow-up", "arrow-up-down", "cross")
    },
}
BUILT = ("veinway.css", *COPIED)


def assets(*arguments: str) -> bool:
    """Install what npm has to give, build the style sheet, copy the rest, and note the hashes."""
    npm = shutil.which("npm")
    if npm is None:
        say("npm is not installed. On Debian and Ubuntu: apt-get install npm.")
        return False
    if not succeeds([npm, "install", "--prefix", str(ASSETS), "--no-audit", "--no-fund", *arguments]):
        return False
    sass = str(ASSETS / "node_modules" / ".bin" / "sass")
    options = ["--style=compressed", "--no-source-map", "--quiet-deps"]
    paths = ["--load-path", str(ASSETS / "node_modules")]
    css = STATIC / "veinway.css"
    if not succeeds([sass, *options, *paths, str(ASSETS / "veinway.scss"), str(css)]):
        return False
    # The component library names its icons by a path that is not ours.
    css.write_text(
        css.read_text("utf-8").replace("/assets/images/nhsuk-icon-", "/static/icon-"), "utf-8"
    )
    for name, source in COPIED.items():
        shutil.copyfile(source, STATIC / name)
    note_hashes()
    return True


def note_hashes() -> None:
    """Write into static/LICENCES.md what the files are, so that a change to one is seen."""
    file = STATIC / "LICENCES.md"
    before = file.read_text("utf-8").partition("\n## Hashes")[0].rstrip()
    lines = [f"| {name} | {sha256(STATIC / name)} |" for name in BUILT]
    table = "\n".join(["| file | SHA-256 |", "| --- | --- |", *lines])
    file.write_text(f"{before}\n\n## Hashes\n\n{table}\n", "utf-8")


def sha256(file: Path) -> str:
    """The hash of a file."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def prove(*arguments: str) -> bool:
    """The proofs of the command line."""
    return veinway("prove", *arguments)


COMMANDS = {
    "demo": demo,
    "test": test,
    "check": check,
    "format": formatting,
    "prove": prove,
    "docs": docs,
    "bench": bench,
    "nightly": nightly,
    "serve": serve,
    "assets": assets,
}


def main(arguments: list[str]) -> int:
    """Run one command; the answer is the exit status: 0 done, 1 failed, 2 could not be run."""
    name, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if name in ("", "-h", "--help", "help"):
        print(__doc__)
        return 0 if name else 2
    if name not in COMMANDS:
        say(f"There is no command {name!r}. The commands are: {', '.join(COMMANDS)}.")
        return 2
    if sys.version_info < OLDEST:
        found = ".".join(map(str, sys.version_info[:3]))
        say(f"Veinway needs Python 3.11 or later; this is Python {found} ({sys.executable}).")
        say("Install a newer one and call it by its name, for instance: python3.12 dev.py " + name)
        return 2
    try:
        prepare()
    except CannotRun as reason:
        say(str(reason))
        return 2
    return 0 if COMMANDS[name](*rest) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
