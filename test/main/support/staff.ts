/** People who work at a test's desk beside Rosa Ortiz: added through the contract, as a manager adds them. */
import { readNewestEvents } from '../../../main/store/journal/journal-rows.ts'
import { openStore } from '../../../main/store/store.ts'
import type { PageRef } from '../../../shared/desk/page.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { parseEvent, type DeskEvent, type EventKind } from '../../../shared/journal/event.ts'
import { hashPin } from '../../../main/library/pin.ts'
import { elsewhere, type TestDesk } from './desk.ts'
import { KEY, QUICK_PIN_COST, seededRandom } from './fakes.ts'

export const BEN = {
  name: 'Ben Cole',
  initials: 'BC',
  role: 'staff',
  badge_barcode: '29999000000026',
  pin: '2580',
} as const
export const WEI = {
  name: 'Wei Zhang',
  initials: 'WZ',
  role: 'supervisor',
  badge_barcode: '29999000000034',
  pin: '1357',
} as const

type Person = typeof BEN | typeof WEI

/** Their rows, hashed once for this file of tests. */
let rows: readonly string[] | null = null

/** Their row, as the library's data has it. */
export function staffRow({ name, initials, role, badge_barcode, pin }: Person): string {
  const { salt, hash } = hashPin(pin, seededRandom(Number(pin)), QUICK_PIN_COST)
  const hex = (bytes: Uint8Array): string => `x'${Buffer.from(bytes).toString('hex')}'`
  const staff_code = `${initials}-1`
  return `INSERT INTO staff VALUES ('${staff_code}', '${name}', '${initials}', '${role}', '${badge_barcode}',
    ${hex(salt)}, ${hex(hash)}, 1)`
}

/** Ben (staff) and Wei (supervisor) work here too, as the library says; Ben is at the desk. */
export async function benAtDesk(desk: TestDesk): Promise<void> {
  rows ??= [BEN, WEI].map(staffRow)
  for (const row of rows) elsewhere(desk, row)
  await comes(desk, BEN)
}

/** By their badge, and their PIN where their role signs off or gives back money. */
export async function comes(desk: TestDesk, person: Person, badge: string = person.badge_barcode): Promise<Snapshot> {
  const seen = await desk.scan(badge)
  const isAsked = seen.asked_pin?.for === 'sign-in'
  const typed = { commandId: desk.id(), initials: '', pin: person.pin }
  const came = isAsked ? (await desk.ok('staff.sign-in', typed)).snapshot : seen
  if (came.staff?.initials !== person.initials) throw new Error(`${person.name} did not get in`)
  return came
}

export async function signInAs(
  desk: TestDesk,
  person: { readonly initials: string; readonly pin: string },
): Promise<void> {
  await desk.ok('staff.sign-in', { commandId: desk.id(), initials: person.initials, pin: person.pin })
}

type Snapshot = Awaited<ReturnType<TestDesk['scan']>>

/** Rosa lets Ben's role look after the desk, which takes a longer PIN, and Ben is at the desk again. */
export async function benLooksAfterDesk(desk: TestDesk, rosa: Parameters<typeof signInAs>[1]): Promise<void> {
  await signInAs(desk, rosa)
  const pin = '863054'
  await desk.ok('staff.set-pin', { commandId: desk.id(), staff_code: 'BC-1', new_pin: pin })
  const given = { role: 'staff', is_granted: true, amount_cents_max: null, days_count_max: null } as const
  await desk.ok('role.set', { commandId: desk.id(), ...given, grant: 'look-after-desk' })
  await signInAs(desk, { initials: BEN.initials, pin })
}

/** Answers the newest row that waits. */
export async function answer(desk: TestDesk, key: string): Promise<Snapshot> {
  const { snapshot } = await desk.ok('desk.snapshot', {})
  const row_id = snapshot.rows.find((row) => row.choices.length > 0)?.row_id ?? ''
  return (await desk.ok('desk.answer', { commandId: desk.id(), row_id, key })).snapshot
}

/** Approves the newest row that waits for it, by initials and PIN. */
export async function approve(
  desk: TestDesk,
  person: { readonly initials: string; readonly pin: string },
): ReturnType<TestDesk['call']> {
  const { snapshot } = await desk.ok('desk.snapshot', {})
  const row_id = snapshot.rows.find((row) => row.approval !== null)?.row_id ?? ''
  const input: Input<'approval.give'> = { commandId: desk.id(), row_id, initials: person.initials, pin: person.pin }
  return desk.call('approval.give', input)
}

/** Approves the newest row that waits for it, by badge and PIN. */
export async function badgeApproves(desk: TestDesk, person: Person): Promise<Snapshot> {
  const { asked_pin } = await desk.scan(person.badge_barcode)
  if (asked_pin?.for !== 'approval') throw new Error(`${person.name}’s badge asked for no PIN`)
  const input = { commandId: desk.id(), row_id: asked_pin.row_id, initials: '', pin: person.pin }
  return (await desk.ok('approval.give', input)).snapshot
}

/** Goes to a page that this clerk's role may not open: what stands there instead, and what the row says that waits. */
export async function askedFor(
  desk: TestDesk,
  page: PageRef,
): Promise<{ readonly page: unknown; readonly asks: string }> {
  const { snapshot } = await desk.ok('desk.go', { page })
  const [row] = snapshot.rows
  const asks = `${row?.title}: ${row?.choices.map((choice) => choice.label).join(', ')}`
  return { page: snapshot.page, asks }
}

/** Closes the desk, and reads what its journal has of this kind, newest first: each body with who did it. */
export function recorded(desk: TestDesk, kind: EventKind): Promise<readonly object[]> {
  return readEvents(desk, kind, (row) => parseEvent(row.content, row.unsealed))
}

/** The same as it is sealed. */
export function sealedIn(desk: TestDesk, kind: EventKind): Promise<readonly object[]> {
  return readEvents(desk, kind, (row) => parseEvent(row.content))
}

type EventRow = NonNullable<(typeof readNewestEvents)['row']>

async function readEvents(
  desk: TestDesk,
  kind: EventKind,
  read: (row: EventRow) => DeskEvent,
): Promise<readonly object[]> {
  await desk.station.close()
  const store = openStore(desk.folder, KEY)
  try {
    const events = store.db.all(readNewestEvents, { limit: 1_000 }).map(read)
    return events.filter((event) => event.kind === kind).map(({ head, body }) => ({ staff: head.staff, ...body }))
  } finally {
    store.close()
  }
}

/** Rosa Ortiz, who is at the desk, has an entry too, as everybody has whom the set-up or a folder brought. */
export async function enterRosa(desk: TestDesk): Promise<void> {
  await desk.ok('staff.set-own-pin', { commandId: desk.id(), pin: '471108', new_pin: '471108' })
}
