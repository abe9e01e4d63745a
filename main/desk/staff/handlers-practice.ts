/** The methods of the practice shift. They record nothing, and do nothing at a desk at work. */
import type { PRACTICE_METHODS } from '../../../shared/ipc/this-desk/methods-practice.ts'
import { no, ok } from '../../ipc/answer.ts'
import type { Handlers } from '../../ipc/router.ts'
import type { Desk } from '../desk.ts'
import { snapshotAnswer } from '../handlers-desk.ts'
import { isSetUp } from '../snapshot.ts'
import { beginAgain, skipTask } from './practice.ts'

type PracticePorts = {
  /** Starts the application again for practice; missing where nobody is at a window. */
  readonly openPractice?: () => void
}

export function practiceHandlers(
  desk: Desk,
  { openPractice }: PracticePorts,
): Pick<Handlers, keyof typeof PRACTICE_METHODS> {
  const done = (work: (desk: Desk) => void): ReturnType<typeof snapshotAnswer> => {
    work(desk)
    return snapshotAnswer(desk)
  }
  return {
    'practice.open': () => {
      if (isSetUp(desk.library)) return no('already-set-up')
      openPractice?.()
      return ok({ is_opening: openPractice !== undefined })
    },
    'practice.skip': () => done(skipTask),
    'practice.again': () => done(beginAgain),
  }
}
