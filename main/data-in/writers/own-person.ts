/**
 * Keeps what this desk changed of a patron where the data says something else, and reports both values. That includes
 * what the data changed later: which of the two is newer is not known. Where the import is the authority, it wins.
 */
import { homePut, isKeptHere, isStoppedMore } from '../../../shared/patron/record.ts'
import { isAuthorityColumn } from '../../../shared/import/mapping/authority.ts'
import type { AddressRow, CardRow, PatronRow } from '../../../shared/import/formats-people.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { cardStands, flagsStand, homeStands, whoStands } from '../../store/import/person-words.ts'
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
  'unfit_on',
])

type Both = { readonly here: string; readonly data: string }
type Why = 'changed-here' | 'newer-in-data' | 'stop-stays' | 'stop-lifted' | 'folder-taken-as-said'

function tell(context: WriteContext, line: number, column: string, both: Both, code: Why = 'changed-here'): void {
  const isWon = code === 'folder-taken-as-said' || code === 'stop-lifted'
  const beside = isAuthorityColumn(column) ? { beside: { column, isWon } } : {}
  context.note(line, { column, value: { kind: 'both', ...both }, reason: { code }, ...beside })
}

/** Whether the file wins over this desk in a column: it was said so, and the file has that column. */
function isAuthority({ changes, facts }: WriteContext, column: string): boolean {
  return changes.authority.has(column) && facts.columns.has(column)
}

/** Tells that a value of this desk stays, or that the file wins. @returns whether it stays */
function isKept(context: WriteContext, line: number, column: string, both: Both): boolean {
  const isWon = isAuthority(context, column)
  tell(context, line, column, both, isWon ? 'folder-taken-as-said' : 'changed-here')
  return !isWon
}

/** The row with what stands here: of a column that the file does not have, and what this desk put. */
export function withOwnFields(context: WriteContext, patron_id: PatronId, given: PatronRow, line: number): PatronRow {
  const { changes, facts } = context
  const isUnsaid = (name: string): boolean => name in given && !facts.columns.has(name) && !SILENT.has(name)
  const own = changes.person(patron_id)
  const stands = own || Object.keys(given).some(isUnsaid) ? context.connection.get(whoStands, { patron_id }) : undefined
  if (!stands) return given
  // Each is a column of the row, with a value that the store had for it.
  const unsaid = Object.fromEntries(Object.entries(stands).filter(([name]) => isUnsaid(name))) as Partial<PatronRow>
  const row = { ...given, ...unsaid }
  if (!own) return row
  const cells: Readonly<Record<string, unknown>> = row
  const kept = Object.entries(stands).filter(([name, value]) => {
    const says = cells[name]
    if (typeof says !== 'string' && says !== null) return false
    if ((SILENT.has(name) && (says ?? '') === '') || !isKeptHere(Reflect.get(own.fields, name), value, says))
      return false
    return isKept(context, line, name, { here: String(value ?? ''), data: says ?? '' })
  })
  return { ...row, ...(Object.fromEntries(kept) as Partial<PatronRow>) }
}

/** Whether an empty cell says that the card fits again: where the file is the authority, and it did not fit here. */
export function isFitAgain(context: WriteContext, patron_id: PatronId, given: PatronRow, line: number): boolean {
  if (given.unfit_on !== null || !isAuthority(context, 'unfit_on')) return false
  const here = context.connection.get(whoStands, { patron_id })?.unfit_on ?? null
  return here !== null && !isKept(context, line, 'unfit_on', { here, data: '' })
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
  return isKept(context, line, says.column, { here: '', data: says.number })
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

type Flags = Pick<PatronRow, 'is_barred' | 'is_active'>

/** What a file says of the flags of a known patron, beside what stands here; as it stands where the file has none. */
export function ownFlags(context: WriteContext, patron_id: PatronId, says: Flags, line: number): Flags {
  const stands = context.connection.get(flagsStand, { patron_id })
  if (!stands) return says
  return {
    is_barred: says.is_barred || (stands.is_barred === 1 && isBarKept(context, line)),
    is_active: ownActive(context, patron_id, { says: says.is_active, stands: stands.is_active === 1 }, line),
  }
}

/** Whoever is barred stays so, unless the file is the authority for it: nothing at the desk lifts a bar. */
function isBarKept(context: WriteContext, line: number): boolean {
  if (!context.facts.columns.has('is_barred')) return true
  const isLifted = isAuthority(context, 'is_barred')
  tell(context, line, 'is_barred', { here: 'yes', data: 'no' }, isLifted ? 'stop-lifted' : 'stop-stays')
  return !isLifted
}

type Active = { readonly says: boolean; readonly stands: boolean }

/** Whether the account is open: as this desk said, or as it is where the file does not say. */
function ownActive(context: WriteContext, patron_id: PatronId, { says, stands }: Active, line: number): boolean {
  if (stands === says) return says
  if (!context.facts.columns.has('is_active')) return stands
  if (context.changes.person(patron_id)?.fields.is_active !== Number(stands)) return says
  const [here, data] = says ? ['no', 'yes'] : ['yes', 'no']
  return isKept(context, line, 'is_active', { here, data }) ? stands : says
}

type Home = Pick<AddressRow, 'street' | 'city' | 'region' | 'postal_code'>

const written = ({ street, city, region, postal_code }: Home): string => [street, city, region, postal_code].join(', ')

/** The home that was put here and still stands; `isKept`: against that of the file, too. */
export function ownHome(context: WriteContext, patron_id: PatronId): (Home & { readonly isKept: boolean }) | null {
  const own = context.changes.person(patron_id)
  const put = own && homePut(own)
  const stands = put && context.connection.get(homeStands, { patron_id })
  if (!put || !stands || written(put) !== written(stands)) return null
  return { ...stands, isKept: !isAuthority(context, 'street') }
}

export function tellHome(context: WriteContext, home: Home, row: Home, line: number): void {
  const both = { here: written(home), data: written(row) }
  if (both.here !== both.data) isKept(context, line, 'street', both)
}
