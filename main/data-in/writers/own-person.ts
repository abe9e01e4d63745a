/**
 * Keeps what this desk changed of a patron where the data says something else, and reports both values. That includes
 * what the data changed later: which of the two is newer is not known.
 */
import { isKeptHere } from '../../../shared/patron/person-here.ts'
import type { AddressRow, CardRow, PatronRow } from '../../../shared/import/formats-people.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { cardStands, homeStands, whoStands } from '../../store/import/person-words.ts'
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
])

function tell(context: WriteContext, line: number, column: string, here: string, data: string): void {
  context.note(line, { column, value: { kind: 'both', here, data }, reason: { code: 'changed-here' } })
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
    tell(context, line, name, String(value ?? ''), typeof says === 'string' ? says : '')
  }
  // Each is a column of the row, with a value that the store had for it.
  return { ...row, ...(Object.fromEntries(kept) as Partial<PatronRow>) }
}

/** The guardian who was linked or ended here, where that still stands; undefined: the data says who. */
export function ownGuardian(
  context: WriteContext,
  child: { readonly patron_id: PatronId; readonly line: number },
  says: { readonly guardian_patron_id: number | null; readonly guardian_id: string },
): boolean {
  const own = context.changes.person(child.patron_id)
  const stands = own && context.connection.get(whoStands, { patron_id: child.patron_id })
  if (!own || !stands) return false
  const put = own.fields['guardian_patron_id']
  if (!isKeptHere(put, stands.guardian_patron_id, says.guardian_patron_id)) return false
  tell(context, child.line, 'guardian_id', '', says.guardian_id)
  return true
}

/** The same of who is family. */
export function ownFamily(
  context: WriteContext,
  { patron_id, line }: { readonly patron_id: PatronId; readonly line: number },
  says: { readonly family_patron_id: number; readonly family_id: string },
): boolean {
  const own = context.changes.person(patron_id)
  const stands = own && context.connection.get(whoStands, { patron_id })
  if (!own || !stands) return false
  if (!isKeptHere(own.fields['family_patron_id'], stands.family_patron_id, says.family_patron_id)) return false
  tell(context, line, says.family_id === '' ? 'family_group' : 'family_id', '', says.family_id)
  return true
}

export function ownCardStatus(
  context: WriteContext,
  patron_id: PatronId,
  row: CardRow,
  line: number,
): CardRow['status'] {
  const put = context.changes.person(patron_id)?.cards[row.barcode]
  const stands = put === undefined ? null : context.connection.get(cardStands, { patron_id, barcode: row.barcode })
  if (!stands || !isKeptHere(put, stands.status, row.status)) return row.status
  tell(context, line, 'status', stands.status, row.status)
  return stands.status as CardRow['status']
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
  if (written(home) !== written(row)) tell(context, line, 'street', written(home), written(row))
}
