/** Files of card processors, as a librarian gets them, and what they have for a batch. */
import { describe, expect, test } from 'vitest'
import { readSettlement } from '../../shared/cash/evidence/settlement-file.ts'
import { matchSettlement, type CardEntry } from '../../shared/cash/evidence/settlement-match.ts'
import { cents } from '../../shared/kernel/money.ts'

const rowsOf = (text: string) => text.split('\n').map((line, at) => ({ cells: line.split('|'), line: at + 1 }))

const read = (text: string) => {
  const found = readSettlement(rowsOf(text))
  if ('reason' in found) return found
  return found.map((one) => [one.authorization, one.last_four, one.amount_cents].join(' '))
}

describe('is read as it comes from', () => {
  test.each<readonly [string, string, readonly string[]]>([
    [
      'Square, whose cash sales have nothing by card',
      'Date|Gross Sales|Tax|Total Collected|Card|Cash|Fees|Transaction ID|Card Brand|PAN Suffix\n' +
        '11/24/26|$9.25|$0.75|$10.00|$10.00|$0.00|($0.36)|9ab|Visa|4242\n' +
        '11/24/26|$5.00|$0.00|$5.00|$0.00|$5.00|$0.00|9ac||\n' +
        '11/24/26|($2.00)|$0.00|($2.00)|($2.00)|$0.00|$0.00|9ad|Visa|42',
      [' 4242 1000', ' 0042 -200'],
    ],
    [
      'Stripe, with what failed, and with refunds beside their payment',
      'id|Created date (UTC)|Amount|Amount Refunded|Currency|Status|Card Last4|Card Brand\n' +
        'ch_1|2026-11-24|10.00|0.00|usd|Paid|4242|Visa\n' +
        'ch_2|2026-11-24|6.00|0.00|usd|Failed|4242|Visa\n' +
        'ch_3|2026-11-24|8.00|3.00|usd|Partially refunded|0005|Visa',
      [' 4242 1000', ' 0005 800', ' 0005 -300'],
    ],
    [
      'Clover, with checks, and cards as stars',
      'Payment Date|Payment ID|Tender|Result|Card Auth Code|Card Number|Amount|Refund Amount\n' +
        '24-Nov-2026|A|Credit Card|SUCCESS|00471a|xxxx xxxx xxxx 4242|10.00|\n' +
        '24-Nov-2026|B|Check|SUCCESS|||5.00|\n' +
        '24-Nov-2026|C|Debit Card|DECLINED|777|4242|5.00|',
      ['00471A 4242 1000'],
    ],
    [
      'Heartland, under a title and above a sum',
      'Batch detail\nMaple Street Public Library|11/24/2026\n\n' +
        'Transaction Date|Transaction Type|Auth Code|Card Number|Settled Amount\n' +
        '11/24/2026|Credit Sale|004711|************4242|$1,010.50\n' +
        '11/24/2026|Credit Return|004712|************4242|$10.50\n' +
        '|Total|||$1,000.00',
      ['004711 4242 101050', '004712 4242 -1050'],
    ],
    [
      'anywhere: amounts in odd forms',
      'Last 4|Approval Code|Amount\n4242|1|USD 5.00\n4242|2|(5.00)\n' +
        '4242|3|5.00-\n4242|4|5.5\n4242|5|−5\n4242|6|$-5.00\n4242|7|5.0000',
      ['1 4242 500', '2 4242 -500', '3 4242 -500', '4 4242 550', '5 4242 -500', '6 4242 -500', '7 4242 500'],
    ],
    ['anywhere: of a day without payments', 'Last 4|Amount', []],
  ])('%s', (_, text, wanted) => {
    expect(read(text)).toEqual(wanted)
  })

  test.each([
    ['an amount that is none', 'Last 4|Amount\n4242|5.00\n4242|five', { reason: 'amount', line: 3, cell: 'five' }],
    ['an amount past the cent', 'Last 4|Amount\n4242|5.005', { reason: 'amount', line: 2, cell: '5.005' }],
    ['no amounts', 'Date|Last 4\nx|4242', { reason: 'columns', found: ['Date', 'Last 4'] }],
    ['no cards', 'Date|Amount|Fee\nx|1.00|0', { reason: 'columns', found: ['Date', 'Amount', 'Fee'] }],
    ['nothing', '', { reason: 'columns', found: [''] }],
  ])('or not at all: %s', (_, text, wanted) => {
    expect(readSettlement(rowsOf(text))).toEqual(wanted)
  })
})

describe('holds against a batch', () => {
  /** "code digits cents" */
  const line = (text: string) => {
    const [authorization = '', last_four = '', amount = '0'] = text.split(' ').map((one) => (one === '-' ? '' : one))
    return { authorization, last_four, amount_cents: cents(Number(amount)) }
  }
  const entry = (text: string, at: number): CardEntry => ({ of_ref: `R${at + 1}`, ...line(text) })

  test.each<readonly [string, readonly string[], readonly string[], readonly string[], readonly string[], number]>([
    ['what agrees', ['004711 4242 1000', '4712 0005 600'], ['004711 4242 1000', '004712 0005 600'], [], [], 1600],
    ['a code that was typed wrongly, by the digits', ['004711 4242 1000'], ['004171 4242 1000'], [], [], 1000],
    ['digits that were typed wrongly, by the code', ['004711 4242 1000'], ['004711 2424 1000'], [], [], 1000],
    ['a file without codes', ['- 4242 1000', '- 4242 1000'], ['1 4242 1000', '2 4242 1000'], [], [], 2000],
    ['cash that was keyed as card', ['004711 4242 1000'], ['004711 4242 1000', '0000 0000 600'], ['R2'], [], 1000],
    ['an amount that was typed wrongly', ['004711 4242 1000'], ['004711 4242 100'], ['R1'], ['1000'], 1000],
    ['a payment without a receipt', ['1 4242 1000', '2 0005 300'], ['1 4242 1000'], [], ['300'], 1300],
    ['the better fit first', ['1 4242 500', '2 4242 500'], ['2 4242 500', '1 4242 500'], [], [], 1000],
    ['a refund', ['1 4242 1000', '1 4242 -400'], ['1 4242 1000', '2 4242 -400'], [], [], 600],
    ['what was voided on the terminal', ['1 4242 1000', '1 4242 -1000', '2 0005 300'], ['2 0005 300'], [], [], 300],
    ['numbers that were erased', ['1 4242 1000'], ['- - 1000'], [], [], 1000],
  ])('%s', (_, file, batch, missing, extra, settled) => {
    const found = matchSettlement(file.map(line), batch.map(entry), [])
    expect(found.missing.map((one) => one.of_ref)).toEqual(missing)
    expect(found.extra.map((one) => String(one.amount_cents))).toEqual(extra)
    expect([found.settled_cents, found.matched_count]).toEqual([settled, batch.length - missing.length])
  })

  test('lines of another drawer, and those that were extra before, are not of this batch', () => {
    const file = ['1 4242 1000', '2 0005 600', '3 0007 250'].map(line)
    const found = matchSettlement(file, [entry('1 4242 1000', 0)], ['2 0005 600', '3 0007 250'].map(line))
    expect([found.settled_cents, found.extra, found.missing]).toEqual([1000, [], []])
  })
})
