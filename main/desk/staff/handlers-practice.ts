/** The methods of the practice shift. They record nothing, and do nothing at a desk at work. */
import type { PRACTICE_METHODS } from '../../../shared/ipc/methods-practice.ts'
import type { Handlers } from '../../ipc/router.ts'
import type { Desk } from '../desk.ts'
import { snapshotAnswer } from '../handlers-desk.ts'
import { beginAgain, skipTask } from './practice.ts'

export function practiceHandlers(desk: Desk): Pick<Handlers, keyof typeof PRACTICE_METHODS> {
  const done = (work: (desk: Desk) => void): ReturnType<typeof snapshotAnswer> => {
    work(desk)
    return snapshotAnswer(desk)
  }
  return { 'practice.skip': () => done(skipTask), 'practice.again': () => done(beginAgain) }
}
