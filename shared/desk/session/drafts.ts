/** A band and a row before the session has numbered them. */
import type { Instant } from '../../kernel/time.ts'
import type { Pending, RefusedAct } from '../pending.ts'
import type { Band, OutcomeClass, OutcomeKind } from '../screen.ts'
import type { Act } from '../tally.ts'

/** What just happened. */
export type BandDraft = Omit<Band, 'number' | 'kind' | 'weight'> & Partial<Pick<Band, 'kind' | 'weight'>>

export type RowDraft = {
  readonly at: Instant
  readonly outcome: OutcomeClass
  readonly kind?: OutcomeKind | null
  readonly title: string
  readonly author?: string
  readonly barcode: string
  readonly call_number?: string
  readonly happened: string
  readonly fact?: string
  readonly notes?: readonly string[]
  readonly is_unchanged?: boolean
  readonly choices?: readonly { readonly key: string; readonly label: string }[]
  readonly act?: Act
  readonly event?: string
  readonly command_id?: string
  readonly due_at_ms?: number | null
  readonly pending?: Pending | null
  readonly refused?: RefusedAct | null
}
