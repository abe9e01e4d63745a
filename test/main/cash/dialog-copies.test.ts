/**
 * Papers of money that the system's dialog prints, where no receipt printer is set up: each that is printed once more
 * says which copy it is, and is an entry.
 */
import { expect, test } from 'vitest'
import { wordsIn } from '../../../shared/receipt/paper-language.ts'
import { closing, countAll } from '../support/closing-desk.ts'
import { rosaAt, type TestDesk } from '../support/desk.ts'
import { cashFor, moneyDesk, pageOf } from '../support/money-desk.ts'
import { CARDS } from '../support/small-library.ts'
import { benAtDesk, recorded } from '../support/staff.ts'
import { sessions } from './closing/closes.ts'

const { cash } = wordsIn('en')

async function opened(): Promise<TestDesk> {
  const desk = await moneyDesk()
  await desk.ok('drawer.open', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents: 10_000 })
  return desk
}

async function paid(desk: TestDesk): Promise<string> {
  const { done } = await desk.ok('payment.take', { commandId: desk.id(), ...cashFor('c1', 100) })
  return done?.entry_ref ?? ''
}

const print = (desk: TestDesk) => desk.ok('paper.handed', { commandId: desk.id() })
const go = (desk: TestDesk, about: string) => desk.ok('desk.go', { page: { place: 'drawer', about } })
const counts = async (desk: TestDesk, of_ref: string): Promise<readonly number[]> => {
  const all = (await recorded(desk, 'copy-printed')) as readonly { of_ref: string; copy_number: number }[]
  return all.filter((one) => one.of_ref === of_ref).map((one) => one.copy_number)
}

/** The copy that the screen shows; 0: none. */
function shown({ snapshot: { page, papers } }: Awaited<ReturnType<typeof print>>): number {
  const documents = page?.sections.flatMap((one) => (one.kind === 'paper' ? [one.document] : [])) ?? papers
  const found = documents.map((one) => [1, 2, 3, 4].find((n) => JSON.stringify(one).includes(cash.copy_number(n))) ?? 0)
  return Math.max(0, ...found)
}

test('a receipt of the drawer counts each print of its page', async () => {
  const desk = await opened()
  const receipt = await paid(desk)
  const page = await go(desk, `paper ${receipt}`)
  expect([shown(page), shown(await print(desk)), shown(await print(desk))]).toEqual([1, 2, 3])
  expect(await counts(desk, receipt)).toEqual([2, 1])
})

test('a receipt beside the work is the receipt once, and then its copies', async () => {
  const desk = await opened()
  await desk.ok('desk.clear', {})
  const receipt = await paid(desk)
  const { snapshot } = await desk.ok('desk.snapshot', {})
  expect(snapshot.papers).toHaveLength(1)
  expect([shown(await print(desk)), shown(await print(desk)), shown(await print(desk))]).toEqual([1, 2, 3])
  // Its page in the drawer goes on counting.
  expect(shown(await go(desk, `paper ${receipt}`))).toBe(3)
  expect(await counts(desk, receipt)).toEqual([2, 1])
})

test('so does the receipt of a patron who left, and the same command prints one', async () => {
  const desk = await opened()
  await desk.scan(CARDS.owing)
  const receipt = await paid(desk)
  await desk.ok('desk.finish', {})
  expect([shown(await print(desk)), shown(await print(desk))]).toEqual([1, 2])
  const twice = { commandId: desk.id() }
  await desk.ok('paper.handed', twice)
  expect(shown(await desk.ok('paper.handed', twice))).toBe(3)
  expect(await counts(desk, receipt)).toEqual([2, 1])
})

test('a Z is the Z once, for who closed the drawer; from anywhere else it is a copy', async () => {
  const desk = await opened()
  await countAll(desk, 10_000)
  await desk.ok('drawer.close', closing(desk))
  const session_ref = (await sessions(desk))[0]?.session_ref ?? ''
  const first = await go(desk, `z ${session_ref}`)
  expect([shown(first), shown(await print(desk)), shown(await print(desk))]).toEqual([0, 1, 2])
  const again = await rosaAt(await desk.reopen())
  expect(shown(await go(again, `z ${session_ref}`))).toBe(2)
  expect(shown(await print(again))).toBe(3)
})

test('an X and a sheet to count on are never copies', async () => {
  const desk = await opened()
  const { drawer_code = '' } = (await sessions(desk))[0] ?? {}
  for (const part of ['x', 'sheet']) {
    await go(desk, `${part} ${drawer_code}`)
    expect([shown(await print(desk)), shown(await print(desk))]).toEqual([0, 0])
  }
  expect((await pageOf(desk, 'drawer', `x ${drawer_code}`)).sections[0]?.kind).toBe('paper')
  expect(await recorded(desk, 'copy-printed')).toEqual([])
})

test('a refund names the receipt that it is of, and its copy is a copy of the refund', async () => {
  const desk = await opened()
  await desk.scan(CARDS.owing)
  const { done } = await desk.ok('payment.take', { commandId: desk.id(), ...cashFor('c1', 1200) })
  const receipt = done?.entry_ref ?? ''
  const back = await desk.ok('refund.pay', {
    commandId: desk.id(),
    drawer_code: '',
    what: { of: 'receipt', receipt: done?.full_receipt_number ?? '', lines: [{ line_number: 1, amount_cents: 100 }] },
    to: { tender: 'cash' },
    payee_name: 'Ana Ruiz',
    reason: 'CHARGED-IN-ERROR',
    is_exact_possible: true,
  })
  await desk.ok('desk.finish', {})
  expect([shown(await print(desk)), shown(await print(desk))]).toEqual([1, 2])
  const refund = back.done?.entry_ref ?? ''
  expect([await counts(desk, refund), await counts(desk, receipt)]).toEqual([[1], [1]])
})

test('who may not see a Z does not print it, and no copy is recorded', async () => {
  const desk = await opened()
  await countAll(desk, 10_000)
  await desk.ok('drawer.close', closing(desk))
  const session_ref = (await sessions(desk))[0]?.session_ref ?? ''
  await benAtDesk(desk)
  const { snapshot } = await go(desk, `z ${session_ref}`)
  expect(snapshot.page?.sections.some(({ kind }) => kind === 'paper')).toBe(false)
  await print(desk)
  expect(await recorded(desk, 'copy-printed')).toEqual([])
})
