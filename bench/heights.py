"""How high every place of the window is, in screens of 1366 × 688: examples, an empty plan and a very large one.

    python bench/heights.py

A window that is maximised above a taskbar has about 688 pixels. Aim: at most two screens everywhere, median 1.2. With
`--once` the large plan is a small one.
"""

import statistics
from collections.abc import Mapping
from decimal import Decimal

from shared import EXAMPLES, NOW, few

from digisos_wizard.content import load
from digisos_wizard.model.benefits import Benefit
from digisos_wizard.model.connection import OwnActivity
from digisos_wizard.model.content import Content
from digisos_wizard.model.edits import Set, apply
from digisos_wizard.model.mapping import ProcessStep
from digisos_wizard.model.people import Person
from digisos_wizard.model.plan import Document, Plan
from digisos_wizard.model.privacy import Risk
from digisos_wizard.model.terms import RiskKind
from digisos_wizard.session import Session
from digisos_wizard.storage import planfile
from digisos_wizard.ui.app import application
from digisos_wizard.ui.pictures import iter_ids, settle
from digisos_wizard.ui.places import Place, places
from digisos_wizard.ui.shell import Menus, Shell

SIZE = (1366, 688)


def large() -> Document:
    """Return a plan with hundreds of rows in all its tables."""
    plan = planfile.read(EXAMPLES / "vertskommune.digisos").document.plan
    persons = tuple(Person(id=f"p{number}", name=f"Person {number}") for number in range(few(200)))
    risks = tuple(Risk(id=f"r{n}", kind=RiskKind.ROS, title=f"Risiko {n}") for n in range(few(300)))
    benefits = tuple(Benefit(id=f"b{number}", title=f"Gevinst {number}") for number in range(few(200)))
    activities = tuple(OwnActivity(id=f"a{number}", title=f"Aktivitet {number}") for number in range(few(400)))
    steps = tuple(ProcessStep(id=f"s{n}", name=f"Steg {n}", paper_minutes=Decimal(n)) for n in range(few(60)))
    rows = (
        (("people", "persons"), persons),
        (("privacy", "risks"), risks),
        (("benefits", "items"), benefits),
        (("connection", "own_activities"), activities),
        (("mapping", "steps"), steps),
    )
    return Document(plan=apply(plan, *(Set(address, table) for address, table in rows)))


def heights(document: Document, content: Content) -> Mapping[Place, float]:
    """Return the height of every place of a plan in screens."""
    app = application()
    session = Session(content, None, lambda: NOW, iter_ids().__next__)
    session.start(document, None)
    shell = Shell(session, Menus())
    shell.resize(*SIZE)
    shell.show()
    found = {}
    for place in places(document.plan):
        shell.show_place(place)
        settle(app)
        found[place] = shell.view(place).whole_height() / shell.stack.height()
    shell.close_plan()
    shell.close()
    shell.deleteLater()
    settle(app)
    return found


def main() -> None:
    """Print the table, and how many places are higher than they may be."""
    content = load()
    plans = {
        "hamar": planfile.read(EXAMPLES / "hamar.digisos").document,
        "vertskommune": planfile.read(EXAMPLES / "vertskommune.digisos").document,
        "empty": Document(plan=Plan()),
        "large": large(),
    }
    found = {name: heights(document, content) for name, document in plans.items()}
    print(f"{'':28}{''.join(f'{name:>14}' for name in found)}")
    for place in dict.fromkeys(place for one in found.values() for place in one):
        cells = (f"{one[place]:14.2f}" if place in one else f"{'–':>14}" for one in found.values())
        print(f"{place.step.value + ' · ' + place.part:28}{''.join(cells)}")
    for name, one in found.items():
        over = sum(height > 2 for height in one.values())
        print(
            f"{name}: median {statistics.median(one.values()):.2f}, highest {max(one.values()):.2f}, over two: {over}"
        )


if __name__ == "__main__":
    main()
