/**
 * Paper on the screen: a receipt or slip of this session, or a list. Must never say that it was printed, and never show
 * a paper whose act was undone.
 */
import type { PageView, Section } from '../../../../shared/desk/page.ts'
import { isOfEarlierVisit, isOfLeft, type KeptPaper } from '../../../../shared/desk/papers.ts'
import { sentences } from '../../../../shared/desk/words/words.ts'
import { went, wentBack } from '../../../../shared/desk/session/session-pages.ts'
import { instant } from '../../../../shared/kernel/time.ts'
import { isRefusal } from '../../../../shared/refusals/refusals.ts'
import { paperName } from '../../../../shared/receipt/paper-name.ts'
import type { DocumentKind, ReceiptDocument } from '../../../../shared/receipt/document.ts'
import type { Desk } from '../../desk.ts'
import { findItem } from '../../../library/here.ts'
import { personName } from '../../../search/search-patrons.ts'
import { slipOnceMore } from '../../../papers/hold-papers.ts'
import { isListName, listNow } from '../../papers/lists.ts'
import { readLabels } from '../../papers/labels.ts'
import { numbered } from '../../papers/dialog-copies.ts'
import { OFFERED, paperOf } from '../../papers/keeping.ts'
import { printerSaid } from '../../papers/queueing.ts'
import { openPatron } from '../../patrons/open-patron.ts'
import { takeForCart } from '../shelves/cart.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import { speechOf } from '../../clerk-language.ts'
import { act, callOf, cell, goTo, page, row, table } from '../make.ts'
import { labelsPage } from './labels.ts'
import type { ScanTaker } from '../kinds.ts'
import type { Library } from '../../../library/library.ts'

const LIST = 'list '
const SLIP = 'slip '
const SORTED_CART = `${LIST}sorted`

/**
 * @param about the name of a kept paper, behind it " copy"; or "list pull", or "list late month" for a part of one; or
 * "slip " and a barcode
 */
export function receiptPage(desk: Desk, about: string): PageView | null {
  if (readLabels(about) !== null) return labelsPage(desk, about)
  const speech = speechOf(desk)
  const words = speech.words.pages.this_desk.paper
  const [list = '', ...part] = about.startsWith(LIST) ? about.slice(LIST.length).split(' ') : []
  const paper = paperOf(desk, about)
  const documents = isListName(list)
    ? [listNow(desk, list, part.join(' '))]
    : ((paper && numbered(desk, paper).documents) ?? slipOf(desk.library, about))
  const [first] = documents
  if (about === OFFERED) return offerPage(desk)
  if (!first) return null
  return page(desk.library, {
    ref: { place: 'receipt', about },
    // Unlike the name of the paper itself, which is a region of this one.
    heading: words.heading(paperName(speech.words.screen.papers, paper?.documents[0] ?? first)),
    lead: leadOf(desk, speech, paper),
    sections: [
      ...documents.map((document, at): Section => ({
        kind: 'paper',
        section_id: `paper ${at}`,
        heading: '',
        document,
      })),
      ...others(desk, speech, paper),
    ],
    acts:
      desk.session.mode === 'in' && list !== 'cart' && list !== 'sorted'
        ? [goTo({ place: 'receipt', about: `${LIST}cart` }, words.cart, 'O')]
        : [],
  })
}

/** Who it is for, and what Print does here. */
function leadOf(desk: Desk, speech: Speech, paper: KeptPaper | null): string {
  const { by_printer, by_dialog } = speech.words.pages.this_desk.paper
  const printer = printerSaid(desk)
  const how = printer === '' ? by_dialog : by_printer(printer)
  return paper ? sentences(whoseOf(desk, speech, paper), how) : how
}

/** Whose and of when, where it is not of what is being done now. */
function whoseOf(desk: Desk, speech: Speech, paper: KeptPaper): string {
  const { of_left_at, of_earlier_at } = speech.words.pages.this_desk.paper
  const open = openPatron(desk)
  const at = speech.time(instant(paper.at_ms))
  if (isOfLeft(paper, desk.session.patron_id)) return of_left_at(at)
  return isOfEarlierVisit(paper) && !isRefusal(open) ? of_earlier_at(personName(open), at) : ''
}

/** Whoever is open has no paper: those of the patron before are named, and shown only when asked for. */
function offerPage(desk: Desk): PageView | null {
  const speech = speechOf(desk)
  const words = speech.words.pages.this_desk.paper
  const [last] = desk.session.papers.kept
  if (!last) return null
  return page(desk.library, {
    ref: { place: 'receipt', about: OFFERED },
    heading: words.no_receipt,
    lead: words.no_receipt_lead,
    sections: others(desk, speech, null),
    enter: showIt(speech, last),
  })
}

function showIt({ words }: Speech, { paper_id }: KeptPaper) {
  return act({ label: words.pages.this_desk.paper.show, call: callOf('paper.again', { paper_id }) })
}

/** The slip of a copy on the hold shelf, made once more. */
function slipOf(library: Library, about: string): readonly ReceiptDocument[] {
  const item = about.startsWith(SLIP) ? findItem(library, about.slice(SLIP.length)) : null
  const slip = item && slipOnceMore(library, item)
  return slip ? [slip] : []
}

/** What else was made in this session, newest first: a slip from a few returns ago. */
function others(desk: Desk, speech: Speech, shown: KeptPaper | null): readonly Section[] {
  const { screen, pages } = speech.words
  const { others: heading, columns, of_left, of_earlier } = pages.this_desk.paper
  const more = desk.session.papers.kept.filter((one) => one.paper_id !== shown?.paper_id)
  if (more.length === 0) return []
  const lines = more.map((one) => {
    const name = one.documents.map((document) => paperName(screen.papers, document)).join('; ')
    return row({
      row_id: one.paper_id,
      cells: [
        cell(isOfLeft(one, desk.session.patron_id) ? of_left(name) : isOfEarlierVisit(one) ? of_earlier(name) : name),
        cell(one.documents.map(titleOf).join('')),
        cell(speech.time(instant(one.at_ms)), 'quiet'),
      ],
      enter: showIt(speech, one),
    })
  })
  return [
    table({
      section_id: 'others',
      heading,
      columns: [columns.paper, columns.item, columns.made_at],
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
