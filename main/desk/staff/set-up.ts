/**
 * The first start of a desk, and moving it to another branch. Must never let a second person set up a desk that is set
 * up: they would be a manager.
 */
import type { Input, Output } from '../../../shared/ipc/contract.ts'
import { withBand } from '../../../shared/desk/session/session.ts'
import { signedIn } from '../../../shared/desk/session/session-staff.ts'
import { went } from '../../../shared/desk/session/session-pages.ts'
import { silentBand } from '../../../shared/desk/words/words.ts'
import { staffCode } from '../../../shared/kernel/ids.ts'
import { no, ok, type Answer } from '../../ipc/answer.ts'
import { staffBeside } from '../../store/policy/staff-rows.ts'
import { remember, seenBefore, type Desk, actorOf } from '../desk.ts'
import { record } from '../../library/record.ts'
import { commandText, type Command } from '../../library/command.ts'
import { ownCommand } from '../../library/follow.ts'
import { OWN_BRANCH, OWN_DESK_NAME } from '../../library/library.ts'
import { hashPin } from '../../library/pin.ts'
import { readOwn, writeOwn } from '../../journal/own-values.ts'
import { isSetUp, snapshotOf } from '../snapshot.ts'
import { beginNews } from './news.ts'
import { weakPin } from './staff-admin.ts'
import { speechOf } from '../clerk-language.ts'

type Snapshot = Answer<Output<'desk.set-up'>>

/** The command that chose the branch, until someone is signed in. */
const SET_UP_BY = 'set_up_by'

export function setUp(desk: Desk, command: Command, input: Input<'desk.set-up'>): Snapshot {
  const seen = seenBefore(desk, command)
  if (seen.kind === 'same') return ok({ snapshot: snapshotOf(desk) })
  // Interrupted after the branch was chosen and before anyone was signed in: the same command continues.
  const begun_by = readOwn(desk.library.db, SET_UP_BY)
  const isBegunByThis = begun_by === commandText(command)
  if (seen.kind === 'changed' || (!isBegunByThis && begun_by.startsWith(command.command_id)))
    return no('command-changed')
  if (isSetUp(desk.library) && !isBegunByThis) return no('already-set-up')
  const branch = desk.library.branch(input.branch_code)
  if (!branch) return no('branch-unknown', { branch: input.branch_code })
  const weak = weakPin(desk.library, 'manager', input.pin)
  if (weak) return { refused: weak }
  const initials = input.initials.trim().toUpperCase()
  const staff = { staff_code: staffCode(`${initials}-1`), name: input.staff_name, initials, role: 'manager' } as const
  const { staff_code, role } = staff
  const { salt, hash } = hashPin(input.pin, desk.library.random, desk.library.pinCost())
  writeOwn(desk.library.journal, {
    [OWN_BRANCH]: branch.branch_code,
    [OWN_DESK_NAME]: input.desk_name,
    [SET_UP_BY]: commandText(command),
  })
  desk.library.reload()
  const added = { kind: 'staff-changed', body: { staff: staff_code, what: 'added', role, is_imported: false } } as const
  const came = { kind: 'staff-signed-in', body: { by: 'set-up', staff: staff_code } } as const
  const beside = staffBeside({ ...staff, badge_barcode: null, pin_salt: salt, pin_hash: hash, is_active: 1 })
  record(desk.library, actorOf(desk), command, [added, came], {
    staff: staff_code,
    personal: new Map([[added, beside]]),
  })
  desk.session = signedIn(desk.session, staff)
  beginNews(desk.library, staff_code)
  // The journal knows the command by now, and deletes its seal of the PIN in time.
  writeOwn(desk.library.journal, { [SET_UP_BY]: '' })
  // Shown once before any work, so that it is on paper before it is needed.
  desk.session = went(desk.session, { place: 'recovery-key', about: '' })
  remember(desk, command)
  return ok({ snapshot: snapshotOf(desk) })
}

/** The entry comes first: what is lent from now on is lent by the rules of that branch. The same again is no move. */
function recordMove(desk: Desk, to_branch: string, desk_name: string): void {
  const { library } = desk
  const before_branch = library.here()?.branch_code ?? ''
  const is_renamed = desk_name !== library.deskName
  if (before_branch === to_branch && !is_renamed) return
  const draft = { kind: 'desk-moved', body: { before_branch, to_branch, is_renamed } } as const
  record(library, actorOf(desk), ownCommand(library, 'desk moved'), [draft])
}

export function moveDesk(desk: Desk, input: Input<'desk.branch'>): Snapshot {
  const branch = desk.library.branch(input.branch_code)
  if (!branch) return no('branch-unknown', { branch: input.branch_code })
  recordMove(desk, branch.branch_code, input.desk_name)
  writeOwn(desk.library.journal, { [OWN_BRANCH]: branch.branch_code, [OWN_DESK_NAME]: input.desk_name })
  desk.library.reload()
  desk.session = withBand(
    desk.session,
    silentBand(input.desk_name, speechOf(desk).words.outcomes.desk.stands_in(branch.name)),
  )
  return ok({ snapshot: snapshotOf(desk) })
}
