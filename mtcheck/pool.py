"""Work on batches in several processes: results come in the order of the batches, and few batches are on the way."""

from __future__ import annotations

import gc
import multiprocessing
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import Any, Generic, TypeVar

from mtcheck.errors import MtcheckError

Batch = TypeVar("Batch")
Made = TypeVar("Made")

AHEAD = 2  # batches on the way to each other process: enough to keep it busy, few enough to bound memory

_work: Callable[[Any], Any] | None = None


class Pool(Generic[Batch, Made]):
    """`n_jobs` processes, this one among them, that all hold `work`, a function from a batch to its result.

    Where the system can fork, they share the memory that `work` holds; elsewhere it must pickle.
    """

    def __init__(self, work: Callable[[Batch], Made], n_jobs: int, *, fork: bool = True, n_first: int = 1) -> None:
        """`fork=False` for work that holds threads of its own, which do not live on in a forked process; `n_first`
        batches are worked on before the others are made, so that what these make `work` load is there once for all.
        """
        self._work, self._n_jobs, self._fork, self._n_first = work, n_jobs, fork and can_fork(), n_first

    def map(self, batches: Iterable[Batch]) -> Iterator[Made]:
        """The result of each batch, in order. An error among the batches comes after the results before it. Whoever
        leaves early waits for the batches that other processes are at.

        Raises:
            MtcheckError: a process died; errors of the work itself come as they are.
        """
        if self._n_jobs <= 1:
            settle_heap()
            yield from map(self._work, batches)
            return
        source = iter(batches)
        if self._fork:
            yield from map(self._work, islice(source, self._n_first))
        executor = self._executor()
        try:
            yield from self._in_order(executor, source)
        except BrokenProcessPool as error:
            raise MtcheckError(
                "a worker process died, as when memory runs out; try fewer --jobs, and --resume to go on"
            ) from error
        finally:
            # Waits for its thread: one that closes its pipe while Python ends puts a traceback on the terminal.
            executor.shutdown(cancel_futures=True)

    def _in_order(self, executor: ProcessPoolExecutor, source: Iterator[Batch]) -> Iterator[Made]:
        """Batches go to the other processes while these have little to do; the rest is worked on here."""
        ahead = AHEAD * (self._n_jobs - 1)
        waiting: deque[Future[Made]] = deque()
        fault: Exception | None = None
        while True:
            try:
                batch = next(source)
            except StopIteration:
                break
            except Exception as error:  # the reader's: what it gave before is worked on first
                fault = error
                break
            if sum(not made.done() for made in waiting) < ahead:
                waiting.append(executor.submit(_call, batch))
            else:
                waiting.append(_done(self._work, batch))
            while waiting and (waiting[0].done() or len(waiting) > 2 * ahead):
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
        if fault is not None:
            raise fault

    def _executor(self) -> ProcessPoolExecutor:
        global _work
        if self._fork:
            _work = self._work
            settle_heap()
            forking = multiprocessing.get_context("fork")
            return ProcessPoolExecutor(self._n_jobs - 1, forking, initializer=_without_handler)
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(self._n_jobs - 1, context, initializer=_start, initargs=(self._work,))


def _without_handler() -> None:
    """A forked worker that is told to end does so at once: clearing away is its parent's."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def can_fork() -> bool:
    """Whether processes are made by forking; on macOS the system's libraries do not bear it."""
    return "fork" in multiprocessing.get_all_start_methods() and sys.platform != "darwin"


def settle_heap() -> None:
    """Keep the collector away from the models: they never become garbage, and a look at them unshares their memory."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)  # a batch makes tens of thousands of values, hardly any of them in a cycle


def _done(work: Callable[[Batch], Made], batch: Batch) -> Future[Made]:
    """What the work makes of the batch, or its error, to be had in its turn."""
    made: Future[Made] = Future()
    try:
        made.set_result(work(batch))
    except Exception as error:
        made.set_exception(error)
    return made


def _start(work: Callable[[Any], Any]) -> None:
    global _work
    _work = work
    settle_heap()


def _call(batch: Any) -> Any:
    assert _work is not None
    return _work(batch)
