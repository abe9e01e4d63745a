/** Who may pick up what waits for whom. Pure. A guardian picks up for a child whose titles they are told. */
import type { PickupFault } from '../kernel/patron-field.ts'

/**
 * Why a patron cannot let this person pick up; null: they can.
 * @param by_patron_id null: the card is nobody's
 * @param known who may pick up for them already
 */
export function pickupFault(
  patron_id: number,
  by_patron_id: number | null,
  known: readonly number[],
): PickupFault | null {
  if (by_patron_id === null) return 'unknown'
  if (by_patron_id === patron_id) return 'self'
  return known.includes(by_patron_id) ? 'known' : null
}
