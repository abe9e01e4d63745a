/** When a process that ended is started again. */
import { describe, expect, test } from 'vitest'
import { afterEnd, mayReload, type Ends } from '../../../main/electron/backoff.ts'

/** What is said after each end in turn. */
function says(ended_at_ms: readonly number[]): string[] {
  let ends: Ends = []
  return ended_at_ms.map((at_ms) => {
    const next = afterEnd(ends, at_ms)
    ends = next.ends
    return next.kind === 'wait' ? `wait ${next.wait_ms}` : 'give up'
  })
}

describe('starting again', () => {
  test.each([
    ['the first end: at once', [0], ['wait 0']],
    [
      'growing waits, then a person decides',
      [0, 10, 20, 30, 40],
      ['wait 0', 'wait 250', 'wait 1000', 'wait 3000', 'give up'],
    ],
    ['a minute later it counts anew', [0, 10, 20, 60_020], ['wait 0', 'wait 250', 'wait 1000', 'wait 0']],
    [
      'one end every 20 seconds never gives up',
      [0, 20_000, 40_000, 60_000, 80_000].map((at) => at),
      ['wait 0', 'wait 250', 'wait 1000', 'wait 1000', 'wait 1000'],
    ],
    [
      'one more end after giving up gives up again',
      [0, 1, 2, 3, 4, 5],
      ['wait 0', 'wait 250', 'wait 1000', 'wait 3000', 'give up', 'give up'],
    ],
  ])('%s', (_name, ended_at_ms, expected) => {
    expect(says(ended_at_ms)).toEqual(expected)
  })

  test('a crashed page is drawn again three times a minute', () => {
    let ends: Ends = []
    const may = [0, 1, 2, 3, 60_003].map((at_ms) => {
      const next = mayReload(ends, at_ms)
      ends = next.ends
      return next.may
    })
    expect(may).toEqual([true, true, true, false, true])
  })
})
