/**
 * Who may answer which "no", to be read by a librarian: what stands in the way, the grant it takes, and which of the
 * shipped roles has it. Every refusal that anybody may override stands here once.
 */
import { describe, expect, test } from 'vitest'
import { REFUSAL_CODES, refusalEntry, type RefusalCode } from '../../shared/refusals/refusals.ts'
import { grantsToOverride, isPatronLevel, needsReason } from '../../shared/refusals/overrides.ts'
import { mayRole, SHIPPED_GRANTS, type Grant } from '../../shared/staff/permissions.ts'

type Asks = 'with a reason' | 'by one key'
type Line = readonly [RefusalCode, Grant, 'staff' | 'supervisor', Asks, 'once a patron' | 'each time']

// what stands in the way | the grant | the least role | how | how often
const TABLE: readonly Line[] = [
  ['barcode-is-both', 'answer-at-desk', 'staff', 'by one key', 'each time'],
  ['patron-barred', 'override-block', 'supervisor', 'with a reason', 'once a patron'],
  ['patron-inactive', 'override-block', 'supervisor', 'with a reason', 'once a patron'],
  ['card-lost', 'override-block', 'supervisor', 'with a reason', 'once a patron'],
  ['patron-expired', 'answer-at-desk', 'staff', 'with a reason', 'once a patron'],
  ['patron-blocked', 'override-block', 'supervisor', 'with a reason', 'once a patron'],
  ['suspended', 'override-block', 'supervisor', 'with a reason', 'once a patron'],
  ['owes-too-much', 'override-debt', 'supervisor', 'with a reason', 'once a patron'],
  ['family-owes-too-much', 'override-debt', 'supervisor', 'with a reason', 'once a patron'],
  ['guarantees-owe-too-much', 'override-debt', 'supervisor', 'with a reason', 'once a patron'],
  ['overdue-too-many', 'override-debt', 'supervisor', 'with a reason', 'once a patron'],
  ['overdue-too-long', 'override-debt', 'supervisor', 'with a reason', 'once a patron'],
  ['lost-too-many', 'override-debt', 'supervisor', 'with a reason', 'once a patron'],
  ['claims-too-many', 'override-debt', 'supervisor', 'with a reason', 'once a patron'],
  ['limit-reached', 'override-limit', 'supervisor', 'with a reason', 'each time'],
  ['item-not-for-loan', 'lend-not-for-loan', 'supervisor', 'with a reason', 'each time'],
  ['item-withdrawn', 'lend-not-for-loan', 'supervisor', 'with a reason', 'each time'],
  ['item-lost', 'answer-at-desk', 'staff', 'by one key', 'each time'],
  ['item-damaged', 'answer-at-desk', 'staff', 'by one key', 'each time'],
  ['out-to-other', 'answer-at-desk', 'staff', 'by one key', 'each time'],
  ['out-to-same', 'answer-at-desk', 'staff', 'by one key', 'each time'],
  ['lender-waits', 'answer-at-desk', 'staff', 'by one key', 'each time'],
  ['hold-waits', 'answer-at-desk', 'staff', 'by one key', 'each time'],
  ['renewals-used', 'renew-over-limit', 'supervisor', 'with a reason', 'each time'],
  ['unseen-renewals-used', 'renew-over-limit', 'supervisor', 'with a reason', 'each time'],
  ['renewal-recalled', 'renew-over-limit', 'supervisor', 'with a reason', 'each time'],
  ['renewal-hold-waits', 'renew-over-limit', 'supervisor', 'with a reason', 'each time'],
  ['claims-used', 'claim-over-limit', 'supervisor', 'with a reason', 'each time'],
  ['claim-too-late', 'claim-over-limit', 'supervisor', 'with a reason', 'each time'],
  ['hold-has-it', 'answer-at-desk', 'staff', 'by one key', 'each time'],
  ['hold-on-shelf', 'answer-at-desk', 'staff', 'by one key', 'each time'],
  ['holds-too-many', 'override-limit', 'supervisor', 'with a reason', 'each time'],
  ['card-settle-first', 'override-debt', 'supervisor', 'with a reason', 'each time'],
  ['hold-not-holdable', 'lend-not-for-loan', 'supervisor', 'with a reason', 'each time'],
]

const ROLES = ['staff', 'supervisor', 'manager'] as const
const RANK = { staff: 0, supervisor: 1, manager: 2 } as const

test.each(TABLE)('%s takes “%s”: from %s up, %s, %s', (code, grant, least, asks, often) => {
  expect(refusalEntry(code).grant).toBe(grant)
  for (const role of ROLES)
    expect([role, mayRole(SHIPPED_GRANTS, role, grant)]).toEqual([role, RANK[role] >= RANK[least]])
  expect(needsReason([{ code }])).toBe(asks === 'with a reason')
  expect(isPatronLevel(code)).toBe(often === 'once a patron')
})

test('the table names every refusal that stops and that somebody may override, and no other', () => {
  const answerable = REFUSAL_CODES.filter((code) => refusalEntry(code).grant !== null)
  expect(TABLE.map(([code]): string => code).toSorted()).toEqual(answerable.toSorted())
  expect(answerable.filter((code) => refusalEntry(code).class === 'alert')).toEqual([])
})

describe('several at the same time', () => {
  test('take every grant together', () => {
    const found = [{ code: 'patron-blocked' }, { code: 'owes-too-much' }, { code: 'overdue-too-many' }] as const
    expect(grantsToOverride(found)).toEqual(['override-block', 'override-debt'])
  })

  test('are nobody’s to answer when one of them is', () => {
    expect(grantsToOverride([{ code: 'owes-too-much' }, { code: 'no-rule' }])).toBeNull()
  })
})
