/** What facts about holds change. */
import { eventRefText, type Folds } from '../event.ts'
import type { HoldState } from '../events/fields.ts'
import type { HOLD_EVENTS } from '../events/holds.ts'

export type HoldChange =
  | {
      readonly kind: 'hold-opened'
      readonly hold_ref: string
      readonly title_ref: string
      readonly is_item_hold: boolean
      readonly placed_at_ms: number
      readonly state: HoldState
    }
  | { readonly kind: 'hold-moved'; readonly hold_ref: string; readonly state: HoldState }
  | { readonly kind: 'hold-closed'; readonly hold_ref: string }

export const HOLD_FOLDS: Folds<typeof HOLD_EVENTS, HoldChange> = {
  'hold-placed': ({ head, body: { title_ref, item_barcode, pickup_branch, expires_on } }) => {
    const state: HoldState = {
      status: 'waiting',
      pickup_branch,
      expires_on,
      suspended_until_on: null,
      item_barcode,
      shelf_until_on: null,
      pickup_code: '',
    }
    const opened = { hold_ref: eventRefText(head), title_ref, is_item_hold: item_barcode !== null }
    return [{ kind: 'hold-opened', ...opened, placed_at_ms: head.at_ms, state }]
  },
  'hold-changed': ({ body }) => [{ kind: 'hold-moved', hold_ref: body.hold_ref, state: body.after }],
  'hold-ended': ({ body }) => [{ kind: 'hold-closed', hold_ref: body.hold_ref }],
  'hold-reopened': ({ body: { hold_ref, title_ref, is_item_hold, placed_at_ms, state } }) => [
    { kind: 'hold-opened', hold_ref, title_ref, is_item_hold, placed_at_ms, state },
  ],
}
