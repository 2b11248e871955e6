"""What the keys of `figures` mean, for its help."""

from digisos_wizard.i18n import _


def epilog() -> str:
    """Return what the keys mean."""
    return _(
        """Nøkler (beløp og timer er desimaltekst uten mva, om ikke annet står; datoer er ÅÅÅÅ-MM-DD):
  plan            id, name, office
  today           dagen det er regnet fra
  costs           first_year, years, months_first_year (måneder med drift det første året)
    total         net uten mva, gross med mva, complete (false: en pris mangler)
    by_invoicer   det samme for ks, nav og vendor
    by_year       det samme for hvert kalenderår
    by_municipality   id, name, members (kommunene som betaler som én), own_work, total, by_invoicer (total og by_year),
                  by_year
    own_work      eget prosjektarbeid, som ikke er med i summene
    left_out      municipality, kind, reason: kostnader som ikke er aktuelle, og ikke er med i summene
    late          kommuner som kobler på etter det siste året
    lines         municipality, kind, label, invoicer, timing, year, net (null: prisen mangler), vat, formula, sum (hele
                  beløpet når flere deler det)
  sensitivity     factor (population, index, vendor): low, planned og high er hele periodens kostnad når den ene
                  forutsetningen er 20 prosent lavere, som planlagt og 20 prosent høyere (index: ett prosentpoeng)
  workload        person, roles (antall), hours (timer i uken; null: ikke anslått)
  risks           id, kind (dpia, ros), title, now og after (sannsynlighet ganger konsekvens før og etter tiltak; null:
                  ikke vurdert), level (low, above_limit, high), unhandled (over grensen uten tiltak eller aksept)
  benefits        first_year, years, complete
    full_effect_hours   sparte timer i året ved full effekt
    uncounted_hours     sparte timer som ingen har bestemt bruken av, og som ikke teller i kroner
    net_present_value   netto nåverdi i faste priser
    payback_month       måneden etter påkobling da pengene er tjent inn (null: ikke innen perioden)
    by_year       year, year_index, saved_hours, full_time_equivalents, gross_benefit, project_cost, operating_cost,
                  net, cumulative, discounted
    by_benefit    id, number, title, years (year, hours, counted: kroner, null: noe mangler, part: andel av året som
                  kronene gjelder, fra påkobling, start og bruk)
    outcomes      outlook (low, expected, high), net, net_present_value, payback_month
    tornado       cause, lower, higher: nåverdien når én forutsetning er 20 prosent lavere og høyere; mest først
  measuring
    points        id, day (målepunktene; null: påkoblingsdagen er ikke satt)
    statuses      id, number, baseline, target (mål, for en ulempe grensen), value, measured_on, deviation,
                  achieved (andel av veien til målet), used (for en ulempe: andel av rommet opp til grensen), verdict
                  (unmeasured, unknown, reached, underway, back; for en ulempe within, over)
  estimates       step, field, answers (antall), median, low og high (midterste halvdel, av få svar laveste og høyeste),
                  odd (skiller seg ut)
  schedule        day (påkoblingsdagen), earliest_day (korteste forberedelse), soonest (når det som gjenstår, er gjort)
    activities    id, title, municipality, start, deadline, state, done_on, late
  agreements      id, agreement, municipality, required, need (required, advised, stands, none), rule, state, due,
                  overdue
  checklist       id, municipality, state, contradicts (sagt ferdig uten at planen viser det)
  commitments     alt noen har lovet, én gang: id, kind, title, municipality, owner og owner_words, deadline, state
                  (owner_from, deadline_from og state_from sier hvor svaret kommer fra), done_on, late, part_of, place
  readiness       connect og final: state (ready, at_risk, blocked), headline, open_items,
    actions       det som haster mest først: rule, message, owner, deadline
  progress        step, state, missing, words
  findings        rule, step, severity (note, warning, missing, error, blocker), address, message"""
    )
