/** The library that the papers of the tests are of: in Chicago's zone, on a Tuesday in November. */
import { must } from '../../../shared/kernel/assert.ts'
import { localDate } from '../../../shared/kernel/time.ts'
import { endOfDay, parseZoneName } from '../../../shared/kernel/zone.ts'
import type { PaperFacts } from '../../../shared/receipt/paper-facts.ts'
import { momentOf } from '../../support/given.ts'

export const CHICAGO = must(parseZoneName('America/Chicago'), 'a zone')
/** The end of that day: when a loan by the day is due. */
export const due = (on: string) => endOfDay(localDate(on), CHICAGO)

export const FACTS: PaperFacts = {
  library_name: 'Maple County Library',
  branch_name: 'Maple Street Branch',
  contact_lines: ['12 Maple Street · 555-0100'],
  foot_lines: [],
  web_address: null,
  printed_at: momentOf('2026-11-24T11:07', CHICAGO),
  zone: CHICAGO,
  locale: 'en-US',
  size: 'normal',
  symbology: 'codabar',
}
