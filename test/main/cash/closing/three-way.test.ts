/** The three-way close: ledger, drawer and card batch. What any of them differs by is in the books, never set off. */
import { expect, test } from 'vitest'
import { expectRebuilt } from '../../support/reference-files.ts'
import type { TestDesk } from '../../support/desk.ts'
import { closed, opened, sell, zOf } from './closes.ts'
import { exported, rowsOf } from './exported.ts'

const card = (amount_cents: number) =>
  ({ tender: 'card', amount_cents, authorization: '004512', last_four: '4242' }) as const
const check = (amount_cents: number) => ({ tender: 'check', amount_cents, check_number: '77' }) as const

/** Cash of $1.00, a check of $3.00 and a card of $5.00 were taken. */
async function taken(): Promise<TestDesk> {
  const desk = await opened()
  await sell(desk, 10)
  await sell(desk, 30, [check(300)])
  await sell(desk, 50, [card(500)])
  return desk
}

/** What the books say of over and short, and of the card terminal: account, of what, debit and credit. */
async function differences(desk: TestDesk): Promise<readonly string[]> {
  const rows = rowsOf(await exported(desk), 'ledger')
  return rows
    .filter(({ account = '' }) => ['over', 'short', 'card-clearing'].includes(account))
    .map(({ account, of, debit, credit }) => [account, of, debit, credit].join(' ').replace('  ', ' '))
}

const checks = { checks_count: 1, checks_cents: 300 }
const off = { reason: 'NOT-KNOWN' }

test.each([
  [
    'more than the receipts',
    520,
    ['card-clearing 5.00 0.00', 'card-clearing 0.20 0.00', 'over card-clearing 0.00 0.20'],
  ],
  [
    'less than the receipts',
    480,
    ['card-clearing 5.00 0.00', 'card-clearing 0.00 0.20', 'short card-clearing 0.20 0.00'],
  ],
  ['as the receipts', 500, ['card-clearing 5.00 0.00']],
])('a card batch of %s is in the books', async (_, card_total_cents, wanted) => {
  const desk = await taken()
  const session_ref = await closed(desk, 10_100, { ...checks, ...off, card_total_cents })
  expect((await zOf(desk, session_ref)).tenders[2]).toMatchObject({
    expected_cents: 500,
    counted_cents: card_total_cents,
  })
  expect((await differences(desk)).toSorted()).toEqual(wanted.toSorted())
  expect((await desk.ok('journal.verify', {})).problems).toEqual([])
  await expectRebuilt(desk)
})

test('a batch that nobody read off posts nothing, and has its reason', async () => {
  const desk = await taken()
  await closed(desk, 10_100, { ...checks, ...off, note: 'The terminal is being repaired.' })
  expect(await differences(desk)).toEqual(['card-clearing 5.00 0.00'])
})

test('what cash, checks and cards differ by stays apart, though together it comes to nothing', async () => {
  const desk = await taken()
  await closed(desk, 10_130, { ...checks, ...off, checks_cents: 280, card_total_cents: 490 })
  expect((await differences(desk)).toSorted()).toEqual([
    'card-clearing 0.00 0.10',
    'card-clearing 5.00 0.00',
    'over cash 0.00 0.30',
    'short card-clearing 0.10 0.00',
    'short checks 0.20 0.00',
  ])
})
