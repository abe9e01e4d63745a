/** countylib.org: covers the use of computers, and nothing about lending. */
import { mapped, type Mapping } from './reading.ts'

export const COUNTY: Mapping = {
  library: 'countylib.org (TLC)',
  map: (given) => mapped(given, {}, { computer: 'computers are booked, not lent' }),
}
