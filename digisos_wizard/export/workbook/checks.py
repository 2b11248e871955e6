"""Sheet `Kontroll`: what must hold for the workbook's sums to be right, and what is wrong where it doesn't.

Sums that agree, keys that are there once, numbers that are numbers, formulas that are there: everything that a change
can break is one line here, and the front page tells whether all of them hold.
"""

from collections.abc import Mapping, Sequence

from digisos_wizard.export.workbook.book import Book
from digisos_wizard.export.workbook.cells import as_word
from digisos_wizard.export.workbook.check import ERRORS, FORMULAS, SUMS, Check
from digisos_wizard.export.workbook.table import Row, Table, Text
from digisos_wizard.export.workbook.valid import wrong_word
from digisos_wizard.i18n import _


def fill(book: Book, table: Table, rows: Sequence[Row], formulas: Mapping[str, Text], *, filtered: bool = True) -> None:
    """Write a table, and add what must hold in it."""
    table.fill(rows, formulas, filtered=filtered)
    _of_table(book, table, formulas)


def _of_table(book: Book, table: Table, formulas: Mapping[str, Text]) -> None:
    """Add what must hold in any table: no errors, every key once, every row with its formulas, numbers and words."""
    name = table.sheet.name
    whole, keys = table.columns(), table.column(table.key)
    book.checks.append(
        Check(
            _("{sheet}: ingen feilverdier ({table})").format(sheet=name, table=table.name),
            f"SUMPRODUCT(ISERROR({whole})*1)=0",
            as_word(_("Arket {sheet} har celler med feil. En rad eller kolonne kan være slettet.").format(sheet=name)),
            ERRORS,
        )
    )
    if table.unique:
        twice = f"COUNTIF({keys},{keys})>1"
        book.checks.append(
            Check(
                _("{sheet}: hvert nummer står én gang ({table})").format(sheet=name, table=table.name),
                f"SUMPRODUCT((LEN({keys})>0)*({twice}))=0",
                named(_("Arket {sheet} har to rader med nummeret ").format(sheet=name), twice, keys),
            )
        )
    if table.fixed:
        book.checks.append(
            Check(
                _("{sheet}: alle rader er der ({table})").format(sheet=name, table=table.name),
                f"SUMPRODUCT((LEN({keys})>0)*1)={table.count + 1}",
                as_word(_("Arket {sheet} mangler en rad, eller har en for mye.").format(sheet=name)),
            )
        )
    own = [table.column(key) for key in formulas if key != table.key]
    if own:
        lacks = "+".join(f"(LEN({column})=0)" for column in own)
        book.checks.append(
            Check(
                _("{sheet}: alle rader har formlene sine ({table})").format(sheet=name, table=table.name),
                f"SUMPRODUCT((LEN({keys})>0)*({lacks}))=0",
                named(
                    _("Arket {sheet} mangler formler. Kopier dem fra raden over til raden med ").format(sheet=name),
                    f"(LEN({keys})>0)*({lacks})",
                    keys,
                ),
                FORMULAS,
            )
        )
    numbers = [field for field in table.fields if field.typed and field.numeric]
    if numbers:
        texts = "+".join(f"ISTEXT({table.column(field.key)})" for field in numbers)
        head = as_word(table.fields[table.at(table.key)].title)
        book.checks.append(
            Check(
                _("{sheet}: tall er skrevet som tall ({table})").format(sheet=name, table=table.name),
                f"SUMPRODUCT(({texts})*1)={len(numbers)}",
                named(
                    _("Arket {sheet} har tekst der det skal stå et tall, i raden med ").format(sheet=name),
                    f"({texts})*({keys}<>{head})",
                    keys,
                ),
            )
        )
    chosen = [field for field in table.fields if field.typed and field.words]
    if chosen:
        wrong = "+".join(wrong_word(table.column(field.key), field.words) for field in chosen)
        head = as_word(table.fields[table.at(table.key)].title)
        book.checks.append(
            Check(
                _("{sheet}: ordene er av dem i listene ({table})").format(sheet=name, table=table.name),
                f"SUMPRODUCT({wrong})={len(chosen)}",
                named(
                    _("Arket {sheet} har et ord som ikke er i listen, i raden med ").format(sheet=name),
                    f"({wrong})*({keys}<>{head})",
                    keys,
                ),
            )
        )


def known(book: Book, table: Table, of: Table, key: str | None = None) -> None:
    """Add that a table's keys are those of another table."""
    keys = table.column(key or table.key)
    head = as_word(table.fields[table.at(key or table.key)].title)
    strange = f"(LEN({keys})>0)*({keys}<>{head})*(COUNTIF({of.column(of.key)},{keys})=0)"
    book.checks.append(
        Check(
            _("{sheet}: numrene finnes i arket {other} ({table})").format(
                sheet=table.sheet.name, other=of.sheet.name, table=table.name
            ),
            f"SUMPRODUCT({strange})=0",
            named(
                _("Arket {sheet} har et nummer som ikke finnes i arket {other}: ").format(
                    sheet=table.sheet.name, other=of.sheet.name
                ),
                strange,
                keys,
            ),
        )
    )


def used(book: Book, table: Table, by: Table, key: str) -> None:
    """Add that every row of a table is named in another one."""
    keys, head = table.column(table.key), as_word(table.fields[table.at(table.key)].title)
    unused = f"(LEN({keys})>0)*({keys}<>{head})*(COUNTIF({by.column(key)},{keys})=0)"
    words = _("Arket {sheet} har en rad som ikke er med i arket {other}: ").format(
        sheet=table.sheet.name, other=by.sheet.name
    )
    what = _("{sheet}: alle rader er med i arket {other}").format(sheet=table.sheet.name, other=by.sheet.name)
    book.checks.append(Check(what, f"SUMPRODUCT({unused})=0", named(words, unused, keys)))


def counted(book: Book, table: Table, by: Table, key: str) -> None:
    """Add that every row of a table is named in another one as many times as its `count` says."""
    keys, head = table.column(table.key), as_word(table.fields[table.at(table.key)].title)
    times = f"COUNTIF({by.column(key)},{keys})"
    wrong = f"(LEN({keys})>0)*({keys}<>{head})*({times}<>{table.column('count')})"
    what = _("{sheet}: så mange betaler i arket {other} som det står").format(
        sheet=table.sheet.name, other=by.sheet.name
    )
    words = _("Arket {other} har ikke like mange som betaler, som arket {sheet} sier for ").format(
        sheet=table.sheet.name, other=by.sheet.name
    )
    book.checks.append(Check(what, f"SUMPRODUCT({wrong})=0", named(words, wrong, keys)))


def shows_all(book: Book, view: Table, of: Table, order: str) -> None:
    """Add that a table shows every row of another one."""
    keys = view.column(view.key)
    book.checks.append(
        Check(
            _("{sheet}: viser alle rader i arket {other}").format(sheet=view.sheet.name, other=of.sheet.name),
            f"SUMPRODUCT((LEN({keys})>0)*1)-1=MAX({of.column(order)})",
            as_word(
                _("Arket {sheet} viser ikke alle rader i arket {other}. Kopier en rad ned.").format(
                    sheet=view.sheet.name, other=of.sheet.name
                )
            ),
        )
    )


def equal(book: Book, what: str, left: str, right: str) -> None:
    """Add that two sums are the same to the øre."""
    book.checks.append(
        Check(what, f"ABS({left}-({right}))<0.006", as_word(_("Summene er ulike: {what}.").format(what=what)), SUMS)
    )


def named(words: str, where: str, names: str) -> str:
    """Return a formula for words that end with the name of the last row where something is so."""
    return f'{as_word(words)}&LOOKUP(2,1/(({where})*(LEN({names})>0)),{names})&"."'


def good() -> str:
    """Return the word for a check that holds."""
    return _("Stemmer")


def bad() -> str:
    """Return the words for a check that doesn't."""
    return _("Stemmer ikke")
