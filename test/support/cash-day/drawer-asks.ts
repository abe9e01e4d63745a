/** What is asked at the ends of a session, and as a drawer changes hands: the float, the close, the bag, the bank. */
import type { Input, MethodName } from '../../../shared/ipc/contract.ts'
import type { Act } from './acts.ts'
import type { DayDesk } from './desk.ts'
import { changeHands, closing, custody as custodyOf, differs, rightHand, type Said, type Wish } from './hands.ts'
import type { Clerk, Session } from './lines.ts'
import type { Model } from './model.ts'

/**
 * What should come of it. `asked`: a second person is, and it is done once they approve. `either`: the research does
 * not say whether it is to be refused.
 */
export type Verdict = {
  readonly is: 'done' | 'refused' | 'asked' | 'either'
  /** What the model does once the desk has done it. */
  readonly does: (ref: string) => void
  /** A count that is kept where it is not done, and what the model does then. */
  readonly keeps?: () => void
  /** What it is counted as; that of the act where it is left out. */
  readonly name?: string
  /** The kind of its entry, where a second person may be asked. */
  readonly kind?: 'drawer-opened' | 'drawer-counted' | 'drawer-closed' | 'custody-changed' | 'place-settled'
  /** Of a receipt: what was paid, given back and rounded. */
  readonly told?: { readonly total_cents: number; readonly change_cents: number; readonly rounding_cents: number }
}

export type Asked = { readonly method: MethodName; readonly input: Input<MethodName> }
export type Ask = readonly [Asked, Verdict]
export type Both = { readonly model: Model; readonly desk: DayDesk }

type Id = { readonly commandId: string }
type AtDrawer = Id & { readonly drawer_code: string }
type OpenAct = Extract<Act, { act: 'open' }>
type CloseAct = Extract<Act, { act: 'close' }>
type CustodyAct = Extract<Act, { act: 'custody' }>
type BankAct = Extract<Act, { act: 'bank' }>
type CarryAct = Extract<Act, { act: 'carry' }>
type TallyAct = Extract<Act, { act: 'tally' }>

export const REFUSED: Verdict = { is: 'refused', does: () => undefined }

/** Who should ask for this one; null: it is all the same. */
export function clerkFor({ sessions, bags }: Model, act: Act): Clerk | null {
  if (act.act === 'bank' && act.is_by_another && bags.length > 0) return otherThan(picked(bags, act.at).filled_by)
  // It takes a role that may see cash.
  if (act.act === 'carry') return 'rortiz'
  if (act.act !== 'custody' || !act.is_by_right_hand) return null
  const session = sessions.find((one) => one.drawer === act.drawer && one.status !== 'closed')
  return session === undefined ? null : rightHand(session, wishOf(session, act).reason)
}

export function otherThan(by: Clerk): Clerk {
  return by === 'rortiz' ? 'BC-1' : 'rortiz'
}

const wordsFor = (says: Said, reason: string) => ({
  reason: says === 'nothing' ? '' : reason,
  note: says === 'all' ? 'Counted twice.' : '',
})

/** The float is what was left, more or less; a first one is any amount. */
export function open(model: Model, id: Id, { drawer: drawer_code, amount, off, says }: OpenAct): Ask {
  const from = model.leftAt(drawer_code)
  const total_cents = from === null ? amount : Math.max(0, from.left + off)
  const input = { ...id, drawer_code, pieces: null, total_cents, ...wordsFor(says, 'WRONG-FLOAT') }
  const asked = { method: 'drawer.open', input } as const
  if (model.openAt(drawer_code) !== null) return [asked, REFUSED]
  const by = from === null ? 0 : total_cents - from.left
  const is = differs(by, says)
  const does = (ref: string): void => model.open(ref, drawer_code, total_cents)
  const kind = 'drawer-opened'
  const isSame = from?.float?.by === model.by && from.float.counted === total_cents
  if (is === 'done' || from === null || isSame) return [asked, { is, does, kind }]
  return [asked, { is, does, kind, keeps: () => void (from.float = { by: model.by, counted: total_cents }) }]
}

/** No more goes out of a place than its entries have. */
export function carry(model: Model, id: Id, { way, percent, bag }: CarryAct): Ask {
  const [from, to] = (
    {
      'safe-to-bag': ['safe', 'bank-bag'],
      'safe-to-fund': ['safe', 'change-fund'],
      'fund-to-safe': ['change-fund', 'safe'],
    } as const
  )[way]
  const there = Math.max(0, model.sums.get(from) ?? 0)
  const total_cents = part(there, percent)
  const bag_number = to === 'bank-bag' ? bagOf(model, bag) : ''
  const asked = { method: 'place.move', input: { ...id, way, pieces: null, total_cents, bag_number } } as const
  const isFillable = to === 'bank-bag' ? model.mayFill(bag_number) : model.counted.has(to)
  if (!isFillable || !model.counted.has(from) || total_cents === 0 || total_cents > there) return [asked, REFUSED]
  return [asked, { is: 'done', does: (ref) => model.carry(from, to, total_cents, { ref, number: bag_number }) }]
}

/** By how much the count of a place differs: nobody counts less than nothing. */
function tallied(model: Model, { place, off }: TallyAct): { readonly total_cents: number; readonly by: number } {
  const there = model.sums.get(place) ?? 0
  const total_cents = Math.max(0, there + off)
  return { total_cents, by: total_cents - there }
}

/** What stays in a drawer unless a person says otherwise. */
const FLOAT = 10_000

/** What the count before it differs by goes into the accounts of the place. */
export function tally(model: Model, id: Id, act: TallyAct): Ask {
  const { place, says } = act
  const { by } = tallied(model, act)
  const asked = { method: 'place.settle', input: { ...id, place, ...wordsFor(says, 'NOT-KNOWN') } } as const
  if (by === 0) return [asked, REFUSED]
  // What the first count finds more was there before: nobody has to say why.
  const is = differs(by, by > 0 && !model.counted.has(place) ? 'all' : says)
  return [asked, { is, does: () => model.tally(place, by), kind: 'place-settled' }]
}

/** The counts before a close, or before the safe or the change fund is settled. */
export function countsBefore(both: Both, act: Act): readonly Asked[] {
  if (act.act === 'close') return closingCounts(both, act)
  if (act.act !== 'tally') return []
  const { total_cents, by } = tallied(both.model, act)
  if (by === 0) both.model.counted.add(act.place)
  const input = { commandId: both.desk.id(), place: act.place, pieces: null, total_cents }
  return [{ method: 'place.count', input }]
}

/** The counts of a close, which come before it and tell nothing. */
function closingCounts({ model, desk }: Both, { drawer: drawer_code, off }: CloseAct): readonly Asked[] {
  const session = model.openAt(drawer_code)
  if (session === null) return []
  model.countedBy(session)
  const total_cents = Math.max(0, session.cash + off)
  const cash = { commandId: desk.id(), drawer_code, reason: 'closing', pieces: null, total_cents } as const
  const found = { checks_count: 1, checks_cents: session.checks, card_total_cents: session.card }
  return [
    { method: 'drawer.count', input: cash },
    { method: 'closing.found', input: { commandId: desk.id(), drawer_code, ...found } },
  ]
}

export function close(model: Model, at: AtDrawer, act: CloseAct): Ask {
  const session = model.openAt(act.drawer)
  const counted = Math.max(0, (session?.cash ?? 0) + act.off)
  const there = model.sums.get('safe') ?? 0
  const safe_cents = act.safe === null || there <= 0 ? 0 : part(there, act.safe)
  const leave_cents = part(counted, act.leave)
  const bag_number = bagOf(model, act.bag)
  const input = { ...at, ...wordsFor(act.says, 'NOT-KNOWN'), leave_cents, bag_number, safe_cents }
  const asked = { method: 'drawer.close', input } as const
  // A drawer that is suspended can be counted and closed: its custodian may be gone.
  if (session === null || session.on_break !== null) return [asked, REFUSED]
  // Another float than the rules leave is a difference as any other (R12); the larger one tells what it takes.
  const [off, float_by] = [counted - session.cash, leave_cents - Math.min(FLOAT, counted)]
  const is = closing(session, model.by, Math.abs(float_by) > Math.abs(off) ? float_by : off, act.says)
  const into = { leave: leave_cents, safe: safe_cents, bag: bag_number }
  const isFilled = model.bagged(session, counted, into) > 0
  const isTooMuch = leave_cents > counted || safe_cents > Math.max(0, there)
  if (isTooMuch || (isFilled && !model.mayFill(bag_number))) return [asked, REFUSED]
  return [asked, { is, does: (ref) => model.close(session, counted, into, ref), kind: 'drawer-closed' }]
}

/** What goes on from how it is: who is named comes, or who left comes back. */
function endOf({ status, on_break }: Session): Wish['reason'] {
  if (status === 'suspended') return 'resume'
  return on_break !== null && on_break.named !== null && on_break.cover === null ? 'cover' : 'back'
}

function wishOf(session: Session, { reason, named, counted }: CustodyAct): Wish {
  return { reason: reason === 'end' ? endOf(session) : reason, named: named === '' ? null : named, counted }
}

export function custody(model: Model, at: AtDrawer, act: CustodyAct): Ask {
  const session = model.openAt(act.drawer)
  const wish = session === null ? { reason: 'suspend' as const, named: null, counted: null } : wishOf(session, act)
  const asked = { method: 'drawer.custody', input: { ...at, what: whatOf(wish) } } as const
  if (session === null) return [asked, REFUSED]
  const by = model.by
  const is = custodyOf(session, by, wish)
  return [asked, { is, does: () => changeHands(session, by, wish), kind: 'custody-changed', name: wish.reason }]
}

function whatOf({ reason, named, counted: counted_cents }: Wish): Input<'drawer.custody'>['what'] {
  switch (reason) {
    case 'suspend':
    case 'resume':
      return { reason }
    case 'break':
      return { reason, cover_code: named ?? '', counted_cents }
    case 'cover':
      return { reason, counted_cents: counted_cents ?? 0 }
    case 'back':
      return { reason, counted_cents }
  }
}

/** Now and then of a bag that is at the bank already. */
export function bank({ model, desk }: Both, id: Id, { at, in_days, off, is_meant }: BankAct): Ask {
  const bag = model.bags.length === 0 ? null : picked(model.bags, at)
  const banked = Math.max(0, (bag?.cents ?? 500) + off)
  const on = desk.dayFromToday(in_days)
  const asked = {
    method: 'deposit.bank',
    input: { ...id, bag_ref: bag?.ref ?? 'T.1.1', banked_cents: banked, banked_on: on, is_difference_meant: is_meant },
  } as const
  if (bag === null || !model.mayBank(bag, { banked, on, is_meant })) return [asked, REFUSED]
  return [asked, { is: 'done', does: () => model.bank(bag, banked) }]
}

/** The number of a new bag; now and then that of another one, written otherwise, or none. */
export function bagOf({ bags }: Model, at: number): string {
  if (at % 13 === 0) return at % 2 === 0 ? '' : ' - '
  if (at % 4 > 0 || bags.length === 0) return `Bag ${bags.length + 1}-${at}`
  const { number } = picked(bags, at)
  return [number.replace(' ', ''), number.toUpperCase(), number.replace('-', ' - '), number][at % 3] ?? number
}

export function picked<One>(list: readonly One[], at: number): One {
  const one = list[at % list.length]
  if (one === undefined) throw new Error('nothing to pick from')
  return one
}

/** At least one cent. */
export function part(amount: number, percent: number): number {
  return Math.max(1, Math.trunc((amount * percent) / 100))
}
