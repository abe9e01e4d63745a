/** What a return costs: the fine when the item is back, live before that, and why there is none. On real files. */
import { describe, expect, test } from 'vitest'
import {
  balanceOf,
  chargesOnFile,
  days,
  lend,
  moneyDesk,
  pageOf,
  tableOf,
  type Policy,
} from '../../support/money-desk.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { PAGES, claimedDue, overdue, says, told } from '../../../support/said.ts'
import { cents } from '../../../../shared/kernel/money.ts'
import { localDate } from '../../../../shared/kernel/time.ts'

/** Dana has a book, due Tue, Dec 15. It comes back so many days after the loan. Sundays are closed. */
async function bringBack(policy: Policy, after_days: number) {
  const desk = await moneyDesk(policy)
  await lend(desk, CARDS.dana, ITEMS.warmth)
  days(desk, after_days)
  await desk.ok('desk.mode', { mode: 'in' })
  const { band } = await desk.scan(ITEMS.warmth)
  return { desk, says: band?.sentence ?? '' }
}

describe('the fine at check-in', () => {
  test.each([
    ['in time', {}, 20, 0, 'Reshelve.'],
    ['two days late', {}, 23, 50, 'Fine $0.50.'],
    ['a closed Sunday costs nothing', {}, 27, 125, 'Fine $1.25.'],
    ['no more than the cap', {}, 80, 500, 'Fine $5.00.'],
    [
      'within grace',
      { fine: { grace_count: 3, grace_unit: 'days' } },
      23,
      0,
      told({ code: 'no-fine' }, { code: 'within-grace', grace_count: 3, grace_unit: 'days' }),
    ],
    [
      'this kind of patron pays none',
      { also: [`UPDATE patron_category SET is_fine_free = 1`] },
      30,
      0,
      told({ code: 'no-fine' }, { code: 'patron-pays-no-fines' }),
    ],
    ['a library without fines', { fine: { amount_cents: 0 } }, 30, 0, 'Reshelve. 9 days late.'],
    [
      'a fine-free day',
      {
        also: [`INSERT INTO fine_free_day VALUES ('week', '*', '2026-12-17', '2026-12-18', 'amnesty week')`],
      },
      23,
      0,
      told({ code: 'no-fine' }, { code: 'fine-free-day', on: '2026-12-17', reason: 'amnesty week' }),
    ],
    [
      'a library that charges none at check-in',
      { settings: { is_fine_charged_at_check_in: 'no' } },
      30,
      0,
      '9 days late.',
    ],
  ] as const)('%s', async (_, policy, after_days, cents, says) => {
    const back = await bringBack(policy, after_days)
    expect(back.says).toContain(says)
    expect(balanceOf(await chargesOnFile(back.desk))).toBe(cents)
  })

  test('amnesty: nothing is charged, and the clerk is told why', async () => {
    const desk = await moneyDesk()
    await lend(desk, CARDS.dana, ITEMS.warmth)
    days(desk, 30)
    await desk.ok('desk.mode', { mode: 'in' })
    await desk.ok('desk.modify', { is_amnesty: true })
    expect((await desk.scan(ITEMS.warmth)).band?.sentence).toContain(
      told({ code: 'no-fine' }, { code: 'fine-let-off' }),
    )
    expect(balanceOf(await chargesOnFile(desk))).toBe(0)
  })

  test('dated back: only the days up to then', async () => {
    const desk = await moneyDesk()
    await lend(desk, CARDS.dana, ITEMS.warmth)
    days(desk, 30)
    await desk.ok('desk.mode', { mode: 'in' })
    await desk.ok('desk.modify', { back_on: '2026-12-16' })
    expect((await desk.scan(ITEMS.warmth)).band?.sentence).toContain('Fine $0.25.')
    expect(balanceOf(await chargesOnFile(desk))).toBe(25)
  })

  test.each([
    ['let off', { is_amnesty: true }, told({ code: 'no-fine' }, { code: 'fine-let-off' }), -100],
    ['dated back', { back_on: '2026-12-16' }, '', -75],
  ] as const)('charged before, partly paid, no rule about lost items: %s', async (_, modified, says, balance) => {
    const daily = `INSERT INTO charge (external_id, patron_id, item_id, kind, charged_at_ms, amount_cents, owed_cents,
      note) VALUES ('daily', 1, 1, 'overdue', ${Date.UTC(2026, 11, 17)}, 225, 125, '')`
    const desk = await moneyDesk({ also: ['DELETE FROM lost_rule', daily] })
    await lend(desk, CARDS.dana, ITEMS.warmth)
    days(desk, 30)
    await desk.ok('desk.mode', { mode: 'in' })
    await desk.ok('desk.modify', modified)
    expect((await desk.scan(ITEMS.warmth)).band?.sentence).toContain(says)
    expect(balanceOf(await chargesOnFile(desk))).toBe(balance)
  })

  test('says on the account what the charge is for: the title, the dates of the loan, and step by step', async () => {
    const { desk } = await bringBack({}, 23)
    await desk.scan(CARDS.dana)
    const page = await pageOf(desk, 'account')
    expect(tableOf(page, 'charges').map((row) => row.slice(0, 2))).toEqual([
      ['Overdue fine, The Warmth of Other Suns', '$0.50'],
    ])
    const section = page.sections.find((one) => one.section_id === 'charges')
    const charge = section?.kind === 'table' ? section.rows[0] : undefined
    expect(charge?.notes).toEqual(['due Tue, Dec 15, returned Thu, Dec 17'])
    expect(charge?.details.slice(0, 3)).toEqual([
      'Fine rule BOOKS: for any branch, any category, any item type.',
      '2 days late',
      '2 × $0.25',
    ])
  })

  test('undoing the check-in takes the fine off again, to the cent', async () => {
    const { desk } = await bringBack({}, 23)
    await desk.ok('desk.undo', { commandId: desk.id() })
    await desk.scan(CARDS.dana)
    expect(tableOf(await pageOf(desk, 'account'), 'loans')[0]?.[1]).toBe(overdue('2026-12-15', 50))
    expect(await chargesOnFile(desk)).toMatchObject([{ kind: 'overdue', owed_cents: 0, refund_due_cents: 0 }])
  })

  test('fine days: a blocking note until borrowing opens again, and it goes with the undoing', async () => {
    const desk = await moneyDesk({ fine: { amount_cents: 0, suspension_days_count: 2, suspension_days_count_max: 10 } })
    await lend(desk, CARDS.dana, ITEMS.warmth)
    days(desk, 24)
    await desk.ok('desk.mode', { mode: 'in' })
    expect((await desk.scan(ITEMS.warmth)).band?.sentence).toContain(
      told({ code: 'no-borrowing-until', on: '2026-12-24' }),
    )
    await desk.ok('desk.undo', { commandId: desk.id() })
    const kinds = (await desk.ok('journal.recent', { limit: 3 })).events.map((event) => event.kind)
    expect(kinds).toContain('note-removed')
  })
})

describe('fine days are counted from what the fine is counted from', () => {
  const DAYS_ONLY = { amount_cents: 0, suspension_days_count: 2, suspension_days_count_max: 10 }

  test.each([
    ['late, with nothing to let it off', [], 24, 'No checkouts until'],
    ['a kind of patron that pays no fines', ['UPDATE patron_category SET is_fine_free = 1'], 24, null],
    [
      'back on a fine-free day',
      [`INSERT INTO fine_free_day VALUES ('week', '*', '2026-12-17', '2026-12-18', 'amnesty week')`],
      24,
      null,
    ],
    [
      'the system was down from before it was due until it came back',
      [
        `INSERT INTO outage VALUES
          ('o', '*', ${Date.UTC(2026, 11, 15, 18)}, ${Date.UTC(2026, 11, 19)}, 'power-cut')`,
      ],
      24,
      null,
    ],
  ] as const)('%s', async (_, also, after_days, says) => {
    const back = await bringBack({ fine: DAYS_ONLY, also }, after_days)
    if (says === null) expect(back.says).not.toContain('No borrowing')
    else expect(back.says).toContain(says)
  })
})

describe('live, while it is out', () => {
  test('the account says what accrues by now; after the claim it stands still', async () => {
    const desk = await moneyDesk()
    await lend(desk, CARDS.dana, ITEMS.warmth)
    days(desk, 23)
    await desk.scan(CARDS.dana)
    const due = async () => tableOf(await pageOf(desk, 'account'), 'loans')[0]?.[1]
    expect(await due()).toBe(overdue('2026-12-15', 50))
    await desk.ok('claim.make', {
      commandId: desk.id(),
      item_barcode: ITEMS.warmth,
      claim: 'returned',
      claimed_on: '2026-12-16',
    })
    days(desk, 10)
    expect(await due()).toBe(claimedDue('2026-12-15', 25))
  })

  test('charged in part before, as some systems do each night: page, paper and return say the rest', async () => {
    const daily = `INSERT INTO charge (external_id, patron_id, item_id, kind, charged_at_ms, amount_cents, owed_cents,
      note) VALUES ('daily', 1, 1, 'overdue', ${Date.UTC(2026, 11, 17)}, 25, 25, '')`
    const desk = await moneyDesk({ also: [daily] })
    await lend(desk, CARDS.dana, ITEMS.warmth)
    days(desk, 23)
    await desk.scan(CARDS.dana)
    const page = await pageOf(desk, 'account')
    expect(tableOf(page, 'loans')[0]?.[1]).toBe(overdue('2026-12-15', 25))
    expect(JSON.stringify(page)).toContain(PAGES.account.who.accruing)
    const { snapshot } = await desk.ok('paper.make', { what: 'statement' })
    expect(JSON.stringify(snapshot)).toContain('late fine so far $0.25')
    expect(JSON.stringify(await pageOf(desk, 'explain', ITEMS.warmth))).toContain('$0.25 of it was already charged')
    await desk.ok('desk.mode', { mode: 'in' })
    expect((await desk.scan(ITEMS.warmth)).band?.sentence).toContain('Fine $0.25.')
    expect(balanceOf(await chargesOnFile(desk))).toBe(50)
  })

  test('what is owed blocks; what only accrues does not', async () => {
    const desk = await moneyDesk({ fine: { amount_cents: 1000, fine_cents_max: null } })
    await lend(desk, CARDS.dana, ITEMS.warmth)
    days(desk, 22)
    await desk.scan(CARDS.dana)
    expect((await desk.scan(ITEMS.educated)).band?.outcome).toBe('done')
    await desk.ok('desk.mode', { mode: 'in' })
    await desk.scan(ITEMS.warmth)
    await desk.scan(CARDS.dana)
    expect((await desk.scan(ITEMS.becoming)).band?.sentence).toContain(
      says('owes-too-much', { owed: cents(1000), limit: cents(1000) }),
    )
  })
})

describe('limits that the account adds up to', () => {
  const child = [
    `UPDATE patron SET guardian_patron_id = 1 WHERE patron_id = 2`,
    `INSERT INTO charge (external_id, patron_id, kind, charged_at_ms, amount_cents, owed_cents, note)
      VALUES ('c2', 2, 'lost', 0, 900, 900, '')`,
  ]
  test.each([
    [
      'a child’s debt stops the guardian',
      { settings: { guarantee_owed_cents_max: '500' }, also: child },
      CARDS.dana,
      says('guarantees-owe-too-much', { owed: cents(900), limit: cents(500) }),
    ],
    [
      'the household’s debt stops its members, the guardian',
      { also: [...child, 'UPDATE patron_category SET family_owed_cents_max = 900'] },
      CARDS.dana,
      says('family-owes-too-much', { owed: cents(900), limit: cents(900) }),
    ],
    [
      'and the child',
      { also: [...child, 'UPDATE patron_category SET family_owed_cents_max = 900'] },
      CARDS.omar,
      says('family-owes-too-much', { owed: cents(900), limit: cents(900) }),
    ],
    [
      'not where the library does not count it',
      {
        settings: { is_family_debt_blocking: 'no' },
        also: [...child, 'UPDATE patron_category SET family_owed_cents_max = 900'],
      },
      CARDS.dana,
      '21-day loan',
    ],
    [
      'fine days',
      {
        also: [
          `INSERT INTO patron_block (block_ref, patron_id, kind, until_on, note)
      VALUES ('b1', 1, 'suspended', '2026-11-30', '')`,
        ],
      },
      CARDS.dana,
      says('suspended', { until: localDate('2026-12-01'), cause: 'block', note: '' }),
    ],
  ] as const)('%s', async (_, policy, card, words) => {
    const desk = await moneyDesk(policy)
    await desk.scan(card)
    expect((await desk.scan(ITEMS.warmth)).band?.sentence).toContain(words)
  })

  test('something overdue for long, and something lost', async () => {
    const limits = 'UPDATE patron_category SET overdue_days_count_max = 10, lost_count_max = 1'
    const desk = await moneyDesk({ also: [limits] })
    await lend(desk, CARDS.dana, ITEMS.warmth)
    days(desk, 35)
    await desk.scan(CARDS.dana)
    const told = async () => (await desk.scan(ITEMS.educated)).band?.sentence
    expect(await told()).toContain(says('overdue-too-long', { days: 14, limit: 10 }))
    await desk.ok('desk.clear', {}).catch(() => null)
    await desk.ok('loan.lost', { commandId: desk.id(), item_barcode: ITEMS.warmth, price_cents: 100 })
    expect(await told()).toContain(says('lost-too-many', { count: 1, limit: 1 }))
  })
})

describe('lending and renewing', () => {
  test('renewing late charges the days until then, once, and undoing takes it off', async () => {
    const desk = await moneyDesk()
    await lend(desk, CARDS.dana, ITEMS.warmth)
    days(desk, 23)
    await desk.scan(CARDS.dana)
    const { snapshot } = await desk.ok('desk.renew', { commandId: desk.id(), item_barcode: ITEMS.warmth })
    expect(snapshot.band?.sentence).toContain('Overdue fine $0.50 charged.')
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect((await desk.ok('desk.snapshot', {})).snapshot.patron?.owed_cents).toBe(0)
    await desk.ok('desk.renew-all', { commandId: desk.id() })
    expect((await desk.ok('desk.snapshot', {})).snapshot.patron?.owed_cents).toBe(50)
    await desk.ok('desk.mode', { mode: 'in' })
    await desk.scan(ITEMS.warmth)
    expect(balanceOf(await chargesOnFile(desk))).toBe(50)
  })

  test('where borrowing has a price it is charged with the loan, and goes with its undoing', async () => {
    const film = `INSERT INTO rental_rule VALUES ('FILM', '*', '*', 'DVD', 100, 'loan', 1, 0)`
    const desk = await moneyDesk({ also: [film] })
    await desk.scan(CARDS.dana)
    expect((await desk.scan(ITEMS.spirited)).band?.sentence).toContain('Rental $1.00.')
    expect((await desk.ok('desk.snapshot', {})).snapshot.patron?.owed_cents).toBe(100)
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect(await chargesOnFile(desk)).toMatchObject([{ kind: 'rental', owed_cents: 0 }])
  })
})
