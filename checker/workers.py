"""Papers audited in processes of their own, several at a time: one that hangs, grows or crashes costs no other.

The results are those of `checker.auditing`, in the order of the papers, however many processes there are.
"""

import contextlib
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Iterable, Iterator
from multiprocessing.connection import Connection, wait
from typing import Any

import msgspec

from checker.finding import Result
from checker.read import Content, ReadError

# What one paper may take: seconds of computing, megabytes of memory.
MOST_SECONDS = 120
MOST_MEGABYTES = 2_000
# A process that waits for the processor, or for nothing, is given up after so many times the seconds.
_PATIENCE = 10
_OUT_OF_MEMORY = 3


class Limits(msgspec.Struct, frozen=True):
    """What one paper may take. Where the system knows no such limits, the clock alone tells."""

    seconds: int = MOST_SECONDS
    megabytes: int = MOST_MEGABYTES


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def audit(
    contents: Iterable[Content | ReadError],
    only: frozenset[str] = frozenset(),
    jobs: int | None = None,
    limits: Limits | None = None,
) -> Iterator[Result]:
    """Audit papers, each in one of several processes.

    Args:
        contents: the papers, as `checker.read.contents` finds them.
        only: the checks to run, all if empty.
        jobs: how many processes; as many as there are processors where None.
        limits: what one paper may take.
    """
    limits = limits or Limits()
    pool = _Pool(jobs or cores(), only, limits)
    try:
        yield from pool.results(contents)
    finally:
        pool.close()


class _Worker:
    """A process that audits one paper after another."""

    def __init__(self, only: frozenset[str], limits: Limits) -> None:
        context: Any = multiprocessing.get_context(_method())
        if _method() == "forkserver":
            context.set_forkserver_preload(["checker.warm"])
        self.limits = limits
        self.connection, other = context.Pipe()
        self.process = context.Process(target=_work, args=(other, only, limits), daemon=True)
        with _without_main(), _one_thread():
            self.process.start()
        other.close()
        self.number = 0
        self.path = ""
        self.until = 0.0

    def begin(self, number: int, content: Content) -> None:
        self.number, self.path = number, content.path
        self.until = time.monotonic() + _PATIENCE * self.limits.seconds
        # A process that is gone already is found out when its result is asked for.
        with contextlib.suppress(OSError):
            self.connection.send(content)

    def result(self) -> Result | None:
        """The result of its paper; None where the process is gone."""
        try:
            found: Result = self.connection.recv()
        except (EOFError, OSError):
            return None
        return found

    def lost(self) -> Result:
        """The result of a paper that has cost the process."""
        late = time.monotonic() > self.until
        self.end()
        code = self.process.exitcode or 0
        if late or -code == getattr(signal, "SIGXCPU", None):
            why = f"it takes more than {self.limits.seconds} seconds"
        elif code == _OUT_OF_MEMORY:
            why = f"it needs more than {self.limits.megabytes:,} MB of memory"
        else:
            died = signal.Signals(-code).name if code < 0 else f"exit code {code}"
            why = f"it brings down the process that reads it ({died})"
        return Result(path=self.path, error=str(ReadError(self.path, f"not audited, as {why}")))

    def end(self) -> None:
        if self.process.is_alive():
            # It may just have closed its end of the pipe, and be about to say how it died.
            self.process.join(0 if time.monotonic() > self.until else 1)
        self.process.kill()
        self.process.join()
        self.connection.close()


class _Pool:
    """Workers, begun when there is something for them to do."""

    def __init__(self, jobs: int, only: frozenset[str], limits: Limits) -> None:
        self.jobs = jobs
        self.only = only
        self.limits = limits
        self.idle: list[_Worker] = []
        self.busy: dict[Connection, _Worker] = {}

    def results(self, contents: Iterable[Content | ReadError]) -> Iterator[Result]:
        """A result a paper, in their order."""
        done: dict[int, Result] = {}
        following = 0
        for number, content in enumerate(contents):
            if isinstance(content, ReadError):
                done[number] = Result(path=content.path, error=str(content), trace=content.trace)
            else:
                if len(self.busy) == self.jobs:
                    done.update(self.finished())
                worker = self.idle.pop() if self.idle else _Worker(self.only, self.limits)
                worker.begin(number, content)
                self.busy[worker.connection] = worker
            while following in done:
                yield done.pop(following)
                following += 1
        while self.busy:
            done.update(self.finished())
            while following in done:
                yield done.pop(following)
                following += 1

    def finished(self) -> dict[int, Result]:
        """The results of one paper or more, as soon as there are any."""
        until = min(worker.until for worker in self.busy.values())
        ready: list[Any] = wait(list(self.busy), max(0.0, until - time.monotonic()))
        late = [worker.connection for worker in self.busy.values() if time.monotonic() > worker.until]
        found = {}
        for connection in {*ready, *late}:
            worker = self.busy.pop(connection)
            result = worker.result() if connection in ready else None
            if result is None:
                result = worker.lost()
            else:
                self.idle.append(worker)
            found[worker.number] = result
        return found

    def close(self) -> None:
        for worker in self.busy.values():
            worker.until = 0.0
        for worker in (*self.idle, *self.busy.values()):
            worker.connection.close()
            worker.process.kill()
            worker.process.join()


def _work(connection: Connection, only: frozenset[str], limits: Limits) -> None:
    """What a worker does until nobody is left to work for."""
    from checker.auditing import audit_content

    # Ctrl-C is for the process that has the results.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _bound_memory(limits)
    try:
        while True:
            content = connection.recv()
            _bound_time(limits)
            connection.send(audit_content(content, only))
    except (EOFError, OSError):
        return
    except MemoryError:
        os._exit(_OUT_OF_MEMORY)


def _bound_memory(limits: Limits) -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        most = limits.megabytes * 1_000_000
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
        # A process that is given up leaves no file of its memory.
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _bound_time(limits: Limits) -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time()) + limits.seconds + 1, hard))


def _method() -> str:
    """How processes are begun: forked from one that has all modules, where the system can."""
    return "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"


@contextlib.contextmanager
def _one_thread() -> Iterator[None]:
    """Keep numpy from starting threads in a new process, which has a processor of its own and may be forked."""
    name = "OPENBLAS_NUM_THREADS"
    before = os.environ.get(name)
    os.environ.setdefault(name, "1")
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]


@contextlib.contextmanager
def _without_main() -> Iterator[None]:
    """Keep a new process from importing the program that began it, which it needs nothing of."""
    main = sys.modules.get("__main__")
    kept = {name: getattr(main, name) for name in ("__spec__", "__file__") if hasattr(main, name)}
    try:
        for name in kept:
            setattr(main, name, None) if name == "__spec__" else delattr(main, name)
        yield
    finally:
        for name, value in kept.items():
            setattr(main, name, value)
