/**
 * Paper on the screen: a receipt or slip of this session, or a list. Must never say that it was printed, and never show
 * a paper whose act was undone.
 */
import type { PageView, Section } from '../../../../shared/desk/page.ts'
import type { KeptPaper } from '../../../../shared/desk/papers.ts'
import { sayTime } from '../../../../shared/kernel/say-date.ts'
import { went, wentBack } from '../../../../shared/desk/session/session-pages.ts'
import { instant } from '../../../../shared/kernel/time.ts'
import { toLocal } from '../../../../shared/kernel/zone.ts'
import { paperName } from '../../../../shared/receipt/paper-name.ts'
import type { DocumentKind, ReceiptDocument } from '../../../../shared/receipt/document.ts'
import type { Desk } from '../../desk.ts'
import { findItem, here } from '../../../library/here.ts'
import { slipOnceMore } from '../../../papers/hold-papers.ts'
import { isListName, listNow } from '../../papers/lists.ts'
import { OFFERED, paperOf } from '../../papers/keeping.ts'
import { takeForCart } from '../shelves/cart.ts'
import { act, callOf, cell, goTo, page, row, table } from '../make.ts'
import type { ScanTaker } from '../kinds.ts'
import type { Library } from '../../../library/library.ts'

const LIST = 'list '
const SLIP = 'slip '
const SORTED_CART = `${LIST}sorted`

/** @param about the name of a kept paper, behind it " copy"; or "list pull"; or "slip " and a barcode */
export function receiptPage(desk: Desk, about: string): PageView | null {
  const list = about.startsWith(LIST) ? about.slice(LIST.length) : ''
  const paper = paperOf(desk, about)
  const documents = isListName(list) ? [listNow(desk, list)] : (paper?.documents ?? slipOf(desk.library, about))
  const [first] = documents
  if (about === OFFERED) return offerPage(desk)
  if (!first) return null
  return page(desk.library, {
    ref: { place: 'receipt', about },
    // Unlike the name of the paper itself, which is a region of this one.
    heading: `On paper: ${paperName(first)}`,
    lead: leadOf(desk.library, paper),
    sections: [
      ...documents.map((document, at): Section => ({
        kind: 'paper',
        section_id: `paper ${at}`,
        heading: '',
        document,
      })),
      ...others(desk, paper),
    ],
    acts:
      desk.session.mode === 'in' && list !== 'cart' && list !== 'sorted'
        ? [goTo({ place: 'receipt', about: `${LIST}cart` }, 'Order to shelve the cart', 'O')]
        : [],
  })
}

/** Whose it is, without a name: it is read beside whoever stands here now. */
function leadOf(library: Library, paper: KeptPaper | null): string {
  const whose = paper?.is_finished ? `Of the patron who left at ${madeAt(library, paper)}. ` : ''
  return `${whose}Nothing is printed by itself. Print hands it to this computer.`
}

/** Whoever is open has no paper: those of the patron before are named, and shown only when asked for. */
function offerPage(desk: Desk): PageView | null {
  const [last] = desk.session.papers.kept
  if (!last) return null
  return page(desk.library, {
    ref: { place: 'receipt', about: OFFERED },
    heading: 'This patron has no receipt yet',
    lead: 'Ctrl+P makes one of what was done so far. Enter shows the last receipt of another patron.',
    sections: others(desk, null),
    enter: showIt(last),
  })
}

function showIt({ paper_id }: KeptPaper) {
  return act({ label: 'Show it', call: callOf('paper.again', { paper_id }) })
}

/** The slip of a copy on the hold shelf, made once more. */
function slipOf(library: Library, about: string): readonly ReceiptDocument[] {
  const item = about.startsWith(SLIP) ? findItem(library, about.slice(SLIP.length)) : null
  const slip = item && slipOnceMore(library, item)
  return slip ? [slip] : []
}

function madeAt(library: Library, { at_ms }: KeptPaper): string {
  return sayTime(toLocal(instant(at_ms), here(library).branch.zone).minute)
}

/** What else was made in this session, newest first: a slip from a few returns ago. */
function others(desk: Desk, shown: KeptPaper | null): readonly Section[] {
  const more = desk.session.papers.kept.filter((one) => one.paper_id !== shown?.paper_id)
  if (more.length === 0) return []
  const lines = more.map((one) =>
    row({
      row_id: one.paper_id,
      cells: [
        cell(`${one.documents.map(paperName).join('; ')}${one.is_finished ? ', of a patron who left' : ''}`),
        cell(one.documents.map(titleOf).join('')),
        cell(madeAt(desk.library, one), 'quiet'),
      ],
      enter: showIt(one),
    }),
  )
  return [
    table({
      section_id: 'others',
      heading: 'Other papers of this session',
      columns: ['Paper', 'Item', 'Made at'],
      rows: lines,
      empty: '',
    }),
  ]
}

const ONE_ITEM: ReadonlySet<string> = new Set<DocumentKind>(['hold-slip', 'transit-slip', 'recall-notice'])

/** Of a slip, or of a notice, the title of its item. */
function titleOf(document: ReceiptDocument): string {
  if (!ONE_ITEM.has(document.kind)) return ''
  return document.blocks.find((block) => block.block === 'item')?.title ?? ''
}

/** Whatever is scanned closes the paper, and means what it always means: over a sorted cart, one more item for it. */
export const closePaper: ScanTaker = (desk, command, scanned, shown) => {
  if (shown.about === SORTED_CART && takeForCart(desk, command, scanned, shown)) {
    desk.session = wentBack(desk.session)
    if (desk.session.page?.place !== 'cart') desk.session = went(desk.session, { place: 'cart', about: '' })
    return true
  }
  desk.session = went(desk.session, null)
  return false
}
