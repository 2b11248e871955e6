"""Norwegian numbers, money, dates and identifiers from text: one reader for fields, CSV and Excel.

Every function raises ParseError with a sentence that says what is wrong and what to write. Empty text is the caller's.
"""

import re
import unicodedata
from datetime import date
from decimal import Decimal

from stdnum.no import orgnr

from digisos_wizard.errors import ParseError
from digisos_wizard.i18n import N_, _, translated

LONGEST_NUMBER = 15
OLDEST_YEAR, NEWEST_YEAR = 1900, 2200
CENTURY = 2000
MONTHS = (
    N_("januar"),
    N_("februar"),
    N_("mars"),
    N_("april"),
    N_("mai"),
    N_("juni"),
    N_("juli"),
    N_("august"),
    N_("september"),
    N_("oktober"),
    N_("november"),
    N_("desember"),
)
_DOTTED = re.compile(r"(\d{1,2})\s*[./]\s*(\d{1,2})\s*[./]\s*(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WORDS = re.compile(r"(\d{1,2})\.?\s*([a-zæøå]+)\.?\s+(\d{4})")
_GROUPED_BY_DOT = re.compile(r"\d{1,3}(\.\d{3})+")
_EMAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;.]+")
_PHONE = re.compile(r"\+?\d{3,15}")


def without_spaces(text: str) -> str:
    """Return the text without any kind of space (thin, non-breaking, figure …)."""
    return "".join(sign for sign in text if not sign.isspace() and unicodedata.category(sign) not in ("Zs", "Cf"))


def decimal(text: str) -> Decimal:
    """Read a number with comma (or a single point) for decimals and any space between thousands."""
    plain = without_spaces(text).replace("−", "-").replace("–", "-")
    if _GROUPED_BY_DOT.fullmatch(plain.lstrip("-")):
        raise ParseError(
            _("«{text}» kan leses på to måter.").format(text=text.strip()),
            "",
            _("Skriv mellomrom mellom tusener (6 300), og komma før desimaler (6,3)."),
        )
    if not re.fullmatch(r"-?\d+([.,]\d+)?", plain) or len(plain) > LONGEST_NUMBER:
        raise ParseError(
            _("«{text}» er ikke et tall.").format(text=text.strip()), "", _("Skriv for eksempel 6 300 eller 8,60.")
        )
    return Decimal(plain.replace(",", "."))


def money(text: str) -> Decimal:
    """Read an amount; "kr", "kroner" and ",-" may stand around it."""
    plain = re.sub(r"(?i)\bkr(oner)?\b\.?", "", text).strip()
    return decimal(re.sub(r",\s*[-–]+$", "", plain))


def integer(text: str) -> int:
    """Read a whole number."""
    value = decimal(text)
    if value != value.to_integral_value():
        raise ParseError(
            _("«{text}» er ikke et helt tall.").format(text=text.strip()), "", _("Skriv tallet uten desimaler.")
        )
    return int(value)


def day(text: str) -> date:
    """Read a date: 4. mars 2026, 4.3.2026, 04.03.26 or 2026-03-04."""
    plain = re.sub(r"\s+", " ", text.strip().lower())
    if found := _DOTTED.fullmatch(plain):
        day_number, month, year = (int(part) for part in found.groups())
    elif found := _ISO.fullmatch(plain):
        year, month, day_number = (int(part) for part in found.groups())
    elif (found := _WORDS.fullmatch(plain)) and (named := _month(found[2])):
        day_number, month, year = int(found[1]), named, int(found[3])
    else:
        raise _no_date(text)
    if year < 100:  # noqa: PLR2004 - two digits
        year += CENTURY
    if not OLDEST_YEAR <= year <= NEWEST_YEAR:
        raise _no_date(text)
    try:
        return date(year, month, day_number)
    except ValueError as error:
        raise ParseError(
            _("«{text}» finnes ikke i kalenderen.").format(text=text.strip()), "", _("Sjekk dag og måned.")
        ) from error


def _month(word: str) -> int | None:
    names = enumerate(map(translated, MONTHS), start=1)
    fitting = [number for number, name in names if name.startswith(word) and len(word) >= 3]  # noqa: PLR2004
    return fitting[0] if len(fitting) == 1 else None


def _no_date(text: str) -> ParseError:
    return ParseError(
        _("«{text}» er ikke en dato.").format(text=text.strip()),
        "",
        _("Skriv for eksempel 4. mars 2026 eller 4.3.2026."),
    )


def org_number(text: str) -> str:
    """Read an organisation number of nine digits with a right check digit."""
    plain = without_spaces(text).replace(".", "").upper().removeprefix("NO").removesuffix("MVA")
    if not re.fullmatch(r"\d{9}", plain):
        raise ParseError(_("Et organisasjonsnummer har ni sifre."), "", _("Du finner det i Enhetsregisteret."))
    if not orgnr.is_valid(plain):
        raise ParseError(
            _("Kontrollsifferet i {number} stemmer ikke.").format(number=plain),
            "",
            _("Sjekk at alle sifrene er skrevet riktig."),
        )
    return plain


def municipality_number(text: str) -> str:
    """Read a municipality number of four digits."""
    plain = without_spaces(text).upper().removeprefix("K-")
    if not re.fullmatch(r"\d{4}", plain):
        raise ParseError(_("Et kommunenummer har fire sifre."), "", _("Skriv for eksempel 3403."))
    return plain


def email(text: str) -> str:
    """Read an e-mail address."""
    plain = text.strip()
    if not _EMAIL.fullmatch(plain):
        raise ParseError(
            _("«{text}» er ikke en e-postadresse.").format(text=plain), "", _("Skriv for eksempel post@kommune.no.")
        )
    return plain


def phone(text: str) -> str:
    """Read a phone number; the spaces are kept as typed."""
    plain = text.strip()
    if not _PHONE.fullmatch(without_spaces(plain).replace("-", "").replace("(", "").replace(")", "")):
        raise ParseError(
            _("«{text}» er ikke et telefonnummer.").format(text=plain), "", _("Skriv for eksempel 62 56 30 00.")
        )
    return plain
