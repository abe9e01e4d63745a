/**
 * The first start of a desk, and moving it to another branch. Must never let a second person set up a desk that is set
 * up: they would be a manager.
 */
import type { Input, Output } from '../../../shared/ipc/contract.ts'
import { withBand } from '../../../shared/desk/session/session.ts'
import { signedIn } from '../../../shared/desk/session/session-staff.ts'
import { went } from '../../../shared/desk/session/session-pages.ts'
import { silentBand } from '../../../shared/desk/words/words.ts'
import type { EventBody } from '../../../shared/journal/event.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import { freeInitials } from '../../../shared/staff/free-initials.ts'
import { no, ok, type Answer } from '../../ipc/answer.ts'
import { sampleFolder } from '../../library/sample.ts'
import { countRecords } from '../../store/policy/library-rows.ts'
import { allStaff, staffBeside, staffWhole } from '../../store/policy/staff-rows.ts'
import type { ReferenceTables } from '../../store/schema.gen.ts'
import { remember, seenBefore, type Desk, actorOf } from '../desk.ts'
import { record } from '../../library/record.ts'
import { commandText, type Command } from '../../library/command.ts'
import { ownCommand } from '../../library/follow.ts'
import { OWN_BRANCH, OWN_DESK_NAME } from '../../library/library.ts'
import { hashPin } from '../../library/pin.ts'
import { readOwn, writeOwn } from '../../journal/own-values.ts'
import { isSetUp, snapshotOf } from '../snapshot.ts'
import { beginNews } from './news.ts'
import { freeCode, weakPin } from './staff-admin.ts'
import { staffChanged, roleNames, sessionStaff } from '../../library/staff-known.ts'
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
  const who = whoSetsUp(desk, input)
  if ('code' in who) return { refused: who }
  const { row, whats } = who
  const staff = sessionStaff(row)
  const { staff_code } = staff
  writeOwn(desk.library.journal, {
    [OWN_BRANCH]: branch.branch_code,
    [OWN_DESK_NAME]: input.desk_name,
    [SET_UP_BY]: commandText(command),
  })
  desk.library.reload()
  const changes = whats.map((what) => staffChanged(desk.library.key, row, what, false))
  const came = { kind: 'staff-signed-in', body: { by: 'set-up', staff: staff_code } } as const
  const beside = staffBeside(row)
  record(desk.library, actorOf(desk), command, [...changes, came], {
    staff: staff_code,
    personal: new Map(changes.map((one) => [one, beside])),
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

/** One transaction: what is lent from now on is lent by the rules of that branch. The same again is no move. */
function recordMove(desk: Desk, to_branch: string, desk_name: string): void {
  const { library } = desk
  const before_branch = library.here()?.branch_code ?? ''
  const is_renamed = desk_name !== library.deskName
  if (before_branch === to_branch && !is_renamed) return
  const draft = { kind: 'desk-moved', body: { before_branch, to_branch, is_renamed } } as const
  const own = { [OWN_BRANCH]: to_branch, [OWN_DESK_NAME]: desk_name }
  record(library, actorOf(desk), ownCommand(library, 'desk moved'), [draft], { own })
}

type Who = { readonly row: ReferenceTables['staff']; readonly whats: readonly EventBody<'staff-changed'>['what'][] }

/** A person of the imported staff, who is a manager from now on; or a new one, whose initials nobody else has. */
function whoSetsUp({ library }: Desk, input: Input<'desk.set-up'>): Who | Refusal {
  const weak = weakPin(library, 'manager', input.pin)
  if (weak) return weak
  const role = 'manager'
  const known = input.staff_code === undefined ? null : library.db.get(staffWhole, { staff_code: input.staff_code })
  if (input.staff_code !== undefined && known?.is_active !== 1)
    return refuse('staff-unknown', { staff: input.staff_code })
  const { salt, hash } = hashPin(input.pin, library.random, library.pinCost())
  const pin = { pin_salt: salt, pin_hash: hash }
  if (known) {
    const isManager = known.role === role
    return { row: { ...known, ...pin, role }, whats: isManager ? ['pin-set'] : ['edited', 'pin-set'] }
  }
  const initials = input.initials.trim().toUpperCase()
  const people = library.db.all(allStaff, {}).filter((one) => one.is_active === 1)
  const another = people.find((one) => one.initials.toUpperCase() === initials)
  if (another) {
    const free = freeInitials(input.staff_name, new Set(people.map((one) => one.initials.toUpperCase())))
    return refuse('initials-of-another', { initials, name: another.name, free })
  }
  const staff_code = freeCode(library, initials)
  const row = { staff_code, name: input.staff_name, initials, role, badge_barcode: null, is_active: 1, ...pin }
  return { row, whats: ['added'] }
}

/** What the first start has to offer; nothing to anyone once the desk is set up. */
export function lookAtSetUp(desk: Desk): Answer<Output<'set-up.look'>> {
  const { library } = desk
  if (isSetUp(library)) return no(desk.session.staff === null ? 'not-signed-in' : 'already-set-up')
  const branches = library.branches().map(({ branch_code, name }) => ({ branch_code, name }))
  const roleOf = roleNames(library, speechOf(desk).words)
  const staff = library.db
    .all(allStaff, {})
    .filter((one) => one.is_active === 1)
    .toSorted((a, b) => Number(b.role === 'manager') - Number(a.role === 'manager'))
    .map(({ staff_code, name, initials, role }) => ({ staff_code, name, initials, role, role_name: roleOf(role) }))
  const counts = must(library.db.get(countRecords, {}), 'counts of the records')
  const patrons_count = counts.patrons_count ?? 0
  const items_count = counts.items_count ?? 0
  return ok({ branches, staff, patrons_count, items_count, sample_folder: branches.length === 0 ? sampleFolder() : '' })
}

export function moveDesk(desk: Desk, input: Input<'desk.branch'>): Snapshot {
  const branch = desk.library.branch(input.branch_code)
  if (!branch) return no('branch-unknown', { branch: input.branch_code })
  recordMove(desk, branch.branch_code, input.desk_name)
  desk.library.reload()
  desk.session = withBand(
    desk.session,
    silentBand(input.desk_name, speechOf(desk).words.outcomes.desk.stands_in(branch.name)),
  )
  return ok({ snapshot: snapshotOf(desk) })
}
