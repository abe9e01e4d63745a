/** The methods of the practice shift, at a desk that was started for practice. */
import { libraryView, method, nothing } from './method.ts'

export const PRACTICE_METHODS = {
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
