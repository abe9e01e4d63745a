/**
 * Twenty American public libraries' policies in the policy tables: the figures come from the shared data, the worked
 * examples stand here. Everything is lent, or was due, on Tuesday November 24, 2026; every day is open.
 */
import { expect, test } from 'vitest'
import { readSettings } from '../../shared/policy/library-settings.ts'
import { checkPolicy } from '../../shared/circulation/policy-check/policy-check.ts'
import { assert, must } from '../../shared/kernel/assert.ts'
import { localDate } from '../../shared/kernel/time.ts'
import { Given, isRecord } from '../support/given.ts'
import { ADDISON } from '../support/policies/addison.ts'
import { ALBUQUERQUE } from '../support/policies/albuquerque.ts'
import { COLFAX } from '../support/policies/colfax.ts'
import { COOK_MEMORIAL } from '../support/policies/cook-memorial.ts'
import { COUNTY } from '../support/policies/county.ts'
import { DEERFIELD } from '../support/policies/deerfield.ts'
import { DURHAM } from '../support/policies/durham.ts'
import { EISENHOWER } from '../support/policies/eisenhower.ts'
import { EVANSTON } from '../support/policies/evanston.ts'
import { GREENVILLE } from '../support/policies/greenville.ts'
import { HUNTLEY } from '../support/policies/huntley.ts'
import { INDIAN_PRAIRIE } from '../support/policies/indian-prairie.ts'
import { MEADVILLE } from '../support/policies/meadville.ts'
import { NIPPERSINK } from '../support/policies/nippersink.ts'
import { OTT } from '../support/policies/ott.ts'
import { PASADENA } from '../support/policies/pasadena.ts'
import { PLAINFIELD } from '../support/policies/plainfield.ts'
import { RADNOR } from '../support/policies/radnor.ts'
import type { Mapping } from '../support/policies/reading.ts'
import { RED } from '../support/policies/red.ts'
import { WINNETKA } from '../support/policies/winnetka.ts'
import { Worked } from '../support/policies/worked.ts'
import { describeWithSharedData, readSharedJson } from '../support/shared-data.ts'

const MAPPINGS: readonly Mapping[] = [
  DEERFIELD,
  WINNETKA,
  COOK_MEMORIAL,
  NIPPERSINK,
  HUNTLEY,
  INDIAN_PRAIRIE,
  PLAINFIELD,
  EVANSTON,
  ADDISON,
  EISENHOWER,
  RADNOR,
  DURHAM,
  COLFAX,
  MEADVILLE,
  RED,
  OTT,
  GREENVILLE,
  PASADENA,
  ALBUQUERQUE,
  COUNTY,
]

type Example = readonly [of: Mapping, what: string, ask: (library: Worked) => unknown, answer: unknown]

const EXAMPLES: readonly Example[] = [
  [
    NIPPERSINK,
    'owing $9.99 lends, $10.00 stops',
    (l) => [9.99, 10].map((owes) => l.borrows({ owes })),
    ['may', 'owes-too-much'],
  ],
  [
    NIPPERSINK,
    'a household that owes $24.99 lends, $25.00 stops',
    (l) => [24.99, 25].map((household_owes) => l.borrows({ household_owes })),
    ['may', 'family-owes-too-much'],
  ],
  [HUNTLEY, 'a book', (l) => l.lent('BOOK'), '2026-12-15, 3 renewals'],
  [HUNTLEY, 'a hotspot, of whose renewals nothing is said', (l) => l.due('HOTSPOT'), '2026-12-08'],
  [HUNTLEY, 'a new film', (l) => l.lent('NEWDVD'), '2026-11-27, 0 renewals'],
  [HUNTLEY, 'a hundred days late', (l) => l.fine('BOOK', 100), '$0.00'],
  [HUNTLEY, 'a fourth console game', (l) => l.oneMore('GAME', 3), '3 of 3 item type GAME'],
  [HUNTLEY, 'a third console game', (l) => l.oneMore('GAME', 2), 'may'],
  [INDIAN_PRAIRIE, 'a book', (l) => l.lent('BOOK'), '2026-12-15, 2 renewals'],
  [INDIAN_PRAIRIE, 'a book for the vacation', (l) => l.lent('BOOK', 'ADULT', true), '2027-01-05, 2 renewals'],
  [INDIAN_PRAIRIE, 'a trending movie', (l) => l.lent('HOTMOVIE'), '2026-11-27, 0 renewals'],
  [
    INDIAN_PRAIRIE,
    'four days late: a book, a game, a gadget',
    (l) => ['BOOK', 'GAME', 'TECH'].map((one) => l.fine(one, 4)),
    ['$1.00', '$4.00', '$20.00'],
  ],
  [
    PLAINFIELD,
    'owing $9.99 lends, $10.00 stops; of the household $49.99 and $50.00',
    (l) =>
      [{ owes: 9.99 }, { owes: 10 }, { household_owes: 49.99 }, { household_owes: 50 }].map((one) => l.borrows(one)),
    ['may', 'owes-too-much', 'may', 'family-owes-too-much'],
  ],
  [
    EVANSTON,
    'what a guest may not have',
    (l) => [l.lent('KIND1', 'RECIPROCAL'), l.lent('KIND1')],
    ['item-not-for-loan', '2026-12-15, any number of renewals'],
  ],
  [
    EVANSTON,
    'the fifty-first to a Chicago card',
    (l) => [l.oneMore('BOOK', 50, 'patron', 'CHICAGO'), l.oneMore('BOOK', 50)],
    ['50 of 50 everything', 'may'],
  ],
  [ADDISON, 'billed after two weeks', (l) => l.billed('BOOK'), '2026-12-08'],
  [ADDISON, 'what a lost one costs', (l) => l.lost('BOOK', 20), 'lost $20.00, processing $5.00'],
  [ADDISON, 'unpaid, back after 35 days', (l) => l.found({ days_overdue: 35 }), 'still owed $5.00'],
  [ADDISON, 'unpaid, back after 36 days', (l) => l.found({ days_overdue: 36 }), 'still owed $25.00'],
  [
    ADDISON,
    'paid, back after 90 days with the receipt',
    (l) => l.found({ paid_days_ago: 40, days_overdue: 90, has_receipt: true }),
    'refund $20.00',
  ],
  [
    ADDISON,
    'the same without it',
    (l) => l.found({ paid_days_ago: 40, days_overdue: 90 }),
    'kept $20.00, wants the receipt',
  ],
  [ADDISON, 'after 91 days', (l) => l.found({ paid_days_ago: 40, days_overdue: 91, has_receipt: true }), 'kept $20.00'],
  [ADDISON, 'a booklet and a bag', (l) => l.parts('booklet', 'bag'), 'part $1.00, part $1.00'],
  [
    EISENHOWER,
    'found 30 days after it was paid: all but the fee',
    (l) => l.found({ paid_days_ago: 30, days_overdue: 60 }),
    'refund $20.00',
  ],
  [EISENHOWER, 'found on the 31st', (l) => l.found({ paid_days_ago: 31, days_overdue: 60 }), 'kept $20.00'],
  [RADNOR, 'a book', (l) => l.lent('BOOK'), '2026-12-15, 3 renewals'],
  [
    RADNOR,
    'a week late: a child’s book, a book, a video',
    (l) => ['CHILDBOOK', 'BOOK', 'VIDEO'].map((one) => l.fine(one, 7)),
    ['$0.70', '$1.75', '$7.00'],
  ],
  [
    DURHAM,
    'a book, an Express film',
    (l) => [l.lent('BOOK'), l.lent('EXPRESS')],
    ['2026-12-15, 2 renewals', '2026-11-27, 0 renewals'],
  ],
  [
    DURHAM,
    'five days late: a book, a child’s book',
    (l) => [l.fine('BOOK', 5), l.fine('CHILDBOOK', 5)],
    ['$0.50', '$0.25'],
  ],
  [
    DURHAM,
    'a year late: each to its cap',
    (l) => ['BOOK', 'CHILDBOOK', 'EXPRESS', 'PASS'].map((one) => l.fine(one, 365)),
    ['$5.00', '$2.00', '$5.00', '$50.00'],
  ],
  [
    DURHAM,
    'a second pass for the family',
    (l) => l.oneMore('PASS', 1, 'family'),
    '1 of 1 item type PASS in the household',
  ],
  [
    DURHAM,
    'found half a year after it was paid, $7.00 owed elsewhere',
    (l) => l.found({ paid_days_ago: 180, days_overdue: 220, has_receipt: true, owes: 7 }),
    'other debts $7.00, refund $13.00',
  ],
  [COLFAX, 'one day late, and two', (l) => [l.fine('BOOK', 1), l.fine('BOOK', 2)], ['$0.00', '$0.50']],
  [COLFAX, 'a third new video', (l) => l.oneMore('NEWVIDEO', 2), '2 of 2 item type NEWVIDEO'],
  [
    COLFAX,
    'without a price, its kind’s',
    (l) => ['ADULT_FICTION', 'DVD', 'MAGAZINE'].map((one) => l.lost(one, null)),
    ['lost $20.00', 'lost $20.00', 'lost $3.00'],
  ],
  [COLFAX, 'billed after six months', (l) => l.billed('BOOK'), '2027-05-24'],
  [
    MEADVILLE,
    'a book, a video',
    (l) => [l.lent('BOOK'), l.lent('VIDEO')],
    ['2026-12-08, 2 renewals', '2026-11-28, 0 renewals'],
  ],
  [
    MEADVILLE,
    'three days late: a book, a video, a toy',
    (l) => ['BOOK', 'VIDEO', 'TOY'].map((one) => l.fine(one, 3)),
    ['$0.00', '$3.00', '$0.60'],
  ],
  [MEADVILLE, 'a fifth video', (l) => l.oneMore('VIDEO', 4), '4 of 4 item type VIDEO'],
  [
    RED,
    'one thing overdue stops borrowing, a fine never',
    (l) => [l.borrows({}), l.borrows({ overdue_count: 1, overdue_days: 1 }), l.fine('BOOK', 60)],
    ['may', 'overdue-too-many', '$0.00'],
  ],
  [RED, 'a sixth film in the family', (l) => l.oneMore('DVD', 5, 'family'), '5 of 5 item type DVD in the household'],
  [RED, 'what a lost one costs', (l) => l.lost('BOOK', 12), 'lost $12.00, processing $5.00'],
  [
    OTT,
    'two days late, and a hundred',
    (l) => [l.fine('BOOK', 2), l.fine('MOVIE', 2), l.fine('BOOK', 100), l.fine('MOVIE', 100)],
    ['$0.20', '$1.00', '$3.00', '$3.00'],
  ],
  [
    OTT,
    'owing $9.99 lends, $10.00 stops; twenty days overdue lend, twenty-one stop',
    (l) => [{ owes: 9.99 }, { owes: 10 }, { overdue_days: 20 }, { overdue_days: 21 }].map((one) => l.borrows(one)),
    ['may', 'owes-too-much', 'may', 'overdue-too-long'],
  ],
  [
    GREENVILLE,
    'found five months after it was paid, $3.00 owed elsewhere',
    (l) => l.found({ paid_days_ago: 150, days_overdue: 200, owes: 3 }),
    'other debts $3.00, refund $17.00 by check',
  ],
  [GREENVILLE, 'found seven months after', (l) => l.found({ paid_days_ago: 213, days_overdue: 250 }), 'kept $20.00'],
  [
    PASADENA,
    'billed after 28 days, without a fee',
    (l) => [l.billed('BOOK'), l.lost('BOOK', 20)],
    ['2026-12-22', 'lost $20.00'],
  ],
  [
    PASADENA,
    'found 90 days after it was paid',
    (l) => [
      l.found({ paid_days_ago: 90, days_overdue: 120, has_receipt: true }),
      l.found({ paid_days_ago: 90, days_overdue: 120 }),
    ],
    ['refund $20.00', 'kept $20.00, wants the receipt'],
  ],
  [
    ALBUQUERQUE,
    'found 60 days after it was paid, and 61',
    (l) => [60, 61].map((paid_days_ago) => l.found({ paid_days_ago, days_overdue: 90 })),
    ['refund $20.00 by check', 'kept $20.00'],
  ],
]

describeWithSharedData('policies of real libraries', (folder) => {
  const data = readSharedJson(folder, 'policies/us_public_libraries.json')
  assert(isRecord(data) && Array.isArray(data['libraries']) && data['libraries'].every(isRecord), 'libraries')
  const libraries = data['libraries']
  const mappedOf = ({ library, map }: Mapping) => {
    const own = must(
      libraries.find((one) => one['library'] === library),
      library,
    )
    return map(new Given(own))
  }

  test('all of them, each once', () => {
    expect(libraries.length).toBeGreaterThanOrEqual(20)
    expect(MAPPINGS.map((one) => one.library).toSorted()).toEqual(
      libraries.map((one) => String(one['library'])).toSorted(),
    )
    const worked = new Set(EXAMPLES.map(([mapping]) => mapping))
    // Of these only fees (test/main/desk/money/library-fees.test.ts) and how long a card holds are known, which waits
    // registration; of the last, nothing.
    expect(MAPPINGS.filter((one) => !worked.has(one))).toEqual([DEERFIELD, WINNETKA, COOK_MEMORIAL, COUNTY])
  })

  test.each(MAPPINGS.map((one) => [one.library, one] as const))('%s: every field is read or named', (_, mapping) => {
    const { policy, left_out } = mappedOf(mapping)
    expect(Object.values(left_out).every((reason) => reason.length > 10)).toBe(true)
    const codes = {
      branch_codes: [],
      category_codes: policy.categories.map((one) => one.category_code),
      item_type_codes: policy.item_types.map((one) => one.item_type_code),
    }
    const kinds = ['stranger', 'gap', 'unreachable']
    const found = checkPolicy(policy, codes, localDate('2026-11-24')).filter((one) => !kinds.includes(one.fact.code))
    expect(found.map((one) => one.fact)).toEqual([])
  })

  test.each(EXAMPLES.map(([mapping, what, ask, answer]) => [mapping.library, what, mapping, ask, answer] as const))(
    '%s: %s',
    (_library, _what, mapping, ask, answer) => {
      expect(ask(new Worked(mappedOf(mapping).policy))).toEqual(answer)
    },
  )
})

describeWithSharedData('rules about claims', (folder) => {
  const data = readSharedJson(folder, 'policies/us_public_libraries.json')
  assert(isRecord(data), 'a record')

  test('claims: each rule told beside the libraries is a setting', () => {
    const claims = data['claims_returned']
    assert(Array.isArray(claims) && claims.every(isRecord), 'claims')
    const figure = (library: string, field: string, pattern: RegExp): string => {
      const text = String(
        must(
          claims.find((one) => one['library'] === library),
          library,
        )[field],
      )
      return must(must(pattern.exec(text), `a figure of ${library}`)[1], 'a figure')
    }
    const setting = (name: string, value: string) => readSettings([{ name, value }])
    const year = figure('North Freedom', 'limit', /(\d+) per year/)
    expect(setting('claims_year_count_max', year).claims_year_count_max).toBe(3)
    const open = figure('Benicia', 'limit', /(\d+) unresolved/)
    expect(setting('claims_open_count_max', open).claims_open_count_max).toBe(3)
    const within = figure('Lackawanna County', 'rule', /within (\d+) days/)
    expect(setting('claims_within_days_count', within).claims_within_days_count).toBe(21)
    const days = figure('Lackawanna County', 'rule', /day ([\d, and]+\d)/).split(/, | and /)
    expect(setting('claims_recheck_days', `[${days.join(',')}]`).claims_recheck_days).toEqual([1, 15, 30])
  })
})
