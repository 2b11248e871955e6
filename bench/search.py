"""A keystroke in the reference: the search alone, and until it is painted, beside the same keystroke finding nothing.

python bench/search.py
"""

import time
from collections.abc import Callable, Iterator
from statistics import median

from shared import NOW, few, p95

from digisos_wizard.content import load
from digisos_wizard.model.plan import Document
from digisos_wizard.model.search.index import Index
from digisos_wizard.session import Session
from digisos_wizard.ui.app import application
from digisos_wizard.ui.pictures import iter_ids
from digisos_wizard.ui.places import LOOKUP
from digisos_wizard.ui.shell import Menus, Shell
from digisos_wizard.ui.steps.reference.search import SearchPart

TYPED = (
    "avtalen med leverandøren",
    "personvernkonsekvensvurdering",
    "hvor lenge er ettersending åpen",
    "fagsystmleverandoren",
    "hvem signerer i et vertskommunesamarbeid",
    "paakoblingsdag",
)[: few(6, 1)]


def keystrokes(texts: tuple[str, ...]) -> Iterator[str]:
    """Yield what stands in the field after every letter."""
    for text in texts:
        for length in range(1, len(text) + 1):
            yield text[:length]


def measured(work: Callable[[str], object], texts: tuple[str, ...]) -> str:
    """Return median, 95th percentile and worst of some work at every keystroke, in milliseconds."""
    times = []
    for text in keystrokes(texts):
        begun = time.perf_counter()
        work(text)
        times.append((time.perf_counter() - begun) * 1000)
    return f"median {median(times):5.1f}  p95 {p95(times):5.1f}  worst {max(times):5.1f} ms"


def main() -> None:
    """Measure, and print."""
    app = application()
    content = load()
    begun = time.perf_counter()
    index = Index(content)
    print(f"index of {index.size} entries made in {(time.perf_counter() - begun) * 1000:.0f} ms")
    nothing = ("xqzwvkb" * 3,)
    print("search alone    ", measured(index.search, TYPED))
    print("  floor, no hits", measured(index.search, nothing))
    session = Session(content, None, lambda: NOW, iter_ids().__next__)
    session.start(Document(), None)
    shell = Shell(session, Menus())
    shell.resize(1366, 768)
    shell.show()
    shell.show_place(LOOKUP)
    app.processEvents()
    part = shell.view(LOOKUP)
    if not isinstance(part, SearchPart):
        raise TypeError(part)
    line = part.field

    def type_it(text: str) -> None:
        line.setText(text)
        line.textEdited.emit(text)
        app.processEvents()

    print("until painted   ", measured(type_it, TYPED))
    print("  floor, no hits", measured(type_it, nothing))
    shell.close_plan()


if __name__ == "__main__":
    main()
