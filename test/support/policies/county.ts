/** countylib.org: says how computers are used, and nothing of lending. */
import { mapped, type Mapping } from './reading.ts'

export const COUNTY: Mapping = {
  library: 'countylib.org (TLC)',
  map: (given) => mapped(given, {}, { computer: 'computers are booked, not lent' }),
}
