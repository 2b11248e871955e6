"""The contact sheet: every role with its people, what is empty, useful addresses, and texts that do their worst."""

import pytest

from digisos_wizard.content import load
from digisos_wizard.content.locate import resources
from digisos_wizard.export import export
from digisos_wizard.export.fonts import PLACEHOLDER, Typesetter
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.people import OwnRole, People, Person, RoleAssignment
from digisos_wizard.model.rules.people.holders import holder
from digisos_wizard.model.terms import Phase
from digisos_wizard.storage import planfile
from tests.export import plans
from tests.export.checklist.reading import Read, opened, read, unspaced
from tests.export.memo.cases import changed


def written(figures: Figures) -> Read:
    """Build a contact sheet and read it back."""
    return read(export("contacts").build(figures))


def with_people(people: People) -> Figures:
    """Return the host cooperation with these people."""
    return changed(plans.host_plan(), people=people)


@pytest.fixture(scope="module", params=["hamar", "vertskommune"])
def example(request: pytest.FixtureRequest) -> Figures:
    data = (resources() / "examples" / f"{request.param}.digisos").read_bytes()
    return Figures(planfile.decode(data), load(), plans.TODAY)


def test_every_person_stands_with_how_to_reach_them(example: Figures) -> None:
    found = written(example)
    for person in example.plan.people.persons:
        for text in (person.name, person.title, person.organisation, person.email, person.phone):
            assert unspaced(text) in found.letters
    assert len(found.pages) <= 2


def test_roles_come_in_order_and_empty_ones_are_missing(example: Figures) -> None:
    text = written(example).text
    text = text[text.index("Rolle og faser") :]
    held = {role.id for role in example.content.roles if holder(example.plan, role.id).person}
    places = [text.index(f" {role.title.split()[0]} ") for role in example.content.roles if role.id in held]
    assert places == sorted(places)
    empty = [role for role in example.content.roles if role.required and role.id not in held]
    assert text.count("mangler") == len(empty) > 0


def test_addresses_stand_with_their_source(example: Figures) -> None:
    text = written(example).text
    for address in ("digisos@nav.no", "fiks@ks.no", "Porten", "ks.no/digisos", "nav.no/digisos"):
        assert address in text
    assert "Adressene er fra Håndbok 2022." in text


def test_own_roles_deputies_and_others_are_told() -> None:
    people = People(
        persons=(
            Person(id="p1", name="Kari Ærlig", phone="62 00 00 00"),
            Person(id="p2", name="Ola Nordmann", email="ola@example.no"),
            Person(id="p3", name="Per Ledig", title="Vikar"),
        ),
        roles=(RoleAssignment(id="it", person="p1", deputy="p2"),),
        own_roles=(OwnRole(id="o1", title="Superbruker", person="gone", phases=(Phase.CONNECT,)), OwnRole(id="o2")),
    )
    text = written(with_people(people)).text
    assert text.index("IT ") < text.index("Superbruker")
    assert "Fjernet person" in text
    assert "Rolle uten navn" in text
    for words in ("62 00 00 00", "Ola Nordmann ola@example.no", "Andre i prosjektet", "Per Ledig Vikar"):
        assert words in text


def test_a_role_that_is_not_relevant_is_left_out() -> None:
    people = People(roles=(RoleAssignment(id="it", not_relevant=True),))
    assert " IT " not in written(with_people(people)).text


def test_an_empty_plan_prints() -> None:
    text = written(plans.empty()).text
    assert "NAV-kontoret har ikke fått navn ennå" in text
    assert "IT mangler" in text
    assert "Andre i prosjektet" not in text


@pytest.mark.parametrize("text", plans.HOSTILE)
def test_hostile_text_stands_as_typed(text: str) -> None:
    person = Person(id="p1", name=text, title=text, organisation=text, email=text, phone=text)
    people = People(persons=(person,), own_roles=(OwnRole(id="o1", title=text, person="p1", deputy="p1"),))
    found = written(with_people(people))
    assert found.letters.count(unspaced(Typesetter().text(text))) >= 9


def test_what_the_typeface_lacks_is_said() -> None:
    people = People(persons=(Person(id="p1", name="Kari 😀"),))
    text = written(with_people(people)).text
    assert f"Kari {PLACEHOLDER}" in text
    assert "Skriften mangler noen av tegnene" in text


def test_hundreds_of_people_and_endless_texts_print() -> None:
    persons = tuple(Person(id=f"p{number}", name=f"Person {number}", title="lang " * 900) for number in range(5))
    many = tuple(Person(id=f"q{number}", name=f"Kollega {number}.") for number in range(300))
    found = written(with_people(People(persons=persons + many))).text
    assert [number for number in range(300) if f"Kollega {number}." not in found] == []


def test_the_same_figures_give_the_same_bytes(example: Figures) -> None:
    again = Figures(example.document, example.content, example.today)
    assert export("contacts").build(again) == export("contacts").build(example)
    with opened(export("contacts").build(example)) as document:
        assert str(document.Root.Lang) == "nb-NO"
        assert str(document.docinfo.Title).startswith("Kontaktliste – NAV ")
