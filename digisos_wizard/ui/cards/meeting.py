"""Beginning a meeting, and what it left behind as text to send."""

from digisos_wizard.i18n import _
from digisos_wizard.model.figures import Figures
from digisos_wizard.model.formatting import clock
from digisos_wizard.model.rules.meetings.course import going_on
from digisos_wizard.model.told.summary import latest
from digisos_wizard.model.told.summary_mail import meeting_time, meeting_title, summary_mail
from digisos_wizard.model.workshop import Meeting
from digisos_wizard.ui.desk import Programme
from digisos_wizard.ui.form.choices import DropDownControl
from digisos_wizard.ui.page import Page
from digisos_wizard.ui.parts.flow import flow
from digisos_wizard.ui.parts.mail_box import MailBox
from digisos_wizard.ui.stage.screens import AUTOMATIC, TOGETHER, offered
from digisos_wizard.ui.widgets.look.basics import Card, button, label, row, set_text
from digisos_wizard.ui.widgets.look.theme import Look


class BeginCard(Card):
    """The button that begins the meeting, and the screen that the room sees."""

    def __init__(self, page: Page) -> None:
        super().__init__(
            _("Hold møtet"),
            _("Ett spørsmål om gangen, stort nok til å leses bakerst i rommet. Alt du skriver, lagres med en gang."),
        )
        self._page = page
        stage = page.desk.stage
        self.start = button(_("Start møtet (F5)"), Look.PRIMARY, lambda: stage.begin(Programme.QUESTIONS))
        self.both = button(_("Lysbilder først"), Look.SECONDARY, lambda: stage.begin(Programme.BOTH))
        self.both.setToolTip(_("Vis lederpakken først. Etter siste lysbilde kommer spørsmålene."))
        self.slides = button(_("Bare lysbildene"), Look.SECONDARY, lambda: stage.begin(Programme.SLIDES))
        self.slides.setToolTip(_("Vis lederpakken uten spørsmål. Utvalget ligger på «Utskrift og deling»."))
        self.screens = DropDownControl()
        self.screens.box.setAccessibleName(_("Vis på skjerm"))
        self.screens.box.setMinimumWidth(320)
        self.screens.box.activated.connect(lambda _index: self._choose())
        self.caption = label(_("Vis på skjerm"), Look.LABEL)
        self.caption.setBuddy(self.screens.box)
        self.note = label("", Look.HELP)
        self.add(self.caption)
        self.add(row(self.screens.widget, None))
        self.add(flow(self.start, self.both, self.slides))
        self.add(self.note)

    def show_plan(self, figures: Figures) -> None:
        """Offer the screens there are, and tell what the button does."""
        screens = offered(self._page.widget.screen())
        self.screens.set_choices(
            [
                (TOGETHER, _("Samme skjerm: spørsmål og notater sammen")),
                *((seen.name, seen.words) for seen in screens[:-1]),
            ]
        )
        self.screens.box.setItemText(0, _("Velg for meg"))
        wish = self._page.desk.stage.screen
        offering = (TOGETHER, *(seen.name for seen in screens[:-1]))
        self.screens.set_text(wish if wish in offering else AUTOMATIC)
        several = len(screens) > 1
        self.caption.setVisible(several)
        self.screens.widget.setVisible(several)
        going = going_on(figures.plan)
        words = _("Start møtet (F5)")
        if going is not None and going.began_at is not None:
            words = _("Fortsett møtet fra {time} (F5)").format(time=clock(going.began_at))
        set_text(self.start, words)
        self.start.setEnabled(bool(figures.agenda))
        self.both.setEnabled(bool(figures.agenda))
        if not figures.agenda:
            note = _("Velg minst ett spørsmål først.")
        elif several:
            note = _("Rommet får spørsmålet på den andre skjermen. Du får hjelpen, neste spørsmål og notatene her.")
        else:
            note = _("Med én skjerm ligger notatene i en stripe nederst, som du kan folde bort med N.")
        set_text(self.note, note)

    def _choose(self) -> None:
        self._page.desk.stage.choose(self.screens.text() or AUTOMATIC)


class SummaryCard(Card):
    """A meeting in short: to copy into a mail; on paper it is made with the other documents."""

    def __init__(self, page: Page) -> None:
        super().__init__(
            _("Oppsummering"),
            _("Spørsmål, notater, håndsopprekninger og beslutninger. Under «Utskrift og deling» får du den på papir."),
        )
        self._page = page
        self.choice = DropDownControl()
        self.choice.box.setAccessibleName(_("Møte å oppsummere"))
        self.choice.box.setMinimumWidth(360)
        self.choice.box.activated.connect(lambda _index: self.show_plan(page.desk.figures))
        self.mail = MailBox(_("Tekst til e-post"))
        self.add(row(self.choice.widget, None))
        self.add(self.mail)

    def show_plan(self, figures: Figures) -> None:
        """Show the summary of the meeting chosen, the latest where none is."""
        held = [meeting for meeting in figures.plan.workshop.meetings if meeting.began_at is not None]
        self.setVisible(bool(held))
        if not held:
            return
        self.choice.set_choices([(meeting.id, _words(meeting)) for meeting in reversed(held)])
        self.choice.box.setItemText(0, _("Siste møte"))
        chosen = next((meeting for meeting in held if meeting.id == self.choice.text()), None)
        self.mail.show_mail(summary_mail(figures, chosen or latest(figures.plan)))


def _words(meeting: Meeting) -> str:
    return f"{meeting_title(meeting)}, {meeting_time(meeting)}"
