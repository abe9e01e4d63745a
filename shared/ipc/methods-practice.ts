/** The methods of the practice shift, at a desk that was started for practice. */
import { z } from 'zod'
import { libraryView, method, nothing } from './method.ts'

export const PRACTICE_METHODS = {
  'practice.open': method({
    does:
      'Closes a desk that is not set up yet, and opens the practice desk of this computer instead. Records nothing: ' +
      'the next start sets the desk up. `is_opening` is false where no window belongs to the desk.',
    permission: 'anyone',
    confidentiality: 'public',
    changes: false,
    input: nothing,
    output: z.strictObject({ is_opening: z.boolean() }),
    refusals: ['already-set-up', 'import-running'],
    example: {},
  }),
  'practice.skip': method({
    does: 'Leaves the task of the practice shift that is told now, and tells the next. Records nothing.',
    permission: 'staff',
    ...libraryView,
    input: nothing,
    refusals: [],
    example: {},
  }),
  'practice.again': method({
    does: 'Begins the practice shift again from its first task. Records nothing.',
    permission: 'staff',
    ...libraryView,
    input: nothing,
    refusals: [],
    example: {},
  }),
}
