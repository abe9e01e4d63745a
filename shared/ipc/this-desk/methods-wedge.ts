/** The methods of a scanner that types. Who may use them looks after the desk. */
import { z } from 'zod'
import { heardScanSchema } from '../../devices/scan/wedge-setup.ts'
import { commandId, EXAMPLE_ID, libraryAct, libraryView, method, nothing } from '../method.ts'

const permission = 'look-after-desk' as const

export const WEDGE_METHODS = {
  'keyboard-scanner.heard': method({
    does: 'Shows what the keys of one scan were, on the page where a keyboard scanner is set up. Records nothing.',
    permission,
    ...libraryView,
    input: heardScanSchema,
    refusals: [],
    example: {
      strokes: [{ key: '3', code: 'Digit3', is_shift: false, is_caps: false, gap_ms: 0 }],
      ends: 'enter',
    },
  }),
  'keyboard-scanner.keys': method({
    does:
      'Tells that a code had keys in it, which the screen took away: they did nothing. It is always refused, so that ' +
      'the work log has it.',
    permission: 'anyone',
    ...libraryView,
    input: nothing,
    refusals: ['keys-in-code'],
    example: {},
  }),
  'keyboard-scanner.again': method({
    does: 'Forgets the scans on that page, to begin again. Records nothing.',
    permission,
    ...libraryView,
    input: nothing,
    refusals: [],
    example: {},
  }),
  'keyboard-scanner.keep': method({
    does: 'Keeps what three scans agree on as the keyboard scanner of this desk.',
    permission,
    ...libraryAct,
    input: z.strictObject({ commandId }),
    refusals: ['scans-do-not-agree'],
    example: { commandId: EXAMPLE_ID },
  }),
  'keyboard-scanner.forget': method({
    does: 'Reads every keyboard scanner by its pace alone again, as before one was set up.',
    permission,
    ...libraryAct,
    input: z.strictObject({ commandId }),
    refusals: ['no-such-device'],
    example: { commandId: EXAMPLE_ID },
  }),
}
