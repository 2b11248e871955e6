"""What can go wrong for a user: one class per message, each saying what happened, what is safe and what to do next."""

from pathlib import Path

from digisos_wizard.i18n import _


class UserError(Exception):
    """A message for the person at the keyboard; `str()` is the sentence that says what happened."""

    def __init__(self, message: str, safe: str = "", next_step: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.safe = safe
        self.next_step = next_step

    def whole(self) -> str:
        """Return all that is to be said, on one line."""
        return " ".join(part for part in (self.message, self.safe, self.next_step) if part)


class ParseError(UserError):
    """Typed text that can't be read as the field's type."""


class EmptyCalendarError(UserError):
    """A calendar that nothing stands in, which no calendar program can read."""

    def __init__(self, name: str = "") -> None:
        message = _("Planen har ingen frister ennå, så det er ingenting å legge i kalenderen.")
        if name:
            message = _("{name} har ingen frister i planen, så det er ingenting å legge i kalenderen.").format(
                name=name
            )
        super().__init__(
            message,
            _("Ingen fil er laget."),
            _("Velg en påkoblingsdag, eller sett frister på oppgavene, og prøv igjen."),
        )


class PersonalNumberError(UserError):
    """A national identity number in a text: the plan holds no applicants."""

    def __init__(self) -> None:
        super().__init__(
            _("Teksten ser ut til å inneholde et fødselsnummer eller D-nummer, og er ikke lagret."),
            _("Planen skal kunne deles, og handler aldri om enkeltpersoner som søker."),
            _("Fjern nummeret, så lagres teksten."),
        )


class UnreadableFileError(UserError):
    """A file that the system doesn't let us read."""

    def __init__(self, path: Path) -> None:
        folder = path.is_dir()
        super().__init__(
            (_("{name} er en mappe.") if folder else _("Filen {name} kan ikke leses.")).format(name=path.name),
            _("Ingenting er endret."),
            _("Velg en fil.") if folder else _("Sjekk at filen finnes, og at du har tilgang til den."),
        )


class NotAPlanFileError(UserError):
    """A file that is something else than a plan."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _("{name} er ikke en Digisos-plan.").format(name=path.name),
            _("Filen er ikke rørt."),
            _("Velg en fil som slutter på .digisos."),
        )


class DamagedPlanError(UserError):
    """A plan file that isn't as it was written."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _("Planen {name} er skadet og kan ikke åpnes.").format(name=path.name),
            _("Filen er ikke rørt."),
            _("Bruk en kopi av planen, eller hent fram arbeidet på startsiden i programmet."),
        )


class NewerPlanError(UserError):
    """A plan file written by a newer version of the program."""

    def __init__(self, path: Path, version: int) -> None:
        super().__init__(
            _("Planen {name} er laget med en nyere versjon av programmet (filformat {version}).").format(
                name=path.name, version=version
            ),
            _("Filen er ikke rørt."),
            _("Oppdater programmet, og åpne planen på nytt."),
        )


class SaveConflictError(UserError):
    """The file on disk is another than the one that was opened."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _("{name} er endret av noen andre siden du åpnet den.").format(name=path.name),
            _("Begge versjonene er trygge: deres ligger i filen, din er her og i sikkerhetskopien."),
            _("Lagre din versjon med et nytt navn."),
        )


class SaveFailedError(UserError):
    """The disk refused what was to be written."""

    def __init__(self, path: Path, reason: str) -> None:
        self.reason = reason
        super().__init__(
            _("Kan ikke lagre {name}: {reason}.").format(name=path.name, reason=reason),
            _("Det du har skrevet, er trygt så lenge programmet er åpent, og ligger i sikkerhetskopien."),
            _("Lukk filen hvis den er åpen i et annet program, eller velg et annet sted."),
        )


class NotWrittenError(UserError):
    """A file that could not be written where no window has what was typed; `reason` is in words."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            _("Kan ikke skrive {name}: {reason}.").format(name=path.name, reason=reason),
            _("Det som lå der fra før, er ikke rørt."),
            _("Lukk filen hvis den er åpen i et annet program, eller velg et annet sted.")
            if path.parent.is_dir()
            else _("Lag mappen, eller velg et annet sted."),
        )


class NotWholeError(UserError):
    """A checklist that isn't as it was printed, and so nothing to sign; `why` is in words."""

    def __init__(self, why: str) -> None:
        super().__init__(why, _("PDF-en er ikke signert."), _("Skriv ut sjekklisten på nytt, og signer den."))


class FolderFailedError(UserError):
    """A folder that couldn't be made; `reason` is in words."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            _("Kan ikke lage mappen {path}: {reason}.").format(path=path, reason=reason),
            _("Ingenting er skrevet."),
            _("Velg et annet sted."),
        )


class BadFileNameError(UserError):
    """A file name that Windows can't keep."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _("«{name}» kan ikke brukes som filnavn.").format(name=name),
            _("Ingenting er skrevet."),
            _("Velg et annet navn."),
        )


class PlanOpenElsewhereError(UserError):
    """A plan that another window on this machine has open."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _("Planen {name} er allerede åpen i et annet vindu.").format(name=path.name),
            _("Ingenting er endret."),
            _("Bruk det vinduet, eller lukk planen der først."),
        )


class ContentError(UserError):
    """Content files that are not as they should be: the installation is damaged."""

    def __init__(self, file: str, entry: str, why: str) -> None:
        super().__init__(
            _("Innholdet i {file} er ikke gyldig ({entry}): {why}").format(file=file, entry=entry, why=why),
            _("Planene dine er ikke rørt."),
            _("Installer programmet på nytt."),
        )


class IncompleteProgramError(UserError):
    """Parts of the program that are not there: it was put together or installed wrongly."""

    def __init__(self, parts: list[str]) -> None:
        super().__init__(
            _("Deler av programmet mangler: {parts}.").format(parts=", ".join(parts)),
            _("Planene dine er ikke rørt."),
            _("Installer programmet på nytt."),
        )


class UnknownExampleError(UserError):
    """A name that no example has."""

    def __init__(self, name: str, names: tuple[str, ...]) -> None:
        super().__init__(
            _("Det finnes ikke noe eksempel som heter {name}.").format(name=name),
            "",
            _("Velg mellom {names}.").format(names=", ".join(names)),
        )


class FileExistsAlreadyError(UserError):
    """A file that would have been overwritten."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _("{name} finnes fra før.").format(name=path.name),
            _("Filen er ikke rørt."),
            _("Velg et annet navn."),
        )


class PersonalNumberInFileError(UserError):
    """A plan file that somebody has put a national identity number into."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _("Planen {name} ser ut til å inneholde et fødselsnummer eller D-nummer, og åpnes ikke.").format(
                name=path.name
            ),
            _("Filen er ikke rørt."),
            _("Fjern nummeret der planen kommer fra, og lag filen på nytt."),
        )


class IntakeError(UserError):
    """A file from somebody else that can't be taken in; nothing of it has been."""

    def __init__(self, message: str, next_step: str = "") -> None:
        super().__init__(message, _("Ingenting er endret."), next_step)


class PrinterError(UserError):
    """A printer that doesn't take the pages."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _("«{name}» tok ikke imot utskriften.").format(name=name),
            _("Ingenting i planen er endret."),
            _("Sjekk at skriveren er på, velg en annen, eller åpne dokumentet i en PDF-leser."),
        )
