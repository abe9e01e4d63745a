/** The words of this desk: its library's customs, its zone, today. */
import type { Clock } from '../../shared/kernel/time.ts'
import { toLocalDate, type ZoneName } from '../../shared/kernel/zone.ts'
import { speechIn, type Speech } from '../../shared/words/speech.ts'
import { deskZone, ZONE_BEFORE_SET_UP } from './here.ts'
import type { Library } from './library.ts'

function speechAt(clock: Clock, zone: ZoneName): Speech {
  return speechIn({ language: 'en', locale: 'en-US', zone, today: toLocalDate(clock.now(), zone) })
}

export function speechOf(library: Library): Speech {
  return speechAt(library.clock, deskZone(library))
}

/** While no desk is open: in rescue. */
export function speechBefore(clock: Clock): Speech {
  return speechAt(clock, ZONE_BEFORE_SET_UP)
}
