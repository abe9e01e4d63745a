/** Calls a method again after its approval: the same handlers, the id that was made when it was asked. */
import { CONTRACT, isMethodName } from '../../../shared/ipc/contract.ts'
import { changed, withBand } from '../../../shared/desk/session/session.ts'
import { plainBand } from '../../../shared/desk/words/words.ts'
import { assert } from '../../../shared/kernel/assert.ts'
import { OperatingError } from '../../../shared/kernel/outcome.ts'
import { faultText } from '../../../shared/words/faults.ts'
import { isRefused, type Answer } from '../../ipc/answer.ts'
import type { Handlers } from '../../ipc/router.ts'
import { speechOf } from '../clerk-language.ts'
import type { Desk } from '../desk.ts'

/** @param later takes what is not done when the method returns: a backup */
export function carryOutBy(handlers: Handlers, later: (work: Promise<Answer<unknown>>) => void): Desk['carryOut'] {
  return (method, { commandId, ...rest }) => {
    assert(isMethodName(method), `a method of the contract: ${method}`)
    // Only a method that can record has an id.
    const { changes, input } = CONTRACT[method]
    const parsed = input.parse(changes ? { ...rest, commandId } : rest)
    const handler = handlers[method] as (one: unknown) => Answer<unknown> | Promise<Answer<unknown>>
    const answer = handler(parsed)
    if (answer instanceof Promise) later(answer)
    else if (isRefused(answer)) return answer.refused
    return null
  }
}

/** The person at the desk who asked for it, while nobody else's work is on the screen. */
export function isWatched({ session }: Desk, staff_code: string | undefined): boolean {
  const { staff, lock, page, patron_id, rows } = session
  if (staff === null || staff.staff_code !== staff_code || lock !== null) return false
  // A clerk who has gone on to serve a patron reads it on the page: the band is for their work.
  return page?.place === 'this-desk' || (patron_id === null && rows.length === 0)
}

/**
 * Nobody waits for this answer: the band says why it failed, to the person who asked. Anybody else reads that something
 * was not done, and not what or where.
 * @param guarded runs what may throw, logs the fault and ends a damaged desk
 */
export async function sayLater(
  desk: Desk,
  work: Promise<Answer<unknown>>,
  guarded: (what: string, work: () => void) => void,
): Promise<void> {
  const { refusal, words } = speechOf(desk)
  const asked_by = desk.session.staff?.staff_code
  const stop = (heading: string, sentence: string): void => {
    const { later_unseen } = speechOf(desk).words.faults
    desk.session = isWatched(desk, asked_by)
      ? withBand(desk.session, plainBand('stop', heading, sentence))
      : changed({ ...desk.session, recovered: later_unseen, recovered_outside: later_unseen })
  }
  try {
    const answer = await work
    if (!isRefused(answer)) return
    const { says, way_out } = refusal(answer.refused)
    stop(says, way_out)
  } catch (fault) {
    stop(fault instanceof OperatingError ? faultText(words, fault.code) : words.faults.later_mistake, '')
    guarded('an approved act', () => {
      throw fault
    })
  }
}
