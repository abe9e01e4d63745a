/** What failed, in the last lines of a log: short, and read back as it was printed. */
import { describe, expect, it } from 'vitest'
import { failureLines, readFailures, type Failure } from '../../../tools/gate/failures.ts'

const failures = (count: number, says_count: number): Failure[] =>
  Array.from({ length: count }, (_none, index) => ({
    name: `unit test/a.test.ts > lends book ${index + 1}`,
    says: Array.from({ length: says_count }, (_nothing, line) => `line ${line + 1}`),
  }))

describe('the lines', () => {
  it('are none when nothing failed', () => {
    expect(failureLines([])).toEqual([])
  })

  it('are the name of each, and below it why', () => {
    expect(failureLines([{ name: 'lends a book', says: ['expected 1 to be 2', '', '- 2', '+ 1'] }])).toEqual([
      'Failed:',
      '- lends a book',
      '    expected 1 to be 2',
      '    - 2',
      '    + 1',
    ])
  })

  it.each([
    ['one tells much', 1, 12],
    ['four share the lines', 4, 37],
    ['thirteen tell two lines each', 13, 40],
    ['thirty are named', 30, 31],
    ['thirty-nine are all named', 39, 40],
    ['a thousand are counted', 1_000, 40],
  ])('%s', (_, count, lines_count) => {
    const lines = failureLines(failures(count, 50))
    expect(lines).toHaveLength(lines_count)
    const named_count = lines.filter((line) => line.startsWith('- unit')).length
    const left_count = Number(/^- and (\d+) more$/.exec(lines.at(-1) ?? '')?.[1] ?? 0)
    expect(named_count + left_count).toBe(count)
  })

  it('are no longer than a log shows', () => {
    const [, name, says] = failureLines([{ name: 'n\n'.repeat(500), says: ['s'.repeat(5_000)] }])
    expect([name?.length, says?.length]).toEqual([162, 164])
  })
})

describe('read back', () => {
  it.each([1, 5, 39])('%i are as they were printed', (count) => {
    const printed = failures(count, 1)
    const output = `noise\n- no failure\n${failureLines(printed).join('\n')}\n1 passed, ${count} failed, 0 skipped\n`
    const isTold = count < 20
    expect(readFailures(output)).toEqual(isTold ? printed : printed.map(({ name }) => ({ name, says: [] })))
  })

  it.each([
    ['a run that listed none', 'noise\n- no failure\n3 passed, 0 failed, 0 skipped\n'],
    ['nothing', ''],
  ])('there are none in %s', (_, output) => {
    expect(readFailures(output)).toEqual([])
  })
})
