"""Mutants of the workbook's formulas."""

from tests.mutants.mutant import Mutant

GATE = ("tests/export/workbook/test_gate.py",)
SURVIVES = ("tests/export/workbook/test_survives.py",)


def _of(file: str, right: str, wrong: str, tests: tuple[str, ...] = GATE, *, alive: bool = False) -> Mutant:
    return Mutant(f"export/workbook/{file}", right, wrong, tests, alive)


MUTANTS = (
    _of("net.py", "-{own('project')}-{own('operating')}", "-{own('project')}+{own('operating')}", alive=True),
    _of(
        "net.py",
        "{own('net')}/(1+Kalkulasjonsrente)^{at(own)}",
        "{own('net')}/(1+Kalkulasjonsrente)^({at(own)}+1)",
        alive=True,
    ),
    _of("net.py", "{before}+{turn},{never}))", "{before}+{turn}+1,{never}))", alive=True),
    _of("ramp.py", "{cell('attachments')})/60", "{cell('attachments')})/50", alive=True),
    _of("net.py", '"<="&{own("year")}', '"<"&{own("year")}'),
    _of(
        "net.py",
        "SUMIFS({titled(benefits, own('year'))},{benefits.column('kind')},{kind})",
        "SUM({titled(benefits, own('year'))})",
    ),
    _of("net.py", "(1+Prisvekst)^({year}-{first})", "(1+Prisvekst)^({year}-{first}+1)"),
    _of("net.py", "MIN({own('year')},{last})", "MAX({own('year')},{last})"),
    _of("net.py", "IF({own('year')}={first},Prosjektkostnad,0)", "Prosjektkostnad"),
    _of("net.py", "1/(1+Kalkulasjonsrente)^{at(own)}", "1/(1+Kalkulasjonsrente)/{at(own)}"),
    _of("results.py", "SUMPRODUCT({net.column('net')},{net.column('factor')})", "SUM({net.column('net')})"),
    _of("results.py", "(Spart_uten_vedlegg+Spart_med_vedlegg)/60", "(Spart_uten_vedlegg+Spart_med_vedlegg)/50"),
    _of("results.py", "(1-MIN({used},1))", "(1-MIN({used},0))"),
    _of("results.py", "IF(COUNT({years.column('portion')})>0,Minutter_som_mangler,0)", "Minutter_som_mangler"),
    _of("amounts.py", "(1+Prisvekst)^{year}", "(1+Prisvekst)^{year + 1}"),
    _of(
        "amounts.py",
        "ISNUMBER({months})),{months},{MONTHS})/{MONTHS}",
        "ISNUMBER({months})),{MONTHS},{MONTHS})/{MONTHS}",
    ),
    _of("amounts.py", "{begins}<={first + year})", "{begins}<{first + year})"),
    _of("cost_lines.py", "({own('before')}+{own('weight')})", "{own('weight')}"),
    _of("cost_lines.py", "ROUND({net}*Mva_sats,2)", "ROUND({net}*Mva_sats,0)"),
    _of("cost_lines.py", '"<"&{own("order")}', '"<="&{own("order")}'),
    _of("costs.py", ",{lines.column('who')},{own('who')}\"", '"'),
    _of("costs.py", "SUMPRODUCT({mine}*(", "SUMPRODUCT(1*("),
    _of("year_text.py", "{begun(own('use_from'), calendar)},{share})", "{share})"),
    _of("year_text.py", "({MONTHS + 1}-MONTH({day}))", "({MONTHS}-MONTH({day}))"),
    _of("year_text.py", "*{part}/{share}*Timekostnad", "*{part}*Timekostnad"),
    _of("year_text.py", "{own('sign')}*{basis.whole}", "{basis.whole}"),
    _of("benefit_years.py", "MAX(1-SUMIFS(", "MAX(2-SUMIFS("),
    _of("benefit_years.py", "({low}+3*{expected}+{high})/5", "({low}+2*{expected}+{high})/4"),
    _of("benefit_years.py", ")}+3+{register.find(", ")}+2+{register.find("),
    _of("outlooks.py", "<0,{other},{first})", "<0,{first},{other})"),
    _of("uncertainty.py", "-{planned.find('operating', year)}", ""),
    _of("reach.py", "({value}-{baseline})/({target}-{baseline})", "{value}/{target}"),
    _of("reach.py", "IF({value}>{target},{word[Verdict.OVER]}", "IF({value}<{target},{word[Verdict.OVER]}"),
    _of("reach.py", "IF({places.bad(own)},{as_word(NOTHING)},{found})", "{found}"),
    _of("measuring.py", "SUMPRODUCT({mine},{minutes})", "SUM({minutes})"),
    _of("measuring.py", "ISNUMBER({values})", "ISNUMBER({days})"),
    _of("time_use.py", "{paper}-{digital},{missing}", "{paper},{missing}"),
    _of("time_use.py", "{own('saved')}*{times},{missing}", "{own('saved')}*{names.CASES},{missing}"),
    _of("register.py", "<=ROW({own('nr')})", "<ROW({own('nr')})"),
    _of("table.py", "MATCH({wanted},{self.column(self.key)},0)", "MATCH({wanted},{self.column(self.key)},1)"),
    _of(
        "table.py",
        "xl_range_abs(self.head, at, self.closing, at)",
        "xl_range_abs(self.first, at, self.last, at)",
        SURVIVES,
    ),
    _of("checks.py", 'f"SUMPRODUCT(({texts})*1)={len(numbers)}"', 'f"SUMPRODUCT(({texts})*1)>=0"', SURVIVES),
    _of("checks.py", "({times}<>{table.column('count')})", "({times}<0)", SURVIVES),
)
"""Those alive at first passed all default tests before formulas were reckoned in them."""
