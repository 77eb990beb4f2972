"""How long the clinician's page takes after a changed fact, while many people click at once.

A real server in a process of its own, over a new store with the made-up demonstration patients; each
person has a patient, answers one question after the other over HTTP as the page's script does, reads
the part of the page that comes back, and thinks for a while between two answers; with --plain as a
browser without script, which is led to a whole new page. Then every page about every patient is asked
for once, for its size. Writes what it prints to bench/results/web.txt.
"""

from __future__ import annotations

import argparse
import os
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from statistics import median, quantiles
from tempfile import TemporaryDirectory

import httpx
from machine import described, write
from sqlalchemy import Engine

from veinway.web.clock import now
from veinway.web.guard import cookie_name
from veinway.web.sections import SECTIONS
from veinway.web.service.demonstration import demonstrate
from veinway.web.store.accounts import one_by_name
from veinway.web.store.audit import Actor
from veinway.web.store.database import open_store, reading, writing
from veinway.web.store.patients import open_episodes
from veinway.web.store.sessions import sign_in, signed_in

FACTS = ("active_cancer", "deep_vein_tenderness", "entire_leg_swollen", "previous_dvt", "chest_symptoms")


def main() -> None:
    """Measure, print and write down."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--people", type=int, default=20)
    parser.add_argument("--clicks", type=int, default=15, help="answers of each person")
    parser.add_argument(
        "--pause", type=float, default=2.0, help="seconds between two answers, on average"
    )
    parser.add_argument(
        "--first", action="store_true", help="before other programs of this machine; needs root"
    )
    parser.add_argument("--plain", action="store_true", help="as without a script")
    chosen = parser.parse_args()
    if chosen.first:
        # What it starts inherits this; as on a machine that it has for itself.
        os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(5))
    with TemporaryDirectory(prefix="veinway-bench-") as folder:
        url = f"sqlite:///{folder}/store.db"
        store = open_store(url)
        names = [name for name, _ in demonstrate(store, now())]
        with served(url) as server:
            before = server.cpu()
            took, sizes = clicked(store, server.address, names, chosen)
            cpu = server.cpu() - before
            pages = page_sizes(store, server.address, names)
    write("web", [described(), words(took, cpu, chosen), said_of_sizes(sizes, pages)])


class served:
    """The server in a process of its own, until the block ends."""

    def __init__(self, url: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        command = [sys.executable, "-m", "veinway", "serve", "--port", str(self.port), "--store", url]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def cpu(self) -> float:
        """Seconds of processor time so far, of the server alone."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def __enter__(self) -> served:
        for _ in range(120):
            try:
                httpx.get(f"{self.address}/health/live")
            except httpx.TransportError:
                time.sleep(0.5)
            else:
                self._wait_until_warm()
                return self
        raise SystemExit("The server did not start.")

    def _wait_until_warm(self) -> None:
        """Rules, readers and lists are made beside the first requests; that is not what is measured."""
        spent = -1.0
        while self.cpu() - spent > 0.1:
            spent = self.cpu()
            time.sleep(2)

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.wait()


def clicked(
    store: Engine, address: str, names: list[str], chosen: argparse.Namespace
) -> tuple[list[float], list[int]]:
    """Seconds of each answer until the new page is there, and bytes of the pages."""
    with reading(store) as connection:
        episodes = [row["id"] for row in open_episodes(connection)]
    doctor = next(name for name in names if "clinician" in name)

    def person(number: int) -> list[tuple[float, int]]:
        random, found = Random(number), []
        client, token = begun(store, address, doctor)
        if not chosen.plain:
            client.headers.update({"hx-request": "true", "hx-target": "case"})
        page = f"{address}/episode/{episodes[number % len(episodes)]}"
        client.get(page)
        for _ in range(chosen.clicks):
            time.sleep(random.uniform(0, 2 * chosen.pause))
            said = {"fact": random.choice(FACTS), "side": "", "said": random.choice(("yes", "no"))}
            start = time.perf_counter()
            answer = client.post(f"{page}/answer", data={**said, "form_token": token})
            found.append((time.perf_counter() - start, answer.num_bytes_downloaded))
            assert answer.status_code == 200, (answer.status_code, answer.text[:300])
        return found

    with ThreadPoolExecutor(chosen.people) as people:
        every = [each for found in people.map(person, range(chosen.people)) for each in found]
    return [took for took, _ in every], [size for _, size in every]


def begun(store: Engine, address: str, name: str) -> tuple[httpx.Client, str]:
    """A browser that is signed in, and its form token."""
    with writing(store) as connection:
        account = one_by_name(connection, name)
        assert account is not None
        secret = sign_in(connection, Actor(account["id"], now()))
        found = signed_in(connection, secret, now())
    assert found is not None
    headers = {"sec-fetch-site": "same-origin"}
    cookies = {cookie_name(secure=False): secret}
    client = httpx.Client(headers=headers, cookies=cookies, follow_redirects=True, timeout=60)
    return client, found.form_token


def page_sizes(store: Engine, address: str, names: list[str]) -> dict[str, int]:
    """Bytes of the largest page of each section."""
    with reading(store) as connection:
        episodes = [row["id"] for row in open_episodes(connection)]
    client, _ = begun(store, address, next(name for name in names if "clinician" in name))
    return {
        section.key: max(
            client.get(f"{address}/episode/{id_}/{section.key}").num_bytes_downloaded for id_ in episodes
        )
        for section in SECTIONS
    }


def words(took: list[float], cpu: float, chosen: argparse.Namespace) -> str:
    """How long it took."""
    cuts = quantiles(took, n=100)
    return (
        f"{chosen.people} people, an answer each {chosen.pause:g} s on average, {len(took)} answers"
        f"{' without a script' if chosen.plain else ''}: median {1000 * median(took):.0f} ms, "
        f"p95 {1000 * cuts[94]:.0f} ms, p99 {1000 * cuts[98]:.0f} ms; "
        f"{1000 * cpu / len(took):.0f} ms of processor time an answer"
        f"{' (before other programs of the machine)' if chosen.first else ''}"
    )


def said_of_sizes(sizes: list[int], pages: dict[str, int]) -> str:
    """How large the answers to a press were, and the largest page of each section."""
    listed = ", ".join(f"{key} {size / 1000:.0f}" for key, size in pages.items())
    return f"answers up to {max(sizes) / 1000:.0f} kB as sent; whole pages up to, in kB: {listed}"


if __name__ == "__main__":
    main()
