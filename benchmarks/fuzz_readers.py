#!/usr/bin/env python3
"""Feed the readers, and what follows them, with damaged papers until something other than a clear refusal happens.

    python benchmarks/fuzz_readers.py SEEDS/ --minutes 10

SEEDS holds papers of one format, small ones best; mutants of them are kept there when they reach new code.
Needs atheris. A crash, a hang of 20 s or 2 GB of memory stops the run and leaves the input behind.
"""

import argparse
import sys
from pathlib import Path


def main() -> None:
    """Fuzz for the time asked."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("seeds", type=Path)
    ask.add_argument("--minutes", type=float, default=10.0)
    ask.add_argument("--artifacts", default="./", help="folder for what crashes")
    options = ask.parse_args()

    import atheris

    with atheris.instrument_imports(include=["checker.read", "checker.extraction"]):
        from checker import read
        from checker.extraction import extract

    def one(data: bytes) -> None:
        try:
            document = read.from_bytes(data, "fuzzed")
        except read.ReadError as error:
            if "\n" in str(error):
                raise ValueError("a refusal is one line") from error
            return
        extract(document)

    seconds = int(options.minutes * 60)
    flags = [f"-max_total_time={seconds}", "-timeout=20", "-rss_limit_mb=2048", f"-artifact_prefix={options.artifacts}"]
    atheris.Setup([sys.argv[0], str(options.seeds), *flags], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
