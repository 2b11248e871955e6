"""The handbook's facts as shipped: prices, roles, agreements and fields are what the sources say."""

import re
import typing
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import Enum

import pytest

from digisos_wizard.content import load
from digisos_wizard.model import terms
from digisos_wizard.model.address import annotation_at, value_type
from digisos_wizard.model.base import Item, PerMunicipality, Record
from digisos_wizard.model.content import Content, Document, FieldKind
from digisos_wizard.model.findings import StepKey
from digisos_wizard.model.plan import Plan
from digisos_wizard.model.terms import Phase

CONTENT = load()
P, C, R = Phase.PREPARE, Phase.CONNECT, Phase.REALISE
LONGEST_SENTENCE = 25


def test_the_default_is_the_handbook_of_2022() -> None:
    newest = CONTENT.catalogue("")
    assert newest.id == "2022"
    assert newest.valid_from == date(2022, 9, 2)
    assert CONTENT.checklist("").id == "H22-114"


@pytest.mark.parametrize(
    ("catalogue", "price", "amount", "vat"),
    [
        ("2022", "digifin", "20", None),
        ("2022", "fee-fixed", "55000", True),
        ("2022", "fee-per-inhabitant", "8.60", True),
        ("2022", "nav-per-inhabitant-month", "0.11", None),
        ("2022", "ks-operation", None, None),
        ("2019", "fee-per-inhabitant", "8.60", True),
        ("2019", "svarut-shipment", "1.50", None),
        ("2019", "indexed-document", "0.01", None),
        ("2019", "storage", "0.65", None),
        ("2019", "nav-per-inhabitant-month", None, None),
    ],
)
def test_prices(catalogue: str, price: str, amount: str | None, vat: bool | None) -> None:
    found = CONTENT.catalogue(catalogue).price(price)
    assert found is not None
    assert found.amount == (None if amount is None else Decimal(amount))
    assert found.vat is vat
    assert CONTENT.catalogue(catalogue).fixed_fee_limit == 6_300
    assert CONTENT.catalogue(catalogue).vat_percent == 25


@pytest.mark.parametrize(
    ("role", "phases"),
    [
        ("it", (P, C)),
        ("archive", (P, C)),
        ("legal", (P,)),
        ("purchasing", (P,)),
        ("management", (P, C, R)),
        ("social-work", (P, C, R)),
        ("coordinator", (P,)),
    ],
)
def test_roles(role: str, phases: tuple[Phase, ...]) -> None:
    found = next(one for one in CONTENT.roles if one.id == role)
    assert found.phases == phases
    assert found.required is (role != "coordinator"), "recommended by the handbook, but not in every county today"


def test_the_agreement_with_ks_goes_to_its_address_with_its_reference() -> None:
    terms_of_ks = next(one for one in CONTENT.agreements if one.id == "ks-terms")
    assert (terms_of_ks.mail_to, terms_of_ks.mail_reference) == ("fiks@ks.no", "19/00689")
    assert [one.id for one in CONTENT.agreements if one.superseded] == ["ks-supplement"]


def test_there_are_five_groups_of_applicants_and_every_step_has_help() -> None:
    assert len(CONTENT.groups) == 5
    assert [step.id for step in CONTENT.steps] == [step.value for step in StepKey]
    for step in CONTENT.steps:
        assert step.lead
        assert step.paragraphs


def test_assumptions_are_our_own_and_the_discount_rate_is_public() -> None:
    assert CONTENT.assumption_index["discount-percent"].value == 4
    for assumption in CONTENT.assumptions:
        assert assumption.why.strip()
        assert assumption.unit.strip()
    hours = CONTENT.assumption_index["hours-per-fte"]
    assert {source.document for source in hours.sources} == {Document.OWN}


def patterns(record: type[Record], prefix: str = "") -> Iterator[str]:
    """Yield the pattern of every value of a record, as the field catalogue names it."""
    for name, field in record.model_fields.items():
        yield from _below(field.annotation, f"{prefix}{name}")


def _below(annotation: object, path: str) -> Iterator[str]:
    arguments = typing.get_args(annotation)
    if isinstance(annotation, type) and issubclass(annotation, PerMunicipality):
        yield from _below(annotation.model_fields["shared"].annotation, path)
    elif isinstance(annotation, type) and issubclass(annotation, Record):
        yield from patterns(annotation, f"{path}.")
    elif typing.get_origin(annotation) is tuple and isinstance(arguments[0], type) and issubclass(arguments[0], Item):
        yield from (found for found in patterns(arguments[0], f"{path}.*.") if not found.endswith("*.id"))
    else:
        yield path


def test_every_value_of_the_plan_has_a_field_and_no_field_is_dead() -> None:
    wanted = set(patterns(Plan))
    assert wanted == set(CONTENT.field_index)


KINDS: dict[object, set[FieldKind]] = {
    str: {FieldKind.TEXT, FieldKind.LONG_TEXT, FieldKind.EMAIL, FieldKind.PHONE, FieldKind.ORG_NUMBER,
          FieldKind.MUNICIPALITY_NUMBER, FieldKind.PERSON, FieldKind.MUNICIPALITY, FieldKind.CHOICE,
          FieldKind.CATALOGUE, FieldKind.SECTION},
    int: {FieldKind.INTEGER, FieldKind.OFFSET, FieldKind.CHOICE, FieldKind.SCALE},
    bool: {FieldKind.YES_NO, FieldKind.TICK},
    date: {FieldKind.DATE},
    Decimal: {FieldKind.NUMBER, FieldKind.MONEY, FieldKind.UNIT_PRICE, FieldKind.PERCENT},
}  # fmt: skip


def test_the_kind_of_a_field_fits_the_type_of_its_value() -> None:
    shared = {"approval", "answers", "vendor", "signatory", "dpia", "ros", "day", "fiks"}
    for field in CONTENT.fields:
        if field.kind is FieldKind.INTERNAL:
            continue
        address: tuple[str, ...] = ()
        for part in field.id.split("."):
            address = (*address, part)
            found = annotation_at(Plan, address)
            if part in shared and isinstance(found, type) and issubclass(found, PerMunicipality):
                address = (*address, "shared")
        kind = value_type(Plan, address)
        if isinstance(kind, type) and issubclass(kind, Enum):
            assert field.kind is FieldKind.CHOICE, field.id
            assert field.options == kind.__name__, field.id
        elif kind in KINDS:
            assert field.kind in KINDS[kind], field.id
        else:
            assert field.kind in {FieldKind.CHOICES, FieldKind.STEPS, FieldKind.LINKS, FieldKind.ACTIVITIES}, field.id


def test_every_state_has_a_norwegian_name_and_no_name_is_dead() -> None:
    sets = {options.id: {option.value for option in options.options} for options in CONTENT.options}
    used = {field.options for field in CONTENT.fields if field.options}
    for name, values in sets.items():
        kind = getattr(terms, name, None)
        if kind is not None:
            assert values == {one.value for one in kind}, name
        else:
            assert name in used, name


def texts(value: object, where: str) -> Iterator[tuple[str, str]]:
    """Yield every sentence that a person reads, and where it stands."""
    if isinstance(value, str):
        for sentence in re.split(r"(?<=[.?!:])\s+|\n", value):
            yield where, sentence
    elif isinstance(value, Record):
        name = str(getattr(value, "id", ""))
        for field in type(value).model_fields:
            yield from texts(getattr(value, field), f"{where}/{name}" if name else where)
    elif isinstance(value, tuple):
        for part in value:
            yield from texts(part, where)


def test_sentences_are_short_enough_to_read_once() -> None:
    long = [
        (where, sentence)
        for name in Content.model_fields
        for where, sentence in texts(getattr(CONTENT, name), name)
        if len(sentence.split()) > LONGEST_SENTENCE
    ]
    assert not long


def test_no_text_is_english_or_left_unfinished() -> None:
    for name in Content.model_fields:
        for where, sentence in texts(getattr(CONTENT, name), name):
            assert not re.search(r"\b(the|and|with|TODO|lorem)\b", sentence), (where, sentence)
