"""Every hit of the plan leads somewhere: in an empty plan, and in one that is filled in."""

from datetime import date

import pytest

from digisos_wizard.content import load
from digisos_wizard.content.locate import resources
from digisos_wizard.model.address import exists, pattern
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Document, Plan
from digisos_wizard.model.search.entries import IN_THE_PLAN, Entry, Kind, entries
from digisos_wizard.model.search.places import address_of, place
from digisos_wizard.storage import planfile

CONTENT = load()
TODAY = date(2026, 11, 23)


def figures(name: str) -> Figures:
    """Return the figures of an example, or of an empty plan."""
    document = planfile.decode((resources() / "examples" / f"{name}.digisos").read_bytes()) if name else Document()
    return Figures(document, CONTENT, TODAY)


@pytest.mark.parametrize("name", ["", "hamar", "vertskommune"])
def test_every_place_is_in_the_plan(name: str) -> None:
    known = figures(name)
    for entry in entries(CONTENT):
        found = place(known, entry)
        assert exists(known.plan, found), entry
        if found and entry.kind is Kind.FIELD and known.plan.decision.municipalities:
            written = pattern(Plan, found)
            assert entry.target.startswith(written), entry
        if entry.kind not in IN_THE_PLAN:
            assert found == ()


def test_a_field_of_a_row_is_found_in_the_first_one() -> None:
    known = figures("hamar")
    first = known.plan.decision.municipalities[0].id
    assert address_of(known, "decision.municipalities.*.population") == (
        "decision", "municipalities", first, "population",
    )  # fmt: skip
    assert address_of(figures(""), "decision.municipalities.*.population") == ("decision", "municipalities")


def test_shared_answers_are_gone_to_where_they_are_shared() -> None:
    assert address_of(figures("hamar"), "vendor.version") == ("vendor", "shared", "version")


def test_where_each_municipality_has_its_own_row_the_first_is_meant() -> None:
    known = figures("vertskommune")
    item = Entry(Kind.ITEM, "connect.ks-terms", StepKey.CHECKLIST, "", "")
    assert place(known, item) == (
        "checklist",
        "answers",
        f"connect.ks-terms@{known.plan.decision.municipalities[0].id}",
    )
