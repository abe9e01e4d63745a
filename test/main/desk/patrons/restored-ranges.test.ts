/** A desk that was restored gives no number of its own ranges until a person says where they go on. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { en } from '../../../../shared/words/en/en.ts'
import { cardDesk, OWN, registration } from '../../support/card-desk.ts'
import { elsewhere, rosaAt, type TestDesk } from '../../support/desk.ts'
import { testFolder } from '../../support/folders.ts'

async function given(desk: TestDesk, given: string): Promise<string> {
  const typed = { given, phone: '', email: '' }
  const answer = await desk.call('patron.register', registration(desk, typed, { another_because: 'checked' }))
  if (answer.kind === 'refused') return answer.code
  return (await desk.ok('desk.snapshot', {})).snapshot.patron?.card_barcode ?? ''
}

test('after a restore no number that may be somebody’s is given; beyond the last one it goes on', async () => {
  const desk = await cardDesk(true)
  const first = await given(desk, 'Ana')
  const from_folder = join(testFolder(), 'evening')
  await desk.ok('store.backup', { to_folder: from_folder })
  const second = await given(desk, 'Bo')
  await desk.ok('store.restore', { commandId: desk.id(), from_folder })
  await rosaAt(desk)
  expect(await given(desk, 'Cy')).toBe('card-range-unsure')
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'this-desk', about: '' } })
  const facts = snapshot.page?.sections.flatMap((one) => (one.kind === 'facts' ? one.facts : [])) ?? []
  const { cards, cards_unsure } = en.pages.this_desk.desk
  expect(facts.find(({ label }) => label === cards)).toMatchObject({ text: cards_unsure, tone: 'warn' })
  const form = await desk.ok('desk.go', { page: { place: 'patron-new', about: '' } })
  expect(form.snapshot.page?.lead).not.toContain(en.pages.patrons.form.few_left(0))
  await desk.station.close()
  elsewhere(desk, `UPDATE card_range SET from_number = '${Number(OWN.from) + 2}' WHERE range_code = 'OWN'`)
  const later = await rosaAt(await desk.reopen())
  const third = await given(later, 'Cy')
  expect(third).toMatch(/^21234000700\d{3}$/)
  expect(new Set([first, second, third]).size).toBe(3)
})

test('an ordinary start, and one after a crash, goes on where it was', async () => {
  const desk = await cardDesk(true)
  const first = await given(desk, 'Ana')
  const again = await rosaAt(await desk.reopen())
  expect([first, await given(again, 'Bo')].map((card) => card.slice(0, 13))).toEqual([OWN.from, '2123400070001'])
})

const CODES = { range_code: 'OWN', from_number: OWN.from, to_number: OWN.to, check_kind: 'mod-10' } as const

async function rangeOf(desk: TestDesk, terminal_code: string | null, from_number: string = OWN.from): Promise<void> {
  const after = { ...CODES, terminal_code, from_number }
  await desk.ok('policy.change', { commandId: desk.id(), table: 'card_range', key: 'OWN', after, accept_findings: [] })
}

test.each([
  ['another desk', 'K4N7QW'],
  ['nobody', null],
])('a range that was of %s gives no number until it begins elsewhere', async (_, whose) => {
  const desk = await cardDesk(true)
  const first = await given(desk, 'Ana')
  const { entries } = await desk.ok('work-log.list', { limit: 1 })
  const [terminal = ''] = entries[0]?.event.split('.') ?? []
  await rangeOf(desk, whose)
  expect(await given(desk, 'Bo')).toBe('card-number-missing')
  await rangeOf(desk, terminal)
  expect(await given(desk, 'Bo')).toBe('card-range-unsure')
  const again = await rosaAt(await desk.reopen())
  expect(await given(again, 'Bo')).toBe('card-range-unsure')
  await rangeOf(again, terminal, String(Number(OWN.from) + 1))
  const second = await given(again, 'Bo')
  expect(second.slice(0, 13)).toBe(String(Number(OWN.from) + 1))
  expect(second).not.toBe(first)
})
