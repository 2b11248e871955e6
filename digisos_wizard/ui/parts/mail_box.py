"""A draft mail to read through, copy, or open in the mail program."""

from PySide6.QtCore import QUrl, QUrlQuery
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QVBoxLayout, QWidget

from digisos_wizard.i18n import _
from digisos_wizard.model.told.cover_mail import Mail
from digisos_wizard.ui.widgets.look.basics import button, label, row, set_text
from digisos_wizard.ui.widgets.look.theme import Look

LONGEST_OPENED = 1_500
"""Letters that every mail program takes in an address; a longer mail is copied."""


class MailBox(QWidget):
    """Shows a mail; the program itself sends nothing."""

    def __init__(self, title: str = "") -> None:
        super().__init__()
        title = title or _("Utkast til følgebrev")
        self._mail: Mail | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(label(title, Look.SUBHEADING))
        self.head = label("", Look.HELP)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(title)
        self.text.setFixedHeight(240)
        copy, mail = _("Kopier: {title}").format(title=title), _("Åpne i e-post: {title}").format(title=title)
        self.copy_button = button(_("Kopier"), Look.SECONDARY, self._copy, name=copy)
        self.open_button = button(_("Åpne i e-post"), Look.SECONDARY, self._open, name=mail)
        layout.addWidget(self.head)
        layout.addWidget(self.text)
        layout.addLayout(row(self.copy_button, self.open_button, None, spacing=12))

    def show_mail(self, mail: Mail | None) -> None:
        """Show a mail; None hides the box."""
        self.setVisible(mail is not None)
        if mail is None or mail == self._mail:
            return
        self._mail = mail
        self.open_button.setVisible(len(mail.body) <= LONGEST_OPENED)
        receiver = mail.to or _("skriv inn mottakeren selv")
        set_text(self.head, _("Til: {to}. Emne: {subject}").format(to=receiver, subject=mail.subject))
        self.text.setPlainText(mail.body)

    def _copy(self) -> None:
        if self._mail is not None:
            QApplication.clipboard().setText(f"{self._mail.subject}\n\n{self._mail.body}")

    def _open(self) -> None:
        if self._mail is not None:
            QDesktopServices.openUrl(mail_address(self._mail))


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
