"""A command line that is not understood, as an error with a code like every other."""

from __future__ import annotations

from typing import Any

from veinway.language.errors import InputError


def is_a(error: Exception, name: str) -> bool:
    """Whether an error of the library that reads the command line is of this kind.

    By its name: between releases of that library its classes have moved from one package to another.
    """
    return any(each.__name__ == name for each in type(error).__mro__)


def usage_error(error: Any) -> InputError | None:
    """What is wrong with a command line: I248 where something is missing, else I249.

    None for any other error.
    """
    if not is_a(error, "UsageError"):
        return None
    command = "veinway" if error.ctx is None else error.ctx.command_path
    what, help_ = _sentence(error.format_message()), f"`{command} --help` says what there is."
    if is_a(error, "MissingParameter") and error.param is not None:
        todo = f"Add {_written(error.param)}. {help_}"
        return InputError("I248", what, where=command, todo=todo)
    return InputError("I249", what, where=command, todo=help_)


def _written(parameter: Any) -> str:
    """An option or an argument as it is written: --at DATE, or SOURCE."""
    name = parameter.opts[0] if parameter.param_type_name == "option" else ""
    metavar = getattr(parameter, "metavar", None) or ("" if name else parameter.human_readable_name)
    return f"{name} {metavar}".strip()


def _sentence(message: str) -> str:
    return message if message[-1:] in ".?!" else f"{message}."
