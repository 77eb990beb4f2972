"""The developer interface: it says clearly what it cannot do, and needs nothing but Python."""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "dev.py").read_text("utf-8")


@pytest.fixture
def dev() -> ModuleType:
    module = ModuleType("dev")
    module.__file__ = str(ROOT / "dev.py")
    exec(compile(TEXT, "dev.py", "exec"), vars(module))
    return module


def test_an_old_python_can_read_it_far_enough_to_say_that_it_is_too_old() -> None:
    ast.parse(TEXT, feature_version=(3, 7))


def test_it_imports_only_the_standard_library() -> None:
    names = re.findall(r"^\s*(?:import|from) (\w+)", TEXT, re.MULTILINE)
    assert set(names) <= sys.stdlib_module_names


def test_an_old_python_is_told_which_one_is_needed(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev.sys, "version_info", (3, 10, 4))
    assert dev.main(["test"]) == 2
    assert "needs Python 3.11 or later; this is Python 3.10.4" in capsys.readouterr().err


def test_a_missing_venv_module_is_named_with_what_to_install(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "quietly", lambda command: False)
    monkeypatch.setattr(dev, "succeeds", lambda command, **variables: False)
    with pytest.raises(dev.CannotRun, match=r"apt-get install python3\.\d+-venv"):
        dev.make_environment()


def test_pip_is_used_where_uv_cannot_be(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[tuple[str, ...]] = []
    monkeypatch.setattr(dev, "pip", lambda *arguments: called.append(arguments) or True)
    dev.install_with_pip()
    assert called[0][:3] == ("install", "--editable", ".[prove,web,postgres]")
    assert any(name.startswith("pytest>=") for name in called[0])


def test_an_environment_of_the_same_lock_file_is_not_made_again(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    made: list[str] = []
    monkeypatch.setattr(dev, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(dev, "make_environment", lambda: made.append("environment"))
    monkeypatch.setattr(dev, "install_locked", lambda: True)
    dev.prepare()
    dev.prepare()
    assert made == ["environment"]


def test_an_unknown_command_names_those_that_exist(
    dev: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main(["tset"]) == 2
    assert "demo, test, check" in capsys.readouterr().err


def test_help_explains_every_command(dev: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["--help"]) == 0
    said = capsys.readouterr().out
    assert [name for name in dev.COMMANDS if f"dev.py {name} " not in said] == []


def test_tests_fail_when_the_check_fails_even_if_every_test_passes(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    run: list[str] = []
    monkeypatch.setattr(dev, "module", lambda name, *rest: run.append(name) or name != "mypy")
    assert dev.test() is False
    assert run == ["ruff", "ruff", "mypy", "pytest"]


def test_the_files_that_are_served_are_those_whose_hashes_are_noted(dev: ModuleType) -> None:
    noted = (dev.STATIC / "LICENCES.md").read_text("utf-8")
    for name in dev.BUILT:
        assert f"| {name} | {dev.sha256(dev.STATIC / name)} |" in noted, "run python3 dev.py assets"


def test_assets_say_that_npm_is_missing(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev.shutil, "which", lambda name: None)
    assert dev.assets() is False
    assert "apt-get install npm" in capsys.readouterr().err
