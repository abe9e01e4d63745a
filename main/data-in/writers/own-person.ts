/**
 * Keeps what this desk changed of a patron where the data says something else, and reports both values. That includes
 * what the data changed later: which of the two is newer is not known.
 */
import { isKeptHere, isStoppedMore } from '../../../shared/patron/person-here.ts'
import type { AddressRow, CardRow, PatronRow } from '../../../shared/import/formats-people.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { barStands, cardStands, homeStands, whoStands } from '../../store/import/person-words.ts'
import type { WriteContext } from '../write-context.ts'

/** What an empty cell leaves as it is: nothing to keep there. */
const SILENT: ReadonlySet<string> = new Set([
  'notice_kind',
  'history_consent_kind',
  'news_consent_kind',
  'consented_on',
  'address_checked_on',
  'registration_checked_on',
  'home_library_name',
  'name_proof_code',
  'name_changed_on',
])

type Both = { readonly here: string; readonly data: string }
type Why = 'changed-here' | 'newer-in-data' | 'stop-stays'

function tell(context: WriteContext, line: number, column: string, both: Both, code: Why = 'changed-here'): void {
  context.note(line, { column, value: { kind: 'both', ...both }, reason: { code } })
}

/** The row with what stands here. */
export function withOwnFields(context: WriteContext, patron_id: PatronId, row: PatronRow, line: number): PatronRow {
  const own = context.changes.person(patron_id)
  const stands = own && context.connection.get(whoStands, { patron_id })
  if (!own || !stands) return row
  const cells: Readonly<Record<string, unknown>> = row
  const kept = Object.entries(stands).filter(([name, value]) => {
    const says = cells[name]
    if (typeof says !== 'string' && says !== null) return false
    return !(SILENT.has(name) && (says ?? '') === '') && isKeptHere(own.fields[name], value, says)
  })
  for (const [name, value] of kept) {
    const says = cells[name]
    tell(context, line, name, { here: String(value ?? ''), data: typeof says === 'string' ? says : '' })
  }
  // Each is a column of the row, with a value that the store had for it.
  return { ...row, ...(Object.fromEntries(kept) as Partial<PatronRow>) }
}

type LinkSaid = { readonly to: number | null; readonly column: string; readonly number: string }

/** Whether whom this desk linked or ended still stands against what the data says of a guardian, or of family. */
export function isLinkKept(
  context: WriteContext,
  { patron_id, line }: { readonly patron_id: PatronId; readonly line: number },
  name: 'guardian_patron_id' | 'family_patron_id',
  says: LinkSaid,
): boolean {
  const own = context.changes.person(patron_id)
  const stands = own && context.connection.get(whoStands, { patron_id })
  if (!own || !stands || !isKeptHere(own.fields[name], stands[name], says.to)) return false
  tell(context, line, says.column, { here: '', data: says.number })
  return true
}

/** What stops a card, here or in a file, goes before what does not, whichever of the two is newer. */
export function ownCardStatus(
  context: WriteContext,
  patron_id: PatronId,
  row: CardRow,
  line: number,
): CardRow['status'] {
  const stands = context.connection.get(cardStands, { barcode: row.barcode })
  if (!stands || stands.status === row.status) return row.status
  const isPutHere = context.changes.person(patron_id)?.cards[row.barcode] === stands.status
  const isKept = isStoppedMore(stands.status, row.status)
  const code = isKept ? (isPutHere ? 'changed-here' : 'stop-stays') : 'newer-in-data'
  if (isKept || isPutHere) tell(context, line, 'status', { here: stands.status, data: row.status }, code)
  return isKept ? (stands.status as CardRow['status']) : row.status
}

/** Whoever is barred stays so. */
export function ownBar(context: WriteContext, patron_id: PatronId, isBarred: boolean, line: number): boolean {
  if (isBarred || context.connection.get(barStands, { patron_id })?.is_barred !== 1) return isBarred
  tell(context, line, 'is_barred', { here: 'yes', data: 'no' }, 'stop-stays')
  return true
}

type Home = Pick<AddressRow, 'street' | 'city' | 'region' | 'postal_code'>

const written = ({ street, city, region, postal_code }: Home): string => [street, city, region, postal_code].join(', ')

/** The home that was put here and still stands. */
export function ownHome(context: WriteContext, patron_id: PatronId): Home | null {
  const put = context.changes.person(patron_id)?.address ?? null
  const stands = put && context.connection.get(homeStands, { patron_id })
  return put && stands && written(put) === written(stands) ? stands : null
}

export function tellHome(context: WriteContext, home: Home, row: Home, line: number): void {
  if (written(home) !== written(row)) tell(context, line, 'street', { here: written(home), data: written(row) })
}
