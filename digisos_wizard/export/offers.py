"""Which documents are offered, in order: one table, read by window, command line and documents alike."""

from dataclasses import replace

from digisos_wizard.export.kinds import Export, Group
from digisos_wizard.i18n import N_
from digisos_wizard.model.steps import STEPS, Step


def _forms(step: Step, title: str) -> tuple[Export, Export]:
    """Return the form of a step with the plan's answers, and without."""
    return (
        Export(f"form-{step.key.value}", ".pdf", Group.FORMS, "handouts.forms:build_filled", title,
               N_("Svarene i planen, med plass til å skrive det som mangler."),
               handout=True, titled=True, given=(step.key,)),
        Export(f"form-{step.key.value}-blank", ".pdf", Group.FORMS, "handouts.forms:build_blank", title,
               N_("Spørsmålene i steget med hjelp og plass til å skrive, til møter uten skjerm."),
               handout=True, titled=True, given=(step.key,), around=N_("{title}, tomt")),
    )  # fmt: skip


def _text(
    key: str, group: Group, maker: str, name: str, use: str, *, handout: bool = False, titled: bool = False
) -> tuple[Export, Export]:
    """Return a text document as PDF, and the same to be edited in Word."""
    paper = Export(key, ".pdf", group, maker, name, use, handout=handout, titled=titled)
    words = N_("Det samme dokumentet, slik at du kan endre teksten eller lime den inn i et annet.")
    around = N_("{title} til redigering")
    return paper, replace(paper, key=f"{key}-word", suffix=".docx", use=words, handout=False, around=around)


# A table is read by its rows.
# fmt: off
EXPORTS: tuple[Export, ...] = (
    *_text("memo", Group.DECISION, "memo:document", N_("Beslutningsnotat"),
           N_("Ett notat på høyst to sider til kommunedirektøren: hva som skal avgjøres, hva det koster, hva dere "
              "får igjen, når det skjer, hva som er åpent, og forslag til vedtak.")),
    *_text("contacts", Group.DECISION, "contacts:document", N_("Kontaktliste"),
           N_("Hvem som har hvilken rolle, hvordan dere når dem, og nyttige adresser utenfor kontoret."), handout=True),
    Export("workbook", ".xlsx", Group.BENEFITS, "workbook:build", N_("Gevinstrealiseringsplan"),
           N_("Alle gevinster med eier, nullpunkt, mål og tiltak, kostnader og netto per år. Formlene er levende: "
              "endrer du en forutsetning, regnes resten på nytt.")),
    Export("staff-form", ".xlsx", Group.BENEFITS, "staff_form.workbook:build", N_("Skjema for tidsbruk"),
           N_("Skjemaet de ansatte fyller ut hver for seg. Send det rundt, og hent svarene inn igjen under "
              "kartleggingen.")),
    Export("staff-form-paper", ".pdf", Group.BENEFITS, "staff_form.paper:build", N_("Skjema for tidsbruk på papir"),
           N_("Det samme skjemaet til å dele ut og fylle ut for hånd."), handout=True),
    Export("process", ".pdf", Group.BENEFITS, "drawing.documents:build_process", N_("Arbeidsprosessen før og etter"),
           N_("Stegene på papir og digitalt side om side, med minutter og det som faller bort."), handout=True),
    Export("benefit-map", ".pdf", Group.BENEFITS, "drawing.documents:build_benefit_map", N_("Gevinstkart"),
           N_("Fra forutsetninger og endringer til gevinster og mål, tegnet fra koblingene i planen."), handout=True),
    *_text("follow-up", Group.BENEFITS, "follow_up:document", N_("Oppfølgingsrapport"),
           N_("Hvor langt hver gevinst er kommet, hva som ikke er målt, og tiltakene som gjenstår.")),
    *_text("dpia", Group.PRIVACY, "assessment:dpia", N_("Personvernkonsekvensvurdering"),
           N_("DPIA til arkivet: beskrivelsen, veien opplysningene går, risikokart, tiltaksplan, råd og konklusjon.")),
    *_text("ros", Group.PRIVACY, "assessment:ros", N_("ROS-analyse"),
           N_("Risiko- og sårbarhetsanalysen til arkivet: risikokart, risikoer, tiltaksplan og konklusjon.")),
    Export("timeline", ".pdf", Group.CONNECTION, "connection.timeline:build", N_("Tidslinje"),
           N_("Aktivitetene fram mot påkoblingen på A4, med frister, dagens dato og det som avgjør "
              "hvor tidlig dere kan."), handout=True),
    Export("timeline-poster", ".pdf", Group.CONNECTION, "connection.timeline:build_poster", N_("Tidslinje som plakat"),
           N_("Den samme tidslinjen på A3, til å henge opp."), handout=True),
    Export("months", ".pdf", Group.CONNECTION, "connection.months:build", N_("Månedskalender"),
           N_("En side for hver måned med frister, helligdager og påkoblingsdagen, til veggen."), handout=True),
    *_text("weekly", Group.CONNECTION, "connection.weekly:document", N_("Ukestatus"),
           N_("Én side: hvor dere er, hva som er endret siden sist, hva som haster, og hva som "
              "stopper."), handout=True),
    *_text("role-sheets", Group.CONNECTION, "connection.role_sheets:document", N_("Dine oppgaver"),
           N_("Ett ark til hver person og hver rolle med oppgaver og frister."), handout=True),
    *_text("contingency", Group.CONNECTION, "connection.contingency:document", N_("Beredskapsrutine"),
           N_("Én side å henge opp: hvem som følger med, hva dere gjør når søknader stopper, og hvem "
              "dere ringer."), handout=True),
    Export("calendar", ".ics", Group.CONNECTION, "calendar:build", N_("Frister til kalenderen"),
           N_("Alt noen har lovet, til Outlook og andre kalendere. Henter du filen inn på nytt senere, flyttes "
              "fristene, og det som er falt bort, avlyses."), keeper="calendar:sent"),
    Export("calendars", ".zip", Group.CONNECTION, "calendar:build_each", N_("Frister til hver enkelt"),
           N_("En kalenderfil til hver person med det de selv har ansvar for. Send hver sin, også når noe "
              "endres."), keeper="calendar:sent_each"),
    Export("checklist", ".pdf", Group.SIGNING, "checklist:build", N_("Sjekkliste"),
           N_("Alle punkter med tilstand og bevis, det som er åpent, hvem som har signert, og linjer "
              "og felter til underskrift. Programmet kan kontrollere om PDF-en er endret."), handout=True),
    Export("archive", ".zip", Group.SIGNING, "archive:build", N_("Arkivpakke"),
           N_("Planen og de ferdige dokumentene i én fil til kommunens arkiv, med en innholdsliste som har "
              "kontrollsummen for hvert dokument.")),
    *_text("meeting-summary", Group.MEETING, "meeting_summary:document", N_("Oppsummering av møtet"),
           N_("Det siste møtet: beslutninger med ansvarlig og frist, notater, håndsopprekninger og det "
              "som er parkert. Før det første møtet er det spørsmålene dere har valgt."), handout=True),
    *_text("glossary", Group.MEETING, "glossary:document", N_("Ordliste"),
           N_("Ordene dere møter på veien, forklart med kilde. Fin å dele ut til dem som er nye i "
              "arbeidet."), handout=True),
    *_text("overview", Group.MEETING, "handouts.overview:document", N_("Planen på én side"),
           N_("Hvor langt dere er kommet, hva som stopper, tallene, fristene og hvem som "
              "gjør hva."), handout=True, titled=True),
    Export("risk-sheet", ".pdf", Group.MEETING, "handouts.risk_sheet:build", N_("Ark til risikoverksted"),
           N_("Risikokartet med ordene deres, og risikoene med ruter til å krysse av "
              "sammen."), handout=True, titled=True),
    Export("benefit-cards", ".pdf", Group.MEETING, "handouts.cards:build", N_("Gevinstkort"),
           N_("Kort til å klippe ut og sortere, åtte på hvert ark: gevinstene i planen og "
              "de andre i katalogen."), handout=True, titled=True),
    *_text("reception", Group.MEETING, "handouts.leaflets:reception", N_("Veiledning til mottaket"),
           N_("De fem gruppene av søkere med andelene og tiltakene deres, og hva dere kan "
              "si til hver."), handout=True, titled=True),
    *_text("letter", Group.MEETING, "handouts.leaflets:letter", N_("Brev til innbyggerne"),
           N_("Ett brev for hver kommune. Merket som utkast til dere er koblet på, for "
              "det skal ikke sendes før."), handout=True, titled=True),
    *_text("web-text", Group.MEETING, "handouts.leaflets:web_text", N_("Tekst til nettsidene"),
           N_("Tekst til kommunens nettsider. Merket som utkast til dere er koblet på, "
              "for den skal ikke ut før."), handout=True, titled=True),
    Export("slides-pdf", ".pdf", Group.MEETING, "slides.paper:build", N_("Lederpakken som lysbilder"),
           N_("Lysbildene du har valgt, klare til å vises fra PDF."), titled=True),
    Export("slides", ".pptx", Group.MEETING, "slides.powerpoint:build", N_("Lederpakken til redigering"),
           N_("De samme lysbildene i PowerPoint, med tekst, tegninger og notater du kan endre."), titled=True),
    *_text("slides-notes", Group.MEETING, "slides.notes:document", N_("Manus til lederpakken"),
           N_("Punktene og notatene til hvert lysbilde, med kilder. Til deg som holder "
              "møtet."), handout=True, titled=True),
    Export("info-screen", ".pdf", Group.MEETING, "slides.screen:build", N_("Bilder til infoskjermen"),
           N_("Tekst til skjermen i mottaket. Merket som utkast til dere er koblet på, for den skal "
              "ikke vises før."), titled=True),
    *(offer for step in STEPS if step.form is not None and step.form.title for offer in _forms(step, step.form.title)),
    Export("handouts", ".pdf", Group.MEETING, "bundle:build", N_("Alle utdelingsarkene samlet"),
           N_("Alt som kan deles ut på papir, i én PDF med innholdsliste og bokmerker.")),
)
# fmt: on
"""Every document that can be handed over, in the order in which they are offered; the last one holds others."""


def export(key: str) -> Export:
    """Return a document by its key; raises StopIteration where there is none such."""
    return next(kind for kind in EXPORTS if kind.key == key)
