"""Dialogs in Norwegian: files (the operating system's own where there is one), and whether to leave work unsaved."""

from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from digisos_wizard.i18n import _, ngettext

PLAN_SUFFIX = ".digisos"


def _home() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())


def _filter(suffix: str) -> str:
    names = {
        PLAN_SUFFIX: _("Digisos-plan"),
        ".xlsx": _("Excel-arbeidsbok"),
        ".pdf": _("PDF-dokument"),
        ".docx": _("Word-dokument"),
        ".csv": _("CSV-fil"),
        ".zip": _("Zip-fil"),
        ".p12 *.pfx": _("Sertifikat med nøkkel"),
        ".pem *.cer *.crt": _("Sertifikat"),
    }
    return f"{names.get(suffix, suffix)} (*{suffix})"


def ask_open(parent: QWidget, title: str, suffix: str) -> Path | None:
    """Ask for a file to open."""
    name, _kind = QFileDialog.getOpenFileName(parent, title, str(_home()), _filter(suffix))
    return Path(name) if name else None


def ask_open_many(parent: QWidget, title: str, suffix: str) -> tuple[Path, ...]:
    """Ask for one or several files to open."""
    names, _kind = QFileDialog.getOpenFileNames(parent, title, str(_home()), _filter(suffix))
    return tuple(map(Path, names))


def ask_save(parent: QWidget, title: str, suggestion: str, suffix: str) -> Path | None:
    """Ask where to save; the suffix is added where it was left out."""
    name, _kind = QFileDialog.getSaveFileName(parent, title, str(_home() / suggestion), _filter(suffix))
    if not name:
        return None
    path = Path(name)
    return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)


def ask_folder(parent: QWidget, title: str) -> Path | None:
    """Ask for a folder."""
    name = QFileDialog.getExistingDirectory(parent, title, str(_home()))
    return Path(name) if name else None


class Leaving(Enum):
    """What to do with a plan that no file has when it is about to be closed."""

    SAVE = auto()
    LATER = auto()
    STAY = auto()


def ask_leaving(parent: QWidget, name: str) -> Leaving:
    """Ask what to do with a plan that has no file yet; closing the question stays."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(_("Digisos-veiviser"))
    box.setText(_("«{name}» er ikke lagret i en fil ennå.").format(name=name))
    box.setInformativeText(
        _("Lukker du uten å lagre, blir arbeidet liggende på denne maskinen og tilbudt neste gang du starter.")
    )
    save = box.addButton(_("Lagre …"), QMessageBox.ButtonRole.AcceptRole)
    later = box.addButton(_("Lukk uten å lagre"), QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(_("Avbryt"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(save)
    box.setEscapeButton(stay)
    box.exec()
    answers = {save: Leaving.SAVE, later: Leaving.LATER}
    return next((answer for known, answer in answers.items() if known is box.clickedButton()), Leaving.STAY)


def ask(parent: QWidget, question: str, more: str, act: str) -> bool:
    """Ask whether to do something; closing the question leaves everything as it is."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(_("Digisos-veiviser"))
    box.setText(question)
    box.setInformativeText(more)
    agreed = box.addButton(act, QMessageBox.ButtonRole.AcceptRole)
    stay = box.addButton(_("Avbryt"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(agreed)
    box.setEscapeButton(stay)
    box.exec()
    return box.clickedButton() is agreed


def ask_erasing(parent: QWidget, name: str, used: int, texts: str) -> bool:
    """Ask whether a person is to be taken out everywhere; `texts` names the steps whose free text has the name."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(_("Digisos-veiviser"))
    box.setText(_("Fjerne {name} overalt?").format(name=name))
    lines = [
        ngettext("Planen viser til personen {count} sted.", "Planen viser til personen {count} steder.", used).format(
            count=used
        ),
        _("Personen fjernes også fra angrehistorikken og fra eldre versjoner på denne maskinen. Det kan ikke angres."),
        _("Signeringene kan fortsatt kontrolleres. Utskrifter og kopier andre steder når ikke programmet."),
    ]
    if texts:
        lines.insert(1, _("Navnet står også i fritekst under {steps}. Rett det selv.").format(steps=texts))
    box.setInformativeText("\n\n".join(lines))
    erase = box.addButton(_("Fjern overalt"), QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(_("Avbryt"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.exec()
    return box.clickedButton() is erase
