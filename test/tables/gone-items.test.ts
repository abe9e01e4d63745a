/**
 * What the desk says of a book that is out while the library's data has no record of it any more: on the account,
 * when it is scanned, when it is taken in. Each line is an outcome a clerk reads; none may be a fault.
 */
import { describe, expect, test } from 'vitest'
import { MS_PER_DAY } from '../../shared/kernel/time.ts'
import { layoutText } from '../support/layout-text.ts'
import { elsewhere, rosaAt, type TestDesk, workingDesk } from '../main/support/desk.ts'
import { CARDS, ITEMS } from '../main/support/small-library.ts'
import { PAGES, says, wayOut } from '../support/said.ts'
import { EVERYTHING } from '../../shared/circulation/loans/limits.ts'
import type { LimitScope } from '../../shared/refusals/limit-scope.ts'
import { en } from '../../shared/words/en/en.ts'

const ITEM_GONE = 'DELETE FROM item WHERE item_id = 1'

/** Dana has a book out whose record is gone. */
async function goneDesk(): Promise<TestDesk> {
  const desk = await workingDesk()
  await desk.scan(CARDS.dana)
  await desk.scan(ITEMS.warmth)
  elsewhere(desk, ITEM_GONE)
  return desk
}

test.each([
  {
    name: 'scanned by whoever has it',
    steps: [ITEMS.warmth],
    outcome: 'stop',
    heading: says('item-gone', { barcode: ITEMS.warmth }),
    sentence: `Nothing recorded. ${wayOut('item-gone', { barcode: ITEMS.warmth })}`,
  },
  {
    name: 'taken in',
    steps: ['F2', ITEMS.warmth],
    outcome: 'route',
    heading: en.outcomes.return.gone.item(ITEMS.warmth),
    sentence:
      'Set it aside: the library’s data no longer has its record. It is checked in. Nothing was charged for it.',
  },
  {
    name: 'taken in late',
    steps: ['30 days later', 'F2', ITEMS.warmth],
    outcome: 'route',
    heading: en.outcomes.return.gone.item(ITEMS.warmth),
    sentence:
      'Set it aside: the library’s data no longer has its record. It is checked in. 9 days late. ' +
      'Nothing was charged for it.',
  },
  {
    name: 'taken in twice: now nothing is known of it',
    steps: ['F2', ITEMS.warmth, ITEMS.warmth],
    outcome: 'stop',
    heading: `Item ${ITEMS.warmth} not found (data as of 8:55 AM).`,
    sentence: 'Nothing recorded. Scan again. If it is still not found, set it aside. Or 1 = add a brief record now.',
  },
])('$name', async ({ steps, outcome, heading, sentence }) => {
  const desk = await goneDesk()
  for (const step of steps) {
    if (step === 'F2') await desk.ok('desk.mode', { mode: 'in' })
    else if (step === '30 days later') desk.clock.pass(30 * MS_PER_DAY)
    else await desk.scan(step)
  }
  const { snapshot } = await desk.ok('desk.snapshot', {})
  expect(snapshot.band).toMatchObject({ outcome, heading, sentence })
  expect(desk.log).toEqual([])
})

describe('a loan whose item has no record any more', () => {
  const account = { page: { place: 'account', about: '' } } as const

  async function toldOnAccount(desk: TestDesk): Promise<readonly (readonly string[])[]> {
    await desk.scan(CARDS.dana)
    const { snapshot } = await desk.ok('desk.go', account)
    const found = snapshot.page?.sections.find((section) => section.section_id === 'loans-gone')
    return found?.kind === 'table' ? found.rows.map((row) => row.cells.map((cell) => cell.text)) : []
  }

  test('stands on the account until it is back, and again when that is undone', async () => {
    const desk = await goneDesk()
    const told = [[en.outcomes.return.gone.item(ITEMS.warmth), 'Tue, Dec 15', PAGES.account.loans.gone.scan]]
    expect(await toldOnAccount(desk)).toEqual(told)
    await desk.ok('desk.mode', { mode: 'in' })
    await desk.scan(ITEMS.warmth)
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect(await toldOnAccount(desk)).toEqual(told)
    await desk.ok('desk.mode', { mode: 'in' })
    await desk.scan(ITEMS.warmth)
    expect(await toldOnAccount(desk)).toEqual([])
    expect((await desk.ok('journal.verify', {})).problems).toEqual([])
    expect(desk.log).toEqual([])
  })

  test('is on the paper of the cart by its number’s end', async () => {
    const desk = await goneDesk()
    await desk.ok('desk.mode', { mode: 'in' })
    await desk.scan(ITEMS.warmth)
    const { snapshot } = await desk.ok('paper.make', { what: 'now' })
    const papers = snapshot.page?.sections.flatMap((one) => (one.kind === 'paper' ? [one.document] : [])) ?? []
    expect(papers.map((paper) => layoutText(paper, 42).join('\n')).join('\n')).toContain('…0015')
    expect(desk.log).toEqual([])
  })

  test('is in the way of erasing, as any loan', async () => {
    const desk = await goneDesk()
    expect(await desk.call('privacy.erase', { commandId: desk.id(), card_tail: '0017' })).toMatchObject({
      kind: 'refused',
      code: 'erase-loans-out',
    })
  })

  test('the same scan again after the desk stopped is told, and recorded once', async () => {
    const desk = await goneDesk()
    await desk.ok('desk.mode', { mode: 'in' })
    const commandId = desk.id()
    await desk.ok('desk.scan', { commandId, text: ITEMS.warmth, source: 'scan' })
    const again = await desk.reopen()
    await rosaAt(again)
    const { snapshot } = await again.ok('desk.scan', { commandId, text: ITEMS.warmth, source: 'scan' })
    expect(snapshot.band?.heading).toBe(en.outcomes.return.gone.item(ITEMS.warmth))
    const { events } = await again.ok('journal.recent', { limit: 20 })
    expect(events.filter((event) => event.kind === 'item-checked-in')).toHaveLength(1)
    expect(again.log).toEqual([])
  })

  test('a script takes it back as a scan does, once', async () => {
    const desk = await goneDesk()
    await desk.ok('desk.finish', {})
    const asked = { commandId: desk.id(), item_barcode: ITEMS.warmth }
    const back = await desk.ok('loan.check-in', asked)
    expect(back).toMatchObject({
      item_barcode: ITEMS.warmth,
      title: en.outcomes.return.gone.heading,
      was_out: true,
      days_overdue: 0,
      place: 'set-aside',
      place_text: 'Set aside',
    })
    expect(await desk.ok('loan.check-in', asked)).toEqual(back)
    expect(await toldOnAccount(desk)).toEqual([])
    const again = await desk.call('loan.check-in', { commandId: desk.id(), item_barcode: ITEMS.warmth })
    expect(again).toMatchObject({ kind: 'refused', code: 'item-unknown' })
    expect((await desk.ok('journal.verify', {})).problems).toEqual([])
    expect(desk.log).toEqual([])
  })

  const LIMIT = `INSERT INTO limit_rule (limit_code, branch_code, category_code, target_kind, target_code, for_kind,
    place_kind, loans_count_max) VALUES ('L', '*', '*', `

  test.each<readonly [string, string, LimitScope, string]>([
    ['of the kind of patron', `UPDATE patron_category SET loans_count_max = 1`, EVERYTHING, 'limit-reached'],
    ['of the library', `${LIMIT} 'all', '*', 'patron', 'everywhere', 1)`, EVERYTHING, 'limit-reached'],
    ['of a branch', `${LIMIT} 'all', '*', 'patron', 'this-branch', 1)`, { ...EVERYTHING, at: 'here' }, 'limit-reached'],
    [
      'of a type: nothing tells that it is one',
      `${LIMIT} 'item-type', 'BOOK', 'patron', 'everywhere', 1)`,
      EVERYTHING,
      '',
    ],
  ])('counts toward a limit %s', async (_name, sql, scope, code) => {
    const desk = await goneDesk()
    elsewhere(desk, sql)
    await desk.ok('desk.finish', {})
    const again = await desk.reopen()
    await rosaAt(again)
    const { patron } = await again.scan(CARDS.dana)
    expect(patron?.out_count).toBe(1)
    const asked = { commandId: again.id(), card_barcode: CARDS.dana, item_barcode: ITEMS.educated }
    const lent = await again.call('loan.check-out', asked)
    expect(lent.kind === 'refused' ? lent.code : '').toBe(code)
    if (lent.kind === 'refused') expect(lent.says).toBe(says('limit-reached', { count: 1, limit: 1, ...scope }))
  })

  test('counts in the household of the patron who has it', async () => {
    const desk = await goneDesk()
    elsewhere(desk, `UPDATE patron SET guardian_patron_id = 1 WHERE patron_id = 2`)
    elsewhere(desk, `${LIMIT} 'all', '*', 'family', 'everywhere', 1)`)
    await desk.ok('desk.finish', {})
    const again = await desk.reopen()
    await rosaAt(again)
    const asked = { commandId: again.id(), card_barcode: CARDS.omar, item_barcode: ITEMS.educated }
    expect(await again.call('loan.check-out', asked)).toMatchObject({
      code: 'limit-reached',
      says: says('limit-reached', { count: 1, limit: 1, ...EVERYTHING, whose: 'household' }),
    })
  })

  test('made elsewhere and never touched here: told without its number', async () => {
    const desk = await workingDesk()
    const columns = 'item_id, loan_ref, party_ref, patron_id, branch_code, out_at_ms, due_at_ms, renewals_count'
    elsewhere(desk, `INSERT INTO loan (${columns}) VALUES (1, 'elsewhere.1', '', 1, 'NORTH', 0, 1800000000000, 0)`)
    elsewhere(desk, ITEM_GONE)
    const [told] = await toldOnAccount(desk)
    expect(told?.[0]).toBe(en.outcomes.return.gone.heading)
    expect(told?.[2]).toBe(PAGES.account.loans.gone.ask)
  })
})
