/**
 * A new hold for the open patron: scan any copy or type the title, look, Enter. A scan while this page is open asks for
 * that title and lends nothing. Must never place a hold by itself.
 */
import { isbn13 } from '../../../../shared/catalog/isbn.ts'
import { holdExpires } from '../../../../shared/circulation/holds/hold-shelf.ts'
import type { Act, PageView, Section } from '../../../../shared/desk/page.ts'
import { withBand } from '../../../../shared/desk/session/session.ts'
import { went } from '../../../../shared/desk/session/session-pages.ts'
import { quietBand } from '../../../../shared/desk/words/words.ts'
import type { Input } from '../../../../shared/ipc/contract.ts'
import type { TitleId } from '../../../../shared/kernel/ids.ts'
import { cents } from '../../../../shared/kernel/money.ts'
import type { LocalDate } from '../../../../shared/kernel/time.ts'
import type { Words } from '../../../../shared/words/en/en.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import { titlesByIsbn } from '../../../store/circulation/item-rows.ts'
import { patronContact } from '../../../store/privacy/page-rows.ts'
import { readAccount, type Account } from '../../../circulation/accounts/account.ts'
import type { Desk } from '../../desk.ts'
import { findItem, here } from '../../../library/here.ts'
import {
  holdFees,
  itemTarget,
  previewHold,
  titleTarget,
  usualPickup,
  type Target,
} from '../../../circulation/holds/placing.ts'
import { lineOfTitle } from '../../../circulation/holds/reading.ts'
import { branchName } from '../../../circulation/holds/said.ts'
import { drawnSteps } from '../drawn-steps.ts'
import { act, callOf, facts, field, goTo, page, steps, text } from '../make.ts'
import type { ScanTaker } from '../kinds.ts'
import { speechOf } from '../../clerk-language.ts'
import type { Library } from '../../../library/library.ts'

const BY_ITEM = /^(item|copy|any) (.+)$/
/** What a person chose: this item only, or any copy. "item" is no choice: the library's setting decides. */
const IS_ITEM_HOLD: Readonly<Record<string, boolean>> = { copy: true, any: false }

/** @param about empty, a title's number, or "item ", "copy " or "any " and a barcode */
export function holdNewPage(desk: Desk, about: string): PageView | null {
  const { patron_id, card_status } = desk.session
  const account =
    patron_id === null ? null : readAccount(desk.library, patron_id, here(desk.library).today, card_status)
  if (!account) return null
  const speech = speechOf(desk)
  const words = speech.words.pages.holds.place
  const shape = { ref: { place: 'hold-new', about }, line_hint: words.line_hint, titles_go_to: 'hold-new' } as const
  if (about === '') {
    return page(desk.library, {
      ...shape,
      heading: words.heading,
      lead: words.lead,
      sections: [steps('begin', '', '', drawnSteps(speech, 'hold_new'))],
    })
  }
  const target = targetOf(desk.library, about)
  if (!target) return null
  const item_barcode = BY_ITEM.exec(about)?.[2] ?? null
  const usual = { pickup_branch: usualPickup(desk.library, account), expires_on: usualExpiry(desk.library) }
  const asked = { account, target, item_barcode, ...usual }
  const price = priceOf(desk.library, speech, account, target)
  return page(desk.library, {
    ...shape,
    heading: target.title.title,
    lead: target.title.author,
    sections: [whatIsAsked(desk.library, speech, asked), ...whyNot(desk, speech, asked)],
    acts: [otherwise(desk.library, words, asked), ...otherItems(words, asked)],
    enter: placing(asked, price === '' ? words.act : words.act_for(price)),
  })
}

function targetOf(library: Library, about: string): Target | null {
  const [, said = '', barcode = ''] = BY_ITEM.exec(about) ?? []
  if (barcode !== '') {
    const item = findItem(library, barcode)
    return item && itemTarget(library, item, IS_ITEM_HOLD[said])
  }
  return /^[1-9]\d{0,14}$/.test(about) ? titleTarget(library, Number(about) as TitleId) : null
}

function usualExpiry(library: Library): LocalDate | null {
  return holdExpires(here(library).today, library.policy().settings)
}

type PlaceWords = Words['pages']['holds']['place']

type Asked = {
  readonly account: Account
  readonly target: Target
  /** The item that was scanned or chosen; null when it was asked for by its title. */
  readonly item_barcode: string | null
  readonly pickup_branch: string
  readonly expires_on: LocalDate | null
}

function whatIsAsked(library: Library, speech: Speech, asked: Asked): Section {
  const { account, target, pickup_branch, expires_on } = asked
  const words = speech.words.pages.holds.place
  const { title, item, items } = target
  const line = lineOfTitle(library, title.title_id)
  const waiting = line.filter(({ facts: hold }) => hold.status === 'waiting' || hold.status === 'suspended').length
  const in_count = items.filter((copy) => copy.status === 'available' && copy.out_to === null).length
  return facts('hold', '', [
    [words.queue, waiting === 0 ? '0' : words.queue_place(waiting, waiting + 1)],
    [words.copies_in, words.in_of(in_count, items.length), in_count > 0 ? 'good' : 'warn'],
    [words.asked, item === null ? words.any_copy : itemAlone(words, item)],
    [words.pickup, branchName(library, pickup_branch)],
    [words.notice, words.notices[noticeBy(library, account)]],
    [words.wanted, expires_on === null ? words.wanted_always : speech.date(expires_on)],
    [words.costs, priceOf(library, speech, account, target), 'warn'],
  ])
}

/** "This item only, B WESTOVER v.2, 31234000000023" */
function itemAlone({ this_item }: PlaceWords, { call_number, barcode }: NonNullable<Target['item']>): string {
  return [this_item, call_number, barcode].filter((part) => part !== '').join(', ')
}

/** "$1.00"; empty where placing a hold costs nothing. */
function priceOf(library: Library, speech: Speech, account: Account, target: Target): string {
  const fees = holdFees(library, account, target)
  return fees.length === 0 ? '' : speech.money(cents(fees.reduce((sum, fee) => sum + fee.amount_cents, 0)))
}

/** How the patron is told that the item is ready. */
function noticeBy(library: Library, { row }: Account): keyof PlaceWords['notices'] {
  const contact = library.db.get(patronContact, { patron_id: row.patron_id })
  if (contact?.email) return 'email'
  return contact?.phone ? 'phone' : 'post'
}

/** A refusal is said before Enter; Enter then says it again with the key that answers it. */
function whyNot(desk: Desk, speech: Speech, asked: Asked): readonly Section[] {
  const decision = previewHold(desk.library, { ...asked, overrides: [] }, here(desk.library))
  const found = decision.kind === 'refused' ? decision.refusals : decision.alerts
  if (found.length === 0) return []
  const { blocked, alerts } = speech.words.pages.holds.place
  const heading = decision.kind === 'refused' ? blocked : alerts
  return [
    text(
      'why-not',
      heading,
      found.map((one) => speech.refusal(one).says),
    ),
  ]
}

function whatToHold({ target, item_barcode }: Asked): Pick<Input<'hold.place'>, 'title_id' | 'item_barcode'> {
  return { title_id: target.title.title_id, item_barcode }
}

function placing(asked: Asked, label: string): Act {
  const { target, pickup_branch, expires_on } = asked
  const is_item_hold = target.item !== null
  const call = callOf('hold.place', { ...whatToHold(asked), is_item_hold, pickup_branch, expires_on })
  return act({ label, call })
}

/** One key from any copy to this item only, and back: one volume of a set is not the other. */
function otherItems({ this_item, any_copy }: PlaceWords, { target, item_barcode }: Asked): readonly Act[] {
  if (item_barcode === null) return []
  const [said, label] = target.item === null ? ['copy', this_item] : ['any', any_copy]
  return [goTo({ place: 'hold-new', about: `${said} ${item_barcode}` }, label, 'C')]
}

/** The same hold at another branch, until another day, on any copy or on this item. */
function otherwise(library: Library, words: PlaceWords, asked: Asked): Act {
  const { target, item_barcode, pickup_branch, expires_on } = asked
  const value = target.item === null ? '' : 'yes'
  const copy = item_barcode === null ? [] : [field('is_item_hold', words.this_item, 'tick', { value })]
  const options = library.branches().map(({ branch_code, name }) => ({ value: branch_code, label: name }))
  return act({
    key: 'P',
    label: words.options,
    call: callOf('hold.place', whatToHold(asked)),
    asks: [
      field('pickup_branch', words.pickup, 'choice', { value: pickup_branch, is_required: true, options }),
      ...copy,
      field('expires_on', words.wanted, 'date', { value: expires_on ?? '' }),
    ],
  })
}

/** A copy, or the ISBN printed on one, asks for its title; a card opens its account as always. */
export const askForTitle: ScanTaker = (desk, _command, { item, barcode, isCard }) => {
  if (isCard && !item) return false
  const about = item ? `item ${barcode}` : aboutIsbn(desk.library, barcode)
  const target = about === null ? null : targetOf(desk.library, about)
  if (about === null || !target) return false
  desk.session = went(desk.session, { place: 'hold-new', about })
  const { looked_up, enter_places } = speechOf(desk).words.pages.holds.place
  const said = quietBand(target.title.title, looked_up, enter_places)
  desk.session = withBand(desk.session, said)
  return true
}

function aboutIsbn(library: Library, barcode: string): string | null {
  const isbn = isbn13(barcode)
  const titles = isbn === null ? [] : library.db.all(titlesByIsbn, { isbn })
  return titles[0] && titles.length === 1 ? String(titles[0].title_id) : null
}
