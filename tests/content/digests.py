"""What the tests know of the source documents: the marks in each, and fingerprints of every run of eight words.

The documents aren't part of the project. Made anew with `python -m tests.content.digests H22=FILE H19=FILE …`.
"""

import hashlib
import json
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.content.marks import ADDRESS, marks

FOLDER = Path(__file__).parents[1] / "data" / "sources"
MARKS, RUNS = FOLDER / "marks.json", FOLDER / "runs.txt"
RUN = 8
DIGITS = 10
NUMBERING = re.compile(r"^\s*\d{1,2}\.\s", re.MULTILINE)
"""Numbers of questions, which no text is about."""


def runs(text: str) -> list[tuple[str, str]]:
    """Return the fingerprint of every run of eight words, each with the run; addresses are no words."""
    words = re.findall(r"[^\W_]+", ADDRESS.sub(" ", text).lower())
    found = (" ".join(words[start : start + RUN]) for start in range(len(words) - RUN + 1))
    return [(hashlib.sha256(run.encode()).hexdigest()[:DIGITS], run) for run in found]


def write(files: Iterable[tuple[str, Path]]) -> None:
    """Write the digests of documents by tag."""
    texts = {tag: file.read_text("utf-8") for tag, file in files}
    FOLDER.mkdir(parents=True, exist_ok=True)
    known = {tag: sorted(marks(NUMBERING.sub("", text))) for tag, text in texts.items()}
    MARKS.write_text(json.dumps(known, ensure_ascii=False, indent=1) + "\n", "utf-8")
    prints = sorted({mark for text in texts.values() for mark, _run in runs(text)})
    RUNS.write_text("\n".join(prints) + "\n", "utf-8")


def main(arguments: Sequence[str]) -> None:
    """Take `TAG=FILE` for each document."""
    pairs = [argument.partition("=") for argument in arguments]
    write((tag, Path(file)) for tag, _sign, file in pairs)


if __name__ == "__main__":
    main(sys.argv[1:])
