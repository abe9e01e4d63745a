/** Fines of what is recalled and of what is not, and how a waiver is told. Open every day, 9 to 6. */
import { describe, expect, test } from 'vitest'
import { prepareCalendar } from '../../shared/circulation/calendar/calendar-index.ts'
import type { FineStep } from '../../shared/circulation/fines/fine-steps.ts'
import { fineNow, type FineAsk } from '../../shared/circulation/fines/fine.ts'
import type { FineRule, LibraryPolicy } from '../../shared/policy/policy-facts.ts'
import { must } from '../../shared/kernel/assert.ts'
import { cents, moneyText } from '../../shared/kernel/money.ts'
import { localDate } from '../../shared/kernel/time.ts'
import { endOfDay, parseZoneName } from '../../shared/kernel/zone.ts'
import { range } from '../support/case-calendar.ts'
import { momentOf } from '../support/given.ts'
import { ASKED, fineRule, preparedOf } from '../support/policy-made.ts'
import { PLAIN_FINE } from '../support/plain-facts.ts'

const CHICAGO = must(parseZoneName('America/Chicago'), 'a zone')
const DAY = [range('09:00', '18:00')]
const calendar = prepareCalendar({ zone: CHICAGO, week: [DAY, DAY, DAY, DAY, DAY, DAY, DAY], closed: [] })

/** A book due on November 10 and back a week late. */
function fineOf(rule: Partial<FineRule>, ask: Partial<FineAsk> = {}, policy: Partial<LibraryPolicy> = {}) {
  const prepared = preparedOf({ fine_rules: [fineRule(rule)], ...policy })
  const due_at = endOfDay(localDate('2026-11-10'), CHICAGO)
  const until_at = momentOf('2026-11-17T10:00', CHICAGO)
  return fineNow({
    ...PLAIN_FINE,
    policy: prepared,
    asked: ASKED,
    calendar,
    due_at,
    until_at,
    price_cents: null,
    ...ask,
  })
}

const RECALLED = { is_recalled: true }
const GRACE_LOST = { grace_count: 7, is_grace_kept_on_recall: false }
const DEARER = { recall_amount_cents: cents(200), recall_fine_cents_max: cents(1000) }

test.each<[string, Partial<FineRule>, Partial<FineAsk>, string]>([
  ['recalled: no grace, where the library takes it', GRACE_LOST, RECALLED, '$1.75'],
  ['not recalled: its grace, whatever a recall would take', GRACE_LOST, {}, '$0.00'],
  ['recalled: its own rate and most', DEARER, RECALLED, '$10.00'],
  ['not recalled: neither', DEARER, {}, '$1.75'],
  ['recalled, where a recall has no most of its own', { ...DEARER, recall_fine_cents_max: null }, RECALLED, '$14.00'],
  ['recalled, where only a recall costs anything', { ...DEARER, amount_cents: cents(0) }, RECALLED, '$10.00'],
  ['not recalled, where only a recall costs anything', { ...DEARER, amount_cents: cents(0) }, {}, '$0.00'],
  ['recalled, where a recall costs nothing', { recall_amount_cents: cents(0) }, RECALLED, '$0.00'],
])('%s', (_, rule, ask, amount) => {
  expect(moneyText(fineOf(rule, ask).amount_cents)).toBe(amount)
})

describe('is told', () => {
  const down = (from: string, to: string | null, reason = ''): Partial<LibraryPolicy> => {
    const stretch = { from_at_ms: momentOf(from, CHICAGO), to_at_ms: to === null ? null : momentOf(to, CHICAGO) }
    return { outages: [{ outage_ref: '', branch_code: '*', ...stretch, reason }] }
  }
  const capped = { is_capped_at_price: true }
  const deducted = { grace_count: 2, grace_kind: 'deducted' } as const

  test.each<[string, ReturnType<typeof fineOf>, FineStep]>([
    [
      'an outage over the due day, with its reason',
      fineOf({}, {}, down('2026-11-09T09:00', '2026-11-12T14:00', 'power-cut')),
      { code: 'due-in-outage', reason: 'power-cut' },
    ],
    [
      'one without a reason',
      fineOf({}, {}, down('2026-11-09T09:00', '2026-11-12T14:00')),
      { code: 'due-in-outage', reason: '' },
    ],
    [
      'an outage at the return',
      fineOf({}, {}, down('2026-11-14T09:00', null, 'flood')),
      { code: 'back-in-outage', reason: 'flood', since_ms: momentOf('2026-11-14T09:00', CHICAGO) },
    ],
    [
      'a claim',
      fineOf({}, { claimed_at: momentOf('2026-11-12T12:00', CHICAGO) }),
      { code: 'counted-to-claim', claimed_ms: momentOf('2026-11-12T12:00', CHICAGO) },
    ],
    [
      'the price that caps it',
      fineOf(capped, { price_cents: cents(100) }),
      { code: 'no-more-than', is_price: true, cap_cents: 100 },
    ],
    ['grace that is never paid', fineOf(deducted), { code: 'grace-not-charged', grace_count: 2, grace_unit: 'days' }],
  ])('%s', (_, { steps }, wanted) => {
    expect(steps).toContainEqual(wanted)
  })
})
