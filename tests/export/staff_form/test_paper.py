"""The staff form on paper: the same steps with the same numbers as in Excel, over as many pages as it takes."""

import re
from io import BytesIO

import openpyxl

from digisos_wizard.content import load
from digisos_wizard.export.fonts import Typesetter
from digisos_wizard.export.staff_form import paper, workbook
from digisos_wizard.model.edits import Set, apply
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.mapping import ProcessStep
from digisos_wizard.model.plan import Document
from tests.export import plans
from tests.export.checklist.reading import Read, opened, read, squeezed, unspaced


def figures(count: int) -> Figures:
    """Return a plan of so many steps."""
    steps = tuple(ProcessStep(id=f"s{number}", name=f"Gjøremål {number}.", who="Arkiv") for number in range(count))
    return Figures(Document(plan=apply(plans.host_plan(), Set(("mapping", "steps"), steps))), load(), plans.TODAY)


def written(count: int) -> Read:
    """Build a form and read it back."""
    return read(paper.build(figures(count)))


def test_the_numbers_are_those_of_the_excel_form() -> None:
    sheet = openpyxl.load_workbook(BytesIO(workbook.build(figures(7))))["Skjema"]
    numbered = [(row[0], row[1]) for row in sheet.iter_rows(min_row=7, max_row=13, values_only=True)]
    text = written(7).text
    assert all(f"{number} {name} Arkiv" in text for number, name in numbered)


def test_sixty_steps_go_over_pages_that_repeat_the_header() -> None:
    found = written(60)
    assert len(found.pages) > 2
    assert [number for number in range(60) if f"Gjøremål {number}." not in found.text] == []
    assert found.text.count("Papir, minutter") == len(found.pages)


def test_a_plan_without_steps_says_so() -> None:
    assert "Ingen steg er lagt inn ennå." in written(0).text


def test_every_step_has_its_number_on_its_page_and_none_comes_twice() -> None:
    found = written(60)
    rows = re.findall(r"(\d+) Gjøremål (\d+)\. Arkiv", found.text)
    assert [(int(number), int(step)) for number, step in rows] == [(step + 1, step) for step in range(60)]
    for page in found.pages:
        assert squeezed(page).index("Papir, minutter") < squeezed(page).index("Gjøremål")


def test_long_names_and_hostile_texts_stand_whole_beside_their_numbers() -> None:
    names = (*plans.HOSTILE, "lang " * 120)
    steps = tuple(ProcessStep(id=f"s{number}", name=text, who=text) for number, text in enumerate(names))
    found = read(paper.build(plans.figures(apply(plans.host_plan(), Set(("mapping", "steps"), steps)))))
    for text in names:
        assert found.letters.count(unspaced(Typesetter().text(text))) >= 2


def test_the_form_asks_for_a_comment_and_no_name_and_is_the_same_bytes_twice() -> None:
    data = paper.build(figures(3))
    assert paper.build(figures(3)) == data
    text = read(data).text
    assert text.count("Kommentar") == 1
    assert "Du trenger ikke å skrive navnet ditt" in text
    with opened(data) as document:
        assert str(document.Root.Lang) == "nb-NO"
        assert str(document.docinfo.Title).startswith("Skjema for tidsbruk – NAV ")
