/**
 * Records that are nearly certainly of one person, the likeliest first: found by a report that runs beside the desk and
 * compares each patron with those who are like them. A row opens one of the two, at those it may be the same as. Must
 * never list whoever was said to be another person when they were registered, or is no patron any more.
 */
import type { PageRow, PageView, Section } from '../../../../shared/desk/page.ts'
import { patronId, type PatronId } from '../../../../shared/kernel/ids.ts'
import type { AlikePair } from '../../../../shared/patron/alike/alike-pairs.ts'
import { cardTail } from '../../../../shared/patron/privacy.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import { anotherBecause } from '../../../patrons/another-person.ts'
import { personName } from '../../../search/search-patrons.ts'
import { currentCard, patronById } from '../../../store/patrons/patron-rows.ts'
import { speechOf } from '../../clerk-language.ts'
import { actorOf, type Desk } from '../../desk.ts'
import { isListCurbed } from '../../privacy/list-looks.ts'
import { reportNow, type Report } from '../../reports/now.ts'
import { act, callOf, cell, figure, figures, goTo, page, row, table } from '../make.ts'

/** As many as are settled before they are looked for again. */
const SHOWN_MAX = 100

export function duplicatesPage(desk: Desk, about: string): PageView {
  const speech = speechOf(desk)
  const { card_lists, reports } = speech.words.pages
  const report = reportNow(desk.library, actorOf(desk), 'duplicates')
  const starts = act({
    key: 'R',
    label: report ? reports.overdue.run_again : card_lists.duplicates.run,
    call: callOf('report.start', { of: 'duplicates' }),
  })
  const cancels = (report_ref: string) =>
    act({ key: 'X', label: reports.overdue.cancel, call: callOf('report.cancel', { report_ref }) })
  return page(desk.library, {
    ref: { place: 'card-lists', about },
    heading: card_lists.duplicates.name,
    lead: leadOf(speech, report),
    sections: sectionsOf(desk, speech, report),
    acts: [
      report?.status === 'running' ? cancels(report.report_ref) : starts,
      goTo({ place: 'card-lists', about: '' }, card_lists.all, 'A'),
    ],
    enter: report ? null : starts,
  })
}

function leadOf({ words, moment }: Speech, report: Report<'duplicates'> | null): string {
  const { overdue } = words.pages.reports
  const { duplicates } = words.pages.card_lists
  if (report === null) return duplicates.lead
  if (report.status === 'running') return overdue.running
  if (report.status !== 'done') return report.status === 'canceled' ? overdue.canceled : overdue.failed
  return `${overdue.done(moment(report.as_of_ms))} ${duplicates.done}`
}

function sectionsOf(desk: Desk, speech: Speech, report: Report<'duplicates'> | null): readonly Section[] {
  const { card_lists, reports } = speech.words.pages
  if (report?.status === 'running')
    return [
      { kind: 'progress', section_id: 'bar', heading: '', of: 'report', says: reports.overdue.reading, progress: 0 },
    ]
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
      columns: [columns.name, figures(columns.card), duplicates.other, figures(columns.card), duplicates.why],
      rows,
      empty: duplicates.none,
    }),
  ]
}

type Named = { readonly patron_id: PatronId; readonly name: string; readonly card: string }

/** Null: they are no patron any more, or somebody said that they are another person. */
function named({ library }: Desk, number: number): Named | null {
  const patron_id = patronId(number)
  const person = library.db.get(patronById, { patron_id })
  if (!person || anotherBecause(library, patron_id) !== null) return null
  const card = library.db.get(currentCard, { patron_id })?.barcode ?? ''
  return { patron_id, name: personName(person), card: isListCurbed(library) ? cardTail(card) : card }
}

function pairRow(desk: Desk, { words }: Speech, pair: AlikePair): readonly PageRow[] {
  const [one, other] = [named(desk, pair.patron_id), named(desk, pair.other_patron_id)]
  if (!one || !other) return []
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
