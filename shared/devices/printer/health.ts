/** How a printer is, put together from what it says, and what of it keeps a job from being printed. Pure. */
import type { PrinterNow, WorkEnd } from '../wire.ts'
import type { PrinterEvent } from './status/status-events.ts'

/** Before it said anything. */
export const NOTHING_SAID: PrinterNow = {
  is_online: true,
  is_cover_open: false,
  paper: 'unknown',
  fault: 'none',
  drawer_level: 'unknown',
}

export function healthAfter(now: PrinterNow, event: PrinterEvent): PrinterNow {
  switch (event.event) {
    case 'online':
      return { ...now, is_online: event.is_online }
    case 'cover':
      return { ...now, is_cover_open: event.is_open }
    case 'paper':
      return { ...now, paper: event.paper }
    case 'fault':
      return { ...now, fault: event.fault }
    case 'drawer':
      return { ...now, drawer_level: event.level }
    case 'acknowledged':
    case 'nonsense':
      return now
  }
}

/** Why it prints nothing now; null: it prints. The cover first: with it open most say that there is no paper, too. */
export function heldUpBy(
  now: PrinterNow,
): Extract<WorkEnd['detail'], 'cover-open' | 'paper-out' | 'fault' | 'offline'> | null {
  if (now.is_cover_open) return 'cover-open'
  if (now.paper === 'out') return 'paper-out'
  if (now.fault !== 'none') return 'fault'
  return now.is_online ? null : 'offline'
}
