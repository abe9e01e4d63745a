/** The methods about the pulses that open a drawer: one for no entry of its own, and what became of a lost one. */
import { z } from 'zod'
import { PULSE_REASONS } from '../../journal/events/cash.ts'
import { commandId, EXAMPLE_ID, libraryAct, method } from '../method.ts'
import { cashAct, recorded } from '../methods-cash.ts'

const drawer = z.string().min(1).max(64)

export const PULSE_METHODS = {
  'drawer.pulse': method({
    does:
      'Opens a drawer to try it, to count what is in it, or again where it might not have opened for an entry. ' +
      'Recorded as an opening without a sale. Asks for a second person’s approval where the role may not.',
    permission: 'use-drawer',
    ...cashAct,
    input: z.strictObject({
      commandId,
      drawer_code: drawer,
      reason: z.enum(PULSE_REASONS),
      of_ref: z.string().max(120),
    }),
    refusals: ['drawer-without-device', 'drawer-unknown', 'drawer-elsewhere', 'drawer-on-break', ...recorded],
    example: { commandId: EXAMPLE_ID, drawer_code: 'DRAWER-1', reason: 'test', of_ref: '' },
  }),
  'drawer.settle': method({
    does: 'Says whether a drawer opened for a pulse of which the desk does not know.',
    permission: 'use-drawer',
    ...libraryAct,
    input: z.strictObject({ commandId, job_ref: z.string().min(1).max(80), was_opened: z.boolean() }),
    refusals: ['pulse-settled'],
    example: { commandId: EXAMPLE_ID, job_ref: 'K4N7QW.1.48.0', was_opened: true },
  }),
} as const
