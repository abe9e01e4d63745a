/** Who gets the money of a refund: asked where no one patron paid, on the slip, and in nothing that is sealed. */
import { describe, expect, test } from 'vitest'
import { must } from '../../../shared/kernel/assert.ts'
import { rosaAt, type TestDesk } from '../support/desk.ts'
import { moneyDesk } from '../support/money-desk.ts'
import { printerAt } from '../support/printers.ts'
import { privateDesk, ZENOBIA } from '../support/private-desk.ts'
import { recorded } from '../support/staff.ts'

const BOOK = `INSERT INTO product VALUES ('BOOK', 'Sale book', 'B', 400, 'sale', 'sales', NULL, 0, 10, 1)`
const NOTHING = { pay_cents: null, is_exact_possible: true, is_large_meant: false, paper: null, drawer_code: '' }
const BOOKS = [{ product_code: 'BOOK', quantity_count: 2, price_cents: null }]

async function opened(): Promise<TestDesk> {
  const desk = await moneyDesk({ also: [BOOK] })
  await desk.ok('drawer.open', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents: 10_000 })
  return desk
}

/** Takes a payment in cash and gives its number. */
async function paid(desk: TestDesk, amount: number, what: { sales?: typeof BOOKS; charge_ref?: string }) {
  const charges = what.charge_ref === undefined ? [] : [{ charge_ref: what.charge_ref, amount_cents: null }]
  const tenders = [{ tender: 'cash' as const, tendered_cents: amount }]
  const given = { charges, sales: what.sales ?? [], tenders }
  const { done } = await desk.ok('payment.take', { commandId: desk.id(), ...NOTHING, ...given })
  return done?.full_receipt_number ?? ''
}

const back = (desk: TestDesk, receipt: string, payee_name?: string) =>
  desk.call('refund.pay', {
    commandId: desk.id(),
    drawer_code: '',
    what: { of: 'receipt', receipt, lines: [{ line_number: 1, amount_cents: 400 }] },
    to: { tender: 'cash' },
    payee_name,
    reason: 'PAID-TWICE',
    is_exact_possible: true,
  })

test('of a sale a name is needed, which is kept beside the seal and printed', async () => {
  const desk = await opened()
  const receipt = await paid(desk, 800, { sales: BOOKS })
  for (const nobody of [undefined, '', '  '])
    expect(await back(desk, receipt, nobody)).toMatchObject({ kind: 'refused', code: 'payee-missing' })
  expect(await back(desk, receipt, 'Ana Ruiz')).toMatchObject({ output: { done: { total_cents: 400 } } })
  const { snapshot } = await desk.ok('receipt.show', { receipt: '0002' })
  const [section] = snapshot.page?.sections ?? []
  const document = section?.kind === 'paper' ? section.document : null
  expect(document?.kind).toBe('refund')
  expect(JSON.stringify(document)).toContain('Ana Ruiz')
  expect(JSON.stringify(await recorded(desk, 'refund-paid'))).not.toContain('Ruiz')
})

test('of the charges of one patron no name is needed', async () => {
  const desk = await opened()
  const receipt = await paid(desk, 1200, { charge_ref: 'c1' })
  expect(await back(desk, receipt)).toMatchObject({ output: { done: { total_cents: 400 } } })
})

const open = (desk: TestDesk) =>
  desk.ok('drawer.open', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents: 10_000 })

/** A desk whose printer is off: what is to be printed waits as a job. */
const PRINTER = `INSERT INTO setting (name, value) VALUES ('devices',
  '${JSON.stringify({ devices: [printerAt('PRINTER-1', 9100)], used_count: {} })}')`

describe('the name of who got the money goes with the patron whose it is', () => {
  test('found by what was typed where no account leads to it; of another person it stays', async () => {
    const files = await privateDesk({}, [BOOK], [PRINTER])
    const desk = await rosaAt(await files.reopen({ askDevices: () => undefined }))
    await open(desk)
    const receipt = await paid(desk, 1200, { sales: [{ ...must(BOOKS[0], 'a book'), quantity_count: 3 }] })
    expect(await back(desk, receipt, 'Ana Ruiz')).toMatchObject({ kind: 'ok' })
    expect(await back(desk, receipt, 'Quillfeather, Z.')).toMatchObject({ kind: 'ok' })
    await desk.ok('receipt.show', { receipt: '0003' })
    await desk.ok('paper.print', { commandId: desk.id() })
    expect(JSON.stringify(files.rows('SELECT content FROM device_job'))).toContain('Quillfeather, Z.')
    await desk.ok('desk.back', {})
    await desk.scan(ZENOBIA.card)
    await desk.ok('privacy.erase', { commandId: desk.id(), card_tail: ZENOBIA.card.slice(-4) })
    expect([files.says('Quillfeather'), files.says('Ana Ruiz')]).toEqual([false, true])
    await desk.ok('receipt.show', { receipt: '0003' })
    const again = await rosaAt(await desk.reopen())
    const { snapshot } = await again.ok('receipt.show', { receipt: '0003' })
    expect(JSON.stringify(snapshot.page?.sections)).not.toContain('Quillfeather')
    expect(await again.ok('receipt.get', { receipt: '0003' })).toMatchObject({ total_cents: 400 })
  })

  test('whoever it is, where it paid back what the patron had paid', async () => {
    const desk = await privateDesk()
    await open(desk)
    await desk.scan(ZENOBIA.card)
    await desk.ok('charge.add', { commandId: desk.id(), fee_code: '', amount_cents: 400, note: '' })
    await desk.ok('desk.finish', {})
    const [own] = desk.rows('SELECT charge_ref FROM overlay_charge') as string[][]
    const charges = ['c1', own?.[0] ?? ''].map((charge_ref) => ({ charge_ref, amount_cents: null }))
    const tenders = [{ tender: 'cash' as const, tendered_cents: 1600 }]
    const { done } = await desk.ok('payment.take', { commandId: desk.id(), ...NOTHING, charges, sales: [], tenders })
    const receipt = done?.full_receipt_number ?? ''
    for (const [line_number, name] of [
      [1, 'Fay Owen'],
      [2, 'Pat Lindqvist'],
    ] as const)
      await desk.ok('refund.pay', {
        commandId: desk.id(),
        drawer_code: '',
        what: { of: 'receipt', receipt, lines: [{ line_number, amount_cents: 400 }] },
        to: { tender: 'cash' },
        payee_name: name,
        reason: 'PAID-TWICE',
        is_exact_possible: true,
      })
    await desk.scan(ZENOBIA.card)
    await desk.ok('privacy.erase', { commandId: desk.id(), card_tail: ZENOBIA.card.slice(-4) })
    expect([desk.says('Lindqvist'), desk.says('Fay Owen')]).toEqual([false, true])
  })
})
