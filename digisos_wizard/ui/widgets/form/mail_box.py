"""A draft mail to read through, change, copy, or open in the mail program."""

from collections.abc import Callable

from PySide6.QtCore import QUrl, QUrlQuery, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QVBoxLayout, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model.told.cover_mail import Mail
from digisos_wizard.ui.widgets.look.basics import button, label, row, set_text
from digisos_wizard.ui.widgets.look.theme import Look

LONGEST_OPENED = 1_500
"""Letters that every mail program takes in an address; a longer mail is copied."""
TALL, LEAST = 240, 72
"""Pixels of height of the text at most, where it is always shown, and the least of it."""


class MailBox(QWidget):
    """Shows a mail; the program itself sends nothing. What is changed in it is kept for as long as it is shown.

    With `on_sent` the text is folded until one reads it, as `reading` tells, takes the height there is then, and one
    can say that the mail was sent.
    """

    reading = Signal(bool)

    def __init__(self, title: str = "", on_sent: Callable[[], object] | None = None) -> None:
        super().__init__()
        title = title or _("Utkast til følgebrev")
        self._mail: Mail | None = None
        self.title, self.head = label(title, Look.SUBHEADING), label("", Look.HELP)
        self.change = button(_("Endre teksten"), Look.LINK, self._change)
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(title)
        copy, mail = _("Kopier: {title}").format(title=title), _("Åpne i e-post: {title}").format(title=title)
        self.open_button = button(_("Åpne i e-post"), Look.SECONDARY, self._open, name=mail)
        self.copy_button = button(_("Kopier"), Look.QUIET, self._copy, name=copy)
        self.sent_button = button(_("Merk som sendt"), Look.QUIET, on_sent or (lambda: None))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self.read = button("", Look.LINK, lambda: self.unfold(unfolded=self.text.isHidden()))
        layout.addLayout(row(self.title, self.change, self.read, spacing=12))
        layout.addWidget(self.head)
        self.text.setMinimumHeight(LEAST)
        if on_sent is None:
            self.text.setMaximumHeight(TALL)
        else:
            self.text.hide()
        layout.addWidget(self.text, 1)
        layout.addLayout(row(self.open_button, self.copy_button, None, self.sent_button, spacing=8))
        for one in (self.read, self.sent_button):
            one.setVisible(on_sent is not None)
        self._say_links()

    def show_mail(self, mail: Mail | None) -> None:
        """Show a mail; None hides the box."""
        self.setVisible(mail is not None)
        if mail is None or mail == self._mail:
            return
        changed = not self.text.isReadOnly() and self._mail is not None and mail.subject == self._mail.subject
        self._mail = mail
        receiver = mail.to.replace(",", ", ") or _("skriv inn mottakeren selv")
        set_text(self.head, _("Til: {to}. Emne: {subject}").format(to=receiver, subject=mail.subject))
        if not changed:
            self.text.setReadOnly(True)
            self.text.setPlainText(mail.body)
            self._say_links()
        self.open_button.setVisible(len(self.text.toPlainText()) <= LONGEST_OPENED)

    def unfold(self, *, unfolded: bool) -> None:
        """Show the text, or only what can be done with it."""
        if unfolded is self.text.isHidden():
            self.text.setVisible(unfolded)
            self._say_links()
            self.reading.emit(unfolded)

    def _say_links(self) -> None:
        set_text(self.read, _("Vis teksten") if self.text.isHidden() else _("Skjul teksten"))
        self.change.setVisible(not self.text.isHidden() and self.text.isReadOnly())

    def _change(self) -> None:
        self.text.setReadOnly(False)
        self._say_links()
        self.text.setFocus()

    def _as_changed(self) -> Mail | None:
        return None if self._mail is None else Mail(self._mail.to, self._mail.subject, self.text.toPlainText())

    def _copy(self) -> None:
        if (mail := self._as_changed()) is not None:
            QApplication.clipboard().setText(f"{mail.subject}\n\n{mail.body}")

    def _open(self) -> None:
        if (mail := self._as_changed()) is not None:
            QDesktopServices.openUrl(mail_address(mail))


def mail_address(mail: Mail) -> QUrl:
    """Return the address that opens a mail program with the mail filled in."""
    query = QUrlQuery()
    query.addQueryItem("subject", _encoded(mail.subject))
    query.addQueryItem("body", _encoded(mail.body.replace("\n", "\r\n")))
    address = QUrl(f"mailto:{mail.to}")
    address.setQuery(query)
    return address


def _encoded(text: str) -> str:
    return bytes(QUrl.toPercentEncoding(text).data()).decode("ascii")
