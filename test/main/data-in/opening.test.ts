/**
 * Open debts and credits of a folder: checked to the cent against what stands in the reference file, and left out whole
 * where that differs; what was changed at the desk since stays.
 */
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainSum, type OpeningSum } from '../../../shared/import/opening-sum.ts'
import { readRows } from '../../support/mappings/csv-files.ts'
import { writeEvergreenFolder } from '../../support/mappings/evergreen.ts'
import { describeWithSharedData } from '../../support/shared-data.ts'
import { testFolder } from '../support/folders.ts'
import { all, BASE, counts, folderOf, takeIn, type Taken } from './importing.ts'

const CHARGES = 'charge_id,patron_id,kind,charged_at,amount,owed\n'
const CREDITS = 'credit_id,patron_id,credited_at,amount,method\n'
const AT = '2026-11-01'

/** "lost 3 of 41.50, 1 of 2.00 left out, 2 of 39.50 stored" of each kind. */
function said({ result }: Taken): readonly string[] {
  return result.status.opening.map(
    ({ of, kind, source_count, source_cents, left_count, left_cents, stored_count, stored_cents }: OpeningSum) =>
      `${of} ${kind}: ${source_count} of ${plainSum(source_cents)}, left ${left_count} of ${plainSum(left_cents)}, ` +
      `stored ${stored_count} of ${plainSum(stored_cents)}`,
  )
}

const stored = (taken: Taken): unknown[] =>
  all(taken.db, 'SELECT external_id, kind, amount_cents, owed_cents, refund_due_cents FROM charge ORDER BY external_id')

test('debts and credits are summed by kind, those left out apart', async () => {
  const files = {
    'charges.csv': [
      CHARGES.trim(),
      `C1,1,lost,${AT},20.00,`,
      `C2,2,lost,${AT},20.00,19.50`,
      `C3,9,lost,${AT},2.00,`,
      `C4,1,Photocopy,${AT},0.10,0.00`,
      `C5,1,Photocopy,${AT},0.15,`,
      '',
    ].join('\n'),
    'credits.csv': `${CREDITS}1,1,${AT},4.05,\n2,2,${AT},1.00,Check\n3,2,${AT},1.10,check\n4,1,${AT},7,drawer\n`,
  }
  const taken = await takeIn(folderOf({ ...BASE, ...files }))
  expect(said(taken)).toEqual([
    'debt lost: 3 of 41.50, left 1 of 2.00, stored 2 of 39.50',
    'debt Photocopy: 1 of 0.15, left 0 of 0.00, stored 1 of 0.15',
    'credit credit: 1 of 4.05, left 0 of 0.00, stored 1 of 4.05',
    'credit check: 2 of 2.10, left 0 of 0.00, stored 2 of 2.10',
    'credit drawer: 1 of 7.00, left 0 of 0.00, stored 1 of 7.00',
  ])
  expect(stored(taken).slice(4)).toEqual([
    { external_id: 'credit:1', kind: 'opening-credit', amount_cents: 405, owed_cents: 0, refund_due_cents: 405 },
    { external_id: 'credit:2', kind: 'opening-check', amount_cents: 100, owed_cents: 0, refund_due_cents: 100 },
    { external_id: 'credit:3', kind: 'opening-check', amount_cents: 110, owed_cents: 0, refund_due_cents: 110 },
    { external_id: 'credit:4', kind: 'opening-drawer', amount_cents: 700, owed_cents: 0, refund_due_cents: 700 },
  ])
  expect(said(await takeIn(folderOf(files), taken.db))).toEqual(said(taken))
})

test.each([
  ['a credit of nothing', '1,1,2026-11-01,0.00,', 'amount credit-of-nothing'],
  ['a negative one', '1,1,2026-11-01,-3.00,', 'amount negative'],
  ['letters', '1,1,2026-11-01,three,', 'amount not-amount'],
  ['a fraction of a cent', '1,1,2026-11-01,3.755,', 'amount not-amount'],
  ['more than any amount', '1,1,2026-11-01,99999999.99,', 'amount not-amount'],
  ['an unknown patron', '1,77,2026-11-01,3.00,', 'patron_id no-patron'],
  ['an unknown method', '1,1,2026-11-01,3.00,card', 'method not-listed'],
  ['no number', ',1,2026-11-01,3.00,', 'credit_id empty'],
  ['no day', '1,1,soon,3.00,', 'credited_at no-moment'],
])('%s is left out, with the reason', async (_name, row, reason) => {
  const { result } = await takeIn(folderOf({ ...BASE, 'credits.csv': `${CREDITS}${row}\n2,2,${AT},1.00,\n` }))
  expect(counts(result)['credits.csv']).toBe('2 = 1 + 1')
  expect(result.status.report.map(({ column, code }) => `${column} ${code}`)).toEqual([reason])
  expect(result.status.opening).toEqual([expect.objectContaining({ stored_count: 1, stored_cents: 100 })])
})

test('the same credit twice counts once, and a charge never takes the place of a credit', async () => {
  const files = {
    'charges.csv': `${CHARGES}credit:1,1,lost,${AT},20.00,\n`,
    'credits.csv': `${CREDITS}1,1,${AT},5.00,\n1,2,${AT},5.00,\n`,
  }
  const taken = await takeIn(folderOf({ ...BASE, ...files }))
  expect(said(taken)).toEqual([
    'debt lost: 1 of 20.00, left 1 of 20.00, stored 0 of 0.00',
    'credit credit: 2 of 10.00, left 1 of 5.00, stored 1 of 5.00',
  ])
  expect(taken.result.status.report.map(({ file, column, code }) => `${file} ${column} ${code}`)).toEqual([
    'charges.csv charge_id number-of-credit',
    'credits.csv credit_id came-before',
  ])
})

test.each([
  [
    'a cent less',
    'UPDATE charge SET owed_cents = owed_cents - 1 WHERE external_id = new.external_id AND owed_cents > 500',
  ],
  ['one debt gone', "DELETE FROM charge WHERE external_id = new.external_id AND new.external_id = 'C2'"],
  ['another kind', "UPDATE charge SET kind = 'other' WHERE external_id = new.external_id AND kind = 'lost'"],
])('where the file stores %s, nothing of it stays', async (_name, tampers) => {
  const { db } = await takeIn(folderOf(BASE))
  db.exec(`CREATE TRIGGER tampers AFTER INSERT ON charge BEGIN ${tampers}; END`)
  const rows = `C1,1,overdue,${AT},2.00,\nC2,2,lost,${AT},20.00,12.00\n`
  const taken = await takeIn(folderOf({ 'charges.csv': CHARGES + rows }), db)
  expect(stored(taken)).toEqual([])
  expect(counts(taken.result)).toEqual({ 'charges.csv': '2 = 0 + 2' })
  expect(taken.result.status.opening).toEqual([])
  expect(taken.result.status.report.map(({ code, outcome }) => `${code} ${outcome}`)).toEqual([
    'sums-differ file-left-out',
  ])
})

const size = fc.integer({ min: 0, max: 100_000 })
const debts = fc.array(
  fc.record({
    patron: fc.constantFrom('1', '2', '9'),
    kind: fc.constantFrom('lost', 'overdue', 'X'),
    size,
    owed: size,
  }),
  { maxLength: 30 },
)
const owings = fc.array(
  fc.record({ patron: fc.constantFrom('1', '2', '9'), method: fc.constantFrom('credit', 'drawer', 'check'), size }),
  { maxLength: 30 },
)

test(
  'whatever is owed by patrons and to them, the sums of the files stand in the store',
  { timeout: 300_000 },
  async () => {
    const { db } = await takeIn(folderOf(BASE))
    await fc.assert(
      fc.asyncProperty(debts, owings, async (owed, due) => {
        const charges = owed.map((one, at) => {
          return `C${at},${one.patron},${one.kind},${AT},${plainSum(one.size)},${plainSum(one.owed)}`
        })
        const credits = due.map((one, at) => `${at},${one.patron},${AT},${plainSum(one.size)},${one.method}`)
        db.exec('DELETE FROM charge')
        const folder = folderOf({
          'charges.csv': `${CHARGES}${charges.join('\n')}\n`,
          'credits.csv': `${CREDITS}${credits.join('\n')}\n`,
        })
        const { result } = await takeIn(folder, db)
        expect(result.status.files.map((one) => one.state)).toEqual(['taken', 'taken'])
        const known = owed.filter((one) => one.patron !== '9' && one.size > 0 && one.owed <= one.size)
        const total = (of: string): number =>
          result.status.opening.filter((one) => one.of === of).reduce((sum, one) => sum + one.stored_cents, 0)
        expect(total('debt')).toBe(known.reduce((sum, one) => sum + one.owed, 0))
        expect(total('credit')).toBe(due.filter((one) => one.patron !== '9').reduce((sum, one) => sum + one.size, 0))
        const sums = 'SELECT total(owed_cents) AS debt, total(refund_due_cents) AS credit FROM charge'
        expect(all(db, sums)).toEqual([{ debt: total('debt'), credit: total('credit') }])
      }),
      { numRuns: 40 },
    )
  },
)

describeWithSharedData('Evergreen’s billing lines', (data) => {
  test('come to the same in the store as at the source', async () => {
    const folder = join(testFolder(), 'evergreen')
    writeEvergreenFolder(data, folder)
    const taken = await takeIn(folder)
    // Added up from the source itself: what is not voided, and dated by a date instead of an SQL expression.
    const lines = readRows(join(data, 'evergreen/billing_lines_sample.csv')).filter(
      (row) => row['voided'] !== 'true' && !row['create_date']?.includes('NOW()'),
    )
    const of = (kind: string): string => {
      const amounts = lines.filter((row) => row['billing_type'] === kind).map((row) => Number(row['amount']) * 100)
      const sum = plainSum(amounts.reduce((total, one) => total + Math.round(one), 0))
      return `debt ${kind}: ${amounts.length} of ${sum}, left 0 of 0.00, stored ${amounts.length} of ${sum}`
    }
    expect(said(taken)).toEqual([of('Lost Materials'), of('Overdue materials')])
    expect(lines).toHaveLength(44)
    // No patron of this library has a credit.
    const patrons = readRows(join(data, 'evergreen/patrons.csv'))
    expect(patrons.filter((row) => Number(row['credit_forward_balance']) !== 0)).toEqual([])
  })
})
