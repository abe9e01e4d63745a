/**
 * What to pull from the shelves of this branch, location by location in call-number order. What is found is scanned
 * here and goes where the desk says. Must never name who waits.
 */
import type { PageRow, PageView, Section } from '../../../../shared/desk/page.ts'
import { sayMoment } from '../../../../shared/kernel/say-date.ts'
import { takeBackHere } from '../../acts.ts'
import type { Desk } from '../../desk.ts'
import { here } from '../../../library/here.ts'
import { pullList, stillToPull, type PullEntry, type PullList } from '../../../circulation/holds/pull-list.ts'
import { branchName } from '../../../circulation/holds/said.ts'
import { act, callOf, cell, figure, figures, goTo, page, row, table } from '../make.ts'
import type { ScanTaker } from '../kinds.ts'
import type { Library } from '../../../library/library.ts'

const SHOWN_MAX = 200

/** @param about how many entries are passed over, in digits; empty for none */
export function pullListPage(desk: Desk, about: string): PageView {
  const { branch, today } = here(desk.library)
  const made = pullList(desk.library)
  const from = Math.min(Number(/^\d{1,6}$/.exec(about)?.[0] ?? 0), made.entries.length)
  const shown = stillToPull(desk.library, made.entries.slice(from, from + SHOWN_MAX))
  const at = sayMoment(made.made_at, branch.zone, today)
  return page(desk.library, {
    ref: { place: 'pull-list', about },
    heading: 'Pull list',
    lead: `${countWords(made)}, as of ${at}. Scan what you found.`,
    line_hint: 'Scan what you found',
    sections: sections(desk.library, shown),
    acts: [
      act({ key: 'R', label: 'Make it anew', call: callOf('hold.make-pull-list', {}) }),
      goTo({ place: 'receipt', about: 'list pull' }, 'On paper', 'P'),
      ...pageActs(from, made.entries.length),
    ],
  })
}

function countWords({ entries, is_cut }: PullList): string {
  const count = entries.length === 1 ? '1 copy' : `${entries.length} copies`
  return is_cut ? `The first ${count}` : count
}

function pageActs(from: number, count: number): PageView['acts'] {
  const to = (about: number): { place: 'pull-list'; about: string } => {
    return { place: 'pull-list', about: about === 0 ? '' : String(about) }
  }
  return [
    ...(from + SHOWN_MAX < count ? [goTo(to(from + SHOWN_MAX), 'Further on', 'N')] : []),
    ...(from > 0 ? [goTo(to(Math.max(0, from - SHOWN_MAX)), 'Back a page', 'B')] : []),
  ]
}

function sections(library: Library, entries: readonly PullEntry[]): readonly Section[] {
  const groups = [...Map.groupBy(entries, (entry) => entry.location)]
  if (groups.length === 0) return [section(library, '', [])]
  return groups.map(([location, own]) => section(library, location, own))
}

function section(library: Library, location: string, entries: readonly PullEntry[]): Section {
  return table({
    section_id: `pull ${location}`,
    heading: location,
    columns: ['Call number', 'Title', 'Author', figures('Barcode'), 'For'],
    rows: entries.map((entry) => pullRow(library, entry)),
    empty: 'Nothing to pull. R makes the list anew.',
  })
}

function pullRow(library: Library, { barcode, title, author, call_number, to_branch }: PullEntry): PageRow {
  const item_barcode = barcode
  const own = here(library).branch.branch_code
  return row({
    row_id: `pull ${barcode}`,
    cells: [
      cell(call_number),
      cell(title),
      cell(author, 'quiet'),
      figure(barcode, 'quiet'),
      cell(to_branch === own ? 'here' : branchName(library, to_branch), to_branch === own ? 'quiet' : 'plain'),
    ],
    acts: [
      act({
        key: 'M',
        label: 'Not on the shelf: missing',
        call: callOf('hold.not-found', { item_barcode, status: 'missing' }),
      }),
      act({
        key: 'T',
        label: 'Not there now: look again',
        call: callOf('hold.not-found', { item_barcode, status: 'trace' }),
      }),
      act({ key: 'S', label: 'Skip for now', call: callOf('hold.skip-pull', { item_barcode }) }),
    ],
    enter: goTo({ place: 'item', about: barcode }, 'Look at it'),
  })
}

/** What was found is taken in: it is caught for whoever waits, here or elsewhere. */
export const takePulled: ScanTaker = (desk, command, { item }) => {
  if (!item) return false
  takeBackHere(desk, command, item)
  return true
}
