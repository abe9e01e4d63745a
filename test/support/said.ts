/** The words of a refusal in English as of the day of the tests: for tests of what a screen shows. */
import { must } from '../../shared/kernel/assert.ts'
import { localDate } from '../../shared/kernel/time.ts'
import { parseZoneName } from '../../shared/kernel/zone.ts'
import { refuse, type RefusalCode, type WithFacts } from '../../shared/refusals/refusals.ts'
import { speechIn } from '../../shared/words/speech.ts'

const zone = must(parseZoneName('America/Chicago'), 'a zone')
export const ENGLISH = speechIn({ language: 'en', locale: 'en-US', zone, today: localDate('2026-11-24') })
export const SPANISH = speechIn({ language: 'es', locale: 'en-US', zone, today: localDate('2026-11-24') })

export function says<Code extends RefusalCode>(code: Code, ...facts: WithFacts<Code>): string {
  return ENGLISH.refusal(refuse(code, ...facts)).says
}

export function wayOut<Code extends RefusalCode>(code: Code, ...facts: WithFacts<Code>): string {
  return ENGLISH.refusal(refuse(code, ...facts)).way_out
}

export function short(code: RefusalCode): string {
  return ENGLISH.short(code)
}
