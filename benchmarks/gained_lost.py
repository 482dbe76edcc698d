"""What a change to extraction gained and lost over a corpus: two files written by `abstracts.py --save`.

python benchmarks/gained_lost.py BEFORE.tsv AFTER.tsv
"""

import argparse
from collections import Counter
from pathlib import Path


def read(path: Path) -> set[tuple[str, ...]]:
    """The findings of one run."""
    return {tuple(line.split("\t")) for line in path.read_text(encoding="utf-8").splitlines() if line}


def main() -> None:
    """Print how many findings of each check and verdict came and went, and where."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("before", type=Path)
    ask.add_argument("after", type=Path)
    ask.add_argument("--list", action="store_true", help="list documents and offsets too")
    arguments = ask.parse_args()
    before, after = read(arguments.before), read(arguments.after)
    for name, rows in (("gained", after - before), ("lost", before - after)):
        print(f"{name}: {len(rows)}")
        for (check, verdict), number in sorted(Counter(row[3:5] for row in rows).items()):
            print(f"  {number:6} {check} {verdict}")
        if arguments.list:
            for row in sorted(rows):
                print("   ", *row)


if __name__ == "__main__":
    main()
