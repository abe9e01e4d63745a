/**
 * One item, looked at: what it is, where it belongs, where it is; and what its record can be made to say. A scan while
 * this page is open looks at the next one. Must never say who has it.
 */
import { MARKS } from '../../../../shared/circulation/loans/marking.ts'
import type { Act, PageView, Section } from '../../../../shared/desk/page.ts'
import { sayDate, sayMoment } from '../../../../shared/kernel/say-date.ts'
import { withBand } from '../../../../shared/desk/session/session.ts'
import { went } from '../../../../shared/desk/session/session-pages.ts'
import { plainBand } from '../../../../shared/desk/words/words.ts'
import { moneyText } from '../../../../shared/kernel/money.ts'
import { instant } from '../../../../shared/kernel/time.ts'
import { loanOfItem, type ItemRow, type LoanRow } from '../../../store/circulation/item-rows.ts'
import { seenHere } from '../../../store/circulation/made-rows.ts'
import { holdsOnTitle } from '../../../store/privacy/page-rows.ts'
import { patronById } from '../../../store/patrons/patron-rows.ts'
import { findItem, here } from '../../../library/here.ts'
import { setByWords } from '../../../library/staff-known.ts'
import type { Desk } from '../../desk.ts'
import { speechOf } from '../../clerk-language.ts'
import { directions } from '../../../circulation/shelves/order.ts'
import { whereItIs } from './items-of-title.ts'
import { lenderAsked, typeField } from './item-new.ts'
import { readyHere } from '../../../circulation/holds/capture.ts'
import { slipAgain } from '../account/held-acts.ts'
import { dueActs } from '../account/due-act.ts'
import { damageActs } from './item-damage.ts'
import { act, callOf, facts, field, goTo, page } from '../make.ts'
import { recallActs } from '../account/recall-act.ts'
import type { ScanTaker } from '../kinds.ts'
import type { Library } from '../../../library/library.ts'

/** What is marked so was not in anybody’s hand when it was marked. */
const NOT_IN_HAND: ReadonlySet<string> = new Set(['missing', 'trace', 'on-order', 'lost'])
const LINE_HINT = 'Scan or type a barcode to look at it'

export function itemPage(desk: Desk, about: string): PageView | null {
  const ref = { place: 'item', about } as const
  const shape = { ref, line_hint: LINE_HINT, titles_go_to: 'title' } as const
  const made = goTo({ place: 'items-made', about: '' }, 'Made at this desk', 'L')
  if (about === '') {
    const lead = 'Scan it, or type its barcode.'
    return page(desk.library, { ...shape, heading: 'Look at an item', lead, sections: [], acts: [made] })
  }
  const item = findItem(desk.library, about)
  if (!item) return null
  return page(desk.library, {
    ...shape,
    heading: item.title,
    lead: item.author,
    sections: [itemFacts(desk.library, item)],
    acts: [
      ...renewActs(desk, item),
      ...recallActs(speechOf(desk), item.barcode, desk.library.db.get(loanOfItem, { item_id: item.item_id })),
      ...slipActs(desk, item),
      ...recordActs(desk.library, item),
      ...damageActs(desk.library, item),
      ...goActs(desk, item),
      made,
    ],
  })
}

function itemFacts(library: Library, item: ItemRow): Section {
  const { branch, today } = here(library)
  const { item_id, title_id } = item
  const loan = library.db.get(loanOfItem, { item_id })
  const waiting = library.db.get(holdsOnTitle, { title_id })?.holds_count ?? 0
  const seen = library.db.get(seenHere, { item_id })?.seen_at_ms ?? null
  const nameOf = (code: string): string => library.branch(code)?.name ?? code
  const home = [item.location, nameOf(item.home_branch_code)].filter((part) => part !== '').join(', ')
  const { words, tone } = whereItIs({ due_at_ms: null, ...loan, status: item.status }, branch.zone, today)
  const isWithdrawn = loan !== null && item.status === 'withdrawn'
  return facts('item', '', [
    ['Is it in', words, tone],
    ['Marked', isWithdrawn ? 'Withdrawn, and still out: set it aside when it comes back' : '', 'warn'],
    ['Call number', item.call_number],
    ['Belongs at', home],
    ['Find it', directions(library, item)],
    ['Last seen at', loan || item.at_branch_code === item.home_branch_code ? '' : nameOf(item.at_branch_code)],
    ['In hand here', seen === null || NOT_IN_HAND.has(item.status) ? '' : sayMoment(instant(seen), branch.zone, today)],
    ['Barcode', item.barcode],
    ['Kind', item.is_for_loan ? item.item_type_name : `${item.item_type_name}, not for loan`],
    ['Whoever has it', loan && !isKnown(library, loan) ? GONE_WORDS : '', 'warn'],
    ['Checked out', loan ? sayMoment(loan.out_at_ms, branch.zone, today) : ''],
    ['Due date', loan ? setByWords(library, loan.due_staff_code) : ''],
    ['Renewed', loan && loan.renewals_count > 0 ? `${loan.renewals_count}×` : ''],
    ['Holds on the title', waiting > 0 ? String(waiting) : ''],
    ['Price', item.price_cents ? moneyText(item.price_cents) : ''],
    ['Lent to us by', item.lender_name ?? ''],
    ['Back there by', item.lender_due_on === null ? '' : sayDate(item.lender_due_on, today)],
    ['Note', item.note],
  ])
}

/** Merged or deleted elsewhere: no account shows the loan, so it is told here. */
const GONE_WORDS = 'Their account is not in the library’s data any more. Checking it in ends the loan'

function isKnown(library: Library, { patron_id }: LoanRow): boolean {
  return library.db.get(patronById, { patron_id }) !== null
}

/** Whatever the open patron has out can be renewed from here, and its date set. */
function renewActs(desk: Desk, item: ItemRow): readonly Act[] {
  const loan = desk.library.db.get(loanOfItem, { item_id: item.item_id })
  if (!loan || loan.patron_id !== desk.session.patron_id) return []
  const renew = act({ key: 'R', label: 'Renew', call: callOf('desk.renew', { item_barcode: item.barcode }) })
  return [renew, ...dueActs(speechOf(desk), desk.library, item.barcode, loan)]
}

/** A slip that fell off a copy on the hold shelf is made once more. */
function slipActs(desk: Desk, item: ItemRow): readonly Act[] {
  const { held } = speechOf(desk).words.pages.account
  return readyHere(desk.library, item, here(desk.library)) ? [slipAgain(held, item.barcode)] : []
}

function goActs(desk: Desk, item: ItemRow): readonly Act[] {
  const hold = goTo({ place: 'hold-new', about: `item ${item.barcode}` }, 'Place a hold', 'H')
  const title = goTo({ place: 'title', about: String(item.title_id) }, 'All copies of the title', 'T')
  const explain = goTo({ place: 'explain', about: item.barcode }, 'Explain it', 'X')
  return desk.session.patron_id === null ? [title, explain] : [hold, title, explain]
}

/** What is out is not marked; that it is damaged can be told of all the same. */
function recordActs(library: Library, item: ItemRow): readonly Act[] {
  const item_barcode = item.barcode
  const isOut = library.db.get(loanOfItem, { item_id: item.item_id }) !== null
  const marks = isOut
    ? MARKS.filter((one) => one.status === 'damaged')
    : MARKS.filter((one) => one.status !== item.status)
  const options = marks.map(({ status, label }) => ({ value: status, label }))
  const branches = library.branches().map(({ branch_code, name }) => ({ value: String(branch_code), label: name }))
  const own = branches.filter((one) => one.value === item.home_branch_code)
  const homes = [...own, ...branches.filter((one) => one.value !== item.home_branch_code)]
  const price = item.price_cents === null ? '' : String(item.price_cents)
  return [
    act({
      key: 'M',
      label: isOut ? 'Tell of damage' : 'Mark',
      call: callOf('item.mark', { item_barcode }),
      asks: [
        field('status', 'It is', 'choice', { value: options[0]?.value ?? '', is_required: true, options }),
        field('note', 'Note', 'text', { hint: 'Which part is missing, where it was seen' }),
      ],
    }),
    act({
      key: 'E',
      label: 'Edit the record',
      call: callOf('item.edit', { item_barcode }),
      asks: [
        field('call_number', 'Call number', 'text', { value: item.call_number }),
        field('location', 'Place', 'text', { value: item.location }),
        field('price_cents', 'Price', 'money', { value: price }),
        field('note', 'Note', 'long-text', { value: item.note }),
        typeField(library, item.item_type_code),
        ...lenderAsked(item.lender_name ?? '', item.lender_due_on ?? ''),
        field('home_branch', 'Belongs at', 'choice', {
          value: item.home_branch_code,
          is_required: true,
          options: homes,
        }),
      ],
    }),
  ]
}

/** A card opens its account as always; an item is only looked at. */
export const lookAtItem: ScanTaker = (desk, _command, { item, barcode }) => {
  if (!item) return false
  desk.session = went(desk.session, { place: 'item', about: barcode })
  const where = [item.location, desk.library.branch(item.home_branch_code)?.name ?? item.home_branch_code]
  const band = plainBand('done', item.title, 'Looked at, nothing changed')
  const fact = { label: 'belongs at', text: item.call_number || where.filter((part) => part !== '').join(', ') }
  desk.session = withBand(desk.session, { ...band, fact })
  return true
}
