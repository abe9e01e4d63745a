/** The methods of the practice shift, at a desk that was started for practice. */
import { z } from 'zod'
import { libraryView, method, nothing } from '../method.ts'

export const PRACTICE_METHODS = {
  'practice.open': method({
    does:
      'Closes a desk that is not set up yet, and opens this computer’s practice desk instead. Records nothing: the ' +
      'next start offers to set up the desk. `is_opening` is false if the desk has no window.',
    permission: 'anyone',
    confidentiality: 'public',
    changes: false,
    input: nothing,
    output: z.strictObject({ is_opening: z.boolean() }),
    refusals: ['already-set-up', 'import-running'],
    example: {},
  }),
  'practice.skip': method({
    does: 'Skips the current task of the practice shift and shows the next. Records nothing.',
    permission: 'staff',
    ...libraryView,
    input: nothing,
    refusals: [],
    example: {},
  }),
  'practice.again': method({
    does: 'Restarts the practice shift from its first task. Records nothing.',
    permission: 'staff',
    ...libraryView,
    input: nothing,
    refusals: [],
    example: {},
  }),
}
