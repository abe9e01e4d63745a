/** What a witness tells of a journal: nothing when it agrees, how many entries are missing, or another history. */
import { describe, expect, test } from 'vitest'
import { gravest, missingBy, type Missing, type Reach, type Witness } from '../../../shared/journal/witness.ts'

/** A journal of whole epochs: how many entries each has; each seal names its place. */
function journalOf(lengths: readonly number[], terminal: string | null = 'T'): Reach {
  const lastSeqIn = (epoch: number): number => lengths[epoch - 1] ?? 0
  const epoch = lengths.findLastIndex((length) => length > 0) + 1
  return {
    terminal,
    last: { epoch, seq: lastSeqIn(epoch) },
    hashAt: (of, seq) => (seq >= 1 && seq <= lastSeqIn(of) ? `${of}.${seq}` : null),
    lastSeqIn,
  }
}

function witness(epoch: number, seq: number, more: Partial<Witness> = {}): Witness {
  return { known_by: 'desk', terminal: 'T', epoch, seq, hash: `${epoch}.${seq}`, at_ms: 1, ...more }
}

const inShort = (found: Missing | null): string =>
  found === null ? '' : `${found.kind} ${found.entries_count}${found.is_at_least ? ' at least' : ''}`

test.each<[string, Witness, Reach, string]>([
  ['at its end', witness(1, 5), journalOf([5]), ''],
  ['before its end', witness(1, 3), journalOf([5]), ''],
  ['in an epoch that was left', witness(1, 5), journalOf([5, 2]), ''],
  ['one further', witness(1, 6), journalOf([5]), 'cut-short 1'],
  ['further in an epoch that was left', witness(1, 9), journalOf([5, 2]), 'cut-short 4'],
  ['in an epoch that never came', witness(2, 3), journalOf([5]), 'cut-short 3 at least'],
  ['of a journal with nothing in it', witness(1, 4), journalOf([0]), 'cut-short 4'],
  ['of a journal made just now', witness(1, 4, { terminal: 'X' }), journalOf([], null), 'cut-short 4'],
  ['with another seal', witness(1, 3, { hash: 'else' }), journalOf([5]), 'other-history 0'],
  ['of another terminal', witness(1, 9, { terminal: 'X' }), journalOf([5]), ''],
  ['without a seal, at its end', witness(1, 5, { hash: null }), journalOf([5]), ''],
  ['without a seal, further', witness(1, 7, { hash: null }), journalOf([5]), 'cut-short 2'],
  ['without a seal, in an epoch that was left', witness(1, 7, { hash: null }), journalOf([5, 1]), ''],
])('a witness %s', (_, one, journal, wanted) => {
  expect(inShort(missingBy(one, journal))).toBe(wanted)
})

describe('of several witnesses', () => {
  const journal = journalOf([5])
  const found = (...all: readonly Witness[]): readonly Missing[] => all.flatMap((one) => missingBy(one, journal) ?? [])

  test('the furthest is told, in whatever order they come', () => {
    const near = witness(1, 7)
    const far = witness(2, 1, { known_by: 'backup' })
    for (const all of [found(near, far), found(far, near)]) expect(gravest(all)?.known_by).toBe('backup')
  })

  test('another history comes before entries that are missing', () => {
    const all = found(witness(3, 9), witness(1, 2, { hash: 'else', known_by: 'export' }))
    expect(gravest(all)?.known_by).toBe('export')
  })

  test('none is told where none misses anything', () => {
    expect(gravest(found(witness(1, 5), witness(1, 1)))).toBeNull()
  })
})
