/**
 * A copy that was set aside for somebody and cannot be fetched: damaged, not to be found, moved about, not for them.
 * Whoever waited keeps their place, and the next copy goes to them.
 */
import { describe, expect, test } from 'vitest'
import { EDUCATED_NORTH, holdDesk, TITLES, type HoldDesk } from '../../support/hold-desk.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { says } from '../../../support/said.ts'
import { en } from '../../../../shared/words/en/en.ts'

/** Dana's copy of Educated stands on the shelf; Omar had it before her. */
async function withReady(sql: readonly string[] = []): Promise<HoldDesk> {
  const desk = await holdDesk(sql)
  await desk.scan(CARDS.omar)
  await desk.scan(ITEMS.educated)
  await desk.placed(CARDS.dana, TITLES.educated)
  await desk.takeBack(ITEMS.educated)
  await desk.ok('desk.clear', {})
  await desk.ok('desk.mode', { mode: 'out' })
  return desk
}

describe('it cannot be fetched', () => {
  test.each([
    [
      'damaged, and whoever had it is charged',
      'damaged',
      { part: '', is_beyond_use: false, amount_cents: 500, note: '' },
    ],
    ['marked damaged', 'damaged', null],
    ['marked missing', 'missing', null],
    ['marked withdrawn', 'withdrawn', null],
  ] as const)('%s: whoever waits waits again, and undone it is ready as before', async (_what, status, damage) => {
    const desk = await withReady()
    const [before] = await desk.holdsOf(CARDS.dana)
    const item_barcode = ITEMS.educated
    const { snapshot } = damage
      ? await desk.ok('item.damaged', { commandId: desk.id(), item_barcode, ...damage })
      : await desk.ok('item.mark', { commandId: desk.id(), item_barcode, status, note: '' })
    expect(snapshot.band?.sentence).toContain(en.outcomes.hold.waits_again)
    expect(await desk.statusOf(item_barcode)).toBe(status)
    expect(await desk.holdsOf(CARDS.dana)).toMatchObject([{ status: 'waiting', pickup_code: '' }])
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect(await desk.holdsOf(CARDS.dana)).toEqual([before])
    expect(await desk.statusOf(item_barcode)).toBe('hold-shelf')
  })

  test('the next copy is caught for them', async () => {
    const desk = await withReady()
    await desk.ok('item.mark', { commandId: desk.id(), item_barcode: ITEMS.educated, status: 'damaged', note: '' })
    const { rows } = await desk.takeBack(EDUCATED_NORTH)
    expect(rows[0]?.notes[0]).toMatch(/^Pickup code/)
    expect(await desk.holdsOf(CARDS.dana)).toMatchObject([{ status: 'ready' }])
  })

  test('it is not marked as in while it waits for them', async () => {
    const desk = await withReady()
    const asked = { commandId: desk.id(), item_barcode: ITEMS.educated, status: 'available', note: '' } as const
    expect(await desk.call('item.mark', asked)).toMatchObject({ kind: 'refused', code: 'item-is-held' })
  })
})

describe('a child who may have no films was first, on a title that is a book and a film', () => {
  const FILM = '31234000000106'
  const CHILD = [
    `INSERT INTO patron_category VALUES ('CHILD', 'Child', 50, 1000, NULL, 36, 0, NULL, NULL, NULL, NULL)`,
    `UPDATE patron SET category_code = 'CHILD' WHERE patron_id = 1`,
    `INSERT INTO loan_rule SELECT 'NO-FILM', branch_code, 'CHILD', item_type_code, 0, period_count, period_unit,
      days_mode, past_closing, hard_due_on, hard_due_kind, is_capped_at_expiry, renewals_count_max,
      renewal_period_count, renewal_from, loans_count_max, special_period_count, schedule_code, outside_kind
      FROM loan_rule WHERE rule_code = 'FILM'`,
    `INSERT INTO item VALUES (10, '${FILM}', 2, 'DVD', 'MAPLE', 'MAPLE', 'DVD WESTOVER', 'Adult', 'available', 2000,
      '')`,
  ]

  async function waiting(): Promise<HoldDesk> {
    const desk = await holdDesk(CHILD)
    await desk.placed(CARDS.dana, TITLES.educated)
    await desk.placed(CARDS.omar, TITLES.educated)
    return desk
  }

  test('the film goes to the adult behind her, and the desk says why; the book goes to her', async () => {
    const desk = await waiting()
    const { rows } = await desk.takeBack(FILM)
    expect(rows[0]?.notes).toContain('A hold of a patron who cannot borrow this item was skipped.')
    expect(await desk.holdsOf(CARDS.omar)).toMatchObject([{ status: 'ready' }])
    expect(await desk.holdsOf(CARDS.dana)).toMatchObject([{ status: 'waiting', place: '1st of 1' }])
    await desk.takeBack(ITEMS.educated)
    expect(await desk.holdsOf(CARDS.dana)).toMatchObject([{ status: 'ready' }])
  })

  test('the pull list gives each what they may have', async () => {
    const desk = await waiting()
    const { snapshot } = await desk.ok('desk.go', { page: { place: 'pull-list', about: '' } })
    const rows = snapshot.page?.sections.flatMap((one) => (one.kind === 'table' ? one.rows : [])) ?? []
    expect(rows.map((row) => row.row_id).toSorted()).toEqual([`pull ${ITEMS.educated}`, `pull ${FILM}`])
  })

  test('while she alone waits, the film is lent to anybody, and the book is kept for her', async () => {
    const desk = await holdDesk(CHILD)
    await desk.placed(CARDS.dana, TITLES.educated)
    await desk.scan(CARDS.omar)
    expect((await desk.scan(FILM)).band?.outcome).toBe('done')
    expect((await desk.scan(ITEMS.educated)).band).toMatchObject({ outcome: 'decide' })
  })

  test('behind her somebody may have it: the film is not lent past them without a word', async () => {
    const desk = await waiting()
    await desk.scan(CARDS.expired)
    expect(JSON.stringify((await desk.scan(FILM)).rows[0]?.notes)).toContain(says('hold-waits'))
  })

  test('placed for her even so by a person who may, it is captured for her', async () => {
    const desk = await holdDesk(CHILD)
    await desk.scan(CARDS.dana)
    const asked = { title_id: 4, item_barcode: null, pickup_branch: 'MAPLE', expires_on: null, overridden: [] }
    const { snapshot } = await desk.ok('hold.place', { commandId: desk.id(), ...asked })
    expect(snapshot.band?.sentence).toContain('No item of this title circulates')
    await desk.ok('desk.answer', { commandId: desk.id(), row_id: snapshot.rows[0]?.row_id ?? '', key: '1' })
    await desk.takeBack(ITEMS.spirited)
    expect(await desk.holdsOf(CARDS.dana)).toMatchObject([{ status: 'ready' }])
  })
})
