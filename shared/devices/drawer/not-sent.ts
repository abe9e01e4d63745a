/** Why a pulse did not go to its drawer: one that was given up never comes, so the clerk hears what to do. Pure. */
import { heldUpBy } from '../printer/health.ts'
import type { DeviceNow, PrinterNow, WorkEnd } from '../wire.ts'

/**
 * `paper-out`, `cover-open`, `fault`, `offline`: so its printer says. `away`: what opens it is not connected.
 * `at-work`: what opens it is still at something else. `desk-stopped`: the desk stopped before it was sent.
 */
export type NotSent = 'paper-out' | 'cover-open' | 'fault' | 'offline' | 'away' | 'at-work' | 'desk-stopped' | 'other'

/** What only a person mends, and not while the clerk holds the money: it is not waited for. */
const NEEDS_A_PERSON: ReadonlySet<NotSent> = new Set<NotSent>(['paper-out', 'cover-open', 'fault'])

export function needsPerson(reason: NotSent): boolean {
  return NEEDS_A_PERSON.has(reason)
}

/** What the device answered that did nothing. */
export function notSentBy(detail: WorkEnd['detail']): NotSent {
  switch (detail) {
    case 'paper-out':
    case 'cover-open':
    case 'fault':
    case 'offline':
      return detail
    case 'no-answer':
      return 'offline'
    case 'no-such-device':
    case 'not-ready':
    case 'removed':
    case 'lost':
      return 'away'
    default:
      return 'other'
  }
}

type DeviceState = {
  /** Null: it was not told yet, or is not set up. */
  readonly now: DeviceNow | null
  readonly printer: PrinterNow | null
  readonly is_at_work: boolean
}

/** Why the device that would open the drawer was not given the pulse. */
export function notSentTo({ now, printer, is_at_work }: DeviceState): NotSent {
  if (now?.state !== 'ready') return 'away'
  const heldUp = printer && heldUpBy(printer)
  if (heldUp) return heldUp
  return is_at_work ? 'at-work' : 'other'
}
