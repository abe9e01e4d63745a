/** What a return is called, and what the hands do with it: a table to be read by those who stand at the desk. */
import { describe, expect, it } from 'vitest'
import { ENDINGS } from '../../renderer/sound/earcons.ts'
import { KIND_MARKS } from '../../renderer/parts/frame/shape.tsx'
import type { Oddity, Place } from '../../shared/circulation/loans/check-in.ts'
import { ENGLISH } from '../support/said.ts'
import { KIND_TABLE, kindOfReturn } from '../../shared/desk/outcome-kinds.ts'
import { outcomeKindSchema, type OutcomeKind } from '../../shared/desk/screen.ts'
import { branchCode } from '../../shared/kernel/ids.ts'

const SHELF: Place = { kind: 'shelf' }
const HOLD: Place = { kind: 'hold', was_ready: false }
const NORTH: Place = { kind: 'transit', to_branch: branchCode('NORTH'), reason: 'home' }

const LENDER: Place = { kind: 'lender', lender_name: 'Springfield', due_back_on: null }

const CASES: readonly (readonly [what: string, place: Place, odd: readonly Oddity[], kind: OutcomeKind | null])[] = [
  ['lent and back', SHELF, [], null],
  ['back, and somebody waits for it here', HOLD, [], 'hold'],
  ['back, and it belongs elsewhere', NORTH, [], 'transit'],
  ['an interlibrary loan', LENDER, ['was-lost'], 'lender'],
  ['marked damaged', { kind: 'set-aside', reason: 'damaged' }, [], 'damaged'],
  ['withdrawn', { kind: 'set-aside', reason: 'withdrawn' }, [], 'withdrawn'],
  ['billed as lost, and here it is', SHELF, ['was-lost'], 'lost-found'],
  ['claimed returned, and here it is', SHELF, ['was-claimed'], 'claim-found'],
  ['missing, and here it is', SHELF, ['was-not-out', 'was-missing'], 'missing-found'],
  ['nobody had it out', SHELF, ['was-not-out'], 'not-out'],
  ['lost long ago, its loan closed then', SHELF, ['was-not-out', 'was-lost'], 'lost-found'],
  ['to leave for another branch, and not wanted there', SHELF, ['was-not-out', 'was-on-its-way'], null],
  ['come from another branch', SHELF, ['was-not-out', 'was-in-transit'], null],
  ['lost, and somebody waits for it: the hold shelf comes first', HOLD, ['was-lost'], 'hold'],
  ['lost, and it belongs elsewhere: the crate comes first', NORTH, ['was-lost'], 'transit'],
  ['lost and damaged: the repair comes first', { kind: 'set-aside', reason: 'damaged' }, ['was-lost'], 'damaged'],
]

describe('the kind of a return', () => {
  it.each(CASES)('%s', (_what, place, odd, kind) => {
    expect(kindOfReturn(place, odd)).toBe(kind)
  })

  it('is always of the class that its place has', () => {
    const classes = CASES.map(([, place, odd]) => {
      const kind = kindOfReturn(place, odd)
      return kind === null ? 'plain' : KIND_TABLE[kind].outcome
    })
    const byPlace = CASES.map(([, place, , kind]) => {
      return kind === null ? 'plain' : place.kind === 'shelf' ? 'done' : 'route'
    })
    expect(classes).toEqual(byPlace)
  })
})

const WORDS = ENGLISH.words.screen.kinds

describe('every kind', () => {
  const all = <Value>(of: (kind: OutcomeKind) => Value): Value[] => outcomeKindSchema.options.map(of)

  it('has words, a next step, a mark and an ending of its own', () => {
    const own = [
      all((kind) => WORDS[kind].label),
      all((kind) => WORDS[kind].next),
      all((kind) => KIND_MARKS[kind]),
      all((kind) => JSON.stringify(ENDINGS[kind])),
    ]
    for (const values of own) expect(new Set(values).size).toBe(outcomeKindSchema.options.length)
  })

  it('reads on the table as it is meant', () => {
    expect(all((kind) => [kind, KIND_TABLE[kind].outcome, WORDS[kind].label, KIND_TABLE[kind].slip])).toEqual([
      ['hold', 'route', 'On hold here', 'hold slip'],
      ['transit', 'route', 'For another branch', 'transit slip'],
      ['lender', 'route', 'Interlibrary loan', 'lender slip'],
      ['not-ours', 'route', 'Another library’s', 'courier slip'],
      ['damaged', 'route', 'Damaged', 'repair slip'],
      ['withdrawn', 'route', 'Withdrawn', 'none'],
      ['lost-found', 'done', 'Lost, now found', 'none'],
      ['claim-found', 'done', 'Claimed, now found', 'none'],
      ['missing-found', 'done', 'Missing, now found', 'none'],
      ['not-out', 'done', 'Was not checked out', 'none'],
      ['unknown', 'stop', 'Not in the records', 'none'],
    ])
  })
})
