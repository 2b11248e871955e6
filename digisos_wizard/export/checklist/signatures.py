"""Who signed what and when, whether it still is as signed, and lines to sign on paper."""

from collections.abc import Iterator, Sequence

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer

from digisos_wizard.export.document.model import Block, Facts, Heading, Look, Room, Text, Together
from digisos_wizard.export.paper.blocks import Composer, Reads, Row, Rule, table
from digisos_wizard.export.paper.pages import COLUMN
from digisos_wizard.export.paper.shapes import SignatureField, WritingLine
from digisos_wizard.i18n import _
from digisos_wizard.model import formatting
from digisos_wizard.model.display import person_name
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.rules.checklist.result import SignOffStatus
from digisos_wizard.model.signing.sealing import scope_words
from digisos_wizard.model.signoff import SignOff
from digisos_wizard.model.terms import SignOffPhase


def signatures(figures: Figures) -> Iterator[Block]:
    """Yield every sign-off, then what they prove."""
    yield Heading(_("Signeringer"), room=110 if figures.signoffs else 45)
    if not figures.signoffs:
        yield Text(_("Ingen har signert sjekklisten ennå."))
    for number, status in enumerate(figures.signoffs, start=1):
        yield _record(figures, number, status)
    words = _(
        "En signering viser hva som ble godkjent, og kontrollsummen endrer seg hvis noe av det endres. "
        "Tidspunktet er klokken på maskinen det ble signert på. Et navn som er skrevet inn, beviser ikke hvem "
        "som satt ved tastaturet."
    )
    yield Text(words, look=Look.SMALL)


def _record(figures: Figures, number: int, status: SignOffStatus) -> Block:
    record = status.record
    kind = _("signert med forbehold") if record.open_items else _("signert")
    state = _("Gyldig: alt er som da det ble signert") if status.valid else _("Endret etter signering")
    if not status.current:
        state = _("Erstattet av en nyere signering")
    pairs = [
        (_("Tilstand"), state),
        (_("Navn"), person_name(figures.plan, record.signer) or _("Fjernet person")),
        (_("Tittel"), record.title),
        (_("Rolle"), record.role),
        (_("Sted"), record.place),
        (_("Tidspunkt"), _moment(record)),
        (_("Utgave"), str(record.revision)),
        (_("Erklæring"), record.statement),
        (_("Åpne punkter da det ble signert"), _bullets(record.open_items)),
        (_("Signatur i eget system"), record.external_reference),
        (_("Kontrollsum (SHA-256)"), record.fingerprint),
        (_("Bygger på kontrollsum"), record.previous),
        (_("Endret etter signering"), _bullets(status.changes if status.current else ())),
    ]
    title = _("{number}. {scope}: {kind}").format(number=number, scope=scope_words(figures.content, record), kind=kind)
    return Together([Heading(title, level=1), Facts(pairs, tight=False), Room(3)])


def _moment(record: SignOff) -> str:
    return _("{day} {clock}").format(
        day=formatting.day(record.signed_at.date()), clock=formatting.clock(record.signed_at)
    )


def _bullets(texts: Sequence[str]) -> str:
    return "\n".join(f"– {text}" for text in texts)


def ink(composer: Composer, figures: Figures) -> list[Flowable]:
    """Return lines to sign on paper, for each phase."""
    styles = composer.styles
    story = composer.heading(_("Underskrift"), room=150 * mm)
    story.append(
        composer.paragraph(
            _(
                "Skriv under på papiret, eller signer i feltene med kommunens eget sertifikat. "
                "Åpne PDF-en i en PDF-leser, og velg feltet."
            ),
            styles.body,
        )
    )
    captions = (_("Sted og dato"), _("Underskrift"), _("Navn og tittel med blokkbokstaver"))
    widths = (COLUMN * 0.24, COLUMN * 0.38, COLUMN * 0.38)
    for phase in SignOffPhase:
        name = figures.content.option_label("SignOffPhase", phase.value)
        rows = [
            Row([[WritingLine(composer.paragraph(caption, styles.small))] for caption in captions], Rule.NONE)
            for _line in range(2)
        ]
        story.append(
            KeepTogether(
                [
                    composer.paragraph(name, styles.subheading),
                    table(rows, widths, reads=Reads.LAYOUT),
                    Spacer(0, 3 * mm),
                    SignatureField(
                        f"signatur-{phase.value}",
                        _("Digital signatur: {phase}").format(phase=name),
                        composer.paragraph(_("Felt for digital signatur"), styles.small),
                    ),
                    Spacer(0, 4 * mm),
                ]
            )
        )
    return story
