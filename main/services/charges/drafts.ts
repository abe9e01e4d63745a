/**
 * Gathers what one command records about money: charges made and moved, whom their parties stand for, notes beside the
 * seal. Must never hold a name or a number of a patron in what is sealed.
 */
import type { Move } from '../../../shared/circulation/charge-ledger.ts'
import type { ChargeKind } from '../../../shared/ledger/charge-kinds.ts'
import { eventRefText, type EventBody, type EventDraft } from '../../../shared/journal/event.ts'
import { partyRef, type PatronId } from '../../../shared/kernel/ids.ts'
import type { Cents } from '../../../shared/kernel/money.ts'
import type { Desk } from '../context.ts'

/** Who approved it when not the clerk, why, and what was overridden: as an entry keeps it. */
export type Approval = {
  readonly overridden: readonly string[]
  readonly approved_by: string
  readonly reason: string
}

const NO_APPROVAL: Approval = { overridden: [], approved_by: '', reason: '' }

type ChargeDraft = {
  readonly patron_id: PatronId
  readonly kind: ChargeKind
  readonly amount_cents: Cents
  readonly item_barcode?: string | null
  readonly loan_ref?: string | null
  readonly period?: EventBody<'charge-made'>['period']
  readonly steps: readonly string[]
  /** A few words of a person; kept beside the seal, where they can be erased. */
  readonly note?: string
}

/** What a command is going to record, in order. */
export type Gathered = {
  readonly drafts: readonly EventDraft[]
  readonly parties: ReadonlyMap<string, PatronId>
  readonly personal: ReadonlyMap<EventDraft, string>
}

export class Gathering implements Gathered {
  readonly drafts: EventDraft[] = []
  readonly parties = new Map<string, PatronId>()
  readonly personal = new Map<EventDraft, string>()
  readonly #desk: Desk

  constructor(desk: Desk) {
    this.#desk = desk
  }

  /** A new name for somebody, to be used by one entry. */
  party(patron_id: PatronId): string {
    const party = partyRef(this.#desk.random)
    this.parties.set(party, patron_id)
    return party
  }

  add(draft: EventDraft, note = ''): void {
    this.drafts.push(draft)
    if (note !== '') this.personal.set(draft, note)
  }

  /**
   * A charge. Gives the name it will go by when these drafts are recorded alone, as the next entries of the journal: of
   * no use where others come before them.
   */
  charge({ patron_id, kind, amount_cents, steps, note = '', ...about }: ChargeDraft): string {
    const { item_barcode = null, loan_ref = null, period = null } = about
    const { epoch, seq } = this.#desk.journal.head
    const ref = eventRefText({ terminal: this.#desk.journal.terminal, epoch, seq: seq + this.drafts.length + 1 })
    const what = { kind, amount_cents, item_barcode, loan_ref, period, steps: [...steps] }
    this.add({ kind: 'charge-made', body: { party: this.party(patron_id), ...what } }, note)
    return ref
  }

  move(moves: readonly Move[], approval: Approval = NO_APPROVAL): void {
    for (const { charge_ref, why, amount_cents, before, after } of moves) {
      const body = {
        charge_ref,
        why,
        amount_cents,
        owed_before_cents: before.owed_cents,
        owed_after_cents: after.owed_cents,
        refund_due_before_cents: before.refund_due_cents,
        refund_due_after_cents: after.refund_due_cents,
        ...approval,
        overridden: [...approval.overridden],
      }
      this.add({ kind: 'charge-moved', body })
    }
  }
}
