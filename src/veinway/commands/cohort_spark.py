"""`veinway cohort --engine spark`: a bulk export that is too large for one machine.

Spark reads the lines, brings those of each person together, and hands the shares to `spark_share` on its
workers, which need Veinway installed and the same files in reach. Where Spark runs, and with how much,
is said to Spark as ever (spark-submit, spark-defaults.conf); without a word it runs on this machine.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from veinway.commands.cohort_run import DECISIONS, about_cohort, cohort_report, cohort_rules, made_folder
from veinway.commands.decision_file import write_decisions
from veinway.commands.spark_share import KEYED, SUMMARY, Job, decided, keyed, together
from veinway.engine.decision_frame import DecisionFrame
from veinway.language.errors import InputError, SourceError
from veinway.language.knowledge import Knowledge
from veinway.records.input_problems import MOST_PLACES, SKIPPED_FILE, InputProblem, Place
from veinway.records.profile import Profile
from veinway.records.sources import Source, open_source
from veinway.records.tabular.omop_tables import is_omop

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame, SparkSession

SHARE = 400_000_000
"""Bytes of the files in one share, about."""
_TODO = "Install veinway[spark] and a Java 17 or later, or leave --engine out."


def decide_on_spark(
    source: Path,
    at: datetime,
    out: Path,
    knowledge: Knowledge,
    only: tuple[str, ...],
    site: Profile,
    *,
    strict: bool = False,
) -> dict[str, Any]:
    """As `decide_cohort`; the decisions are a folder of Parquet files.

    knowledge: of a chapter, `only` some of its rules, as `rules_of` gives it.

    Raises InputError I243 where Spark cannot be used, SourceError S324 for what is not NDJSON.
    """
    exported = _exported(source)
    folder = _emptied(made_folder(out) / DECISIONS)
    job = Job(knowledge.name, only, site, at, folder.absolute(), strict)
    spark, ours = _session()
    try:
        summaries = _summaries(spark, exported, job)
    finally:
        if ours:
            spark.stop()
    part = together(summaries, knowledge, site.guideline)
    if not summaries:
        rules = cohort_rules(knowledge, site.guideline)
        write_decisions(folder / "part-00000.parquet", DecisionFrame(rules), [])
    skipped = tuple(Place(file.name) for file in exported.skipped[:MOST_PLACES])
    problems = part.problems.and_also(InputProblem(SKIPPED_FILE, len(exported.skipped), skipped))
    return cohort_report(
        replace(part, problems=problems), knowledge, about_cohort(source, at, site), folder
    )


def _exported(source: Path) -> Source:
    found = None if is_omop(source) else open_source(source)
    if found is None or found.kind != "ndjson":
        raise SourceError(
            "S324",
            "The Spark engine reads a bulk export of NDJSON.",
            where=str(source),
            todo="Leave --engine out: one machine reads the other kinds.",
        )
    return found


def _emptied(folder: Path) -> Path:
    """The folder for the decisions, without those of an earlier run."""
    if folder.is_file():
        folder.unlink()
    folder.mkdir(exist_ok=True)
    for file in folder.glob("part-*.parquet"):
        file.unlink()
    return folder


def _session() -> tuple[SparkSession, bool]:
    """A Spark session, and whether it is ours to end."""
    try:
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise InputError("I243", f"Spark is not installed: {error}.", todo=_TODO) from None
    running = SparkSession.getActiveSession()
    try:
        spark = running or SparkSession.builder.appName("veinway").getOrCreate()
    except PySparkException as error:
        why = str(error).splitlines()[0]
        raise InputError("I243", f"Spark does not start: {why}", todo=_TODO) from None
    if spark.sparkContext.master.startswith("local"):
        spark.sparkContext.pythonExec = sys.executable  # which has Veinway; `python3` may not
    return spark, running is None


def _summaries(spark: SparkSession, source: Source, job: Job) -> list[bytes]:
    from pyspark.sql.functions import col, input_file_name

    paths = [file.absolute().as_uri() for file in source.files]
    lines = spark.read.text(paths).withColumn("file", input_file_name())
    # What belongs to nobody and is a medicine is needed by every share.
    named = lines.where(col("value").contains('"Medication"')).mapInArrow(keyed, KEYED)
    medicines = [(row.file, row.line) for row in named.where("shared").collect()]
    shared = spark.sparkContext.broadcast(medicines)
    size = sum(file.stat().st_size for file in source.files)
    count = max(spark.sparkContext.defaultParallelism, -(-size // SHARE))
    everybody: DataFrame = lines.mapInArrow(keyed, KEYED).where("NOT shared")
    shares = everybody.repartition(count, "person").mapInArrow(partial(_share, job, shared), SUMMARY)
    return [bytes(row.summary) for row in shares.collect()]


def _share(job: Job, medicines: Any, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    from pyspark import TaskContext

    context = TaskContext.get()
    assert context is not None
    yield from decided(batches, context.partitionId(), job, medicines.value)
