/** What the open patron has out besides the rows of this session, which show their own. Pure. */
import type { PatronPanel, Row } from '../screen.ts'

type Shown = Pick<Row, 'barcode' | 'is_undone'>

export function alreadyOut(loans: PatronPanel['loans'], rows: readonly Shown[]): PatronPanel['loans'] {
  const shown = new Set(rows.filter((row) => !row.is_undone).map((row) => row.barcode))
  return loans.filter((loan) => !shown.has(loan.barcode))
}

/** Whether both lists would be drawn alike: every snapshot brings a new list, and a patron may have 200 loans. */
export function isSameList<One extends Readonly<Record<string, unknown>>>(
  before: readonly One[],
  after: readonly One[],
): boolean {
  const isSame = (one: One, other: One | undefined): boolean =>
    other !== undefined && Object.keys(one).every((name) => one[name] === other[name])
  return before.length === after.length && before.every((one, at) => isSame(one, after[at]))
}
