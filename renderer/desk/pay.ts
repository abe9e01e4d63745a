/**
 * The payment part while it is put together: which lines are chosen, which tender, what is typed. Pure. Belongs to the
 * open form, whose id and preview are those of any form.
 */
import {
  comingOf,
  creditReach,
  dueCents,
  givenCents,
  TYPED_AMOUNT,
  type Coming,
  type Payment,
  type TypedTender,
} from '../../shared/desk/pay/payment.ts'
import type { PayKey } from '../../shared/desk/pay/pay-keys.ts'
import type { PayTender } from '../../shared/desk/pay/payment-section.ts'
import { readInKind } from '../../shared/desk/pay/in-kind.ts'
import {
  creditFault,
  NO_TEXTS,
  numbersOf,
  readAmount,
  readTender,
  tenderSoFar,
  type PayFault,
  type PayTexts,
} from '../../shared/desk/pay/read-tender.ts'
import type { Act, PageView } from '../../shared/desk/page.ts'
import { cents, type Cents } from '../../shared/kernel/money.ts'

export type Pay = {
  /** The ids of the lines that are paid. */
  readonly chosen: readonly string[]
  /** Those that the station knew when it was last heard: a line that is new is chosen as it says. */
  readonly known: readonly string[]
  /** The line that Space chooses; null while the cursor is on none. */
  readonly line_id: string | null
  /** Chosen by its key or button; null: an amount that is typed is cash. */
  readonly tender: PayTender | null
  readonly texts: PayTexts
  /** The credit that is typed also pays what others owe. */
  readonly is_for_others: boolean
  /** Which goods or work, where they are the tender; empty: none. */
  readonly kind_code: string
  /** The change stays on the patron's account. */
  readonly keeps_change: boolean
  /** The drawer can make change to the cent: said otherwise where the library rounds only then. */
  readonly is_exact_possible: boolean
  /** The amount was filled in by a key, such as that of the next note; another tender fills in its own. */
  readonly is_filled: boolean
  /** Tenders that were added before the one that is typed. */
  readonly added: readonly TypedTender[]
  readonly fault: PayFault | null
  /** The key that would take away what is typed: pressed again, it does. */
  readonly asked: PayKey | null
  /** The station asked whether this is meant, by the property that says so; the next Enter says that it is. */
  readonly meant: Readonly<Record<string, true>>
}

/** No tender: as it is opened, and after Esc. */
export const NOTHING_TYPED = {
  tender: null,
  texts: NO_TEXTS,
  is_for_others: false,
  keeps_change: false,
  is_exact_possible: true,
  kind_code: '',
  is_filled: false,
  added: [],
  fault: null,
  asked: null,
  meant: {},
} as const

export function paymentOf(page: PageView | null | undefined): Payment | null {
  return page?.sections.find((one) => one.kind === 'payment') ?? null
}

const CHOSEN = 'chosen'
const idsText = (ids: readonly string[]): string => ids.join('\n')

function offeredIds({ lines }: Payment): readonly string[] {
  return lines.filter((line) => line.is_chosen).map((line) => line.line_id)
}

/** What it was typed for: with other lines, or another amount due, nothing of it is offered again. */
const TYPED_FOR = 'typed_for'
/** A check or a card that the amount was typed for: it comes back as no cash. */
const TENDER = 'tender'
function typedFor({ due_cents, lines }: Payment): string {
  return JSON.stringify([due_cents, lines.map((line) => line.line_id)])
}

type Texts = Readonly<Record<string, string>>

export function isTypedFor(section: Payment, kept: Texts): boolean {
  return kept[TYPED_FOR] === typedFor(section)
}

/**
 * The part as an act with a form: what is kept of it as a draft is which lines are chosen, and the amount of cash, of a
 * check or of a card that was typed for them. Never one that a key filled in, nor the number of a check or a card.
 */
export function payAct(section: Payment): Act {
  const { section_id, heading, call, preview } = section
  const value = idsText(offeredIds(section))
  const shown = {
    label: '',
    kind: 'choice',
    is_required: false,
    hint: '',
    options: [],
    is_beside: false,
    only_with: '',
    group: '',
  } as const
  return {
    act_id: `pay ${section_id}`,
    key: '',
    label: heading,
    call,
    asks: [
      { name: CHOSEN, value, ...shown, options: [] },
      { name: TYPED_AMOUNT, value: '', ...shown, options: [] },
      { name: TENDER, value: '', ...shown, options: [] },
      { name: TYPED_FOR, value: typedFor(section), ...shown, options: [] },
    ],
    says: '',
    preview,
    is_grave: false,
    weight: 'main',
  }
}

/** What the draft holds. */
export function payTexts(pay: Pay, section: Payment): Texts {
  const { chosen, texts, tender, is_filled, added } = pay
  const isMoney = tender !== 'credit' && tender !== 'in-kind'
  const isKept = isMoney && !is_filled && added.length === 0 && texts.amount !== ''
  return {
    [CHOSEN]: idsText(chosen),
    [TYPED_AMOUNT]: isKept ? texts.amount : '',
    [TENDER]: isKept && tender !== 'cash' ? (tender ?? '') : '',
    [TYPED_FOR]: typedFor(section),
  }
}

/** As it is opened. @param kept the texts of a draft of the same lines, if there is one */
export function newPay(section: Payment, kept: Texts | null): Pay {
  const known = section.lines.map((line) => line.line_id)
  const text = kept?.[CHOSEN]
  const chosen = text === undefined ? offeredIds(section) : text.split('\n').filter((id) => known.includes(id))
  const texts = { ...NO_TEXTS, amount: kept?.[TYPED_AMOUNT] ?? '' }
  const tender = (['check', 'card'] as const).find((one) => one === kept?.[TENDER]) ?? null
  return { chosen, known, line_id: null, ...NOTHING_TYPED, tender, texts }
}

/** Goes on with the lines of a newer snapshot; null without a payment on the page. */
export function payAfter(pay: Pay | null, section: Payment | null): Pay | null {
  if (!pay || !section) return null
  const known = section.lines.map((line) => line.line_id)
  const isNew = (id: string): boolean => !pay.known.includes(id)
  const offered = offeredIds(section)
  const chosen = known.filter((id) => (isNew(id) ? offered.includes(id) : pay.chosen.includes(id)))
  const line_id = pay.line_id !== null && known.includes(pay.line_id) ? pay.line_id : null
  return { ...pay, chosen, known, line_id }
}

/** The line above or below; up from the first leaves the lines. */
export function walkedLine(pay: Pay, { lines }: Payment, by: 1 | -1): string | null {
  const at = lines.findIndex((line) => line.line_id === pay.line_id)
  return lines[Math.min(at + by, lines.length - 1)]?.line_id ?? null
}

/** The lines as chosen after this one was chosen or taken away, in their order. */
export function toggled({ chosen }: Pay, { lines }: Payment, line_id: string): readonly string[] {
  const isThere = chosen.includes(line_id)
  const now = isThere ? chosen.filter((id) => id !== line_id) : [...chosen, line_id]
  return lines.map((line) => line.line_id).filter((id) => now.includes(id))
}

/** The tender as it is typed: whole, or what is missing; null: there is none. */
export function readTyped(pay: Pay, section: Payment) {
  if (pay.tender === 'in-kind')
    return readInKind(section, new Set(pay.chosen), pay.kind_code, pay.texts.amount, pay.added)
  const read = readTender(pay.tender, pay.texts)
  return read && 'tender' in read ? { tender: withReach(read.tender, pay) } : read
}

function typedSoFar(pay: Pay, section: Payment): TypedTender | null {
  if (pay.tender !== 'in-kind') return withReach(tenderSoFar(pay.tender, pay.texts), pay)
  const read = readTyped(pay, section)
  return read && 'tender' in read ? read.tender : null
}

/** A tender was chosen, or something was typed: Esc takes it away before it leaves. */
export function isTouched({ tender, texts, added }: Pay): boolean {
  return tender !== null || texts.amount !== '' || added.length > 0
}

/** What is given so far and no draft keeps. */
export function hasUnkept({ tender, texts, added }: Pay): boolean {
  return added.length > 0 || numbersOf(tender).some((field) => texts[field].trim() !== '')
}

/** Whether this key would take away figures that a person typed: an amount, or the number of a check or a card. */
export function wouldLose(pay: Pay, section: Payment, key: PayKey): boolean {
  const { tender, texts, is_filled } = pay
  const hasNumbers = numbersOf(tender).some((field) => texts[field].trim() !== '')
  const hasAmount = texts.amount.trim() !== '' && !is_filled
  switch (key) {
    case 'exact':
    case 'cash': {
      const read = readAmount(texts.amount)
      const isSame = read && 'amount_cents' in read && read.amount_cents === payNow(pay, section).left_cents
      return hasNumbers || (hasAmount && !(isSame && tender !== 'in-kind'))
    }
    case 'next-note':
    case 'in-kind':
      return hasNumbers || hasAmount
    case 'check':
    case 'card':
    case 'credit':
      return tender !== key && (hasNumbers || (hasAmount && tender === 'in-kind'))
    default:
      return false
  }
}

/** There is change, which can stay on the account. */
export function hasChange(pay: Pay, section: Payment): boolean {
  const { coming } = payNow(pay, section)
  return section.can_keep_change && coming.kind === 'whole' && coming.change_cents + coming.credit_cents > 0
}

/** What was tendered before the one that is typed. */
function addedCents({ added }: Pay): number {
  return added.reduce((sum, one) => sum + givenCents(one), 0)
}

/** The first goods or work of the library's list, or with one chosen the next. */
export function nextKind({ kind_code, tender }: Pay, { in_kind }: Payment): Partial<Pay> {
  const at = tender === 'in-kind' ? in_kind.findIndex((one) => one.kind_code === kind_code) + 1 : 0
  const kind = in_kind[at % in_kind.length]
  return { tender: 'in-kind', kind_code: kind?.kind_code ?? '', texts: NO_TEXTS, is_filled: false, fault: null }
}

/** Credit, with whose charges it pays as the clerk chose. */
function withReach<One extends TypedTender | null>(tender: One, { is_for_others }: Pick<Pay, 'is_for_others'>) {
  return tender?.tender === 'credit' && is_for_others ? { ...tender, is_for_others } : tender
}

/** Whether others' charges are among the chosen lines, which the credit pays only once that was chosen. */
export function hasOthers({ chosen }: Pay, { lines }: Payment): boolean {
  return lines.some(({ line_id, credit }) => credit === 'others' && chosen.includes(line_id))
}

export type PayNow = {
  /** Of the chosen lines. */
  readonly due_cents: Cents
  /** Those that were added, and the one that is typed. */
  readonly tenders: readonly TypedTender[]
  /** What the added tenders leave to be paid. */
  readonly left_cents: Cents
  readonly coming: Coming
}

/** What it comes to as it stands. */
export function payNow(pay: Pay, section: Payment): PayNow {
  const due_cents = dueCents(section, new Set(pay.chosen))
  const typed = typedSoFar(pay, section)
  const tenders = typed ? [...pay.added, typed] : pay.added
  const before = comingOf(section, due_cents, pay.added)
  const left_cents = before.kind === 'part' ? before.stays_cents : due_cents
  return { due_cents, tenders, left_cents, coming: comingOf(section, due_cents, tenders, pay) }
}

/** What is typed, with the tenders before it; or what is wrong with it, said at its field. */
export function readAll({
  pay,
  section,
}: {
  readonly pay: Pay
  readonly section: Payment
}): { readonly pay: Pay } | { readonly fault: PayFault } {
  if (pay.chosen.length === 0) return { fault: { at: 'amount', reason: 'no_line' } }
  const read = readTyped(pay, section)
  if (read && 'fault' in read) return read
  const added = read ? [...pay.added, read.tender] : pay.added
  const whole = { ...pay, ...NOTHING_TYPED, added }
  const { due_cents, coming } = payNow(whole, section)
  const isForOthers = added.some((one) => one.tender === 'credit' && one.is_for_others === true)
  const credit = creditFault(added, creditReach(section, new Set(pay.chosen), isForOthers))
  if (credit) return { fault: credit }
  if (coming.kind === 'nothing') return { fault: { at: 'amount', reason: 'no_tender' } }
  if (coming.kind !== 'over') return { pay: whole }
  return { fault: { at: 'amount', reason: 'over', most_cents: cents(Math.max(0, due_cents - addedCents(pay))) } }
}
