/** The PIN of a patron: typed twice, kept as a hash alone, replaced, taken away, and gone with its patron. */
import { expect, test } from 'vitest'
import { openStore } from '../../../../main/store/store.ts'
import { cardNumber } from '../../../../shared/patron/card-numbers.ts'
import { cardDesk, registration } from '../../support/card-desk.ts'
import { rosaAt, type TestDesk } from '../../support/desk.ts'
import { KEY } from '../../support/fakes.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { copyOf, exchange, start } from '../../support/reference-files.ts'

const CARD = cardNumber('2123400050001', 'mod-10')
const PIN = '730518'

async function withLeo(): Promise<TestDesk> {
  const desk = await cardDesk()
  await desk.ok('patron.register', registration(desk, {}, { barcode: CARD }))
  return desk
}

async function setting(desk: TestDesk, pin: string, pin_again = pin): Promise<string> {
  const answer = await desk.call('patron.set-pin', { commandId: desk.id(), pin, pin_again })
  return answer.kind === 'refused' ? answer.code : answer.kind
}

/** The row of the one who has a PIN. Closes the desk. */
async function kept(desk: TestDesk): Promise<{ pin_salt: string; pin_hash: string; set_on: string } | undefined> {
  await desk.station.close()
  const store = openStore(desk.folder, KEY)
  try {
    return store.reference.db.prepare('SELECT pin_salt, pin_hash, set_on FROM patron_pin').get() as
      { pin_salt: string; pin_hash: string; set_on: string } | undefined
  } finally {
    store.close()
  }
}

test('typed twice it is set, and what was wrong is refused before anything is recorded', async () => {
  const desk = await withLeo()
  const count = async () => (await desk.ok('journal.recent', { limit: 100 })).events.length
  const before = await count()
  expect([
    await setting(desk, PIN, '730519'),
    await setting(desk, '1988'),
    await setting(desk, '0134'),
    await setting(desk, CARD.slice(-6)),
    await setting(desk, '12'),
  ]).toEqual(['pins-differ', 'patron-pin-easy', 'patron-pin-easy', 'patron-pin-easy', 'patron-pin-short'])
  expect(await count()).toBe(before)
  expect(await setting(desk, PIN)).toBe('ok')
  expect((await desk.ok('journal.recent', { limit: 1 })).events.map(({ kind }) => kind)).toEqual(['patron-pin-set'])
  expect((await desk.ok('journal.verify', {})).problems).toEqual([])
  const row = await kept(desk)
  expect(row?.set_on).toMatch(/^\d{4}-\d\d-\d\d$/)
  expect([row?.pin_salt.length, row?.pin_hash.length]).toEqual([32, 66])
})

test('no answer and no row of the desk has it', async () => {
  const desk = await withLeo()
  const answer = await desk.call('patron.set-pin', { commandId: desk.id(), pin: PIN, pin_again: PIN })
  expect(JSON.stringify(answer)).not.toContain(PIN)
  await desk.station.close()
  const store = openStore(desk.folder, KEY)
  try {
    const rows = [store.db.db, store.reference.db].flatMap((db) =>
      db
        .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
        .pluck()
        .all()
        .flatMap((name) => db.prepare(`SELECT * FROM "${String(name)}"`).all()),
    )
    expect(JSON.stringify(rows)).toContain(CARD)
    expect(JSON.stringify(rows)).not.toContain(PIN)
  } finally {
    store.close()
  }
})

test('another one takes its place; taken away there is none, and that is said the second time', async () => {
  const desk = await withLeo()
  const clear = async () => desk.call('patron.clear-pin', { commandId: desk.id() })
  expect(await clear()).toMatchObject({ kind: 'refused', code: 'patron-pin-none' })
  await setting(desk, PIN)
  const again = await rosaAt(await desk.reopen())
  const first = await kept(again)
  const at = await rosaAt(await again.reopen())
  await at.scan(CARD)
  expect(await setting(at, '926154')).toBe('ok')
  const second = await kept(at)
  expect(second && second.pin_hash !== first?.pin_hash && second.pin_salt !== first?.pin_salt).toBe(true)
  const last = await rosaAt(await at.reopen())
  await last.scan(CARD)
  await last.ok('patron.clear-pin', { commandId: last.id() })
  expect(await last.call('patron.clear-pin', { commandId: last.id() })).toMatchObject({ code: 'patron-pin-none' })
  expect(await kept(last)).toBe(undefined)
})

test('it is there again under a reference file of before', async () => {
  const desk = await cardDesk()
  const before = await copyOf(desk)
  const at = await rosaAt(await desk.reopen())
  await at.ok('patron.register', registration(at, {}, { barcode: CARD }))
  await setting(at, PIN)
  const shown = await start(at)
  expect(shown['pins']).toHaveLength(1)
  exchange(at, before)
  expect((await start(at))['pins']).toEqual(shown['pins'])
})

test('under More: a form with two fields that are not shown; and how to take it away once it is set', async () => {
  const desk = await withLeo()
  const acts = async () => {
    const { snapshot } = await desk.ok('desk.go', { page: { place: 'account', about: '' } })
    expect(snapshot.page && pageFaults(snapshot.page)).toEqual([])
    return (snapshot.page?.acts ?? []).filter(({ call }) => call.method.endsWith('-pin'))
  }
  expect((await acts()).map(({ asks }) => asks.map(({ name, kind }) => [name, kind]))).toEqual([
    [
      ['pin', 'pin'],
      ['pin_again', 'pin'],
    ],
  ])
  await setting(desk, PIN)
  expect((await acts()).map(({ call }) => call.method)).toEqual(['patron.set-pin', 'patron.clear-pin'])
})
