/** What the scans on the page of the keyboard scanner have in common, at this desk. */
import { findWedge, type WedgeFound } from '../../../../shared/devices/scan/wedge-setup.ts'
import { findItem } from '../../../library/here.ts'
import { staffOfBadge } from '../../../library/staff-known.ts'
import { cardByBarcode } from '../../../store/patrons/patron-rows.ts'
import type { Desk } from '../../desk.ts'

/** Letters of both cases, digits and a sign, so that Caps Lock and another keyboard show; no card and no item. */
export const SHOWN_CODE = 'Scan-2026/azyw'

export function wedgeFound({ library, devices }: Desk): WedgeFound {
  const isKnown = (text: string): boolean =>
    findItem(library, text) !== null ||
    library.db.get(cardByBarcode, { barcode: text }) !== null ||
    staffOfBadge(library, text) !== null
  return findWedge(devices.wedge.tries, SHOWN_CODE, isKnown)
}
