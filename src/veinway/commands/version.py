"""`veinway --version`."""

from importlib.metadata import version


def run() -> int:
    print(f"veinway {version('veinway')}")
    return 0
