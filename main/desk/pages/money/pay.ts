/**
 * Taking money: the charges of the open patron, of those whose cards were scanned besides, and what is sold. Without an
 * open drawer it says how to open one. Must never show charges of anybody whose card was not scanned.
 */
import type { Product } from '../../../../shared/cash/rules.ts'
import { PAPER_ID, saleId, withPayer } from '../../../../shared/desk/session/basket.ts'
import { changed, withBand } from '../../../../shared/desk/session/session.ts'
import { PAY_TENDERS } from '../../../../shared/desk/pay/payment-section.ts'
import type { Act, PageView, Section } from '../../../../shared/desk/page.ts'
import { quietBand } from '../../../../shared/desk/words/words.ts'
import { cents } from '../../../../shared/kernel/money.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import { cashRules, drawerCalled } from '../../../cash/cash-rules.ts'
import { monthLeft } from '../../../cash/in-kind-tender.ts'
import { isSession, sessionFor } from '../../../cash/sessions.ts'
import { cardByBarcode } from '../../../store/patrons/patron-rows.ts'
import { here } from '../../../library/here.ts'
import { openSessions } from '../../../store/money/cash-rows.ts'
import { patronId } from '../../../../shared/kernel/ids.ts'
import { paperSaid, payerId, saleNow } from '../../money/pay/basket.ts'
import { noteView } from '../../privacy/record-views.ts'
import { actorOf, type Desk } from '../../desk.ts'
import { speechOf } from '../../clerk-language.ts'
import { drawnSteps } from '../drawn-steps.ts'
import type { ScanTaker } from '../kinds.ts'
import { act, callOf, field, goTo, page, steps, text } from '../make.ts'
import { chargeLineId, creditOf, nameOf, owing, payLines } from './pay-lines.ts'

/** @param about the drawer that takes the money; empty for the only one that is open */
export function payPage(desk: Desk, about: string): PageView {
  const speech = speechOf(desk)
  const words = speech.words.pages.pay
  const drawer = sessionFor(desk.library, about)
  const draft = { ref: { place: 'pay', about } as const, heading: words.heading }
  if (!isSession(drawer)) return page(desk.library, { ...draft, ...withoutDrawer(desk, speech, drawer.code) })
  const payment = paymentSection(desk, speech, about)
  return page(desk.library, {
    ...draft,
    lead: paperSaid(desk),
    line_hint: lineHint(desk, words),
    sections: [payment, quickKeys(desk, speech)],
    acts: [paperAct(desk, speech), ...removals(desk, speech)],
  })
}

/** What the line takes here; of what is sold by its letter, the first is the example. */
function lineHint({ library, session }: Desk, words: Speech['words']['pages']['pay']): string {
  const [letter = ''] = cashRules(library).products.map(({ key_letter }) => key_letter)
  const card = session.patron_id === null ? words.line_card : words.line_household
  return letter === '' ? card : words.line_or_sell(card, letter)
}

/** Which of several drawers, or how to open the first. */
function withoutDrawer(desk: Desk, speech: Speech, code: string): Pick<PageView, 'sections' | 'acts' | 'enter'> {
  const words = speech.words.pages.pay
  if (code === 'drawer-which') {
    const acts = desk.library.db
      .all(openSessions, {})
      .map(({ drawer_code }) =>
        goTo({ place: 'pay', about: drawer_code }, drawerCalled(desk.library, speech.words, drawer_code)),
      )
    return {
      sections: [
        choices(
          'which',
          words.which,
          acts.map((one) => ({ act: one, caption: '' })),
          '',
        ),
      ],
      acts: [],
      enter: null,
    }
  }
  const drawer = { place: 'drawer', about: '' } as const
  if (code === 'drawer-suspended') {
    const says = text('drawer', '', [words.suspended])
    return { sections: [says], acts: [], enter: goTo(drawer, words.to_drawer, 'O') }
  }
  const begin = steps('begin', '', words.no_drawer, drawnSteps(speech, 'drawer'))
  return { sections: [begin], acts: [], enter: goTo(drawer, words.open_drawer, 'O') }
}

function paymentSection(desk: Desk, { words }: Speech, drawer_code: string): Section {
  const { pay } = words.pages
  const { library, session } = desk
  const lines = payLines(desk)
  const known = { drawer_code, is_exact_possible: true, is_large_meant: false }
  return {
    kind: 'payment',
    section_id: 'payment',
    heading: pay.lines,
    who: session.patron_id === null ? pay.sales : pay.who(nameOf(library, session.patron_id)),
    lines: [...lines],
    due_cents: lines.reduce((sum, one) => sum + one.amount_cents, 0),
    tenders: [...PAY_TENDERS],
    credit_cents: creditOf(desk),
    in_kind: inKindOffers(desk),
    can_keep_change: session.patron_id !== null,
    rounding: cashRules(library).rounding,
    empty: pay.nothing,
    call: callOf('payment.take', { ...known, paper: session.basket.paper }),
    preview: callOf('payment.preview', known),
  }
}

/** What is taken here beside money, and what is left of it of the month of each patron whose charges are shown. */
function inKindOffers({ library, session }: Desk): Extract<Section, { kind: 'payment' }>['in_kind'] {
  const patrons = [...(session.patron_id === null ? [] : [session.patron_id]), ...session.basket.payer_ids]
  const { in_kind } = cashRules(library)
  const shown = (in_kind.length === 0 ? [] : patrons).map((patron_id) => {
    return { patron_id, line_ids: owing(library, patron_id).map(({ row }) => chargeLineId(row.charge_ref)) }
  })
  return in_kind.map((kind) => {
    const { kind_code, name, per_kind, value_cents, receipt_cents_max: most_cents } = kind
    const months = shown.flatMap(({ patron_id, line_ids }) => {
      const left_cents = monthLeft(library, kind, patron_id)
      return left_cents === null ? [] : [{ line_ids, left_cents }]
    })
    return { kind_code, name, per_kind, value_cents, most_cents, months }
  })
}

type Choice = Extract<Section, { kind: 'choices' }>['choices'][number]

function choices(section_id: string, heading: string, all: readonly Choice[], empty: string): Section {
  return { kind: 'choices', section_id, heading, choices: [...all], empty }
}

function quickKeys({ library }: Desk, speech: Speech): Section {
  const { pay } = speech.words.pages
  const all = cashRules(library).products.map((product) => quickKey(speech, product))
  return choices('sell', pay.quick_keys, all, pay.no_products)
}

function quickKey({ words, money }: Speech, product: Product): Choice {
  const { pay } = words.pages
  const { product_code, kind, name, key_letter, price_cents, tax_bp } = product
  const known = { product_code, quantity_count: 1 }
  const isOpen = price_cents === null
  const isSale = kind === 'sale'
  const sell = act({
    key: key_letter,
    label: name,
    call: callOf('basket.add', isOpen ? known : { ...known, price_cents: null }),
    asks: isOpen ? [field('price_cents', isSale ? pay.price : pay.gift, 'money', { is_required: true })] : [],
  })
  if (isOpen) return { act: sell, caption: isSale ? pay.price_open : pay.gift_open }
  return { act: sell, caption: tax_bp > 0 ? pay.taxed(money(price_cents)) : money(price_cents) }
}

/** Its letter is of no tender; a product of the library that has the same one keeps it. */
const PAPER_LETTERS = ['P', 'R', 'W', 'N'] as const

/** Keys in a receipt that was written by hand; once one is named, takes it out again. */
function paperAct(desk: Desk, { words }: Speech): Act {
  const { paper } = words.pages.pay
  const taken = cashRules(desk.library).products.map(({ key_letter }) => key_letter)
  const key = PAPER_LETTERS.find((letter) => !taken.includes(letter)) ?? ''
  const named = desk.session.basket.paper
  if (named !== null)
    return act({ key, label: paper.drop(named.paper_number), call: callOf('basket.remove', { line_id: PAPER_ID }) })
  return act({
    key,
    label: paper.act,
    says: paper.says,
    call: callOf('basket.paper', {}),
    asks: [
      field('paper_number', paper.number, 'code', { is_required: true }),
      field('written_on', paper.on, 'date', { value: here(desk.library).today, is_required: true }),
      field('time', paper.time, 'text', { hint: paper.time_hint, is_beside: true }),
    ],
    weight: 'more',
  })
}

/** What was added can be taken out again. */
function removals(desk: Desk, { words }: Speech): readonly Act[] {
  const { pay } = words.pages
  const { sales, payer_ids } = desk.session.basket
  const rules = cashRules(desk.library)
  const sold = sales.map((sale) => {
    const label = pay.counted(saleNow(rules, sale)?.product.name ?? sale.product_code, sale.quantity_count)
    return [saleId(sale), label] as const
  })
  const others = payer_ids.map((patron_id) => [payerId(patron_id), nameOf(desk.library, patron_id)] as const)
  return [...sold, ...others].map(([line_id, label]) =>
    act({ label: pay.remove(label), call: callOf('basket.remove', { line_id }), weight: 'more' }),
  )
}

/** A card scanned while a payment is put together: the same person pays what that patron owes, too. */
export const takePayer: ScanTaker = (desk, _command, { barcode, isCard, isTyped }) => {
  const { library, session } = desk
  if (!isCard || session.patron_id === null || !isSession(sessionFor(library, session.page?.about ?? ''))) return false
  const found = library.db.get(cardByBarcode, { barcode })
  if (!found || found.patron_id === session.patron_id) return false
  const patron_id = patronId(found.patron_id)
  // A number that is typed into a payment has its reason with it.
  if (isTyped) noteView(library, actorOf(desk), patron_id, 'typed', 'money')
  else noteView(library, actorOf(desk), patron_id, 'card')
  const { words, money } = speechOf(desk)
  const { pay } = words.pages
  const name = nameOf(library, patron_id)
  const owed = owing(library, patron_id).reduce((sum, { state }) => sum + state.owed_cents, 0)
  const basket = owed === 0 ? session.basket : withPayer(session.basket, patron_id)
  const says = owed === 0 ? pay.owes_nothing(name) : pay.payer_added(name, money(cents(owed)))
  desk.session = withBand(changed({ ...desk.session, basket }), quietBand(says))
  return true
}
