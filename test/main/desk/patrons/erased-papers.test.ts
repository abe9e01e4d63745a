/** Papers that wait for a printer when their patron is erased: none of their words stay, and other patrons' do. */
import { expect, test } from 'vitest'
import type { ToDevicesHost } from '../../../../shared/devices/wire.ts'
import { rosaAt } from '../../support/desk.ts'
import { printerAt } from '../../support/printers.ts'
import { wired } from '../../support/printer-desk.ts'
import { privateDesk, ZENOBIA } from '../../support/private-desk.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'

const BOOK = `INSERT INTO product VALUES ('BOOK', 'Sale book', 'B', 400, 'sale', 'sales', NULL, 0, 10, 1)`
const devices = [printerAt('PRINTER-1', 9100)]
const kept = JSON.stringify({ devices, used_count: {} })

test('what waits and what a printer has is forgotten with the patron, and nothing of others', async () => {
  const eyes = await privateDesk({}, [], [`INSERT INTO setting (name, value) VALUES ('devices', '${kept}')`])
  const asked: ToDevicesHost[] = []
  const desk = await rosaAt(await eyes.reopen({ askDevices: (one) => asked.push(one) }))
  const wire = wired(desk, asked)
  const statement = async (): Promise<void> => {
    await desk.ok('paper.make', { what: 'statement' })
    await desk.ok('paper.print', { commandId: desk.id() })
  }
  wire.ready('PRINTER-1')
  await desk.scan(ZENOBIA.card)
  await desk.scan(ITEMS.educated)
  await statement()
  const [taken] = await wire.begun()
  await statement()
  await desk.ok('desk.finish', {})
  await desk.scan(CARDS.dana)
  await desk.scan(ITEMS.becoming)
  await desk.ok('desk.finish', {})
  await desk.ok('loan.check-in', { commandId: desk.id(), item_barcode: ITEMS.educated })
  expect(eyes.says(ZENOBIA.surname)).toBe(true)
  await desk.scan(ZENOBIA.card)
  await desk.ok('privacy.erase', { commandId: desk.id(), card_tail: '0116' })
  expect(asked.at(-1)).toEqual({ kind: 'cancel', work_ref: taken?.work_ref })
  const jobs = eyes.rows(`SELECT paper_kind, status, reason, content IS NULL FROM device_job WHERE kind = 'receipt'`)
  const gone = (paper_kind: string): unknown[] => [paper_kind, 'abandoned', 'forgotten', 1]
  expect(jobs).toHaveLength(4)
  expect(jobs).toEqual(
    expect.arrayContaining([gone('statement'), gone('statement'), gone('check-out'), ['check-out', 'queued', '', 0]]),
  )
  for (const words of [ZENOBIA.surname, ZENOBIA.given, ZENOBIA.card]) expect(eyes.says(words)).toBe(false)
  wire.ends(taken, 'done')
  expect((await wire.begun()).map(({ work }) => work.kind === 'print' && work.document.kind)).toEqual([
    'statement',
    'check-out',
  ])
})

test('a printer that has the slip of a refund to them is told to stop', async () => {
  const eyes = await privateDesk({}, [BOOK], [`INSERT INTO setting (name, value) VALUES ('devices', '${kept}')`])
  const asked: ToDevicesHost[] = []
  const desk = await rosaAt(await eyes.reopen({ askDevices: (one) => asked.push(one) }))
  const wire = wired(desk, asked)
  wire.ready('PRINTER-1')
  await desk.ok('drawer.open', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents: 10_000 })
  const { done } = await desk.ok('payment.take', {
    commandId: desk.id(),
    charges: [],
    sales: [{ product_code: 'BOOK', quantity_count: 1, price_cents: null }],
    tenders: [{ tender: 'cash', tendered_cents: 400 }],
    pay_cents: null,
    is_exact_possible: true,
    is_large_meant: false,
    paper: null,
    drawer_code: '',
  })
  await desk.ok('refund.pay', {
    commandId: desk.id(),
    drawer_code: '',
    what: { of: 'receipt', receipt: done?.full_receipt_number ?? '', lines: [{ line_number: 1, amount_cents: 400 }] },
    to: { tender: 'cash' },
    payee_name: `${ZENOBIA.surname}, ${ZENOBIA.given}`,
    reason: 'PAID-TWICE',
    is_exact_possible: true,
  })
  await desk.ok('receipt.show', { receipt: '0002' })
  await desk.ok('paper.print', { commandId: desk.id() })
  const slip = (await wire.begun()).find(({ work }) => JSON.stringify(work).includes(ZENOBIA.surname))
  await desk.ok('desk.back', {})
  await desk.scan(ZENOBIA.card)
  await desk.ok('privacy.erase', { commandId: desk.id(), card_tail: '0116' })
  expect(asked.at(-1)).toEqual({ kind: 'cancel', work_ref: slip?.work_ref })
})
