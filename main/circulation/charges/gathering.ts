/**
 * Collects what one command records about money: charges made and moved, their patrons, notes beside the seal. Must
 * never put a name or a number of a patron into what is sealed: it could not be forgotten.
 */
import { keptTransfer, type Transfer } from '../../../shared/ledger/accounts.ts'
import { fundOf, type ChargeKind } from '../../../shared/ledger/charge-kinds.ts'
import type { ChargeBasis } from '../../../shared/journal/events/charges.ts'
import type { EventBody, EventDraft } from '../../../shared/journal/event.ts'
import { sealing } from '../../../shared/journal/sealing.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import type { Cents } from '../../../shared/kernel/money.ts'
import type { Parties, Reached } from '../../journal/beside.ts'

/** Who approved it when not the clerk, why, and which entry it undoes: as an entry keeps it. */
export type Because = { readonly approved_by?: string; readonly reason?: string; readonly of?: string | null }

export type ChargeDraft = {
  /** Null: whom the same command registers. */
  readonly patron_id: PatronId | null
  readonly kind: ChargeKind
  readonly amount_cents: Cents
  /** The rule cancels it right away: the item was billed as lost. */
  readonly is_canceled?: boolean
  readonly item_barcode?: string | null
  readonly loan_ref?: string | null
  readonly period?: EventBody<'charge-made'>['period']
  readonly basis: ChargeBasis
  /** Period and basis would tell whose loan it was: they are kept beside the seal. */
  readonly is_telling?: boolean
  /** A few words of a person; kept beside the seal, where they can be erased. */
  readonly note?: string
  /** How other drafts of the same command name it. */
  readonly name?: string
}

/** What a command is going to record, in order. */
export type Gathered = {
  readonly drafts: readonly EventDraft[]
  readonly parties: Parties
  readonly personal: ReadonlyMap<EventDraft, string>
  /** How far the desk is in a range of card numbers, where one is given. */
  readonly reached?: ReadonlyMap<EventDraft, Reached>
}

/** As of a charge that a person states. */
const NOTHING_COUNTED = { period: null, basis: { by: 'hand' } } as const

export class Gathering implements Gathered {
  readonly drafts: EventDraft[] = []
  readonly parties = new Map<EventDraft, PatronId>()
  readonly personal = new Map<EventDraft, string>()
  readonly reached = new Map<EventDraft, Reached>()

  add(draft: EventDraft, note = ''): void {
    this.drafts.push(draft)
    if (note !== '') this.personal.set(draft, note)
  }

  /** An entry about a patron, who is kept beside it. @param patron_id null: whom the same command registers */
  about(patron_id: PatronId | null, draft: EventDraft, note = ''): void {
    this.add(draft, note)
    if (patron_id !== null) this.parties.set(draft, patron_id)
  }

  /** What another one gathered, after all that is here. */
  join({ drafts, parties, personal, reached }: Gathering): void {
    this.drafts.push(...drafts)
    for (const [draft, patron_id] of parties) this.parties.set(draft, patron_id)
    for (const [draft, note] of personal) this.personal.set(draft, note)
    for (const [draft, far] of reached) this.reached.set(draft, far)
  }

  charge({ patron_id, kind, amount_cents, basis, note = '', ...about }: ChargeDraft): void {
    const { is_canceled = false, item_barcode = null, loan_ref = null, period = null, is_telling = false } = about
    const named = about.name === undefined ? {} : { name: about.name }
    const debit: 'canceled' | 'receivable' = is_canceled ? 'canceled' : 'receivable'
    const what = { kind, fund: fundOf(kind), debit, amount_cents, item_barcode, loan_ref, period, basis }
    this.about(patron_id, { ...sealing('charge-made', what, is_telling ? NOTHING_COUNTED : {}), ...named }, note)
  }

  move(transfers: readonly Transfer[], { approved_by = '', reason = '', of = null }: Because = {}): void {
    for (const one of transfers) {
      this.add({ kind: 'charge-moved', body: { ...keptTransfer(one), of, approved_by, reason } })
    }
  }
}
