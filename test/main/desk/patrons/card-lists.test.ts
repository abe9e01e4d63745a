/** The lists of cards to look after at the desk: who may see them, turned by page, settled from the account. */
import { expect, test } from 'vitest'
import { must } from '../../../../shared/kernel/assert.ts'
import { cardNumber } from '../../../../shared/patron/card-numbers.ts'
import { instant, MS_PER_DAY } from '../../../../shared/kernel/time.ts'
import { LISTED_EACH } from '../../../../shared/patron/lists/card-lists.ts'
import { cardDesk, registration } from '../../support/card-desk.ts'
import type { TestDesk } from '../../support/desk.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { PIN } from '../../support/small-library.ts'
import { answer, approve, askedFor, benAtDesk } from '../../support/staff.ts'
import { copyOf, exchange, start } from '../../support/reference-files.ts'
import { rosaAt } from '../../support/desk.ts'

const CARD = cardNumber('2123400050001', 'mod-10')
const CHILD_CARD = cardNumber('2123400050002', 'mod-10')

async function listed(desk: TestDesk, about: string) {
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'card-lists', about } })
  const [section] = snapshot.page?.sections ?? []
  const rows = section?.kind === 'table' ? section.rows : []
  return { names: rows.map(({ cells }) => cells[0]?.text ?? ''), rows, turns: snapshot.page?.turns }
}

/** Letters in sight on the account that opened. */
async function lettersOf(desk: TestDesk) {
  const { snapshot } = await desk.ok('desk.snapshot', {})
  expect(pageFaults(must(snapshot.page, 'a page'))).toEqual([])
  const acts = snapshot.page?.acts.filter(({ weight, key }) => weight === 'main' && 'GFJ'.includes(key)) ?? []
  return { place: snapshot.page?.ref.place, letters: acts.map(({ key }) => key).join('') }
}

test('a row opens the account with what is due in sight; done, it is on no list, and Back is the list', async () => {
  const desk = await cardDesk()
  await desk.ok('patron.register', registration(desk, {}, { barcode: CARD }))
  await desk.ok('desk.finish', {})
  const { rows } = await listed(desk, 'registered')
  const input = rows[0]?.enter?.call.input as { patron_id: number }
  await desk.ok('desk.open-patron', input)
  expect(await lettersOf(desk)).toEqual({ place: 'account', letters: 'J' })
  await desk.ok('patron.check', { commandId: desk.id(), what: 'registration' })
  const again = await desk.call('patron.check', { commandId: desk.id(), what: 'registration' })
  expect(again.kind === 'refused' && again.code).toBe('patron-unchanged')
  expect(await lettersOf(desk)).toEqual({ place: 'account', letters: '' })
  const { snapshot } = await desk.ok('desk.back', {})
  expect(snapshot.page?.ref).toEqual({ place: 'card-lists', about: 'registered' })
  expect((await listed(desk, 'registered')).names).toEqual([])
  expect((await desk.ok('journal.verify', {})).problems).toEqual([])
})

test('back from a list, however many pages were turned, is the page of all lists, and then the rows', async () => {
  const desk = await cardDesk()
  await desk.ok('patron.register', registration(desk, {}, { barcode: CARD }))
  await desk.ok('desk.finish', {})
  const back = async () => (await desk.ok('desk.back', {})).snapshot.page?.ref ?? null
  const all = { place: 'card-lists', about: '' }
  for (const list of ['address', 'duplicates', 'report']) {
    for (const about of ['', list]) await desk.ok('desk.go', { page: { place: 'card-lists', about } })
    expect([await back(), await back()]).toEqual([all, null])
  }
  for (const about of ['', 'address', 'address 2']) await desk.ok('desk.go', { page: { place: 'card-lists', about } })
  expect([await back(), await back()]).toEqual([all, null])
  // The same after an account of it, which begins anew where to go back to.
  const { rows } = await listed(desk, 'registered')
  await desk.ok('desk.open-patron', rows[0]?.enter?.call.input as { patron_id: number })
  expect([await back(), await back(), await back()]).toEqual([{ place: 'card-lists', about: 'registered' }, all, null])
})

test('who turned 18 is settled on the account, and an address only as long as the card is valid', async () => {
  const desk = await cardDesk()
  await desk.ok('patron.register', registration(desk, {}, { barcode: CARD }))
  const parent = (await desk.ok('desk.snapshot', {})).snapshot.patron?.patron_id ?? 0
  const child = { given: 'Mia', born_on: '2009-02-11' }
  await desk.ok('patron.register', registration(desk, child, { barcode: CHILD_CARD, family_of: parent }))
  await desk.ok('desk.finish', {})
  expect((await listed(desk, 'of-age')).names).toEqual([])
  desk.clock.set(instant(desk.clock.now() + 400 * MS_PER_DAY))
  const at = await rosaAt(await desk.reopen())
  expect((await listed(at, 'of-age')).names).toEqual(['Mia Ortíz'])
  // Her card ended at 18: her address is asked for when it is renewed, and is on no list until then.
  expect((await listed(at, 'address')).names).not.toContain('Mia Ortíz')
  const { rows } = await listed(at, 'of-age')
  await at.ok('desk.open-patron', rows[0]?.enter?.call.input as { patron_id: number })
  expect((await lettersOf(at)).letters).toBe('GJ')
  await at.ok('guardian.end', { commandId: at.id() })
  expect((await lettersOf(at)).letters).toBe('J')
  expect((await listed(at, 'of-age')).names).toEqual([])
  // Her father's is due.
  const due = await listed(at, 'address')
  await at.ok('desk.open-patron', due.rows.at(-1)?.enter?.call.input as { patron_id: number })
  expect((await lettersOf(at)).letters).toBe('FJ')
  await at.ok('patron.check', { commandId: at.id(), what: 'address' })
  expect((await lettersOf(at)).letters).toBe('J')
})

test('a clerk without the grant is asked for a second person', async () => {
  const desk = await cardDesk()
  await benAtDesk(desk)
  const asked = await askedFor(desk, { place: 'card-lists', about: 'expiring' })
  expect([asked.page, asked.asks.startsWith('Open card follow-up')]).toEqual([null, true])
  await answer(desk, '1')
  await approve(desk, { initials: 'RO', pin: PIN })
  const shown = await answer(desk, '3')
  expect(shown.page?.ref).toEqual({ place: 'card-lists', about: 'expiring' })
})

const MANY = LISTED_EACH * 2 + 5

test('a long list is turned page by page, in one order, and nobody is on two pages', async () => {
  const sql = Array.from({ length: MANY }, (_, at) => {
    const day = String(1 + (at % 28)).padStart(2, '0')
    return `INSERT INTO patron (patron_id, external_id, category_code, branch_code, surname, given, preferred_given,
      surname_key, given_key, expires_on, email, phone, guardian, language, is_barred, is_active)
      VALUES (${500 + at}, 'm${at}', '${at % 2 === 0 ? 'ADULT' : 'CHILD'}', 'MAPLE', 'M${at}', '', '', '', '',
      '2026-12-${day}', '', '', '', '', 0, 1)`
  })
  const desk = await cardDesk(false, sql)
  for (const list of ['expiring-next', 'address'] as const) {
    const all: string[] = []
    const days: string[] = []
    let about: string | null = list
    while (about !== null) {
      const { names, rows, turns } = await listed(desk, about)
      all.push(...names.filter((name) => /^M\d/.test(name)))
      days.push(...rows.map(({ cells }) => cells.at(-1)?.text ?? ''))
      about = turns?.next?.about ?? null
    }
    expect([all.length, new Set(all).size]).toEqual([MANY, MANY])
  }
})

test('what was checked is there again under a reference file of before', async () => {
  const desk = await cardDesk()
  const before = await copyOf(desk)
  const at = await rosaAt(await desk.reopen())
  await at.ok('patron.register', registration(at, {}, { barcode: CARD }))
  await at.ok('patron.check', { commandId: at.id(), what: 'registration' })
  const shown = await start(at)
  exchange(at, before)
  expect((await start(at))['people']).toEqual(shown['people'])
})
