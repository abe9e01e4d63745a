/** A desk whose library has rules of cards: two categories, one town, a fee for those outside, a range of its own. */
import type { Input } from '../../../shared/ipc/contract.ts'
import { openStore } from '../../../main/store/store.ts'
import { PATRON_FIELDS, type PatronField } from '../../../shared/kernel/patron-field.ts'
import { makeFiles, openDesk, rosaAt, type TestDesk } from './desk.ts'
import { KEY } from './fakes.ts'
import { testFolder } from './folders.ts'

const RULE_COLUMNS = `(rule_code, category_code, standing_kind, age_count_min, age_count_max, is_guardian_required,
  ends_at_age_count, is_capped_at_home_card, renewal_from, check_kind, identity_proofs_count, address_proofs_count,
  fee_kind, fee_cents, fee_bp, fee_free_below_age_count, order_number)`

const RULES: readonly string[] = [
  `INSERT INTO patron_category VALUES ('CHILD', 'Child', 20, 500, NULL, 36, 1, NULL, NULL, NULL, NULL)`,
  `INSERT INTO patron_category VALUES ('GUEST', 'Non-resident', 20, 500, NULL, 12, 0, NULL, NULL, NULL, NULL)`,
  `INSERT INTO residency_rule VALUES ('TOWN', '60015', NULL, NULL, NULL, NULL, 'both', 'resident', NULL)`,
  `INSERT INTO residency_rule VALUES ('ELSE', NULL, NULL, NULL, NULL, NULL, 'both', 'non-resident', NULL)`,
  `INSERT INTO card_rule ${RULE_COLUMNS} VALUES
    ('ADULT', 'ADULT', 'resident', 18, NULL, 0, NULL, 0, 'today', 'yearly', 1, 1, 'none', NULL, NULL, NULL, 0),
    ('CHILD', 'CHILD', 'resident', NULL, 17, 1, 18, 0, 'today', 'yearly', 0, 1, 'none', NULL, NULL, NULL, 1),
    ('GUEST', 'GUEST', 'non-resident', NULL, NULL, 0, NULL, 0, 'today', 'always', 1, 1, 'household', 2500, NULL, NULL,
     2)`,
  `INSERT INTO proof_kind VALUES ('LICENSE', 'License', 'both', NULL, 0, 0, 1)`,
  `INSERT INTO fee_rule VALUES ('card', '*', '*', '*', 'replacement-card', 'Replacement card', 200)`,
]

export const PRINTED = { from: '2123400050000', to: '2123400059999' } as const
/** The 13 digits that this desk's own numbers begin at. */
export const OWN = { from: '2123400070000', to: '2123400070004' } as const

/** @param hasOwn whether the desk has numbers of its own to give out */
export async function cardDesk(hasOwn = false, also: readonly string[] = []): Promise<TestDesk> {
  const folder = testFolder()
  makeFiles(folder)
  if (hasOwn) {
    // The terminal gets its code at the first start.
    const first = await openDesk(folder)
    await first.station.close()
  }
  const store = openStore(folder, KEY)
  try {
    const terminal = store.db.db.prepare('SELECT terminal_id FROM terminal').pluck().get() as string | undefined
    const ranges = [
      `INSERT INTO card_range VALUES ('PRINTED', NULL, '${PRINTED.from}', '${PRINTED.to}', 'mod-10')`,
      ...(hasOwn
        ? [`INSERT INTO card_range VALUES ('OWN', '${terminal ?? ''}', '${OWN.from}', '${OWN.to}', 'mod-10')`]
        : []),
    ]
    for (const sql of [...RULES, ...ranges, ...also]) store.reference.db.exec(sql)
  } finally {
    store.close()
  }
  return rosaAt(await openDesk(folder))
}

const BLANK = Object.fromEntries(PATRON_FIELDS.map((field) => [field, null])) as Record<PatronField, null>

/** Leo Ortiz of the town, who shows a license. */
export function registration(
  desk: TestDesk,
  typed: Partial<Record<PatronField, string>> = {},
  change: Partial<Omit<Input<'patron.register'>, 'typed' | 'commandId'>> = {},
): Input<'patron.register'> {
  const leo = { surname: 'Ortíz', given: 'Leo', born_on: '1988-03-06', street: '12 Elm St', city: 'Deerfield' }
  return {
    commandId: desk.id(),
    typed: { ...BLANK, ...leo, postal_code: '60015', phone: '847-555-0134', email: 'leo@example.org', ...typed },
    category_code: '',
    barcode: '',
    proofs: { LICENSE: true },
    family_of: null,
    household_count: null,
    basis_cents: null,
    home_expires_on: null,
    another_because: '',
    ...change,
  }
}
