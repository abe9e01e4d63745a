/**
 * What the page of a new patron is about: the card that was scanned for them, and whose family they are of; and the
 * page of what comes next once they are registered. Pure.
 */
import { patronId, type PatronId } from '../kernel/ids.ts'

/** The account right after the registration. */
export const NEWCOMER = { place: 'account', about: 'new' } as const

export type NewPatronAbout = {
  /** Null: nobody's who is known. */
  readonly family_of: PatronId | null
  /** Empty: none was scanned. */
  readonly barcode: string
  /** An organization is registered, and nobody's family. */
  readonly is_organization?: boolean
}

export function newPatronAbout({ family_of, barcode, is_organization = false }: NewPatronAbout): string {
  if (is_organization) return `organization ${barcode}`.trim()
  return family_of === null ? barcode : `family ${family_of} ${barcode}`.trim()
}

export function readNewPatronAbout(about: string): NewPatronAbout {
  const organization = /^organization(?: (.*))?$/.exec(about)
  if (organization) return { family_of: null, barcode: organization[1] ?? '', is_organization: true }
  const found = /^family (\d+)(?: (.*))?$/.exec(about)
  return found
    ? { family_of: patronId(Number(found[1])), barcode: found[2] ?? '' }
    : { family_of: null, barcode: about }
}
