/**
 * Records that are nearly certainly of one person, the likeliest first: found by a report that runs beside the desk and
 * compares each patron with those who are like them. A row opens one of the two, at those it may be the same as. Must
 * never list whoever was said to be another person, when they were registered or since, or is no patron any more.
 */
import type { PageRow, PageView, Section } from '../../../../shared/desk/page.ts'
import { patronId } from '../../../../shared/kernel/ids.ts'
import type { AlikePair } from '../../../../shared/patron/alike/alike-pairs.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import { anotherBecause } from '../../../patrons/another-person.ts'
import { areApart } from '../../../patrons/tell-apart.ts'
import { speechOf } from '../../clerk-language.ts'
import { actorOf, type Desk } from '../../desk.ts'
import { listedPerson, type Listed } from '../../patrons/list-looks.ts'
import { reportNow, type Report } from '../../reports/now.ts'
import { act, callOf, cell, figure, figures, goTo, page, row, table } from '../make.ts'
import { reportBar, reportLead, startsOrCancels, startsReport } from '../reports/report-frame.ts'

/** As many as are settled before they are looked for again. */
const SHOWN_MAX = 100

export function duplicatesPage(desk: Desk, about: string): PageView {
  const speech = speechOf(desk)
  const { card_lists, reports } = speech.words.pages
  const report = reportNow(desk.library, actorOf(desk), 'duplicates')
  const starts = startsReport(reports.overdue, report, 'duplicates', card_lists.duplicates.run)
  return page(desk.library, {
    ref: { place: 'card-lists', about },
    heading: card_lists.duplicates.name,
    lead: reportLead(speech, report, card_lists.duplicates),
    sections: sectionsOf(desk, speech, report),
    acts: [
      startsOrCancels(reports.overdue, report, starts),
      goTo({ place: 'card-lists', about: '' }, card_lists.all, 'A'),
    ],
    enter: report ? null : starts,
  })
}

function sectionsOf(desk: Desk, speech: Speech, report: Report<'duplicates'> | null): readonly Section[] {
  const { card_lists, reports } = speech.words.pages
  const bar = reportBar(reports.overdue, report)
  if (bar) return [bar]
  if (!report?.result) return []
  const rows: PageRow[] = []
  for (const pair of report.result.pairs) {
    if (rows.length === SHOWN_MAX) break
    rows.push(...pairRow(desk, speech, pair))
  }
  const { duplicates, columns } = card_lists
  return [
    table({
      section_id: 'pairs',
      heading: '',
      columns: [columns.name, figures(columns.card), duplicates.other, figures(columns.card), duplicates.reason],
      rows,
      empty: duplicates.none,
    }),
  ]
}

/** Null: they are no patron any more, or somebody said that they are another person. */
function named({ library }: Desk, number: number): Listed | null {
  const patron_id = patronId(number)
  return anotherBecause(library, patron_id) === null ? listedPerson(library, patron_id) : null
}

function pairRow(desk: Desk, { words }: Speech, pair: AlikePair): readonly PageRow[] {
  const [one, other] = [named(desk, pair.patron_id), named(desk, pair.other_patron_id)]
  if (!one || !other || areApart(desk.library, one.patron_id, other.patron_id)) return []
  const { facts } = words.outcomes.patron.alike
  return [
    row({
      row_id: `pair ${one.patron_id} ${other.patron_id}`,
      cells: [
        cell(one.name),
        figure(one.card, 'quiet'),
        cell(other.name),
        figure(other.card, 'quiet'),
        cell(pair.facts.map((fact) => facts[fact]).join(', '), 'quiet'),
      ],
      enter: act({
        label: words.pages.card_lists.duplicates.compare,
        call: callOf('desk.open-patron', { patron_id: one.patron_id }),
      }),
    }),
  ]
}
