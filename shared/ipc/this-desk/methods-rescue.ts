/** The methods of the rescue screen: the ways out when the data files do not open; and of the recovery key. */
import { z } from 'zod'
import {
  commandId,
  EXAMPLE_ID,
  libraryAct,
  libraryView,
  method,
  type MethodSpec,
  nothing,
  ofPin,
  OWN_PIN_REFUSALS,
  ownPin,
} from '../method.ts'

/** As typed: spaces and dashes do not matter. */
export const recoveryKeyText = ofPin(z.string().max(400))

/** A group of it, as typed. */
const keyGroup = ofPin(z.string().max(40))

export const RESCUE_METHODS = {
  'rescue.retry': method({
    does: 'Opens the data files again, after the cause is fixed. Does nothing on an open desk.',
    permission: 'anyone',
    ...libraryView,
    input: nothing,
    refusals: [],
    example: {},
  }),
  'rescue.unlock': method({
    does: 'Opens the data files with the printed recovery key, and keeps the key on this computer.',
    permission: 'anyone',
    ...libraryView,
    input: z.strictObject({ recovery_key: recoveryKeyText }),
    refusals: ['rescue-over', 'recovery-key-length', 'recovery-key-mistyped', 'recovery-key-wrong'],
    example: { recovery_key: '04106 1050R 3GE1S 81041 04106 1050R 3GE1S 81041 04106 1050R 3GE1S 81041 04106' },
  }),
  'rescue.go-on': method({
    does:
      'Opens the desk with what can be read of a damaged log, without library data that is gone, or at the branch of ' +
      'its last entry where that setting is damaged. Keeps the old files beside them. Takes the ' +
      'PIN of a person who manages the desk.',
    permission: 'anyone',
    ...libraryView,
    input: z.strictObject({ initials: z.string().max(40), pin: ofPin(z.string().max(40)) }),
    refusals: ['rescue-over', 'not-permitted', 'sign-in-failed', 'sign-in-paused'],
    example: { initials: 'RO', pin: '471108' },
  }),
  'recovery-key.show': method({
    does: 'Shows the recovery key on the screen, to be printed. Records each showing and tells managers about it.',
    permission: 'look-after-desk',
    ...libraryAct,
    input: z.strictObject({ commandId, own_pin: ownPin }),
    refusals: [...OWN_PIN_REFUSALS, 'recording-stopped'],
    example: { commandId: EXAMPLE_ID, own_pin: '471108' },
  }),
  'recovery-key.confirm': method({
    does:
      'Confirms that the recovery key is on paper: takes the two groups that the page asks for. After a wrong answer ' +
      'it asks for two others.',
    permission: 'look-after-desk',
    ...libraryAct,
    input: z.strictObject({ commandId, key_group: keyGroup, other_key_group: keyGroup }),
    refusals: ['recovery-key-mistyped', 'recovery-groups-wrong', 'recording-stopped'],
    example: { commandId: EXAMPLE_ID, key_group: '04106', other_key_group: '3GE1S' },
  }),
} as const satisfies Record<string, MethodSpec>
