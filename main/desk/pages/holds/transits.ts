/** What is on its way: to this branch and from it. An arrival is scanned as a return. Must never say for whom it is. */
import type { PageRow, PageView, Section } from '../../../../shared/desk/page.ts'
import { takeBackHere } from '../../acts.ts'
import type { Desk } from '../../desk.ts'
import { here } from '../../../library/here.ts'
import { branchName } from '../../../circulation/holds/said.ts'
import { comingHere, sentFromHere, type Transit } from '../../../circulation/holds/shelf-and-transit.ts'
import { isDamaged, notThere, whoseItIs } from '../account/held-acts.ts'
import { cell, figure, figures, goTo, page, row, table } from '../make.ts'
import type { ScanTaker } from '../kinds.ts'
import type { Library } from '../../../library/library.ts'

const SHOWN_MAX = 300

export function transitsPage(desk: Desk): PageView {
  const coming = comingHere(desk.library)
  const sent = sentFromHere(desk.library)
  const { branch } = here(desk.library)
  return page(desk.library, {
    ref: { place: 'transits', about: '' },
    heading: 'On its way',
    lead: `${coming.length} coming to ${branch.name}, ${sent.length} sent from it. Scan what has arrived.`,
    line_hint: 'Scan what has arrived',
    sections: [
      section(desk.library, 'coming', 'Coming here', coming),
      section(desk.library, 'sent', 'Sent from here', sent),
    ],
  })
}

function section(library: Library, section_id: 'coming' | 'sent', heading: string, items: readonly Transit[]): Section {
  const rest = items.length - SHOWN_MAX
  const more = rest > 0 ? `, the first ${SHOWN_MAX} of ${items.length}` : ''
  return table({
    section_id,
    heading: `${heading}${more}`,
    columns: ['Title', figures('Barcode'), 'Call number', section_id === 'coming' ? 'From' : 'To', 'Why'],
    rows: items.slice(0, SHOWN_MAX).map((item) => transitRow(library, section_id, item)),
    empty: section_id === 'coming' ? 'Nothing is on its way here.' : 'Nothing was sent from here.',
  })
}

function transitRow(library: Library, section_id: 'coming' | 'sent', item: Transit): PageRow {
  const { barcode, title, call_number, at_branch_code, to_branch, is_for_hold, patron_id } = item
  return row({
    row_id: `${section_id} ${barcode}`,
    cells: [
      cell(title),
      figure(barcode, 'quiet'),
      cell(call_number, 'quiet'),
      cell(branchName(library, section_id === 'coming' ? at_branch_code : to_branch)),
      cell(is_for_hold ? 'somebody waits' : 'belongs there', 'quiet'),
    ],
    acts: [
      notThere(barcode, 'Never arrived: missing', is_for_hold),
      ...(section_id === 'coming' ? [isDamaged(barcode, is_for_hold)] : []),
      ...(patron_id === null ? [] : whoseItIs(library, patron_id)),
    ],
    enter: goTo({ place: 'item', about: barcode }, 'Look at it'),
  })
}

export const takeArrived: ScanTaker = (desk, command, { item }) => {
  if (!item) return false
  takeBackHere(desk, command, item)
  return true
}
