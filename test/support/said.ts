/** The words of a refusal and of steps in English as of the day of the tests: for tests of what a screen shows. */
import { must } from '../../shared/kernel/assert.ts'
import { cents } from '../../shared/kernel/money.ts'
import { localDate } from '../../shared/kernel/time.ts'
import { parseZoneName } from '../../shared/kernel/zone.ts'
import { refuse, type RefusalCode, type WithFacts } from '../../shared/refusals/refusals.ts'
import { speechIn } from '../../shared/words/speech.ts'
import type { Step } from '../../shared/words/steps.ts'

const zone = must(parseZoneName('America/Chicago'), 'a zone')
export const ENGLISH = speechIn({ language: 'en', locale: 'en-US', zone, today: localDate('2026-11-24') })
export const PAGES = ENGLISH.words.pages
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

const { loans } = PAGES.account

function withFine(said: string, fine_cents: number): string {
  return fine_cents === 0 ? said : `${said}, ${loans.accruing(ENGLISH.money(cents(fine_cents)))}`
}

/** When an overdue loan was due, and its fine so far, as the account says it in English. */
export function overdue(due_on: string, fine_cents = 0): string {
  return withFine(loans.overdue_since(ENGLISH.date(localDate(due_on))), fine_cents)
}

/** The same of a loan that is claimed returned. */
export function claimedDue(due_on: string, fine_cents = 0): string {
  return withFine(`${loans.claimed_returned}, ${loans.due(ENGLISH.date(localDate(due_on)))}`, fine_cents)
}

/** "No fine. The fine is waived.": each step as a sentence, as the band has them. */
export function told(...steps: readonly Step[]): string {
  return steps
    .map(ENGLISH.step)
    .map((text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`)
    .join(' ')
}
