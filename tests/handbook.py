"""A small handbook for tests that need a field catalogue and nothing else."""

from decimal import Decimal

from digisos_wizard.model.content import (
    ChecklistCatalogue,
    Content,
    Document,
    FieldKind,
    FieldSpec,
    PriceCatalogue,
    RoleSpec,
    Source,
)

OURS = (Source(document=Document.OWN),)
FIELDS = (
    FieldSpec(id="about.name", sources=OURS, label="Navn på planen", kind=FieldKind.TEXT),
    FieldSpec(id="decision.scope", sources=OURS, label="Omfang", kind=FieldKind.LONG_TEXT),
    FieldSpec(id="decision.municipalities.*.name", sources=OURS, label="Kommune", kind=FieldKind.TEXT),
    FieldSpec(id="decision.municipalities.*.org_number", sources=OURS, label="Orgnr", kind=FieldKind.ORG_NUMBER),
    FieldSpec(
        id="decision.municipalities.*.population", sources=OURS, label="Innbyggere", kind=FieldKind.INTEGER, minimum=1
    ),
    FieldSpec(id="decision.approval.decided_on", sources=OURS, label="Vedtatt", kind=FieldKind.DATE),
    FieldSpec(id="costs.project_cost", sources=OURS, label="Prosjektkostnad", kind=FieldKind.MONEY),
    FieldSpec(id="people.roles.*.person", sources=OURS, label="Person", kind=FieldKind.PERSON),
    FieldSpec(id="people.persons.*.email", sources=OURS, label="E-post", kind=FieldKind.EMAIL),
)


def small_handbook() -> Content:
    """Return a content with a few fields, one price catalogue, one checklist and one role."""
    return Content(
        language="nb",
        fields=FIELDS,
        options=(),
        steps=(),
        catalogues=(
            PriceCatalogue(
                id="2022", sources=OURS, label="2022", fixed_fee_limit=6_300, vat_percent=Decimal(25), prices=()
            ),
        ),
        checklists=(ChecklistCatalogue(id="h22", sources=OURS, label="2022", sections=(), items=()),),
        roles=(RoleSpec(id="it", sources=OURS, title="IT", phases=(), why=""),),
        agreements=(),
        dpia_parts=(),
        risks=(),
        data_flow=(),
        process_steps=(),
        tasks=(),
        groups=(),
        materials=(),
        reflections=(),
        benefits=(),
        map_nodes=(),
        measuring_points=(),
        activities=(),
        questions=(),
        quiet_periods=(),
        merger_steps=(),
        assumptions=(),
        mails=(),
        support=(),
        contingency_steps=(),
        scales=(),
        glossary=(),
        chapters=(),
        faq=(),
        changes=(),
        sources=(),
    )
