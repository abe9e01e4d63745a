/** Card, PIN and contact of one patron in one day by one person: without the card that the patron had, it takes two. */
import { expect, test } from 'vitest'
import { cardNumber } from '../../../../shared/patron/card-numbers.ts'
import { cardDesk, registration } from '../../support/card-desk.ts'
import type { TestDesk } from '../../support/desk.ts'
import { answer, approve, badgeApproves, benAtDesk, BEN, comes, recorded, signInAs, WEI } from '../../support/staff.ts'

const CARD = cardNumber('2123400050001', 'mod-10')
const NEW = cardNumber('2123400050002', 'mod-10')

const ROSA = { initials: 'RO', pin: '471108' }

type Step = 'by name' | 'typed' | 'scanned' | 'new card scanned' | 'finish' | 'card' | 'pin' | 'contact' | 'name'
type Typed = ReturnType<typeof registration>['typed']

/** Leo is registered, and gone; Ben is at the desk. */
async function leoGone(
  isAlone = false,
  also: readonly string[] = [],
): Promise<{ readonly desk: TestDesk; readonly patron_id: number }> {
  const desk = await cardDesk(false, also)
  if (!isAlone) await benAtDesk(desk)
  await desk.ok('patron.register', registration(desk, {}, { barcode: CARD }))
  const { patron_id } = await desk.ok('patron.get', { card_barcode: CARD })
  await desk.ok('desk.finish', {})
  return { desk, patron_id }
}

function edit(desk: TestDesk, typed: Partial<Typed>) {
  const { typed: leo } = registration(desk)
  return desk.call('patron.edit', {
    commandId: desk.id(),
    typed: { ...leo, ...typed },
    category_code: 'ADULT',
    name_proof: 'spelling',
  })
}

/** @returns "done", "waits" for a second person, or why it is refused */
async function step(desk: TestDesk, patron_id: number, what: Step): Promise<string> {
  const commandId = desk.id()
  const doing: Record<Step, () => ReturnType<TestDesk['call']>> = {
    'by name': () => desk.call('desk.open-patron', { patron_id }),
    typed: () => desk.call('desk.scan', { commandId, text: CARD, source: 'typed' }),
    scanned: () => desk.call('desk.scan', { commandId, text: CARD, source: 'scan' }),
    'new card scanned': () => desk.call('desk.scan', { commandId, text: NEW, source: 'scan' }),
    finish: () => desk.call('desk.finish', {}),
    card: () => desk.call('card.replace', { commandId, reason: 'lost', which: '', barcode: NEW }),
    pin: () => desk.call('patron.set-pin', { commandId, pin: '730518', pin_again: '730518' }),
    contact: () => edit(desk, { email: 'other@example.org' }),
    name: () => edit(desk, { surname: 'Ortiz' }),
  }
  const done = await doing[what]()
  if (done.kind === 'refused') return done.code
  const { rows } = (await desk.ok('desk.snapshot', {})).snapshot
  return rows.some((row) => row.choices.length > 0) ? 'waits' : 'done'
}

async function steps(steps: readonly Step[], isAlone = false) {
  const { desk, patron_id } = await leoGone(isAlone)
  const ends: string[] = []
  for (const one of steps) ends.push(await step(desk, patron_id, one))
  return { desk, patron_id, ends }
}

test.each<[string, readonly Step[], string]>([
  ['card last', ['by name', 'pin', 'contact', 'card'], 'waits'],
  ['contact last', ['by name', 'card', 'pin', 'contact'], 'waits'],
  ['opened again between them', ['by name', 'pin', 'finish', 'by name', 'contact', 'card'], 'waits'],
  [
    'a PIN last, which is kept nowhere while somebody is asked',
    ['by name', 'contact', 'card', 'pin'],
    'account-unseen',
  ],
  ['the number typed', ['typed', 'pin', 'contact', 'card'], 'waits'],
  ['the new card scanned', ['by name', 'card', 'finish', 'new card scanned', 'contact', 'pin'], 'account-unseen'],
  ['the card scanned', ['scanned', 'pin', 'contact', 'card'], 'done'],
  ['the card scanned, once the account was open', ['by name', 'pin', 'contact', 'scanned', 'card'], 'done'],
  ['two of them', ['by name', 'pin', 'card'], 'done'],
  ['a name is no contact', ['by name', 'pin', 'name', 'card'], 'done'],
])('%s', async (_name, all, end) => {
  const { ends } = await steps(all)
  expect(ends).toEqual([...all.slice(0, -1).map(() => 'done'), end])
})

test('a second person approves the card, and it is given', async () => {
  const { desk } = await steps(['by name', 'pin', 'contact', 'card'])
  const { rows } = (await desk.ok('desk.snapshot', {})).snapshot
  const row_id = rows.find((row) => row.choices.length > 0)?.row_id ?? ''
  await desk.ok('desk.answer', { commandId: desk.id(), row_id, key: '1' })
  await badgeApproves(desk, WEI)
  expect(await recorded(desk, 'card-replaced')).toEqual([{ staff: 'BC-1', reason: 'lost' }])
  expect(await recorded(desk, 'act-approved')).toMatchObject([{ act: 'card.replace', approver: 'WZ-1' }])
})

test('the one who would have changed all three overrides no debt: nobody else approved the card', async () => {
  const { desk, patron_id } = await leoGone(true, [`INSERT INTO library_setting VALUES ('card_owed_cents_max', '1')`])
  for (const one of ['by name', 'pin', 'contact'] as const) await step(desk, patron_id, one)
  const owed = { fee_code: '', amount_cents: 400, note: 'a bag' }
  await desk.ok('charge.add', { commandId: desk.id(), ...owed })
  expect(await step(desk, patron_id, 'card')).toBe('card-settle-first')
  expect(await recorded(desk, 'card-replaced')).toEqual([])
})

test('a PIN is set by the second person, signed in', async () => {
  const { desk, patron_id } = await steps(['by name', 'contact', 'card', 'pin'])
  await comes(desk, WEI)
  expect([await step(desk, patron_id, 'by name'), await step(desk, patron_id, 'pin')]).toEqual(['done', 'done'])
})

test('who works alone approves the third with their own PIN, and it is recorded', async () => {
  const { desk, ends } = await steps(['by name', 'pin', 'contact', 'card'], true)
  expect(ends.at(-1)).toBe('waits')
  await answer(desk, '1')
  await approve(desk, ROSA)
  expect(await recorded(desk, 'card-replaced')).toHaveLength(1)
  const [approved] = await recorded(desk, 'act-approved')
  expect(approved).toMatchObject({ act: 'card.replace', staff: 'rortiz', approver: 'rortiz' })
})

test('who works alone sets a PIN as the third with their own', async () => {
  const { desk, ends } = await steps(['by name', 'contact', 'card'], true)
  expect(ends).toEqual(['done', 'done', 'done'])
  const set = (own_pin: string) =>
    desk.call('patron.set-pin', { commandId: desk.id(), pin: '730518', pin_again: '730518', own_pin })
  expect(await set('')).toMatchObject({ code: 'own-pin-needed' })
  expect(await set('000000')).toMatchObject({ code: 'sign-in-failed' })
  expect((await set(ROSA.pin)).kind).toBe('ok')
  expect(await recorded(desk, 'patron-pin-set')).toHaveLength(1)
})

test('managers read beside their news who gave one patron a new card and a new PIN', async () => {
  const { desk } = await steps(['by name', 'pin', 'card', 'finish'])
  await signInAs(desk, ROSA)
  await desk.ok('settings.set', { settings: { idle_lock_minutes: 30 } })
  await desk.ok('desk.go', { page: null })
  await signInAs(desk, BEN)
  await signInAs(desk, ROSA)
  const { page } = (await desk.ok('desk.snapshot', {})).snapshot
  const told = page?.sections.find((one) => one.section_id === 'card-pin')
  expect(told?.kind === 'table' && told.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
    ['Ben Cole', '1'],
  ])
  expect(JSON.stringify(told)).not.toMatch(/Leo|Ort/)
})
