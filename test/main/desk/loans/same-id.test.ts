/** A commandId is one act: the same again answers the same, anything else under it is refused. For every method. */
import { cleanInput } from '../../../../shared/ipc/clean-input.ts'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openJournal } from '../../../../main/journal/open.ts'
import { commandOf } from '../../../../main/library/command.ts'
import { OWN_BRANCH } from '../../../../main/library/library.ts'
import { keepOwn, readOwn } from '../../../../main/journal/own-values.ts'
import { openStore } from '../../../../main/store/store.ts'
import type { Input } from '../../../../shared/ipc/contract.ts'
import { commandId } from '../../../../shared/kernel/ids.ts'
import { arbitraryOf, METHODS, shapeOf, type Shape } from '../../support/contract-values.ts'
import { makeFiles, openDesk, rosaAt, rosaComes, workingDesk, type TestDesk } from '../../support/desk.ts'
import { KEY, seededRandom, TUESDAY } from '../../support/fakes.ts'
import { testFolder } from '../../support/folders.ts'
import { holdDesk } from '../../support/hold-desk.ts'
import { privateDesk, ZENOBIA } from '../../support/private-desk.ts'
import { CARDS, ITEMS, PIN } from '../../support/small-library.ts'

type Asked = { readonly commandId: string } & Record<string, unknown>
const CHANGING = METHODS.filter(([, spec]) => spec.changes)
const OTHER_METHOD = { kind: 'clock-confirmed', body: { desk_believed_ms: TUESDAY } } as const

/** Other values that the contract takes for one field of an input. */
function othersOf(input: Asked, name: string, shape: Shape, parses: (one: unknown) => boolean): unknown[] {
  const now = JSON.stringify(input[name])
  const tried = fc.sample(arbitraryOf(shape), { numRuns: 60, seed: 7 })
  const fit = tried.filter((one) => JSON.stringify(one) !== now && parses({ ...input, [name]: one }))
  return fit.slice(0, 3)
}

describe('one field changed under an id that is used', () => {
  test('is refused by every method, after a restart', async () => {
    const folder = testFolder()
    makeFiles(folder)
    const ids = seededRandom(5)
    const asked = CHANGING.map(([method, spec]) => {
      const { example } = spec as { example: object }
      const who = 'staff_code' in example ? { staff_code: 'rortiz' } : {}
      const given = { ...example, ...who, commandId: commandId(TUESDAY, ids) }
      return { method, spec, input: spec.input.parse(given) as Asked }
    })
    const store = openStore(folder, KEY)
    const journal = openJournal(store, TUESDAY, seededRandom(6), false)
    for (const { method, input } of asked) {
      journal.record({ ...commandOf(method, input), at: TUESDAY, staff: '', branch: '' }, [OTHER_METHOD])
    }
    store.close()
    const desk = await openDesk(folder)
    await rosaAt(desk)
    const unmoved: string[] = []
    for (const { method, spec, input } of asked) {
      for (const [name, shape] of Object.entries(shapeOf(spec).properties ?? {})) {
        if (name === 'commandId') continue
        const others = othersOf(input, name, shape, (one) => spec.input.safeParse(cleanInput(spec, one)).success)
        if (others.length === 0) unmoved.push(`${method}.${name}`)
        for (const other of others) {
          const { result } = await desk.station.handle({ id: 1, method, input: { ...input, [name]: other } })
          // Nobody of that code is here to compare anything with.
          const isSomebody = name === 'staff_code' && method !== 'desk.set-up'
          const code = isSomebody ? 'staff-unknown' : 'command-changed'
          expect(result, `${method}.${name}`).toMatchObject({ kind: 'refused', code })
        }
      }
    }
    expect(unmoved).toEqual([])
    const { events_count, problems } = await desk.ok('journal.verify', {})
    expect([events_count, problems]).toEqual([CHANGING.length + 2, []])
  })

  test('no seal that lasts tells a card, a PIN or words apart', () => {
    const hidden = [
      'pin',
      'new_pin',
      'card_barcode',
      'card_tail',
      'to_whom',
      'to_file',
      'recovery_key',
      'key_group',
      'take_back',
    ]
    const told = CHANGING.flatMap(([method, spec]) => {
      const input = spec.input.parse({ ...(spec.example as object), commandId: commandId(TUESDAY, seededRandom(5)) })
      const names = Object.keys(shapeOf(spec).properties ?? {}).filter((name) => hidden.includes(name))
      const seals = ['one', 'other'].map((said) =>
        names.map((name) => Buffer.from(commandOf(method, { ...(input as Asked), [name]: said }).request_hash)),
      )
      return names.map((name, at) => [method, name, seals[0]?.[at]?.equals(seals[1]?.[at] ?? Buffer.of())])
    })
    expect(told.length).toBeGreaterThan(10)
    expect(told.filter(([, , isSame]) => isSame !== true)).toEqual([])
  })
})

async function lent(desk: TestDesk) {
  const asked = { commandId: desk.id(), card_barcode: CARDS.dana, item_barcode: ITEMS.warmth }
  return { asked, answered: await desk.ok('loan.check-out', asked) }
}

describe('another card under the id of a check-out', () => {
  test('is refused, and the same card gets the same answer, after a restart', async () => {
    const desk = await workingDesk()
    const { asked, answered } = await lent(desk)
    const again = await desk.reopen()
    await rosaAt(again)
    expect(await again.ok('loan.check-out', asked)).toEqual(answered)
    for (const card_barcode of [CARDS.omar, CARDS.danaFormer, 'nobody']) {
      const other = await again.call('loan.check-out', { ...asked, card_barcode })
      expect(other).toMatchObject({ kind: 'refused', code: 'command-changed' })
    }
  })

  test('is answered like the first once who had it is forgotten: it tells nothing, and lends nothing', async () => {
    const desk = await privateDesk()
    const asked = { commandId: desk.id(), card_barcode: ZENOBIA.card, item_barcode: ITEMS.warmth }
    const answered = await desk.ok('loan.check-out', asked)
    expect(desk.rows('SELECT count(*) FROM command_seal WHERE seq = 3')).toEqual([[1]])
    await desk.ok('loan.check-in', { commandId: desk.id(), item_barcode: ITEMS.warmth })
    const other = { ...asked, card_barcode: CARDS.omar }
    expect(await desk.call('loan.check-out', other)).toMatchObject({ kind: 'refused', code: 'command-changed' })
    desk.hours(2)
    desk.hours(2)
    expect(desk.rows('SELECT count(*) FROM party')).toEqual([[0]])
    expect(desk.rows('SELECT count(*) FROM command_seal WHERE seq = 3')).toEqual([[0]])
    const events_count = (await desk.ok('journal.verify', {})).events_count
    expect(await desk.ok('loan.check-out', asked)).toEqual(answered)
    expect(await desk.ok('loan.check-out', other)).toEqual(answered)
    const book = { ...other, item_barcode: ITEMS.educated }
    expect(await desk.call('loan.check-out', book)).toMatchObject({ kind: 'refused', code: 'command-changed' })
    expect((await desk.ok('journal.verify', {})).events_count).toBe(events_count)
    expect(await desk.ok('item.get', { item_barcode: ITEMS.warmth })).toMatchObject({ is_out: false })
  })
})

describe('another patron open under the id of an act on the account', () => {
  const acts: [string, (desk: TestDesk, id: string) => ReturnType<TestDesk['call']>][] = [
    [
      'charge.add',
      (desk, id) => desk.call('charge.add', { commandId: id, fee_code: '', amount_cents: 150, note: 'x' }),
    ],
    ['note.write', (desk, id) => desk.call('note.write', { commandId: id, kind: 'note', text: 'x', until_on: null })],
    ['desk.renew-all', (desk, id) => desk.call('desk.renew-all', { commandId: id })],
    ['hold.place', (desk, id) => desk.call('hold.place', hold(id))],
    ['desk.scan of what is lent', (desk, id) => scanned(desk, id, ITEMS.educated)],
  ]
  const scanned = (desk: TestDesk, id: string, text: string): ReturnType<TestDesk['call']> =>
    desk.call('desk.scan', { commandId: id, text, source: 'scan' })
  const hold = (id: string): Input<'hold.place'> => {
    const where = { item_barcode: null, pickup_branch: 'MAPLE', expires_on: null, overridden: [] }
    return { commandId: id, title_id: 3, ...where }
  }

  test.each(acts)('%s is refused', async (_, act) => {
    const desk = await holdDesk([`UPDATE item SET status = 'missing' WHERE barcode = '${ITEMS.becoming}'`])
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    const id = desk.id()
    desk.clock.pass(86_400_000)
    expect(await act(desk, id)).toMatchObject({ kind: 'ok' })
    expect(await act(desk, id)).toMatchObject({ kind: 'ok' })
    await desk.scan(CARDS.omar)
    expect(await act(desk, id)).toMatchObject({ kind: 'refused', code: 'command-changed' })
    const again = await desk.reopen()
    await rosaAt(again)
    await again.scan(CARDS.omar)
    expect(await act(again, id)).toMatchObject({ kind: 'refused', code: 'command-changed' })
  })

  test('a check-in is of the patron who had it out, and answered as it was', async () => {
    const desk = await holdDesk()
    await desk.scan(CARDS.dana)
    await desk.scan(ITEMS.warmth)
    await desk.ok('desk.mode', { mode: 'in' })
    const id = desk.id()
    expect(await scanned(desk, id, ITEMS.warmth)).toMatchObject({ kind: 'ok' })
    await desk.ok('desk.mode', { mode: 'out' })
    await desk.scan(CARDS.omar)
    expect(await scanned(desk, id, ITEMS.warmth)).toMatchObject({ kind: 'ok' })
  })
})

describe('acts that keep their id elsewhere than in the journal', () => {
  test('a hold that is over is answered as it was placed; another card is refused while anybody knows', async () => {
    const desk = await holdDesk()
    const where = { title_id: 2, item_barcode: null, pickup_branch: 'MAPLE' }
    const asked = { commandId: desk.id(), card_barcode: CARDS.dana, ...where }
    const { hold_ref, title } = await desk.ok('hold.place-for', asked)
    const other = { ...asked, card_barcode: CARDS.omar }
    expect(await desk.call('hold.place-for', other)).toMatchObject({ kind: 'refused', code: 'command-changed' })
    await desk.ok('hold.cancel', { commandId: desk.id(), hold_ref })
    expect(await desk.ok('hold.place-for', asked)).toMatchObject({ hold_ref, title, status: 'ended', place: '' })
    expect(await desk.call('hold.place-for', other)).toMatchObject({ kind: 'refused', code: 'command-changed' })
  })

  test('a restore with another folder or key', async () => {
    const desk = await workingDesk()
    const to_folder = join(testFolder(), 'backup')
    await desk.ok('store.backup', { to_folder })
    const asked = { commandId: desk.id(), from_folder: to_folder }
    await desk.ok('store.restore', asked)
    await rosaAt(desk)
    await desk.ok('store.restore', asked)
    for (const other of [{ from_folder: '/nowhere' }, { recovery_key: 'x' }]) {
      const result = await desk.call('store.restore', { ...asked, ...other })
      expect(result).toMatchObject({ kind: 'refused', code: 'command-changed' })
    }
  })

  test('a restore, once it is done, is answered whatever PIN comes with it: no seal of a PIN is kept', async () => {
    const desk = await workingDesk()
    const from_folder = join(testFolder(), 'backup')
    await desk.ok('store.backup', { to_folder: from_folder })
    const asked = { commandId: desk.id(), from_folder }
    await desk.ok('store.restore', asked)
    await rosaAt(desk)
    expect(await desk.call('store.restore', { ...asked, own_pin: '000000' })).toMatchObject({ kind: 'ok' })
    await desk.station.close()
    const store = openStore(desk.folder, KEY)
    // The id, and eight bytes over what is no secret.
    expect(readOwn(store.db, 'restored_by')).toMatch(/^[^:]+:[0-9a-f]{16}$/)
    store.close()
  })

  test('a set-up with another PIN; what the desk keeps of its own holds no seal of it', async () => {
    const folder = testFolder()
    makeFiles(folder)
    const store = openStore(folder, KEY)
    keepOwn(store.db, { [OWN_BRANCH]: '' })
    store.close()
    const desk = await openDesk(folder)
    const who = { staff_name: 'Ada Park', initials: 'AP', pin: '246813' }
    const asked = { commandId: desk.id(), branch_code: 'MAPLE', desk_name: 'Desk 1', ...who }
    await desk.ok('desk.set-up', asked)
    const again = await desk.reopen()
    await again.ok('desk.set-up', asked)
    const changed = await again.call('desk.set-up', { ...asked, pin: '1357' })
    expect(changed).toMatchObject({ kind: 'refused', code: 'command-changed' })
    const other = await again.call('desk.set-up', { ...asked, commandId: desk.id() })
    expect(other).toMatchObject({ kind: 'refused', code: 'already-set-up' })
    await again.station.close()
    const files = openStore(folder, KEY)
    const own = JSON.stringify(files.db.db.prepare('SELECT * FROM setting').all())
    files.close()
    expect(own).toContain('Desk 1')
    expect(own).not.toContain(asked.commandId)
  })

  test('a PIN: the first stays, the second is refused, and neither is kept in a form quick to try', async () => {
    const desk = await workingDesk()
    const asked = { commandId: desk.id(), staff_code: 'rortiz', new_pin: '258014' }
    await desk.ok('staff.set-pin', asked)
    await desk.ok('staff.set-pin', asked)
    const again = await desk.reopen()
    await rosaComes(again, asked.new_pin)
    const other = await again.call('staff.set-pin', { ...asked, new_pin: '147086' })
    expect(other).toMatchObject({ kind: 'refused', code: 'command-changed' })
    await again.ok('staff.set-pin', asked)
    await again.ok('staff.sign-in', { commandId: desk.id(), initials: 'RO', pin: '258014' })
    expect(await again.call('staff.sign-in', { commandId: desk.id(), initials: 'RO', pin: PIN })).toMatchObject({
      code: 'sign-in-failed',
    })
  })
})
