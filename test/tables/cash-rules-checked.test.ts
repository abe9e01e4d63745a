/** What is wrong or odd in a library's rules of cash, before they are saved. */
import { expect, test } from 'vitest'
import { checkPolicy } from '../../shared/circulation/policy-check/policy-check.ts'
import { cents } from '../../shared/kernel/money.ts'
import { localDate } from '../../shared/kernel/time.ts'
import type { InKindTender, VarianceNeed } from '../../shared/policy/cash-facts.ts'
import { DEFAULT_SETTINGS } from '../../shared/policy/library-settings.ts'
import type { LibraryPolicy } from '../../shared/policy/policy-facts.ts'
import { branchCode } from '../../shared/kernel/ids.ts'
import { product } from '../support/cash-made.ts'
import { MAPLE, policyOf } from '../support/policy-made.ts'

const CODES = { branch_codes: [MAPLE], category_codes: [], item_type_codes: [] }

function found(change: Partial<LibraryPolicy>) {
  const findings = checkPolicy(policyOf(change), CODES, localDate('2026-11-24'))
  return findings.map(({ kind, codes, fact }) => [kind, fact.code, ...codes])
}

const tier = (tier_code: string, from: number, needs: VarianceNeed) => ({ tier_code, from_cents: cents(from), needs })
const quarters = [{ piece_code: '25', pieces_count: 41 }]

function goods(part: Partial<InKindTender>): InKindTender {
  const pays = { is_for_overdue: true, is_for_lost: false, is_for_damage: false, is_for_fees: false }
  const most = { receipt_cents_max: null, month_cents_max: null, is_active: true }
  return { kind_code: 'FOOD', name: 'Food', per_kind: 'piece', value_cents: cents(100), ...pays, ...most, ...part }
}

test.each<readonly [string, Partial<LibraryPolicy>, readonly (readonly string[])[]]>([
  ['nothing set', {}, []],
  [
    'two products on one key',
    { products: [product('COPY', { key_letter: 'C' }), product('COFFEE', { key_letter: 'C' })] },
    [['stops', 'letter-double', 'COPY', 'COFFEE']],
  ],
  [
    'two on one key, of which one is off sale',
    { products: [product('COPY', { key_letter: 'C' }), product('COFFEE', { key_letter: 'C', is_active: false })] },
    [],
  ],
  ...['A', 'D', 'G', 'K', 'V', 'X'].map((key_letter) => {
    const products = [product('COPY', { key_letter })]
    return [
      `a product on ${key_letter}, a key of the payment`,
      { products },
      [['stops', 'letter-of-payment', 'COPY']],
    ] as const
  }),
  ['two without a key', { products: [product('COPY'), product('COFFEE')] }, []],
  ['money held for nobody', { products: [product('F', { kind: 'held' })] }, [['stops', 'payee-missing', 'F']]],
  ['a sale with a payee', { products: [product('F', { payee: 'FRIENDS' })] }, [['stops', 'payee-idle', 'F']]],
  ['a taxed donation', { products: [product('G', { kind: 'donation', tax_bp: 825 })] }, [['stops', 'tax-idle', 'G']]],
  ['a taxed sale', { products: [product('BOOK', { tax_bp: 825 })] }, []],
  [
    'goods by the piece without a worth',
    { in_kind_tenders: [goods({ value_cents: null })] },
    [['stops', 'value-missing', 'FOOD']],
  ],
  [
    'work with a worth that is asked',
    { in_kind_tenders: [goods({ per_kind: 'asked' })] },
    [['stops', 'value-idle', 'FOOD']],
  ],
  [
    'goods that pay nothing',
    { in_kind_tenders: [goods({ is_for_overdue: false })] },
    [['stops', 'pays-nothing', 'FOOD']],
  ],
  ['goods that pay fines', { in_kind_tenders: [goods({})] }, []],
  [
    'a fund for a reason to void',
    { cash_reasons: [{ reason_code: 'ERR', name: 'Error', used_for: 'void', fund: 'office' }] },
    [['stops', 'fund-idle', 'ERR']],
  ],
  [
    'a drawer at a branch that is gone',
    { cash_drawers: [{ drawer_code: 'D', name: 'Desk', branch_code: branchCode('GONE') }] },
    [['stops', 'stranger', 'D']],
  ],
  [
    'two tiers from $5.00',
    { variance_tiers: [tier('A', 500, 'reason'), tier('B', 500, 'note')] },
    [['stops', 'tier-double', 'A', 'B']],
  ],
  [
    'a tier that takes less than one below it',
    { variance_tiers: [tier('A', 500, 'note'), tier('B', 900, 'reason')] },
    [['warns', 'tier-idle', 'B']],
  ],
  ['tiers that rise', { variance_tiers: [tier('A', 500, 'reason'), tier('B', 900, 'sign-off')] }, []],
  [
    'quarters for $10.25 in a float of $10.00',
    { float_pieces: quarters, settings: { ...DEFAULT_SETTINGS, float_total_cents: cents(1000) } },
    [['warns', 'float-over']],
  ],
  [
    'and in one of $10.25',
    { float_pieces: quarters, settings: { ...DEFAULT_SETTINGS, float_total_cents: cents(1025) } },
    [],
  ],
])('%s', (_says, change, findings) => {
  expect(found(change)).toEqual(findings)
})
