/**
 * What to pull from the shelves of this branch, location by location in call-number order. What is found is scanned
 * here and goes where the desk says. Must never name who waits.
 */
import type { PageRow, PageView, Section } from '../../../../shared/desk/page.ts'
import { takeBackHere } from '../../acts.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import type { Desk } from '../../desk.ts'
import { speechOf } from '../../clerk-language.ts'
import { here } from '../../../library/here.ts'
import { pullList, stillToPull, type PullEntry } from '../../../circulation/holds/pull-list.ts'
import { branchName } from '../../../circulation/holds/said.ts'
import { drawnSteps } from '../drawn-steps.ts'
import { act, callOf, cell, figure, goTo, page, row, table } from '../make.ts'
import type { ScanTaker } from '../kinds.ts'
import type { Library } from '../../../library/library.ts'

const SHOWN_MAX = 200

/** @param about how many entries are passed over, in digits; empty for none */
export function pullListPage(desk: Desk, about: string): PageView {
  const speech = speechOf(desk)
  const { pull: words, print } = speech.words.pages.holds
  const made = pullList(desk.library)
  const from = Math.min(Number(/^\d{1,6}$/.exec(about)?.[0] ?? 0), made.entries.length)
  const shown = stillToPull(desk.library, made.entries.slice(from, from + SHOWN_MAX))
  const lead = made.is_cut ? words.lead_first : words.lead
  return page(desk.library, {
    ref: { place: 'pull-list', about },
    heading: words.heading,
    lead: lead(made.entries.length, speech.moment(made.made_at)),
    line_hint: words.line_hint,
    sections: sections(desk.library, speech, shown),
    acts: [
      act({ key: 'R', label: words.again, call: callOf('hold.make-pull-list', {}) }),
      goTo({ place: 'receipt', about: 'list pull' }, print, 'P'),
      ...pageActs(speech, from, made.entries.length),
    ],
  })
}

function pageActs({ words: { pages } }: Speech, from: number, count: number): PageView['acts'] {
  const to = (about: number): { place: 'pull-list'; about: string } => {
    return { place: 'pull-list', about: about === 0 ? '' : String(about) }
  }
  return [
    ...(from + SHOWN_MAX < count ? [goTo(to(from + SHOWN_MAX), pages.holds.next, 'N')] : []),
    ...(from > 0 ? [goTo(to(Math.max(0, from - SHOWN_MAX)), pages.holds.pull.back, 'B')] : []),
  ]
}

function sections(library: Library, speech: Speech, entries: readonly PullEntry[]): readonly Section[] {
  const groups = [...Map.groupBy(entries, (entry) => entry.location)]
  if (groups.length === 0) return [section(library, speech, '', [])]
  return groups.map(([location, own]) => section(library, speech, location, own))
}

function section(library: Library, speech: Speech, location: string, entries: readonly PullEntry[]): Section {
  const { columns, empty } = speech.words.pages.holds.pull
  const { call_number, title, author, barcode, branch } = columns
  return table({
    section_id: `pull ${location}`,
    heading: location,
    columns: [call_number, title, author, barcode, branch],
    rows: entries.map((entry) => pullRow(library, speech, entry)),
    empty,
    empty_steps: drawnSteps(speech, 'pull'),
  })
}

function pullRow(library: Library, speech: Speech, entry: PullEntry): PageRow {
  const { barcode, title, author, call_number, to_branch } = entry
  const { pull: words, item_details, missing } = speech.words.pages.holds
  const item_barcode = barcode
  const own = here(library).branch.branch_code
  return row({
    row_id: `pull ${barcode}`,
    cells: [
      cell(call_number),
      cell(title),
      cell(author, 'quiet'),
      figure(barcode, 'quiet'),
      cell(to_branch === own ? words.here : branchName(library, to_branch), to_branch === own ? 'quiet' : 'plain'),
    ],
    acts: [
      act({
        key: 'M',
        label: missing,
        call: callOf('hold.not-found', { item_barcode, status: 'missing' }),
      }),
      act({
        key: 'T',
        label: words.trace,
        call: callOf('hold.not-found', { item_barcode, status: 'trace' }),
      }),
      act({ key: 'S', label: words.skip, call: callOf('hold.skip-pull', { item_barcode }) }),
    ],
    enter: goTo({ place: 'item', about: barcode }, item_details),
  })
}

/** What was found is checked in: it is captured for the next hold, here or elsewhere. */
export const takePulled: ScanTaker = (desk, command, { item }) => {
  if (!item) return false
  takeBackHere(desk, command, item)
  return true
}
