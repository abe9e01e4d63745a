/**
 * Who is late, as a list to take along: on paper, or as a new file for a spreadsheet. Names patrons only to whom the
 * report names them, and no title. Each file is entered in the journal: by whom, and how many it names.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Input } from '../../../shared/ipc/contract.ts'
import { BYTE_ORDER_MARK, csvLine } from '../../../shared/kernel/csv.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import type { Refusal } from '../../../shared/refusals/refusals.ts'
import { refuse } from '../../../shared/refusals/refusals.ts'
import type { ReceiptDocument } from '../../../shared/receipt/document.ts'
import { list, type ListRow } from '../../../shared/receipt/list.ts'
import { en } from '../../../shared/receipt/words/en.ts'
import { lateFilterOf } from '../../../shared/reports/late-filter.ts'
import { AGES, type LateFilter, type LatePatron, type OverdueReport } from '../../../shared/reports/overdue-sums.ts'
import { withBand } from '../../../shared/desk/session/session.ts'
import { silentBand } from '../../../shared/desk/words/words.ts'
import type { Speech } from '../../../shared/words/speech.ts'
import { currentCard, patronById } from '../../store/patrons/patron-rows.ts'
import { ownCommand } from '../../library/follow.ts'
import type { Library } from '../../library/library.ts'
import { record } from '../../library/record.ts'
import { paperFacts } from '../../papers/facts-for-paper.ts'
import { personName } from '../../search/search-patrons.ts'
import { speechOf } from '../clerk-language.ts'
import { actorOf, type Desk } from '../desk.ts'
import { makeNewFiles, newPlace } from '../staff/new-place.ts'
import { isNaming, lateOf, reportNow } from './now.ts'

/** As many as a person walks through; the rest is for a file. */
const PRINTED_MAX = 500
/** Names are looked up so many at a time, and scans come between: a few milliseconds. */
const NAMED_EACH = 200

/** "8 to 30 days, North Branch"; empty for all. */
export function filterWords(library: Library, { words }: Speech, { age, branch_code }: LateFilter): string {
  const ages = words.pages.reports.overdue.ages
  const branch = branch_code === null ? '' : (library.branch(branch_code)?.name ?? branch_code)
  return [age === null ? '' : ages[age], branch].filter((one) => one !== '').join(', ')
}

/** @param about the ages and the branch, as the page has them */
export function latePaper(desk: Desk, about: string): ReceiptDocument {
  const { library } = desk
  const speech = speechOf(desk)
  const words = speech.words.pages.reports.overdue
  const report = reportNow(library, actorOf(desk), 'overdue')
  const filter = lateFilterOf(about)
  const late = report?.result ? lateOf(report.result, filter) : null
  const isNamed = report !== null && isNaming(library, actorOf(desk), report)
  const { patron, items, days_late } = words.columns
  const only = filterWords(library, speech, filter)
  const shown = late && isNamed ? Math.min(late.latest.length, PRINTED_MAX) : 0
  const head = [
    ...(report ? [words.done(speech.moment(report.as_of_ms))] : []),
    ...(only === '' ? [] : [words.only(only)]),
    ...(late && isNamed && shown < late.patrons_count ? [words.first(shown, late.patrons_count)] : []),
  ]
  const columns = [
    { label: isNamed ? patron : words.age, width_count: 0 },
    { label: items, width_count: 9 },
    ...(isNamed ? [{ label: days_late, width_count: 9 }] : []),
  ]
  const rows = late === null ? [] : isNamed ? namedRows(library, late, shown) : ageRows(speech, late)
  return list(
    {
      ...paperFacts(library),
      kind: 'list',
      title: words.printed,
      columns,
      groups: [{ heading: head.join(' '), rows }],
      has_boxes: false,
      total: late ? words.total(late.items_count, late.patrons_count) : '',
    },
    en,
  )
}

function namedRows(library: Library, { latest }: OverdueReport, shown: number): readonly ListRow[] {
  return latest.slice(0, shown).flatMap((one): ListRow[] => {
    const person = library.db.get(patronById, { patron_id: one.patron_id as PatronId })
    return person ? [{ cells: [personName(person), String(one.items_count), String(one.late_days_count)] }] : []
  })
}

function ageRows({ words }: Speech, { by_age }: OverdueReport): readonly ListRow[] {
  const { ages } = words.pages.reports.overdue
  return AGES.map(({ age }, at) => ({ cells: [ages[age], String(by_age[at] ?? 0)] }))
}

/** Saves it while scans go on. @returns why not, or null */
export async function saveLate(
  desk: Desk,
  { to_file, age, branch_code }: Input<'report.save'>,
): Promise<Refusal | null> {
  const { library } = desk
  const by = actorOf(desk)
  const report = reportNow(library, by, 'overdue')
  if (!report?.result) return refuse('page-empty')
  if (!isNaming(library, by, report)) return refuse('not-permitted')
  if (branch_code !== '' && !library.branch(branch_code)) return refuse('branch-unknown', { branch: branch_code })
  const place = newPlace(library, to_file, 'file')
  if ('code' in place) return place
  const speech = speechOf(desk)
  const filter = { age: age === '' ? null : age, branch_code: branch_code === '' ? null : branch_code }
  const lines = await csvOf(library, speech, lateOf(report.result, filter).latest)
  const rows_count = lines.length - 1
  const entry = { kind: 'list-exported', body: { list: 'overdue', rows_count } } as const
  // The entry comes before the file is in its place: an entry of a file that then could not be put there is told to the
  // clerk, but a file of names that no entry tells of is found by nobody.
  const enter = (): void => void record(library, by, ownCommand(library, 'list'), [entry])
  const refused = makeNewFiles([{ path: place.path, text: BYTE_ORDER_MARK + lines.join('') }], enter)
  if (refused) return refused
  const { saved, saved_says } = speech.words.pages.reports.overdue
  if (desk.session.staff && desk.session.lock === null)
    desk.session = withBand(desk.session, silentBand(saved, saved_says(rows_count, place.path)))
  return null
}

/** The line of headings, then one for each patron; whoever is erased or gone since has none. */
async function csvOf(library: Library, { words }: Speech, latest: readonly LatePatron[]): Promise<readonly string[]> {
  const { patron, card, items, days_late, branch } = words.pages.reports.overdue.columns
  const lines = [csvLine([patron, card, items, days_late, branch])]
  for (const [at, { patron_id: id, items_count, late_days_count, branch_codes }] of latest.entries()) {
    if (at % NAMED_EACH === NAMED_EACH - 1) await nextTurn()
    const patron_id = id as PatronId
    const person = library.db.get(patronById, { patron_id })
    if (!person) continue
    const barcode = library.db.get(currentCard, { patron_id })?.barcode ?? ''
    const lent_at = branch_codes.map((code) => library.branch(code)?.name ?? code).join('; ')
    lines.push(csvLine([personName(person), barcode, String(items_count), String(late_days_count), lent_at]))
  }
  return lines
}
