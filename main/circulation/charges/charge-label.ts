/** A charge as a clerk tells it to its patron: what for, and the title where an item is known. */
import { capital } from '../../../shared/desk/words/words.ts'
import { isCreditKind } from '../../../shared/ledger/charge-kinds.ts'
import { instant } from '../../../shared/kernel/time.ts'
import { toLocalDate } from '../../../shared/kernel/zone.ts'
import type { Speech } from '../../../shared/words/speech.ts'
import { loanOfItem, titleOfItem } from '../../store/circulation/item-rows.ts'
import type { ChargeRow } from '../../store/money/charge-rows.ts'
import { deskZone } from '../../library/here.ts'
import type { Library } from '../../library/library.ts'
import { madeBy, type ReadCharge } from './charge-reading.ts'
import { chargeWords } from './charge-words.ts'

/** The title that a charge is for; empty for one that is for no item. */
export function chargeTitle({ db }: Library, { item_id }: Pick<ChargeRow, 'item_id'>): string {
  return item_id === null ? '' : (db.get(titleOfItem, { item_id })?.title ?? '')
}

/** "Lost item, The Overstory"; "Fine" alone where no item is known. */
export function chargeLabel(library: Library, speech: Speech, charge: Pick<ChargeRow, 'item_id' | 'kind'>): string {
  return [chargeWords(speech, charge.kind), chargeTitle(library, charge)].filter((part) => part !== '').join(', ')
}

/** "Overdue fine", "The Hobbit", "due Nov 20, returned Nov 27". */
type ChargeAbout = { readonly what: string; readonly title: string; readonly when: string }

/** The name of a fee of the table, else the kind. */
function nameOfCharge(library: Library, speech: Speech, kind: string, made: Made): string {
  const basis = made?.body.basis
  if (basis?.by !== 'fee') return chargeWords(speech, kind)
  const fee = library.policy().source.fee_rules.find(({ fee_code }) => fee_code === basis.fee_code)
  return fee && fee.name !== '' ? capital(fee.name) : chargeWords(speech, kind)
}

type Made = ReturnType<typeof madeBy>

/** The end of the lateness that a fine is for. */
function endOfLateness(library: Library, { item_id, loan_ref }: ReadCharge['row']): 'returned' | 'renewed' | 'billed' {
  const loan = item_id === null ? null : library.db.get(loanOfItem, { item_id })
  if (loan === null || loan.loan_ref !== loan_ref) return 'returned'
  return loan.loan_status === 'lost' ? 'billed' : 'renewed'
}

/** What the charge is for, on the account of the patron who owes it. The title is kept as long as anything is owed. */
export function chargeAbout(library: Library, speech: Speech, row: ReadCharge['row']): ChargeAbout {
  const made = madeBy(library, row.charge_ref)
  const zone = deskZone(library)
  const on = (at_ms: number): string => speech.date(toLocalDate(instant(at_ms), zone))
  const { when } = speech.words.charges
  const period = made?.body.period ?? null
  return {
    what: nameOfCharge(library, speech, row.kind, made),
    title: chargeTitle(library, row),
    when:
      period === null
        ? when[isCreditKind(row.kind) || row.kind === 'credit' ? 'credited' : 'charged'](on(row.charged_at_ms))
        : when[endOfLateness(library, row)](on(period.from_ms), on(period.to_ms)),
  }
}
