/** The words of a desk in Chicago, as of the day on which most tests begin. */
import { must } from '../../shared/kernel/assert.ts'
import type { Language } from '../../shared/kernel/language.ts'
import { localDate } from '../../shared/kernel/time.ts'
import { parseZoneName } from '../../shared/kernel/zone.ts'
import { speechIn, type Speech } from '../../shared/words/speech.ts'

const ZONE = must(parseZoneName('America/Chicago'), 'a zone')

export function speechOf(language: Language): Speech {
  return speechIn({ language, locale: 'en-US', zone: ZONE, today: localDate('2026-11-24') })
}

export const ENGLISH = speechOf('en')
