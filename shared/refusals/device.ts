/** Every refusal about the devices at this desk. In precedence order. */
import { STOP, type RefusalEntry } from './entry.ts'

export const DEVICE_REFUSALS = {
  'practice-only': STOP,
  'no-devices-here': STOP,
  'training-devices-only': STOP,
  'no-such-device': { ...STOP, facts: { device: 'text' } },
  'device-known': { ...STOP, facts: { device: 'text' } },
  'printer-model-unknown': { ...STOP, facts: { model: 'text' } },
  'prefix-too-long': { ...STOP, facts: { max: 'count' } },
  'logo-not-found': STOP,
  'logo-not-png': STOP,
  'logo-too-large': { ...STOP, facts: { max: 'count' } },
  'logo-blank': STOP,
  'scans-do-not-agree': STOP,
  'no-beeper': STOP,
  'no-receipt-printer': STOP,
  'job-over': STOP,
  'too-many-devices': { ...STOP, facts: { max: 'count' } },
  'drawer-without-device': { ...STOP, facts: { drawer: 'text' } },
  'drawer-level-unknown': STOP,
  'drawer-level-same': STOP,
  'pulse-settled': STOP,
} as const satisfies Readonly<Record<string, RefusalEntry>>
