/**
 * A library that asks for fines to be paid and items to be returned before a card is renewed or given: what the desk
 * says, where it leads, and who overrides it.
 */
import { describe, expect, test } from 'vitest'
import { must } from '../../../../shared/kernel/assert.ts'
import { cardNumber } from '../../../../shared/patron/card-numbers.ts'
import { en } from '../../../../shared/words/en/en.ts'
import { es } from '../../../../shared/words/es/es.ts'
import { cardDesk } from '../../support/card-desk.ts'
import type { TestDesk } from '../../support/desk.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { answer, approve, benAtDesk, recorded, WEI } from '../../support/staff.ts'

const NEW_CARD = cardNumber('2123400050001', 'mod-10')
const RENEW = { is_address_checked: true, household_count: null, basis_cents: null, home_expires_on: null }
const setting = (name: string, value: string): string => `INSERT INTO library_setting VALUES ('${name}', '${value}')`
const FIRST = [setting('card_owed_cents_max', '1'), setting('card_items_first', 'all')]
const OWES = `INSERT INTO charge (external_id, patron_id, item_id, kind, charged_at_ms, amount_cents,
  owed_cents, note) VALUES ('c901', 1, NULL, 'other', 1795000000000, 400, 400, '')`

/** Dana, who owes $4.00 and has a book out. */
async function danaHere(also: readonly string[] = FIRST): Promise<TestDesk> {
  const desk = await cardDesk(false, [OWES, ...also])
  await desk.scan(CARDS.dana)
  await desk.scan(ITEMS.warmth)
  return desk
}

const renew = (desk: TestDesk) => desk.call('card.renew', { commandId: desk.id(), ...RENEW })
const replace = (desk: TestDesk) =>
  desk.call('card.replace', { commandId: desk.id(), reason: 'worn', which: '', barcode: NEW_CARD })

async function now(desk: TestDesk) {
  const { snapshot } = await desk.ok('desk.snapshot', {})
  return { band: must(snapshot.band, 'the band'), row: must(snapshot.rows[0], 'a row') }
}

test('without the rule nothing is asked', async () => {
  const desk = await danaHere([])
  expect((await renew(desk)).kind).toBe('ok')
  expect((await replace(desk)).kind).toBe('ok')
  expect(await recorded(desk, 'card-replaced')).toHaveLength(1)
})

describe.each([
  ['a renewal', renew, 'card-renewed'],
  ['another card', replace, 'card-replaced'],
] as const)('%s', (_, act, kind) => {
  test('waits in a row that says what is owed and out, with the keys that lead there', async () => {
    const desk = await danaHere()
    await benAtDesk(desk)
    await desk.scan(CARDS.dana)
    expect((await act(desk)).kind).toBe('ok')
    const { band, row } = await now(desk)
    expect(band.sentence).toContain('$4.00 is owed, and 1 item to return')
    expect(band.sentence).toContain('{key:pay}')
    expect(band.sentence).toContain('{key:account}')
    expect(row.choices.map(({ label }) => label)).toEqual([en.outcomes.answer.ask])
    expect(await recorded(desk, kind)).toEqual([])
  })

  test('is overridden by a second person, with a reason, and once', async () => {
    const desk = await danaHere()
    await benAtDesk(desk)
    await desk.scan(CARDS.dana)
    await act(desk)
    await act(desk)
    await answer(desk, '1')
    await approve(desk, WEI)
    await answer(desk, '2')
    expect(await recorded(desk, kind)).toMatchObject([{ staff: 'BC-1' }])
  })

  test('is overridden by one whose own role may, with a reason', async () => {
    const desk = await danaHere()
    await act(desk)
    const { row } = await now(desk)
    expect(row.choices.map(({ label }) => label)).toEqual([en.outcomes.answer.does.call])
    await answer(desk, '1')
    await answer(desk, '2')
    expect((await now(desk)).row.choices).toEqual([])
    expect(await recorded(desk, kind)).toHaveLength(1)
  })
})

test('who overrode it and why is in the work log', async () => {
  const desk = await danaHere()
  await renew(desk)
  await answer(desk, '1')
  await answer(desk, '2')
  expect(await recorded(desk, 'act-approved')).toMatchObject([
    { act: 'card.renew', grant: 'override-debt', reason: 'promised' },
  ])
})

test('the forms say it before they are sent, where the library asks it', async () => {
  const says = async (desk: TestDesk) => {
    const page = must((await desk.ok('desk.go', { page: { place: 'account', about: '' } })).snapshot.page, 'it')
    expect(pageFaults(page)).toEqual([])
    return page.acts
      .filter(({ call }) => call.method === 'card.renew' || call.method === 'card.replace')
      .map((act) => act.says.includes('is owed'))
  }
  expect(await says(await danaHere())).toEqual([true, true])
  expect(await says(await danaHere([]))).toEqual([false, false])
  expect(es.refusals['card-settle-first'].short).not.toBe(en.refusals['card-settle-first'].short)
})

test('no row offers the renewal by one key, and the family’s form says who has to settle first', async () => {
  const desk = await danaHere([...FIRST, `UPDATE patron SET expires_on = '2026-11-01' WHERE patron_id = 1`])
  const { rows } = await desk.scan(ITEMS.educated)
  expect(JSON.stringify(rows[0]?.choices)).not.toContain(en.outcomes.answer.renew_card)
  const family = { members: { '1': true }, checked: { '1': true }, home: {}, household_count: null, basis_cents: null }
  const told = await desk.ok('card.renew-family-preview', family)
  expect(told.lines.map(({ tone }) => tone)).toContain('stop')
  expect(await desk.call('card.renew-family', { commandId: desk.id(), ...family })).toMatchObject({
    kind: 'refused',
    code: 'card-settle-first',
  })
})

test('a scanned new card: the row of it waits, and is not said to be given', async () => {
  const desk = await danaHere()
  await desk.scan(NEW_CARD)
  await answer(desk, '2')
  const { snapshot } = await desk.ok('desk.snapshot', {})
  expect(snapshot.rows.map(({ happened }) => happened)).toContain(en.outcomes.answer.waits)
  expect(await recorded(desk, 'card-replaced')).toEqual([])
})
