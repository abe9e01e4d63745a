/** The methods of the desk screen: each does one thing to the session and answers with the snapshot. */
import type { Handlers } from '../ipc/router.ts'
import { no, ok, type Answer } from '../ipc/answer.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import type { Refusal } from '../../shared/circulation/refusals.ts'
import { answered, cleared, rowById, switched, undecidedCount, withBand } from '../../shared/desk/session.ts'
import { plainBand } from '../../shared/desk/words.ts'
import { patronId } from '../../shared/kernel/ids.ts'
import { answerRow, openAccount, renewAllHere, undoLast } from './acts.ts'
import { commandOf, record, remember, seenBefore, type Command, type Desk } from './context.ts'
import { catchUp } from './catch-up.ts'
import { scan } from './scan.ts'
import { isSetUp, snapshotOf } from './snapshot.ts'

export type DeskMethod =
  | 'desk.snapshot'
  | 'desk.scan'
  | 'desk.answer'
  | 'desk.finish'
  | 'desk.clear'
  | 'desk.mode'
  | 'desk.undo'
  | 'desk.renew-all'
  | 'desk.open-patron'
  | 'desk.last-patron'
  | 'desk.trust-clock'

type Snapshot = Answer<Output<'desk.snapshot'>>

export function snapshotAnswer(desk: Desk): Snapshot {
  return ok({ snapshot: snapshotOf(desk) })
}

/**
 * Carries a command out once: the same id again answers with the desk as it is; the same id with other content is
 * refused. `work` gives a refusal, or null when it is done.
 */
export function once(
  desk: Desk,
  method: string,
  input: { readonly commandId: string },
  work: (command: Command) => Refusal | null,
  /** What a command that was recorded, but not shown, changes on the screen besides its records. */
  whenShownLate: () => void = () => {},
): Snapshot {
  const command = commandOf(method, input)
  const seen = seenBefore(desk, command)
  if (seen.kind === 'changed') return no('command-changed')
  if (seen.kind === 'new') {
    const before = desk.session
    try {
      const refused = work(command)
      if (refused) return { refused }
    } catch (fault) {
      // Nothing was recorded, so the question stays as it was.
      desk.session = before
      throw fault
    }
  } else if (seen.events.length > 0) {
    whenShownLate()
    catchUp(desk, seen.events)
  }
  remember(desk, command)
  return snapshotAnswer(desk)
}

/** What would close this patron waits until every row is decided. */
function whenDecided(desk: Desk, work: () => Snapshot): Snapshot {
  const count = undecidedCount(desk.session)
  return count > 0 ? no('rows-undecided', { count }) : work()
}

function finish(desk: Desk): Snapshot {
  const { session } = desk
  const acts = session.rows.filter((one) => one.act !== 'none').length
  const did = acts === 1 ? '1 recorded' : `${acts} recorded`
  const heading = session.mode === 'in' ? 'Cart done' : 'Finished'
  desk.session = cleared(session)
  if (session.patron_id !== null || session.rows.length > 0) {
    desk.session = withBand(desk.session, plainBand('done', heading, did))
  }
  return snapshotAnswer(desk)
}

export function deskHandlers(desk: Desk): Pick<Handlers, DeskMethod> {
  return {
    'desk.snapshot': () => snapshotAnswer(desk),
    'desk.scan': (input) =>
      once(desk, 'desk.scan', input, (command) => {
        if (desk.session.staff === null && !isSetUp(desk)) return { code: 'desk-not-set-up', facts: {} }
        scan(desk, command, input.text, input.source)
        return null
      }),
    'desk.answer': (input) =>
      once(
        desk,
        'desk.answer',
        input,
        (command) => answerRow(desk, command, input.row_id, input.key),
        () => {
          const row = rowById(desk.session, input.row_id)
          if (row?.pending) desk.session = answered(desk.session, input.row_id, 'Answered')
        },
      ),
    'desk.finish': () => whenDecided(desk, () => finish(desk)),
    'desk.clear': () =>
      whenDecided(desk, () => {
        desk.session = cleared(desk.session)
        return snapshotAnswer(desk)
      }),
    'desk.mode': ({ mode }) =>
      whenDecided(desk, () => {
        if (desk.session.mode !== mode || desk.session.patron_id !== null) desk.session = switched(desk.session, mode)
        return snapshotAnswer(desk)
      }),
    'desk.undo': (input) => once(desk, 'desk.undo', input, (command) => undoLast(desk, command)),
    'desk.renew-all': (input) =>
      once(desk, 'desk.renew-all', input, (command) => {
        if (desk.session.patron_id === null) return { code: 'nobody-open', facts: {} }
        renewAllHere(desk, command)
        return null
      }),
    'desk.open-patron': ({ patron_id }) =>
      whenDecided(desk, () => {
        const isKnown = openAccount(desk, patronId(patron_id), null, desk.session.patron_id !== null)
        return isKnown ? snapshotAnswer(desk) : no('patron-unknown', { barcode: '', as_of: 'now' })
      }),
    'desk.trust-clock': (input) =>
      once(desk, 'desk.trust-clock', input, (command) => {
        const desk_believed_ms = desk.clock.now()
        desk.clock.confirm()
        record(desk, command, [{ kind: 'clock-confirmed', body: { desk_believed_ms } }])
        return null
      }),
    'desk.last-patron': () =>
      whenDecided(desk, () => {
        const last = desk.session.last_patron_id
        if (last === null || !openAccount(desk, last, null, desk.session.patron_id !== null)) return no('nobody-open')
        return snapshotAnswer(desk)
      }),
  }
}
