/** The locked desk, on real files: nothing of a patron crosses, and whoever locked it finds everything as it was. */
import { describe, expect, test } from 'vitest'
import { rosaComes, workingDesk, type TestDesk } from '../../support/desk.ts'
import { BADGE, CARDS, ITEMS, PIN } from '../../support/small-library.ts'
import { BEN, benAtDesk, comes, recorded, signInAs, WEI } from '../../support/staff.ts'
import { ENGLISH, says, short } from '../../../support/said.ts'

const MINUTE = 60_000

/** Rosa at the desk with Dana's account open and one book out, in a desk that locks after five minutes. */
async function atWork(): Promise<TestDesk> {
  const desk = await workingDesk()
  await desk.ok('settings.set', { settings: { idle_lock_minutes: 5 } })
  await desk.scan(CARDS.dana)
  await desk.scan(ITEMS.warmth)
  return desk
}

const snapshot = async (desk: TestDesk): Promise<Awaited<ReturnType<TestDesk['scan']>>> =>
  (await desk.ok('desk.snapshot', {})).snapshot

describe('an idle desk', () => {
  test('locks after its minutes, and not a moment before; looking is no act [task 44]', async () => {
    const desk = await atWork()
    desk.clock.pass(4 * MINUTE)
    expect((await snapshot(desk)).stage).toBe('desk')
    desk.clock.pass(MINUTE - 1)
    expect((await snapshot(desk)).stage).toBe('desk')
    desk.clock.pass(1)
    expect((await snapshot(desk)).stage).toBe('locked')
  })

  test('is kept awake by every act', async () => {
    const desk = await atWork()
    desk.clock.pass(4 * MINUTE)
    await desk.ok('search.patrons', { text: 'mil', limit: 5 })
    desk.clock.pass(4 * MINUTE)
    expect((await snapshot(desk)).stage).toBe('desk')
  })

  test('never locks when the setting says never', async () => {
    const desk = await atWork()
    await desk.ok('settings.set', { settings: { idle_lock_minutes: 0 } })
    desk.clock.pass(8 * 60 * MINUTE)
    expect((await snapshot(desk)).stage).toBe('desk')
  })
})

describe('while locked', () => {
  test('nothing of the patron crosses to the screen, only who locked it', async () => {
    const desk = await atWork()
    const { snapshot: shut } = await desk.ok('desk.lock', {})
    expect(shut).toMatchObject({ stage: 'locked', patron: null, rows: [], rows_count: 0, page: null, band: null })
    expect(shut.staff?.name).toBe('Rosa Ortiz')
    const text = JSON.stringify(shut)
    for (const secret of ['Dana', 'Miller', CARDS.dana, 'Warmth', ITEMS.warmth]) expect(text).not.toContain(secret)
  })

  test('every method but coming back is refused, those that need nobody signed in too', async () => {
    const desk = await atWork()
    await desk.ok('desk.lock', {})
    expect(await desk.call('search.patrons', { text: 'mil', limit: 5 })).toMatchObject({ code: 'desk-locked' })
    expect(await desk.call('patron.get', { card_barcode: CARDS.dana })).toMatchObject({ code: 'desk-locked' })
    expect(await desk.call('import.start', { commandId: desk.id(), folder: '/', accept_findings: [] })).toMatchObject({
      code: 'desk-locked',
    })
    expect(await desk.call('staff.sign-out', { commandId: desk.id() })).toMatchObject({ code: 'desk-locked' })
    const restore = { commandId: desk.id(), from_folder: desk.folder }
    expect(await desk.call('store.restore', restore)).toMatchObject({ code: 'desk-locked' })
  })

  test('a scan records nothing, is answered, and stands as a row afterwards', async () => {
    const desk = await atWork()
    await desk.ok('desk.lock', {})
    const shut = await desk.scan(ITEMS.educated)
    expect(shut.band).toMatchObject({ outcome: 'stop', heading: says('desk-locked') })
    expect(shut.rows).toEqual([])
    const back = await rosaComes(desk)
    expect(back.rows.map((row) => [row.barcode, row.happened])).toEqual([
      [ITEMS.educated, short('desk-locked')],
      [ITEMS.warmth, 'Out'],
    ])
    expect(await recorded(desk, 'item-checked-out')).toHaveLength(1)
  })
})

describe('coming back', () => {
  test('the same person’s badge or PIN brings patron, rows, mode and band back exactly', async () => {
    const desk = await atWork()
    const before = await snapshot(desk)
    for (const back of [
      () => rosaComes(desk),
      async () => (await desk.ok('staff.sign-in', { commandId: desk.id(), initials: 'ro', pin: '471108' })).snapshot,
    ]) {
      await desk.ok('desk.lock', {})
      expect({ ...(await back()), version: 0 }).toEqual({ ...before, version: 0 })
    }
    expect(await recorded(desk, 'staff-signed-in')).toHaveLength(1)
  })

  test('a question that waited still waits', async () => {
    const desk = await atWork()
    await desk.scan(CARDS.owing)
    await desk.scan(ITEMS.educated)
    await desk.ok('desk.lock', {})
    expect((await rosaComes(desk)).totals.undecided_count).toBe(1)
  })

  test('another person finds an empty desk, and the change of hands is recorded', async () => {
    const desk = await workingDesk()
    await benAtDesk(desk)
    await desk.scan(CARDS.owing)
    await desk.scan(ITEMS.warmth)
    await desk.ok('desk.lock', {})
    const other = await comes(desk, WEI)
    expect(other).toMatchObject({ stage: 'desk', patron: null, rows: [], staff: { name: 'Wei Zhang' } })
    expect(await desk.call('desk.last-patron', {})).toMatchObject({ code: 'nobody-open' })
    expect((await recorded(desk, 'staff-signed-out'))[0]).toMatchObject({ staff: 'BC-1', reason: 'switched' })
  })

  test('a wrong PIN does not, and the desk stays locked over a restart of the station', async () => {
    const desk = await atWork()
    await desk.ok('desk.lock', {})
    const wrong = await desk.call('staff.sign-in', { commandId: desk.id(), initials: 'RO', pin: '0000' })
    expect(wrong).toMatchObject({ code: 'sign-in-failed' })
    const again = await desk.reopen({ resume: desk.station.sessionState() })
    expect((await snapshot(again)).stage).toBe('locked')
    expect((await rosaComes(again)).patron?.name).toBe('Dana Miller')
  })
})

describe('changing hands without a lock', () => {
  test('initials and PIN switch right away and keep nothing of the patron', async () => {
    const desk = await workingDesk()
    await benAtDesk(desk)
    await desk.scan(CARDS.dana)
    await signInAs(desk, WEI)
    expect(await snapshot(desk)).toMatchObject({ patron: null, staff: { initials: 'WZ', role: 'supervisor' } })
  })

  test('waits while a row waits for an answer', async () => {
    const desk = await workingDesk()
    await benAtDesk(desk)
    await desk.scan(CARDS.owing)
    await desk.scan(ITEMS.warmth)
    const input = { commandId: desk.id(), initials: WEI.initials, pin: WEI.pin }
    expect(await desk.call('staff.sign-in', input)).toMatchObject({ code: 'rows-undecided' })
  })
})

describe('wrong PINs', () => {
  test('pause over a restart, for that person alone; the badge still works', async () => {
    const desk = await workingDesk()
    await benAtDesk(desk)
    await desk.ok('staff.sign-out', { commandId: desk.id() })
    const wrong = (on: TestDesk): ReturnType<TestDesk['call']> =>
      on.call('staff.sign-in', { commandId: on.id(), initials: 'BC', pin: '0000' })
    for (let tried = 0; tried < 4; tried += 1) expect(await wrong(desk)).toMatchObject({ code: 'sign-in-failed' })
    expect(await wrong(desk)).toMatchObject({ code: 'sign-in-paused' })
    const again = await desk.reopen()
    const right = { commandId: again.id(), initials: 'BC', pin: '2580' }
    expect(await again.call('staff.sign-in', right)).toMatchObject({ code: 'sign-in-paused' })
    await signInAs(again, WEI)
    await again.ok('staff.sign-out', { commandId: again.id() })
    again.clock.pass(2 * MINUTE)
    expect(await again.call('staff.sign-in', { ...right, commandId: again.id() })).toMatchObject({ kind: 'ok' })
    expect(await recorded(again, 'act-refused')).toMatchObject([
      { act: 'sign-in', refusals: ['sign-in-failed'], initials: 'BC', wrong_count: 5 },
      { act: 'sign-in', refusals: ['sign-in-paused'] },
    ])
  })
})

describe('numbers tried at a locked desk', () => {
  const typed = async (desk: TestDesk, text: string): Promise<Awaited<ReturnType<TestDesk['scan']>>> =>
    (await desk.ok('desk.scan', { commandId: desk.id(), text, source: 'typed' })).snapshot

  test('a badge’s number that is typed opens nothing; with the PIN it stands for the initials', async () => {
    const desk = await atWork()
    await desk.ok('desk.lock', {})
    expect(await typed(desk, BADGE)).toMatchObject({ stage: 'locked', band: { heading: says('desk-locked') } })
    const wrong = await desk.call('staff.sign-in', { commandId: desk.id(), initials: BADGE, pin: '0000' })
    expect(wrong).toMatchObject({ code: 'sign-in-failed' })
    await desk.ok('staff.sign-in', { commandId: desk.id(), initials: BADGE, pin: '471108' })
    expect((await snapshot(desk)).patron?.name).toBe('Dana Miller')
  })

  test('pause the reading of badges; the PIN still works, and the pause is kept under nobody’s name', async () => {
    const desk = await atWork()
    await desk.ok('desk.lock', {})
    for (let tried = 0; tried < 15; tried += 1) await desk.scan(`299990000001${tried + 10}`)
    const paused = await desk.scan(BADGE)
    expect(paused).toMatchObject({ stage: 'locked', band: { outcome: 'stop' } })
    expect(paused.band?.heading).toContain('Badges are not read until')
    const again = await desk.reopen({ resume: desk.station.sessionState() })
    expect((await again.scan(BADGE)).stage).toBe('locked')
    await again.ok('staff.sign-in', { commandId: again.id(), initials: 'RO', pin: '471108' })
    await again.ok('desk.lock', {})
    again.clock.pass(30_000)
    expect((await rosaComes(again)).stage).toBe('desk')
    const entry = { staff: '', act: 'badge', approver: '', initials: '' }
    expect(await recorded(again, 'act-refused')).toEqual([
      { ...entry, refusals: ['sign-in-failed'], wrong_count: 15 },
      { ...entry, refusals: ['badge-paused'], wrong_count: 0 },
    ])
  })

  test('wrong PINs are kept under nobody’s name, with the initials that were typed', async () => {
    const desk = await atWork()
    await desk.ok('desk.lock', {})
    for (const initials of ['bc', CARDS.dana]) {
      for (let tried = 0; tried < 5; tried += 1) {
        await desk.call('staff.sign-in', { commandId: desk.id(), initials, pin: '0000' })
      }
    }
    await desk.ok('staff.sign-in', { commandId: desk.id(), initials: 'RO', pin: '471108' })
    const { entries } = await desk.ok('work-log.list', { limit: 3 })
    const { wrong, typed } = ENGLISH.words.log
    expect(entries.map((one) => [one.initials, one.kind, one.notes])).toEqual([
      ['', 'act-refused', `${short('sign-in-failed')}; ${wrong.pins(10)}`],
      ['', 'act-refused', short('sign-in-paused')],
      ['', 'act-refused', `${short('sign-in-paused')}; ${typed('BC')}`],
    ])
    const entry = { staff: '', act: 'sign-in', approver: '', initials: '', wrong_count: 0 }
    const paused = { ...entry, refusals: ['sign-in-paused'] }
    const told = { ...entry, refusals: ['sign-in-failed'], wrong_count: 10 }
    expect(await recorded(desk, 'act-refused')).toEqual([told, paused, { ...paused, initials: 'BC' }])
  })
})

describe('another person who comes to the open desk', () => {
  const { finished, open } = ENGLISH.words.outcomes.loan

  test('in the middle of a check-out reads that it is finished, with its count and its receipt', async () => {
    const desk = await workingDesk()
    await benAtDesk(desk)
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    await desk.scan('31234000099994')
    const came = await comes(desk, WEI)
    expect(came).toMatchObject({ patron: null, rows: [], staff: { initials: 'WZ' } })
    expect(came.papers.map(({ kind }) => kind)).toEqual(['check-out'])
    const { heading, sentence } = came.band ?? {}
    expect(heading).toBe(ENGLISH.words.outcomes.loan.hello(WEI.name))
    for (const told of [open.switched, finished.recorded(1), finished.receipt, '31234000099994'])
      expect(sentence).toContain(told)
    expect(JSON.stringify(came.band)).not.toMatch(/Dana|Miller|Warmth/)
  })

  test('reads of a cart that it is finished, and of an empty desk nothing', async () => {
    const desk = await workingDesk()
    await benAtDesk(desk)
    expect((await comes(desk, WEI)).band?.sentence).not.toContain(finished.cart)
    await desk.ok('desk.mode', { mode: 'in' })
    await desk.scan('31234000099994')
    const { sentence } = (await comes(desk, BEN)).band ?? {}
    for (const told of [finished.cart, '31234000099994']) expect(sentence).toContain(told)
  })

  test('at the locked desk reads nothing of who was open', async () => {
    const desk = await atWork()
    await benAtDesk(desk)
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    await desk.ok('desk.lock', {})
    const came = await comes(desk, WEI)
    expect(came).toMatchObject({ patron: null, papers: [] })
    expect(came.band?.sentence).not.toContain(open.switched)
  })
})

test('no seal of a PIN stays in the session, and its command is done once even so', async () => {
  const desk = await workingDesk()
  await benAtDesk(desk)
  const sign_in = { commandId: desk.id(), initials: 'RO', pin: PIN }
  await desk.ok('staff.sign-in', sign_in)
  await desk.ok('recovery-key.show', { commandId: desk.id(), own_pin: PIN })
  await desk.ok('desk.lock', {})
  const back = { commandId: desk.id(), initials: 'RO', pin: PIN }
  await desk.ok('staff.sign-in', back)
  const { commands } = JSON.parse(desk.station.sessionState()) as { commands: Record<string, string[]> }
  const kept = Object.values(commands).flat()
  const seals = [sign_in, back].map(({ commandId }) => kept.find((text) => text.startsWith(commandId))?.split(':')[1])
  expect(seals.map((seal) => seal?.length)).toEqual([16, 16])
  // Done once all the same: what it records, or does not record, comes no second time.
  const { snapshot } = await desk.ok('staff.sign-in', back)
  expect(snapshot.staff?.initials).toBe('RO')
  expect(await desk.call('staff.sign-in', { ...sign_in, pin: '000001' })).toMatchObject({ code: 'command-changed' })
  expect(await recorded(desk, 'staff-signed-in')).toHaveLength(3)
})
