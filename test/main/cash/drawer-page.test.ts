/**
 * The page of the drawer at a real desk: what it offers before and after the opening, its receipts, and that it never
 * tells a person who counts what should be there.
 */
import { expect, test } from 'vitest'
import type { Act, PageView } from '../../../shared/desk/page.ts'
import { en } from '../../../shared/words/en/en.ts'
import { closing, countAll } from '../support/closing-desk.ts'
import { moneyDesk, pageOf, tableOf } from '../support/money-desk.ts'
import { pageFaults } from '../support/page-acts.ts'
import { benAtDesk } from '../support/staff.ts'
import type { TestDesk } from '../support/desk.ts'

const TWO_DRAWERS = [
  `INSERT INTO cash_drawer VALUES ('A', 'Main desk', '*')`,
  `INSERT INTO cash_drawer VALUES ('B', 'Children', '*')`,
]

async function drawer(desk: TestDesk, about = ''): Promise<PageView> {
  const page = await pageOf(desk, 'drawer', about)
  expect(pageFaults(page)).toEqual([])
  return page
}

const GIFT = `INSERT INTO product VALUES ('GIFT', 'Donation', 'G', NULL, 'donation', 'gifts', NULL, 0, 10, 1)`

async function gift(desk: TestDesk, cents: number): Promise<void> {
  await desk.ok('payment.take', {
    commandId: desk.id(),
    drawer_code: '',
    charges: [],
    pay_cents: null,
    sales: [{ product_code: 'GIFT', quantity_count: 1, price_cents: cents }],
    tenders: [{ tender: 'cash', tendered_cents: cents }],
    is_exact_possible: true,
    is_large_meant: false,
    paper: null,
  })
}

const calls = ({ acts }: { readonly acts: readonly Act[] }): readonly string[] => acts.map((one) => one.call.method)

async function paid(desk: TestDesk, cents: number): Promise<void> {
  await desk.ok('payment.take', {
    commandId: desk.id(),
    drawer_code: '',
    charges: [{ charge_ref: 'c1', amount_cents: cents }],
    pay_cents: null,
    sales: [],
    tenders: [{ tender: 'cash', tendered_cents: cents }],
    is_exact_possible: true,
    is_large_meant: false,
    paper: null,
  })
}

async function open(desk: TestDesk, drawer_code = ''): Promise<void> {
  await desk.ok('drawer.open', { commandId: desk.id(), drawer_code, pieces: null, total_cents: 10_000 })
}

test('the only drawer is counted to open it, from nothing', async () => {
  const page = await drawer(await moneyDesk())
  expect(page.enter?.call.method).toBe('drawer.open')
  expect(page.enter?.asks.map(({ kind, value }) => [kind, value])).toEqual([['count', '']])
})

test('of several one is chosen, and each has a page of its own', async () => {
  const desk = await moneyDesk({ also: TWO_DRAWERS })
  const rows = tableOf(await drawer(desk), 'drawers')
  expect(rows).toHaveLength(2)
  await open(desk, 'B')
  expect((await drawer(desk, 'now A')).enter?.call).toMatchObject({ input: { drawer_code: 'A' } })
  expect((await drawer(desk, 'now B')).enter).toBeNull()
})

test('who may see what it should hold sees it through the day, with the counts; who may not, does not', async () => {
  const desk = await moneyDesk({ also: [GIFT] })
  await open(desk)
  await gift(desk, 500)
  const level = ({ sections }: PageView) => sections.flatMap((one) => (one.kind === 'level' ? [one] : []))
  const [before] = level(await drawer(desk))
  expect(before?.levels.map(({ amount_cents }) => amount_cents)).toEqual([10_000, 10_500])
  const counted = { commandId: desk.id(), drawer_code: '', pieces: null, total_cents: 10_400 } as const
  await desk.ok('drawer.count', { ...counted, reason: 'mid-shift' })
  const [after] = level(await drawer(desk))
  expect(after?.counts.map(({ amount_cents, is_off }) => [amount_cents, is_off])).toEqual([
    [10_000, false],
    [10_400, true],
  ])
  await benAtDesk(desk)
  expect(level(await drawer(desk))).toEqual([])
})

test('of many receipts the latest are shown, the others a page at a time, and each can be voided there', async () => {
  const desk = await moneyDesk({ also: [GIFT] })
  await open(desk)
  for (let cents = 1; cents <= 55; cents += 1) await gift(desk, cents)
  const amounts = (page: PageView) => tableOf(page, 'receipts').map((cells) => Number(cells.at(-1)?.slice(1)) * 100)
  const shown = await drawer(desk)
  expect(amounts(shown).map(Math.round)).toEqual(Array.from({ length: 30 }, (_, at) => 55 - at))
  const aboutOf = ({ acts }: PageView, key: string): string => {
    const page = acts.find((one) => one.key === key)?.call.input['page'] as PageView['ref'] | undefined
    return page?.about ?? ''
  }
  const all = await drawer(desk, aboutOf(shown, 'A'))
  const older = await drawer(desk, aboutOf(all, 'O'))
  expect([...amounts(all), ...amounts(older)].map(Math.round)).toEqual(Array.from({ length: 55 }, (_, at) => 55 - at))
  expect([aboutOf(older, 'O'), aboutOf(older, 'N')]).toEqual(['', aboutOf(shown, 'A')])
  const voids = older.sections.flatMap((one) => (one.kind === 'table' ? one.rows : [])).flatMap(({ acts }) => acts)
  expect(voids.map(({ call }) => call.method)).toEqual(Array.from({ length: 5 }, () => 'payment.void'))
})

test('the receipts of a session that is closed, or of none, have no such page', async () => {
  const desk = await moneyDesk()
  expect(await desk.call('desk.go', { page: { place: 'drawer', about: 'receipts X.1.1' } })).toMatchObject({
    code: 'page-empty',
  })
})

test('an open one lists its receipts, newest first; a voided one stays and is voided no more', async () => {
  const desk = await moneyDesk()
  await open(desk)
  await paid(desk, 200)
  await paid(desk, 300)
  const table = (page: PageView) => {
    const found = page.sections.find((one) => one.section_id === 'receipts')
    return found?.kind === 'table' ? found.rows : []
  }
  const [newest, oldest] = table(await drawer(desk))
  expect([newest, oldest].map((one) => one?.cells.at(-1)?.text)).toEqual(['$3.00', '$2.00'])
  const act = newest?.acts[0]
  expect(act?.call.method).toBe('payment.void')
  await desk.ok('payment.void', {
    commandId: desk.id(),
    receipt_ref: String(act?.call.input['receipt_ref']),
    reason: 'WRONG-AMOUNT',
  })
  const [voided] = table(await drawer(desk))
  expect(voided?.acts).toEqual([])
  expect(calls(await drawer(desk))).toContain('drawer.count')
})

test('everything that can be done at an open drawer is a call, and what was done is listed', async () => {
  const desk = await moneyDesk()
  await open(desk)
  const can = new Set(calls(await drawer(desk)))
  const moves = ['drawer.custody', 'drawer.pay', 'drawer.place', 'drawer.unlock']
  expect([...can].toSorted()).toEqual(['desk.go', 'drawer.count', ...moves, 'receipt.show'])
  const at = { drawer_code: '' }
  const one = () => ({ commandId: desk.id(), ...at })
  await desk.ok('drawer.pay', { ...one(), way: 'out', reason: 'POSTAGE', amount_cents: 360 })
  await desk.ok('drawer.unlock', { ...one(), what: { purpose: 'no-sale', reason: 'STUCK' } })
  await desk.ok('drawer.custody', { ...one(), what: { reason: 'break', cover_code: '', counted_cents: null } })
  const rows = tableOf(await drawer(desk), 'entries')
  expect(rows.map((row) => row.at(-1))).toEqual(['', '', '$3.60'])
  await desk.ok('drawer.custody', { ...one(), what: { reason: 'back', counted_cents: 9640 } })
  await desk.ok('drawer.custody', { ...one(), what: { reason: 'suspend' } })
  expect(calls(await drawer(desk))).toEqual(['drawer.custody', 'desk.go', 'drawer.count', 'desk.go'])
})

test('a clerk is told nothing of what is expected, a supervisor is', async () => {
  const desk = await moneyDesk()
  await open(desk)
  await paid(desk, 300)
  expect(JSON.stringify(await drawer(desk))).toContain('$103.00')
  await benAtDesk(desk)
  const page = await drawer(desk)
  expect(JSON.stringify(page)).not.toContain('$103.00')
  expect(page.acts.flatMap((one) => (one.preview === null ? [] : [one]))).toEqual([])
})

test('a close goes from the count to the Z, and goes on where the entries are', async () => {
  const desk = await moneyDesk()
  await open(desk)
  await paid(desk, 300)
  const at = () => ({ commandId: desk.id(), drawer_code: '' })
  expect((await drawer(desk, 'close DRAWER-1')).enter?.call).toMatchObject({ input: { reason: 'closing' } })
  await desk.ok('drawer.count', { ...at(), reason: 'closing', pieces: null, total_cents: 10_275 })
  expect((await drawer(desk)).enter?.call.method).toBe('closing.found')
  await desk.ok('closing.found', { ...at(), checks_count: null, checks_cents: null, card_total_cents: null })
  const page = await drawer(desk)
  expect(tableOf(page, 'differences')[0]?.slice(1)).toEqual(['$103.00', '$102.75', '-$0.25'])
  expect(page.enter?.call.method).toBe('closing.explain')
  await desk.ok('closing.explain', { ...at(), reason: 'WRONG-CHANGE', note: '' })
  const last = await drawer(desk)
  expect(last.enter?.call).toMatchObject({ method: 'drawer.close', input: { reason: 'WRONG-CHANGE' } })
  await desk.ok('drawer.close', { ...at(), ...last.enter?.call.input, bag_number: '0047731' } as never)
  const closed = await drawer(desk)
  expect(closed.sections.filter((one) => one.kind === 'paper')).toHaveLength(2)
  expect(tableOf(await drawer(desk, 'closed'), 'closed')).toHaveLength(1)
  expect((await drawer(desk, 'open DRAWER-1')).enter?.call.method).toBe('drawer.open')
})

test('what was typed of the checks is corrected until the drawer is closed, without another count', async () => {
  const desk = await moneyDesk()
  await open(desk)
  const at = () => ({ commandId: desk.id(), drawer_code: '' })
  await desk.ok('drawer.count', { ...at(), reason: 'closing', pieces: null, total_cents: 10_000 })
  expect(calls(await drawer(desk))).not.toContain('closing.found')
  await desk.ok('closing.found', { ...at(), checks_count: 1, checks_cents: 40, card_total_cents: null })
  const correct = (page: PageView) => page.acts.find((one) => one.call.method === 'closing.found')
  const page = await drawer(desk)
  expect(page.enter?.call.method).toBe('closing.explain')
  expect(correct(page)?.asks.map(({ value }) => value)).toEqual(['1', '40', ''])
  await desk.ok('closing.found', { ...at(), checks_count: 0, checks_cents: 0, card_total_cents: 0 })
  const last = await drawer(desk)
  expect(last.enter?.call).toMatchObject({ method: 'drawer.close', input: { reason: '' } })
  expect(correct(last)?.asks.map(({ value }) => value)).toEqual(['0', '0', '0'])
})

test('the step that shows the difference names what could explain it, and no more than three', async () => {
  const desk = await moneyDesk()
  await open(desk)
  await paid(desk, 300)
  const at = () => ({ commandId: desk.id(), drawer_code: '' })
  await desk.ok('drawer.count', { ...at(), reason: 'closing', pieces: null, total_cents: 10_000 })
  await desk.ok('closing.found', { ...at(), checks_count: null, checks_cents: null, card_total_cents: null })
  const asked = { session_ref: '', drawer_code: '', papers: [] }
  const { candidates } = await desk.ok('drawer.explain', asked)
  expect(candidates[0]?.causes[0]?.code).toBe('not-taken')
  const causes = (await drawer(desk)).sections.find((one) => one.section_id === 'causes')
  const lines = causes?.kind === 'text' ? causes.lines : []
  expect(lines).toHaveLength(Math.min(3, candidates.length))
  expect(lines[0]).toContain(candidates[0]?.causes[0]?.proof)
})

test('money that moves after the count makes it no count to close with', async () => {
  const desk = await moneyDesk()
  await open(desk)
  await desk.ok('drawer.count', {
    commandId: desk.id(),
    drawer_code: '',
    reason: 'closing',
    pieces: null,
    total_cents: 10_000,
  })
  await paid(desk, 300)
  expect((await drawer(desk)).enter).toBeNull()
})

test('its papers: a receipt once more, a slip, a sheet to count on, and the X for a role that may see it', async () => {
  const desk = await moneyDesk()
  await open(desk)
  await paid(desk, 300)
  await desk.ok('drawer.pay', {
    commandId: desk.id(),
    drawer_code: '',
    way: 'in',
    reason: 'COIN-BOX',
    amount_cents: 410,
  })
  const page = await drawer(desk)
  const tables = page.sections.flatMap((one) => (one.kind === 'table' ? one.rows : []))
  const abouts = tables
    .map(({ enter }) => JSON.stringify(enter?.call.input))
    .map((text) => /paper [^"]+/.exec(text)?.[0] ?? '')
  const kinds = async (about: string): Promise<readonly string[]> => {
    const { sections } = await drawer(desk, about)
    return sections.flatMap((one) => (one.kind === 'paper' ? [one.document.kind] : []))
  }
  expect(await Promise.all(abouts.map(kinds))).toEqual([['payment'], ['cash-slip']])
  // The library has named no drawer: no paper or row says the code that stands in for a name.
  const slip = JSON.stringify((await drawer(desk, abouts[1] ?? '')).sections)
  expect([slip.includes('DRAWER-1'), slip.includes(en.policy.usual_cash.drawer)]).toEqual([false, true])
  const { rows } = (await desk.ok('desk.snapshot', {})).snapshot
  expect(rows.at(-1)?.title).toBe(en.policy.usual_cash.drawer)
  expect(await kinds('sheet DRAWER-1')).toEqual(['count-sheet'])
  expect(await kinds('x DRAWER-1')).toEqual(['drawer-report'])
  await benAtDesk(desk)
  expect(await desk.call('desk.go', { page: { place: 'drawer', about: 'x DRAWER-1' } })).toMatchObject({
    code: 'page-empty',
  })
})

test('a bag waits in the list until another person says that the bank has it', async () => {
  const desk = await moneyDesk()
  await open(desk)
  await paid(desk, 300)
  await countAll(desk, 10_300)
  await desk.ok('drawer.close', closing(desk, { bag_number: '0047731' }))
  const list = await drawer(desk, 'closed')
  expect(tableOf(list, 'closed')[0]?.slice(4, 6)).toEqual(['0047731', '$3.00'])
  const found = list.sections.find((one) => one.section_id === 'closed')
  const [act] = found?.kind === 'table' ? (found.rows[0]?.acts ?? []) : []
  expect(act).toMatchObject({ call: { method: 'deposit.bank' }, asks: [{ value: '', is_required: true }, {}] })
  await benAtDesk(desk)
  const forBen = await drawer(desk, 'closed')
  expect(JSON.stringify(forBen)).not.toContain('$3.00')
})

test('a drawer that was counted is taken over by another person, who counts it again', async () => {
  const desk = await moneyDesk()
  await open(desk)
  await countAll(desk, 10_000)
  expect(calls(await drawer(desk))).not.toContain('drawer.receive')
  await benAtDesk(desk)
  const count = (await drawer(desk)).enter?.call
  const counted = { pieces: [{ denomination_cents: 10_000, pieces_count: 1 }], checks_count: 0, checks_cents: 0 }
  await desk.ok('drawer.receive', { commandId: desk.id(), ...count?.input, ...counted } as never)
  const take = (await drawer(desk)).enter?.call
  expect(take?.method).toBe('drawer.hand-over')
  await desk.ok('drawer.hand-over', { commandId: desk.id(), ...take?.input } as never)
  expect((await drawer(desk)).lead).toContain('Ben Cole')
})
