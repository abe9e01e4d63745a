/** The words of this desk: in the reader's language, by the library's customs, in its zone, as of today. */
import { languageOf, tongueOfComputer, type Tongue } from '../../shared/kernel/language.ts'
import type { StaffCode } from '../../shared/kernel/ids.ts'
import type { Clock } from '../../shared/kernel/time.ts'
import { toLocalDate, type ZoneName } from '../../shared/kernel/zone.ts'
import { speechIn, type Speech } from '../../shared/words/speech.ts'
import { deskZone, ZONE_BEFORE_SET_UP } from './here.ts'
import type { Library } from './library.ts'

/** Before there is a library: the computer's own language. */
export function tongueBefore(): Tongue {
  return tongueOfComputer(new Intl.DateTimeFormat().resolvedOptions().locale)
}

/** The language `reader` chose; otherwise, and with nobody signed in, the library's. */
export function tongueOf(library: Library, reader: StaffCode | null): Tongue {
  if (library.here() === null) return tongueBefore()
  const { locale } = library.policy().settings
  return { language: (reader && library.languageChosen(reader)) || languageOf(locale), locale }
}

function speechAt(clock: Clock, zone: ZoneName, tongue: Tongue): Speech {
  return speechIn({ ...tongue, zone, today: toLocalDate(clock.now(), zone) })
}

export function speechFor(library: Library, reader: StaffCode | null): Speech {
  return speechAt(library.clock, deskZone(library), tongueOf(library, reader))
}

/** While no desk is open: in rescue. */
export function speechBefore(clock: Clock, zone: ZoneName = ZONE_BEFORE_SET_UP): Speech {
  return speechAt(clock, zone, tongueBefore())
}
