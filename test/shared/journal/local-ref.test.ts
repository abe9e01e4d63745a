/** Drafts that name each other: the journal alone gives numbers, wherever they come to stand. */
import { describe, expect, test } from 'vitest'
import type { EventDraft } from '../../../shared/journal/event.ts'
import { localRef, resolveRefs } from '../../../shared/journal/local-ref.ts'

const bytes = (fill: number) => ({ bytes: (length: number) => new Uint8Array(length).fill(fill) })
const LOST = localRef(bytes(1))
const FEE = localRef(bytes(2))

const checked = (claim_ref: string): EventDraft => ({
  kind: 'claim-checked',
  body: { claim_ref, checks_count: 1, checked_on: '2026-11-24' },
})
const named = (name: string): EventDraft => ({ ...checked('T.1.1'), name })
const at = (index: number): string => `T.1.${index + 7}`
const refs = (drafts: readonly EventDraft[]) =>
  resolveRefs(drafts, at).map((body) => ('claim_ref' in body ? body.claim_ref : ''))

describe('a name of a draft', () => {
  test('becomes the reference of the entry, before it or after it, whatever stands between', () => {
    expect(refs([named(LOST), checked(LOST)])).toEqual(['T.1.1', 'T.1.7'])
    expect(refs([checked('import:1'), checked(FEE), named(LOST), named(FEE), checked(LOST)])).toEqual([
      'import:1',
      'T.1.10',
      'T.1.1',
      'T.1.1',
      'T.1.9',
    ])
  })

  test('is found inside a body too', () => {
    const row = { refs: [LOST], of: { ref: LOST } }
    const body = { table: 'loan_rule', key: 'A', before: null, after: row, is_kept_by_loans: false } as const
    const [, inside] = resolveRefs([named(LOST), { kind: 'policy-changed', body }], at)
    expect(inside).toEqual({ ...body, after: { refs: ['T.1.7'], of: { ref: 'T.1.7' } } })
  })

  test('stands for one draft that is recorded with it, or nothing is recorded', () => {
    expect(() => refs([named(LOST), checked(FEE)])).toThrow('recorded with it')
    expect(() => refs([named(LOST), named(LOST)])).toThrow('one name')
  })
})
