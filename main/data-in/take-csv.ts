/** Which writer takes the rows of which CSV file, and how one row goes through reader and writer. */
import type { FormatName } from '../../shared/import/formats.ts'
import * as cards from '../../shared/import/formats-cards.ts'
import * as cash from '../../shared/import/formats-cash.ts'
import * as library from '../../shared/import/formats-library.ts'
import * as material from '../../shared/import/formats-material.ts'
import * as people from '../../shared/import/formats-people.ts'
import * as policy from '../../shared/import/formats-policy.ts'
import { readHeader, rowReader, type Columns, type Format, type RowOf } from '../../shared/import/table.ts'
import type { RowFault } from '../../shared/import/reason.ts'
import { FileRefused } from './file-refused.ts'
import type { WriteContext, Writer } from './write-context.ts'
import * as toCards from './writers/write-card-rules.ts'
import * as toCash from './writers/write-cash.ts'
import * as toLibrary from './writers/write-library.ts'
import { writeItems, writeTitles } from './writers/write-material.ts'
import { writeCharges, writeCredits } from './writers/write-money.ts'
import { writeHolds, writeLoans } from './writers/write-open-work.ts'
import * as toPeople from './writers/write-people.ts'
import * as toPolicy from './writers/write-policy.ts'

/** What became of a row: taken when there is no fault. */
export type RowOutcome = { readonly fault: RowFault | null; readonly notes: readonly RowFault[] }
const TAKEN: readonly RowFault[] = []

/** From the header line, a function that takes row after row. Throws FileRefused when the header is not ours. */
export type Taker = (
  header: readonly string[],
  line: number,
  context: WriteContext,
) => (cells: readonly string[], line: number) => RowOutcome

export function taker<C extends Columns>(form: Format<C>, writer: (context: WriteContext) => Writer<RowOf<C>>): Taker {
  return (cells, line, context) => {
    const header = readHeader(form.columns, cells)
    if ('reason' in header) throw new FileRefused(line, header.reason)
    const read = rowReader(form, header)
    const write = writer(context)
    return (row_cells, row_line) => {
      const result = read(row_cells)
      if ('fault' in result) return { fault: result.fault, notes: TAKEN }
      const fault = write(result.row, row_line)
      return { fault, notes: fault ? TAKEN : result.notes }
    }
  }
}

export const TAKERS: Readonly<Record<FormatName, Taker>> = {
  'library.csv': taker(library.LIBRARY, toLibrary.writeLibrary),
  'branches.csv': taker(library.BRANCHES, toLibrary.writeBranches),
  'hours.csv': taker(library.HOURS, toLibrary.writeHours),
  'closed_days.csv': taker(library.CLOSED_DAYS, toLibrary.writeClosedDays),
  'patron_categories.csv': taker(library.PATRON_CATEGORIES, toLibrary.writeCategories),
  'item_types.csv': taker(library.ITEM_TYPES, toLibrary.writeItemTypes),
  'fixed_dates.csv': taker(policy.FIXED_DATES, toPolicy.writeFixedDates),
  'loan_rules.csv': taker(library.LOAN_RULES, toLibrary.writeLoanRules),
  'fine_rules.csv': taker(policy.FINE_RULES, toPolicy.writeFineRules),
  'lost_rules.csv': taker(policy.LOST_RULES, toPolicy.writeLostRules),
  'limit_groups.csv': taker(policy.LIMIT_GROUPS, toPolicy.writeLimitGroups),
  'limits.csv': taker(policy.LIMITS, toPolicy.writeLimits),
  'rental_rules.csv': taker(policy.RENTAL_RULES, toPolicy.writeRentalRules),
  'fees.csv': taker(policy.FEES, toPolicy.writeFees),
  'fine_free_days.csv': taker(policy.FINE_FREE_DAYS, toPolicy.writeFineFreeDays),
  'shelf_signs.csv': taker(policy.SHELF_SIGNS, toPolicy.writeShelfSigns),
  'cash_drawers.csv': taker(cash.CASH_DRAWERS, toCash.writeCashDrawers),
  'products.csv': taker(cash.PRODUCTS, toCash.writeProducts),
  'cash_reasons.csv': taker(cash.CASH_REASONS, toCash.writeCashReasons),
  'variance_tiers.csv': taker(cash.VARIANCE_TIERS, toCash.writeVarianceTiers),
  'float_pieces.csv': taker(cash.FLOAT_PIECES, toCash.writeFloatPieces),
  'in_kind_tenders.csv': taker(cash.IN_KIND_TENDERS, toCash.writeInKindTenders),
  'residency_rules.csv': taker(cards.RESIDENCY_RULES, toCards.writeResidencyRules),
  'card_rules.csv': taker(cards.CARD_RULES, toCards.writeCardRules),
  'field_rules.csv': taker(cards.FIELD_RULES, toCards.writeFieldRules),
  'proof_kinds.csv': taker(cards.PROOF_KINDS, toCards.writeProofKinds),
  'card_ranges.csv': taker(cards.CARD_RANGES, toCards.writeCardRanges),
  'settings.csv': taker(policy.SETTINGS, toPolicy.writeSettings),
  'staff.csv': taker(library.STAFF, toLibrary.writeStaff),
  'titles.csv': taker(material.TITLES, writeTitles),
  'items.csv': taker(material.ITEMS, writeItems),
  'patrons.csv': taker(people.PATRONS, toPeople.writePatrons),
  'cards.csv': taker(people.CARDS, toPeople.writeCards),
  'addresses.csv': taker(people.ADDRESSES, toPeople.writeAddresses),
  'notes.csv': taker(people.NOTES, toPeople.writeNotes),
  'blocks.csv': taker(people.BLOCKS, toPeople.writeBlocks),
  'pickups.csv': taker(people.PICKUPS, toPeople.writePickups),
  'apart.csv': taker(people.APART, toPeople.writeApart),
  'loans.csv': taker(material.LOANS, writeLoans),
  'holds.csv': taker(material.HOLDS, writeHolds),
  'charges.csv': taker(material.CHARGES, writeCharges),
  'credits.csv': taker(material.CREDITS, writeCredits),
}
