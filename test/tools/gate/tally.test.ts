/** The line of totals that CI reads, and the table of the gate. */
import { describe, expect, it } from 'vitest'
import { countsOf, readTally, report, table, tallyLine, total, type Outcome } from '../../../tools/gate/tally.ts'

const check = (exitCode: number): Outcome => ({
  name: 'types',
  exitCode,
  took_ms: 1_234,
  tally: null,
  failures: exitCode === 0 ? [] : [{ name: 'types', says: ['desk.ts(3,1): no such name'] }],
})
const tests = (exitCode: number, passed: number, failed: number): Outcome => ({
  name: 'tests',
  exitCode,
  took_ms: 60_000,
  tally: { passed, failed, skipped: 1 },
  failures: Array.from({ length: failed }, (_none, index) => ({ name: `lends book ${index + 1}`, says: ['no'] })),
})

describe('the closing line', () => {
  it.each([
    ['as the last line', 'noise\n12 passed, 0 failed, 3 skipped\n', { passed: 12, failed: 0, skipped: 3 }],
    ['with blank lines after it', '1 passed, 2 failed, 0 skipped\n\n\n', { passed: 1, failed: 2, skipped: 0 }],
    ['not when something stands after it', '1 passed, 2 failed, 0 skipped\nTypeError: no', null],
    ['not when absent', 'killed', null],
    ['not in nothing', '', null],
  ])('is read %s', (_, output, expected) => {
    expect(readTally(output)).toEqual(expected)
  })
})

describe('the totals', () => {
  it('add tests and checks', () => {
    expect(tallyLine(total([check(0), tests(0, 10, 0), tests(1, 5, 2)]))).toBe('16 passed, 2 failed, 2 skipped')
  })

  it('count a failed check', () => {
    expect(countsOf(check(2))).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })

  it('count a run that failed without a failed test', () => {
    expect(countsOf(tests(1, 10, 0)).failed).toBe(1)
  })
})

it('the table says FAILED, seconds and counts', () => {
  expect(table([check(1), tests(0, 10, 0)]).split('\n')).toEqual([
    'FAILED types     1.2 s',
    'ok     tests    60.0 s  10 passed, 0 failed, 1 skipped',
  ])
})

describe('the report', () => {
  it('is the table alone when nothing failed', () => {
    expect(report([check(0), tests(0, 10, 0)])).toBe(table([check(0), tests(0, 10, 0)]))
  })

  it('names below the table what failed in each check', () => {
    const outcomes = [check(1), tests(1, 10, 2)]
    expect(report(outcomes).split('\n')).toEqual([
      ...table(outcomes).split('\n'),
      '',
      'Failed:',
      '- types',
      '    desk.ts(3,1): no such name',
      '- lends book 1',
      '    no',
      '- lends book 2',
      '    no',
    ])
  })
})
