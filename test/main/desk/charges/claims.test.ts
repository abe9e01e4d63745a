/** "I returned it", "I never had it": the claim, the shelf check, and each way it ends. On real files. */
import { describe, expect, test } from 'vitest'
import type { PageView } from '../../../../shared/desk/page.ts'
import { pageFaults } from '../../support/page-acts.ts'
import type { TestDesk } from '../../support/desk.ts'
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
import { CARDS, ITEMS, PIN } from '../../support/small-library.ts'
import { answer, recorded } from '../../support/staff.ts'
import { en } from '../../../../shared/words/en/en.ts'
import { claimedDue, ENGLISH, overdue, says, told } from '../../../support/said.ts'

const CLERK = `INSERT INTO staff SELECT 'clerk', 'Ida Clerk', 'IC', 'staff', '29999000000027', pin_salt, pin_hash, 1
  FROM staff`

/** Dana has a book since 24 Nov, due Tue, Dec 15; on Fri, Dec 18 she says she returned it on the 16th. */
async function claimed(policy: Policy = {}, claim: 'returned' | 'never-had' = 'returned'): Promise<TestDesk> {
  const desk = await moneyDesk(policy)
  await lend(desk, CARDS.dana, ITEMS.warmth)
  days(desk, 24)
  await desk.scan(CARDS.dana)
  await make(desk, claim)
  return desk
}

function make(desk: TestDesk, claim: 'returned' | 'never-had' = 'returned') {
  const claimed = { item_barcode: ITEMS.warmth, claim, claimed_on: '2026-12-16' }
  return desk.call('claim.make', { commandId: desk.id(), ...claimed })
}

function makeToday(desk: TestDesk, item_barcode: string) {
  return desk.call('claim.make', { commandId: desk.id(), item_barcode, claim: 'returned', claimed_on: null })
}

function rowsOf(page: PageView, section_id: string) {
  const found = page.sections.find((one) => one.section_id === section_id)
  return found?.kind === 'table' ? found.rows : []
}

async function claimRef(desk: TestDesk): Promise<string> {
  const page = await pageOf(desk, 'tasks')
  expect(pageFaults(page)).toEqual([])
  const row = [...rowsOf(page, 'due'), ...rowsOf(page, 'later')][0]
  return row?.row_id.replace('claim ', '') ?? ''
}

async function end(desk: TestDesk, reason: 'found' | 'withdrawn' | 'billed' | 'given-up') {
  const { snapshot } = await desk.ok('claim.end', { commandId: desk.id(), claim_ref: await claimRef(desk), reason })
  return snapshot.band?.sentence ?? ''
}

const loanNow = async (desk: TestDesk): Promise<string | undefined> => {
  if ((await desk.ok('desk.snapshot', {})).snapshot.patron === null) await desk.scan(CARDS.dana)
  return tableOf(await pageOf(desk, 'account'), 'loans')[0]?.[1]
}

describe('a claim', () => {
  // Out since Tue, Nov 24; today is Fri, Dec 18.
  test.each([
    ['returned', '2026-11-23', 'claim-day-before-loan'],
    ['returned', '1900-01-01', 'claim-day-before-loan'],
    ['returned', '2026-12-19', 'claim-day-ahead'],
    ['returned', '2199-12-31', 'claim-day-ahead'],
    ['never-had', '2026-12-19', 'claim-day-ahead'],
  ] as const)('%s on %s is refused: %s', async (claim, claimed_on, code) => {
    const desk = await moneyDesk()
    await lend(desk, CARDS.dana, ITEMS.warmth)
    days(desk, 24)
    await desk.scan(CARDS.dana)
    const events = async (): Promise<number> => (await desk.ok('journal.verify', {})).events_count
    const before = await events()
    const input = { item_barcode: ITEMS.warmth, claim, claimed_on }
    expect(await desk.call('claim.make', { commandId: desk.id(), ...input })).toMatchObject({ kind: 'refused', code })
    expect(await events()).toBe(before)
  })

  test.each(['2026-11-24', '2026-12-18'])(
    'returned on %s, the first or the last day there is, is taken',
    async (on) => {
      const desk = await moneyDesk()
      await lend(desk, CARDS.dana, ITEMS.warmth)
      days(desk, 24)
      await desk.scan(CARDS.dana)
      const input = { item_barcode: ITEMS.warmth, claim: 'returned', claimed_on: on } as const
      expect(await desk.call('claim.make', { commandId: desk.id(), ...input })).toMatchObject({ kind: 'ok' })
    },
  )

  test('is counted, stops the fine, and is no block', async () => {
    const desk = await moneyDesk({ also: ['UPDATE patron_category SET overdue_count_max = 1'] })
    await lend(desk, CARDS.dana, ITEMS.warmth)
    days(desk, 24)
    await desk.scan(CARDS.dana)
    expect((await desk.scan(ITEMS.educated)).band?.sentence).toContain(says('overdue-too-many', { count: 1, limit: 1 }))
    const said = await make(desk)
    expect(said).toMatchObject({ kind: 'ok' })
    const { snapshot } = await desk.ok('desk.snapshot', {})
    expect(snapshot.band?.sentence).toContain(told({ code: 'fine-stops-at-claim' }))
    expect(snapshot.band?.sentence).toContain('Claim 1 of 3 in twelve months.')
    expect((await desk.scan(ITEMS.becoming)).band?.outcome).toBe('done')
    expect(await make(desk)).toMatchObject({ code: 'claimed-already' })
  })

  test('is made from the loan’s row: C, a date that is today’s, and the count is said first', async () => {
    const desk = await moneyDesk()
    await lend(desk, CARDS.dana, ITEMS.warmth)
    await desk.scan(CARDS.dana)
    const page = await pageOf(desk, 'account')
    expect(pageFaults(page)).toEqual([])
    const act = rowsOf(page, 'loans')[0]?.acts.find((one) => one.key === 'C')
    expect(act).toMatchObject({
      says: 'Claim 1 of 3 in twelve months.',
      call: { method: 'claim.make', input: { item_barcode: ITEMS.warmth, claim: 'returned' } },
      asks: [{ name: 'claimed_on', kind: 'date', value: '2026-11-24' }],
    })
  })

  test('one more than the limit needs a second person', async () => {
    const desk = await moneyDesk({ settings: { claims_year_count_max: '1' }, also: [CLERK] })
    await lend(desk, CARDS.dana, ITEMS.warmth)
    await lend(desk, CARDS.dana, ITEMS.educated)
    await desk.ok('staff.sign-out', { commandId: desk.id() })
    await desk.ok('staff.sign-in', { commandId: desk.id(), initials: 'IC', pin: PIN })
    await desk.scan(CARDS.dana)
    await makeToday(desk, ITEMS.warmth)
    await makeToday(desk, ITEMS.educated)
    const { snapshot } = await desk.ok('desk.snapshot', {})
    const title = en.outcomes.wish.claim.returned('Educated')
    expect(snapshot.rows[0]).toMatchObject({ title, choices: [{ label: en.outcomes.answer.ask }] })
    const row_id = snapshot.rows[0]?.row_id ?? ''
    await desk.ok('desk.answer', { commandId: desk.id(), row_id, key: '1' })
    await desk.ok('approval.give', { commandId: desk.id(), row_id, initials: 'RO', pin: PIN })
    const said = (await desk.ok('desk.snapshot', {})).snapshot.rows.find((row) => row.happened === 'Claimed returned')
    expect(said?.notes.join(' ')).toContain(says('claims-used', { count: 1, span: 'year', limit: 1 }))
  })

  test('undone, it was never made', async () => {
    const desk = await claimed()
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect(await loanNow(desk)).toBe(overdue('2026-12-15', 75))
    expect(rowsOf(await pageOf(desk, 'tasks'), 'due')).toEqual([])
    await make(desk)
    expect((await desk.ok('desk.snapshot', {})).snapshot.band?.sentence).toContain('Claim 1 of 3')
  })
})

describe('the shelf check', () => {
  test('is due on the day of the claim and again on days 1, 15 and 30; then a person decides', async () => {
    const desk = await claimed()
    const look = async () => {
      const page = await pageOf(desk, 'tasks')
      const isShown = (id: string): boolean =>
        page.sections.some((one) => one.section_id === id && one.kind === 'table')
      const first = (id: string) => (isShown(id) ? tableOf(page, id)[0] : undefined)
      const [due, later] = [first('due'), first('later')]
      return due ? `now, ${due[4]}` : `later, ${later?.[4]}`
    }
    const notThere = async () => desk.ok('claim.check', { commandId: desk.id(), claim_ref: await claimRef(desk) })
    expect(await look()).toBe('now, Fri, Dec 18')
    for (const [next, pass] of [
      ['later, Sat, Dec 19', 1],
      ['later, Sat, Jan 2', 14],
      ['later, Sun, Jan 17', 15],
      [`now, ${ENGLISH.words.pages.this_desk.tasks.decide}`, 0],
    ] as const) {
      await notThere()
      expect(await look()).toBe(next)
      days(desk, pass)
    }
    const page = await pageOf(desk, 'tasks')
    expect(tableOf(page, 'due')[0]?.[3]).toBe('4×')
    expect(JSON.stringify(page)).not.toContain('Miller')
  })
})

describe('it ends', () => {
  test('found on the shelf: taken back, no fine, and undoing makes it claimed again', async () => {
    const desk = await claimed()
    expect(await end(desk, 'found')).toContain('Claim confirmed: no fine.')
    expect((await desk.ok('item.get', { item_barcode: ITEMS.warmth })).is_out).toBe(false)
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect(await loanNow(desk)).toContain('claimed returned')
    expect(rowsOf(await pageOf(desk, 'tasks'), 'due')).toHaveLength(1)
    expect((await desk.ok('journal.verify', {})).problems).toEqual([])
    expect(balanceOf(await chargesOnFile(desk))).toBe(0)
    const moved = (await recorded(desk, 'charge-moved')) as readonly { readonly of: string | null }[]
    expect(moved.filter(({ of }) => of === null)).toMatchObject([{ code: 'claim-found', amount_cents: 25 }])
  })

  test('brought back after all: the fine runs to the day of the claim', async () => {
    const desk = await claimed()
    days(desk, 20)
    await desk.ok('desk.mode', { mode: 'in' })
    const asked = await desk.scan(ITEMS.warmth)
    expect(asked.band?.sentence).toContain(ENGLISH.words.returns.asks.returned)
    expect(rowsOf(await pageOf(desk, 'tasks'), 'due')).toEqual([])
    expect((await answer(desk, '2')).band?.sentence).toContain(
      `${en.outcomes.return.answers.brought.happened}. Fine $0.25.`,
    )
    expect(rowsOf(await pageOf(desk, 'tasks'), 'due')).toEqual([])
    expect(balanceOf(await chargesOnFile(desk))).toBe(25)
  })

  test('never had and brought back: no fine at all', async () => {
    const desk = await claimed({}, 'never-had')
    days(desk, 20)
    await desk.ok('desk.mode', { mode: 'in' })
    expect((await desk.scan(ITEMS.warmth)).band?.sentence).toContain(ENGLISH.words.returns.asks['never-had'])
    await answer(desk, '2')
    expect(balanceOf(await chargesOnFile(desk))).toBe(0)
  })

  test.each(['returned', 'never-had'] as const)('scanned back, and it was on our shelf: %s', async (claim) => {
    const desk = await claimed({}, claim)
    days(desk, 20)
    await desk.ok('desk.mode', { mode: 'in' })
    await desk.scan(ITEMS.warmth)
    expect((await answer(desk, '1')).band?.sentence).toContain('Claim confirmed: no fine.')
    await desk.ok('desk.undo', { commandId: desk.id() })
    await answer(desk, '1')
    expect((await desk.ok('journal.verify', {})).problems).toEqual([])
    expect(balanceOf(await chargesOnFile(desk))).toBe(0)
  })

  test('taking stock of it ends the claim: it stood on our shelf, and costs nothing', async () => {
    const desk = await claimed()
    days(desk, 20)
    await desk.ok('desk.mode', { mode: 'inventory' })
    const { band } = await desk.scan(ITEMS.warmth)
    expect(band?.sentence).toContain('Reshelve.')
    expect(band?.sentence).toContain('Claim confirmed: no fine.')
    expect(await desk.ok('item.get', { item_barcode: ITEMS.warmth })).toMatchObject({
      status: 'available',
      is_out: false,
    })
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect(rowsOf(await pageOf(desk, 'tasks'), 'due')).toHaveLength(1)
    expect((await desk.ok('journal.verify', {})).problems).toEqual([])
    expect(balanceOf(await chargesOnFile(desk))).toBe(0)
  })

  test('in the book drop: somebody brought it, and nobody is asked', async () => {
    const desk = await claimed()
    days(desk, 20)
    await desk.ok('desk.mode', { mode: 'in' })
    await desk.ok('desk.modify', { is_book_drop: true })
    const { band } = await desk.scan(ITEMS.warmth)
    expect(band?.sentence).toContain('Reshelve. 22 days late. It was claimed, now found.')
    expect(band?.sentence).toContain('Fine $0.25.')
  })

  test.each([
    ['found on the shelf: the patron was right, and it does not count', '1', 'Claim 1 of 3'],
    ['brought back: it counts', '2', 'Claim 2 of 3'],
  ] as const)('%s', async (_, key, says) => {
    const desk = await claimed()
    await desk.ok('desk.mode', { mode: 'in' })
    await desk.scan(ITEMS.warmth)
    await answer(desk, key)
    await lend(desk, CARDS.dana, ITEMS.educated)
    await desk.scan(CARDS.dana)
    await makeToday(desk, ITEMS.educated)
    expect((await desk.ok('desk.snapshot', {})).snapshot.band?.sentence).toContain(says)
  })

  test('withdrawn: out again, and the fine runs on', async () => {
    const desk = await claimed()
    expect(await end(desk, 'withdrawn')).toContain('It is checked out again, and the fine continues.')
    expect(await loanNow(desk)).toBe(overdue('2026-12-15', 75))
  })

  test('billed: charged as lost, the fine up to the claim canceled; undoing brings the claim back', async () => {
    const desk = await claimed()
    expect(await end(desk, 'billed')).toContain('Billed as lost $23.00')
    expect(await loanNow(desk)).toBe('billed as lost')
    await desk.ok('desk.undo', { commandId: desk.id() })
    expect(await loanNow(desk)).toBe(claimedDue('2026-12-15', 25))
    expect(balanceOf(await chargesOnFile(desk))).toBe(0)
  })

  test('given up: missing, the patron is rid of it, nothing is charged', async () => {
    const desk = await claimed()
    expect(await end(desk, 'given-up')).toContain(told({ code: 'claim-given-up' }))
    expect(await desk.ok('item.get', { item_barcode: ITEMS.warmth })).toMatchObject({
      status: 'missing',
      is_out: false,
    })
    expect(balanceOf(await chargesOnFile(desk))).toBe(0)
  })

  test('what is billed already may be claimed: found on the shelf, all of it is canceled', async () => {
    const desk = await moneyDesk()
    await lend(desk, CARDS.dana, ITEMS.warmth)
    days(desk, 60)
    await desk.scan(CARDS.dana)
    await desk.ok('loan.lost', { commandId: desk.id(), item_barcode: ITEMS.warmth, price_cents: null })
    await make(desk)
    expect(await loanNow(desk)).toContain('claimed returned')
    expect(await end(desk, 'withdrawn')).toContain('Claim withdrawn')
    expect(await loanNow(desk)).toBe('billed as lost')
    await make(desk)
    await end(desk, 'found')
    expect((await chargesOnFile(desk)).map(({ kind, owed_cents }) => [kind, owed_cents])).toEqual([
      ['overdue', 0],
      // What its lateness had come to by now, as a figure of the clerk's.
      ['overdue', 0],
      ['lost', 0],
      ['processing', 0],
    ])
  })

  test('a claim that is settled cannot be settled again', async () => {
    const desk = await claimed()
    const claim_ref = await claimRef(desk)
    await end(desk, 'withdrawn')
    for (const reason of ['found', 'billed', 'given-up'] as const) {
      expect(await desk.call('claim.end', { commandId: desk.id(), claim_ref, reason })).toMatchObject({
        code: 'claim-unknown',
      })
    }
  })
})
