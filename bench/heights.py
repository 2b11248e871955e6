"""How high every part is, in screens of 1366×688, and how long its first and next visit take.

python bench/heights.py [plan.digisos …]
"""

import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from shared import EXAMPLES, NOW, arguments, few

from digisos_wizard.content import load
from digisos_wizard.model.content import Content
from digisos_wizard.model.plan import Document
from digisos_wizard.session import Session
from digisos_wizard.storage import planfile
from digisos_wizard.ui.app import application
from digisos_wizard.ui.pictures import iter_ids, settle
from digisos_wizard.ui.places import Place, places
from digisos_wizard.ui.shell import Menus, Shell

SIZE = (1366, 688)


def visit(work: Callable[[], object]) -> float:
    """Return how long a visit takes, in milliseconds."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def table(name: str, document: Document, content: Content) -> None:
    """Print the parts of a plan."""
    app = application()
    session = Session(content, None, lambda: NOW, iter_ids().__next__)
    session.start(document, None)
    shell = Shell(session, Menus())
    shell.resize(*SIZE)
    shell.show()
    settle(app)
    print(f"\n{name:34} screens   first   again")
    heights = []
    known = places(session.plan)
    for place in known[: few(len(known))]:

        def show(there: Place = place) -> None:
            shell.show_place(there)
            settle(app)

        first = visit(show)
        view = shell.view(place)
        screens = view.whole_height() / max(shell.stack.height(), 1)
        heights.append(screens)
        shell.show_place(known[0])
        print(
            f"{place.step.value}/{place.part:<24.24}"[:34].ljust(34), f"{screens:7.2f} {first:7.0f} {visit(show):7.0f}"
        )
    print(f"{'median, highest':34} {median(heights):7.2f} {max(heights):7.2f}")
    shell.close_plan()


def main() -> None:
    """Measure the examples, an empty plan, and those that are named."""
    content = load()
    table("empty", Document(), content)
    for path in [*sorted(EXAMPLES.glob("*.digisos"))[: few(9, 1)], *map(Path, arguments())]:
        table(path.stem, planfile.read(path).document, content)


if __name__ == "__main__":
    main()
