/** Items in transit to this branch and from it. An arrival is scanned as a return. Must never say for whom it is. */
import type { PageRow, PageView, Section } from '../../../../shared/desk/page.ts'
import { takeBackHere } from '../../acts.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import type { Desk } from '../../desk.ts'
import { speechOf } from '../../clerk-language.ts'
import { here } from '../../../library/here.ts'
import { branchName } from '../../../circulation/holds/said.ts'
import { comingHere, sentFromHere, type Transit } from '../../../circulation/holds/shelf-and-transit.ts'
import { isDamaged, notThere, whoseItIs } from '../account/held-acts.ts'
import { drawnSteps } from '../drawn-steps.ts'
import { cell, figure, goTo, page, row, table } from '../make.ts'
import type { ScanTaker } from '../kinds.ts'
import type { Library } from '../../../library/library.ts'

const SHOWN_MAX = 300

export function transitsPage(desk: Desk): PageView {
  const coming = comingHere(desk.library)
  const sent = sentFromHere(desk.library)
  const { branch } = here(desk.library)
  const speech = speechOf(desk)
  const words = speech.words.pages.holds.transits
  return page(desk.library, {
    ref: { place: 'transits', about: '' },
    heading: words.heading,
    lead: words.lead(coming.length, sent.length, branch.name),
    line_hint: words.line_hint,
    sections: [section(desk.library, speech, 'coming', coming), section(desk.library, speech, 'sent', sent)],
  })
}

type Way = 'coming' | 'sent'

function section(library: Library, speech: Speech, section_id: Way, items: readonly Transit[]): Section {
  const { columns, ...words } = speech.words.pages.holds.transits
  const { title, barcode, call_number, from, to, reason } = columns
  const { heading, first, empty } = words[section_id]
  return table({
    section_id,
    heading: items.length > SHOWN_MAX ? first(SHOWN_MAX, items.length) : heading,
    columns: [title, barcode, call_number, section_id === 'coming' ? from : to, reason],
    rows: items.slice(0, SHOWN_MAX).map((item) => transitRow(library, speech, section_id, item)),
    empty,
    empty_steps: section_id === 'coming' ? drawnSteps(speech, 'coming') : [],
  })
}

function transitRow(library: Library, { words: { pages } }: Speech, section_id: Way, item: Transit): PageRow {
  const { item_details, transits: words } = pages.holds
  const { held } = pages.account
  const { barcode, title, call_number, at_branch_code, to_branch, is_for_hold, patron_id } = item
  return row({
    row_id: `${section_id} ${barcode}`,
    cells: [
      cell(title),
      figure(barcode, 'quiet'),
      cell(call_number, 'quiet'),
      cell(branchName(library, section_id === 'coming' ? at_branch_code : to_branch)),
      cell(is_for_hold ? words.for_hold : words.home, 'quiet'),
    ],
    acts: [
      notThere(held, barcode, words.missing, is_for_hold),
      ...(section_id === 'coming' ? [isDamaged(held, barcode, is_for_hold)] : []),
      ...(patron_id === null ? [] : whoseItIs(held, library, patron_id)),
    ],
    enter: goTo({ place: 'item', about: barcode }, item_details),
  })
}

export const takeArrived: ScanTaker = (desk, command, { item }) => {
  if (!item) return false
  takeBackHere(desk, command, item)
  return true
}
