/**
 * Chance draws which drawers are counted by surprise: it is kept, a supervisor is told, and who has the drawer is not,
 * wherever they look.
 */
import { expect, test } from 'vitest'
import { openStore } from '../../../main/store/store.ts'
import type { TestDesk } from '../support/desk.ts'
import { rosaAt } from '../support/desk.ts'
import { KEY } from '../support/fakes.ts'
import { moneyDesk, pageOf } from '../support/money-desk.ts'
import { countAll, receiving } from '../support/closing-desk.ts'
import { PIN } from '../support/small-library.ts'
import { answer, approve, BEN, benAtDesk, comes, recorded, WEI } from '../support/staff.ts'
import { says } from '../../support/said.ts'

const EACH = { settings: { surprise_one_in_count: '1' } }
const whole = (desk: TestDesk, total_cents: number) => ({
  commandId: desk.id(),
  drawer_code: '',
  pieces: null,
  total_cents,
})
const open = (desk: TestDesk) => desk.ok('drawer.open', whole(desk, 10_000))
const count = (desk: TestDesk, reason: 'surprise' | 'closing') =>
  desk.ok('drawer.count', { ...whole(desk, 10_000), reason })

/** Whether a page of the person at the desk says that a count is due. */
async function isTold(desk: TestDesk, place: 'supervisor' | 'tasks' | 'cash-desk'): Promise<boolean> {
  const { sections } = await pageOf(desk, place)
  return sections.some((one) => one.section_id === 'surprises')
}

test('a library that sets nothing has none drawn', async () => {
  const desk = await moneyDesk()
  await open(desk)
  expect(await recorded(desk, 'count-drawn')).toEqual([])
})

test('a supervisor is told until the count is made; a count of another kind is none', async () => {
  const desk = await moneyDesk(EACH)
  await benAtDesk(desk)
  await open(desk)
  await comes(desk, WEI)
  const places = ['supervisor', 'tasks', 'cash-desk'] as const
  for (const place of places) expect(await isTold(desk, place)).toBe(true)
  await count(desk, 'closing')
  expect(await isTold(desk, 'supervisor')).toBe(true)
  await count(desk, 'surprise')
  for (const place of places) expect(await isTold(desk, place)).toBe(false)
  expect(await recorded(desk, 'count-drawn')).toMatchObject([{ one_in_count: 1 }])
})

test('who has the drawer reads it nowhere: no page, no work log, no list of latest acts, no figure', async () => {
  const desk = await moneyDesk(EACH)
  await benAtDesk(desk)
  await comes(desk, WEI)
  await open(desk)
  for (const place of ['supervisor', 'tasks', 'cash-desk'] as const) expect(await isTold(desk, place)).toBe(false)
  const { events } = await desk.ok('journal.recent', { limit: 50 })
  expect(events.map(({ kind }) => kind)).not.toContain('count-drawn')
  const log = await pageOf(desk, 'work-log')
  const opened = JSON.stringify(await pageOf(desk, 'drawer'))
  const days = { from_on: '2026-11-24', to_on: '2026-11-24' }
  await desk.ok('cash.look', days)
  const drawers = (await pageOf(desk, 'cash-desk')).sections.find((one) => one.section_id === 'drawers')
  expect(drawers?.kind === 'table' && drawers.rows[0]?.cells.at(-3)?.text).toBe('')
  const rows = log.sections.flatMap((one) => (one.kind === 'table' ? one.rows : []))
  expect(rows[0]?.cells.map(({ text }) => text).join(' ')).toContain('drawer')
  expect(opened).not.toContain('count-drawn')
})

test('a clerk without the grant is told of none, and who covers a break is not either', async () => {
  const desk = await moneyDesk(EACH)
  await benAtDesk(desk)
  await comes(desk, WEI)
  await open(desk)
  await comes(desk, BEN)
  expect(await isTold(desk, 'tasks')).toBe(false)
  await rosaAt(desk)
  expect(await isTold(desk, 'tasks')).toBe(true)
  const named = { reason: 'break', cover_code: 'rortiz', counted_cents: 10_000 } as const
  const cover = { reason: 'cover', counted_cents: 10_000 } as const
  await comes(desk, WEI)
  await desk.ok('drawer.custody', { commandId: desk.id(), drawer_code: '', what: named })
  await rosaAt(desk)
  await desk.ok('drawer.custody', { commandId: desk.id(), drawer_code: '', what: cover })
  expect(await isTold(desk, 'tasks')).toBe(false)
})

test('the draw is in the transaction of what begins the session: neither is ever without the other', async () => {
  const desk = await moneyDesk(EACH)
  await benAtDesk(desk)
  const { done, snapshot } = await desk.ok('drawer.open', whole(desk, 10_000))
  await countAll(desk, 10_000)
  await comes(desk, WEI)
  await desk.ok('drawer.receive', receiving(desk, 10_000))
  await desk.ok('drawer.hand-over', { commandId: desk.id(), drawer_code: '', reason: '', note: '' })
  expect(JSON.stringify(snapshot)).not.toContain('count-drawn')
  const drawn = await recorded(desk, 'count-drawn')
  expect(drawn).toHaveLength(2)
  expect(drawn.map((one) => (one as { session_ref: string }).session_ref)).toContain(done?.entry_ref)
  await desk.station.close()
  const store = openStore(desk.folder, KEY)
  try {
    // The command of the entry before a draw has both.
    const split = store.db.db
      .prepare(
        `SELECT count(*) AS count FROM cash_event AS drawn WHERE kind = 'count-drawn' AND NOT EXISTS (
          SELECT 1 FROM command WHERE command.epoch = drawn.epoch AND first_seq < drawn.seq
          AND first_seq + events_count > drawn.seq)`,
      )
      .get()
    expect(split).toEqual({ count: 0 })
  } finally {
    store.close()
  }
})

test('a hand-over begins a session, and draws again; a command that is sent twice draws once', async () => {
  const desk = await moneyDesk(EACH)
  await benAtDesk(desk)
  const opening = whole(desk, 10_000)
  await desk.ok('drawer.open', opening)
  await desk.ok('drawer.open', opening)
  await countAll(desk, 10_000)
  await comes(desk, WEI)
  await desk.ok('drawer.receive', receiving(desk, 10_000))
  await desk.ok('drawer.hand-over', { commandId: desk.id(), drawer_code: '', reason: '', note: '' })
  expect(await recorded(desk, 'count-drawn')).toHaveLength(2)
})

test('nobody surprises themselves: a count of one’s own drawer takes a second person', async () => {
  const desk = await moneyDesk(EACH)
  await benAtDesk(desk)
  await comes(desk, WEI)
  await open(desk)
  const asked = await count(desk, 'surprise')
  expect(asked.done).toBeNull()
  // Her role allows it: it is the drawer that is hers.
  expect(asked.snapshot.band?.sentence).toContain(says('approver-same'))
  await answer(desk, '1')
  await approve(desk, { initials: 'RO', pin: PIN })
  expect(await recorded(desk, 'drawer-counted')).toMatchObject([{ reason: 'surprise', staff: 'WZ-1' }])
})
