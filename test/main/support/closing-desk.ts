/** Counting a drawer for closing and closing it, as tests do it: everything is as it should be, unless one says so. */
import type { Input } from '../../../shared/ipc/contract.ts'
import type { TestDesk } from './desk.ts'

type Found = Partial<Omit<Input<'closing.found'>, 'commandId'>>
const NOTHING = { checks_count: 0, checks_cents: 0, card_total_cents: null } as const

/** The checks and the card terminal: none, and nobody read it off. */
export const countBesides = (desk: TestDesk, found: Found = {}) =>
  desk.ok('closing.found', { commandId: desk.id(), drawer_code: '', ...NOTHING, ...found })

type Cash = Partial<Omit<Input<'drawer.count'>, 'commandId' | 'reason'>>

/** All of a drawer: its cash, then the checks and the card terminal. */
export async function countAll(desk: TestDesk, cash: number | Cash, found: Found = {}): Promise<void> {
  const given = typeof cash === 'number' ? { total_cents: cash } : cash
  const counting = {
    commandId: desk.id(),
    drawer_code: '',
    reason: 'closing',
    pieces: null,
    total_cents: null,
  } as const
  await desk.ok('drawer.count', { ...counting, ...given })
  const { drawer_code = '' } = given
  await countBesides(desk, { drawer_code, ...found })
}

type More = Partial<Omit<Input<'drawer.close'>, 'commandId'>>

/** Each bag of a test has a number of its own. */
let bags_count = 0

/** A close that leaves what the library's rules say, without a reason. */
export function closing(desk: TestDesk, more: More = {}): Input<'drawer.close'> {
  bags_count += 1
  const bag_number = `T-${bags_count}`
  const said = { drawer_code: '', reason: '', note: '', leave_cents: null, bag_number, safe_cents: 0 }
  return { commandId: desk.id(), ...said, ...more }
}

type Received = Partial<Omit<Input<'drawer.receive'>, 'commandId'>>

/** Who takes the drawer over counts this, and no checks. */
export function receiving(desk: TestDesk, total_cents: number, more: Received = {}): Input<'drawer.receive'> {
  const given = { drawer_code: '', pieces: null, total_cents, checks_count: 0, checks_cents: 0 }
  return { commandId: desk.id(), ...given, ...more }
}
