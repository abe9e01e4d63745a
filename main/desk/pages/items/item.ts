/**
 * One item, looked at: what it is, where it belongs, where it is; and what its record can be made to say. A scan while
 * this page is open looks at the next one. Must never say who has it.
 */
import { MARKS } from '../../../../shared/circulation/loans/marking.ts'
import type { Act, PageView, Section } from '../../../../shared/desk/page.ts'
import { withBand } from '../../../../shared/desk/session/session.ts'
import { went } from '../../../../shared/desk/session/session-pages.ts'
import { quietBand } from '../../../../shared/desk/words/words.ts'
import { instant } from '../../../../shared/kernel/time.ts'
import type { Words } from '../../../../shared/words/en/en.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import { loanOfItem, type ItemRow, type LoanRow } from '../../../store/circulation/item-rows.ts'
import { seenHere } from '../../../store/circulation/made-rows.ts'
import { holdsOnTitle } from '../../../store/privacy/page-rows.ts'
import { patronById } from '../../../store/patrons/patron-rows.ts'
import { findItem, here } from '../../../library/here.ts'
import { setBy } from '../../../library/staff-known.ts'
import type { Desk } from '../../desk.ts'
import { speechOf } from '../../clerk-language.ts'
import { directions } from '../../../circulation/shelves/order.ts'
import { whereItIs } from './items-of-title.ts'
import { lenderAsked, typeField } from './item-new.ts'
import { showLabels } from '../this-desk/labels.ts'
import { readyHere } from '../../../circulation/holds/capture.ts'
import { slipAgain } from '../account/held-acts.ts'
import { dueActs } from '../account/due-act.ts'
import { damageActs } from './item-damage.ts'
import { drawnSteps } from '../drawn-steps.ts'
import { act, callOf, facts, field, goTo, page, steps, underMore } from '../make.ts'
import { recallActs } from '../account/recall-act.ts'
import type { ScanTaker } from '../kinds.ts'
import type { Library } from '../../../library/library.ts'

/** An item with one of these marks was not at hand when it was marked. */
const NOT_IN_HAND: ReadonlySet<string> = new Set(['missing', 'trace', 'on-order', 'lost'])

export function itemPage(desk: Desk, about: string): PageView | null {
  const ref = { place: 'item', about } as const
  const speech = speechOf(desk)
  const { item: words, made: list } = speech.words.pages.items
  const shape = { ref, line_hint: words.line_hint, titles_go_to: 'title' } as const
  const made = goTo({ place: 'items-made', about: '' }, list.heading, 'L')
  if (about === '') {
    const { heading, lead } = words
    const begin = steps('begin', '', '', drawnSteps(speech, 'item'))
    return page(desk.library, { ...shape, heading, lead, sections: [begin], acts: [made] })
  }
  const item = findItem(desk.library, about)
  if (!item) return null
  return page(desk.library, {
    ...shape,
    heading: item.title,
    lead: item.author,
    sections: [itemFacts(desk.library, speech, item)],
    acts: [
      ...renewActs(desk, speech, item),
      ...slipActs(desk.library, speech, item),
      ...holdActs(desk, words, item),
      ...recordActs(desk.library, speech, item),
      ...underMore(recallActs(speech, item.barcode, desk.library.db.get(loanOfItem, { item_id: item.item_id }))),
      ...underMore([...goActs(words, item), ...labelActs(speech, item), made]),
      ...damageActs(speech, desk.library, item),
    ],
  })
}

function itemFacts(library: Library, speech: Speech, item: ItemRow): Section {
  const words = speech.words.pages.items.item
  const { facts: labels } = words
  const { item_id, title_id } = item
  const loan = library.db.get(loanOfItem, { item_id })
  const waiting = library.db.get(holdsOnTitle, { title_id })?.holds_count ?? 0
  const seen = library.db.get(seenHere, { item_id })?.seen_at_ms ?? null
  const nameOf = (code: string): string => library.branch(code)?.name ?? code
  const home = [item.location, nameOf(item.home_branch_code)].filter((part) => part !== '').join(', ')
  const where = whereItIs(speech, { due_at_ms: null, ...loan, status: item.status })
  const by = loan && setBy(library, loan.due_staff_code)
  const isWithdrawn = loan !== null && item.status === 'withdrawn'
  return facts('item', '', [
    [labels.status, where.words, where.tone],
    [labels.marked, isWithdrawn ? words.withdrawn_out : '', 'warn'],
    [labels.call_number, item.call_number],
    [labels.belongs, home],
    [labels.find, directions(library, item)],
    [labels.last_at, loan || item.at_branch_code === item.home_branch_code ? '' : nameOf(item.at_branch_code)],
    [labels.scanned_here, seen === null || NOT_IN_HAND.has(item.status) ? '' : speech.moment(instant(seen))],
    [labels.barcode, item.barcode],
    [labels.type, item.is_for_loan ? item.item_type_name : words.not_for_loan(item.item_type_name)],
    // Merged or deleted elsewhere: no account shows the loan, so it is told here.
    [labels.patron, loan && !isKnown(library, loan) ? words.patron_gone : '', 'warn'],
    [labels.out_at, loan ? speech.moment(loan.out_at_ms) : ''],
    [labels.due_by, by === null ? '' : words.set_by(by)],
    [labels.renewed, loan && loan.renewals_count > 0 ? `${loan.renewals_count}×` : ''],
    [labels.holds, waiting > 0 ? String(waiting) : ''],
    [labels.price, item.price_cents ? speech.money(item.price_cents) : ''],
    [labels.lender, item.lender_name ?? ''],
    [labels.lender_due, item.lender_due_on === null ? '' : speech.date(item.lender_due_on)],
    [labels.note, item.note],
  ])
}

function isKnown(library: Library, { patron_id }: LoanRow): boolean {
  return library.db.get(patronById, { patron_id }) !== null
}

/** What the open patron has checked out can be renewed from here, and its due date edited. */
function renewActs(desk: Desk, speech: Speech, item: ItemRow): readonly Act[] {
  const loan = desk.library.db.get(loanOfItem, { item_id: item.item_id })
  if (!loan || loan.patron_id !== desk.session.patron_id) return []
  const renew = act({
    key: 'R',
    label: speech.words.pages.items.item.renew,
    call: callOf('desk.renew', { item_barcode: item.barcode }),
  })
  return [renew, ...dueActs(speech, desk.library, item.barcode, loan)]
}

/** A slip that fell off an item on the hold shelf is made once more. */
function slipActs(library: Library, { words: { pages } }: Speech, item: ItemRow): readonly Act[] {
  const { held } = pages.account
  return readyHere(library, item, here(library)) ? [slipAgain(held, item.barcode)] : []
}

type ItemWords = Words['pages']['items']['item']

function holdActs(desk: Desk, words: ItemWords, item: ItemRow): readonly Act[] {
  if (desk.session.patron_id === null) return []
  return [goTo({ place: 'hold-new', about: `item ${item.barcode}` }, words.hold, 'H')]
}

function goActs(words: ItemWords, item: ItemRow): readonly Act[] {
  const title = goTo({ place: 'title', about: String(item.title_id) }, words.title, 'T')
  const explain = goTo({ place: 'explain', about: item.barcode }, words.explain, 'X')
  return [title, explain]
}

function labelActs({ words: { pages } }: Speech, { barcode, call_number }: ItemRow): readonly Act[] {
  const spine = call_number.trim() === '' ? [] : [showLabels('spine', barcode, pages.labels.spine)]
  return [...spine, showLabels('item', barcode, pages.labels.item)]
}

/** What is checked out is not marked, but its damage can be reported. */
function recordActs(library: Library, speech: Speech, item: ItemRow): readonly Act[] {
  const { item: words, fields } = speech.words.pages.items
  const item_barcode = item.barcode
  const isOut = library.db.get(loanOfItem, { item_id: item.item_id }) !== null
  const marks = MARKS.filter((mark) => (isOut ? mark === 'damaged' : mark !== item.status))
  const options = marks.map((mark) => ({ value: mark, label: speech.words.outcomes.marks[mark].label }))
  const branches = library.branches().map(({ branch_code, name }) => ({ value: String(branch_code), label: name }))
  const own = branches.filter((one) => one.value === item.home_branch_code)
  const homes = [...own, ...branches.filter((one) => one.value !== item.home_branch_code)]
  const price = item.price_cents === null ? '' : String(item.price_cents)
  return [
    act({
      key: 'M',
      label: isOut ? words.damage_noted : words.mark,
      call: callOf('item.mark', { item_barcode }),
      asks: [
        field('status', words.mark_as, 'choice', { value: options[0]?.value ?? '', is_required: true, options }),
        field('note', words.note, 'text', { hint: words.note_hint }),
      ],
    }),
    act({
      key: 'E',
      label: words.edit,
      call: callOf('item.edit', { item_barcode }),
      asks: [
        field('call_number', fields.call_number, 'text', { value: item.call_number }),
        field('location', fields.location, 'text', { value: item.location }),
        field('price_cents', fields.price, 'money', { value: price }),
        field('note', fields.note, 'long-text', { value: item.note }),
        typeField(fields, library, item.item_type_code),
        ...lenderAsked(fields, item.lender_name ?? '', item.lender_due_on ?? ''),
        field('home_branch', fields.home, 'choice', {
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
  const words = speechOf(desk).words.pages.items.item
  const band = quietBand(item.title, words.looked_up)
  const fact = { label: words.belongs, text: item.call_number || where.filter((part) => part !== '').join(', ') }
  desk.session = withBand(desk.session, { ...band, fact })
  return true
}
