/**
 * What lists of transfers add up to, in sums of those that are alike: the check of the journal compares these, and not
 * millions of rows.
 */

/** The columns in which the transfers of a sum are alike: of drawers and places, of charges, of each charge. */
export const MOVED_BY = {
  drawers: ['session_ref', 'transfer_code', 'debit_code', 'debit_of_ref', 'credit_code', 'credit_of_ref', 'fund_code'],
  charges: [
    'transfer_code',
    'debit_code',
    'credit_code',
    'fund_code',
    'staff_code',
    'pays_ref',
    'of_ref',
    'session_ref',
    'reason',
  ],
  'each-charge': ['charge_ref'],
} as const

export const MOVED_LISTS = ['drawers', 'charges', 'each-charge'] as const
export type MovedList = (typeof MOVED_LISTS)[number]

/** Transfers with the same sides, fund, session and so on, added up. `places_sum`: numbers of entries, and moments. */
export type Moved = { rows_count: number; moved_cents: number; places_sum: number }

/** Moments are added up by what is left of them, so that the sum of millions stays a whole number. */
export const MOMENT_ROUND = 1_000_003

export type AllMoved = Readonly<Record<MovedList, Map<string, Moved>>>

export function nothingMoved(): AllMoved {
  return { drawers: new Map(), charges: new Map(), 'each-charge': new Map() }
}

type Alike<List extends MovedList> = Readonly<Record<(typeof MOVED_BY)[List][number], string | null>>

export function addMoved<List extends MovedList>(
  moved: AllMoved,
  list: List,
  row: Alike<List> & { readonly amount_cents: number },
  place: number,
): void {
  const columns = row as Readonly<Record<string, string | null>>
  const name = movedName(MOVED_BY[list].map((one) => columns[one] ?? ''))
  const sum = moved[list].get(name) ?? { rows_count: 0, moved_cents: 0, places_sum: 0 }
  sum.rows_count += 1
  sum.moved_cents += row.amount_cents
  sum.places_sum += place
  moved[list].set(name, sum)
}

export function movedName(what: readonly string[]): string {
  return what.join(' ')
}
