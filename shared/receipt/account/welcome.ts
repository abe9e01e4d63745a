/**
 * The slip that a new patron takes home: the number of the card with its bars, until when it is valid, how to sign in,
 * and the hours of the branch. It has name and whole card number, and is given to that patron alone.
 */
import type { LocalDate } from '../../kernel/time.ts'
import type { OpenRange } from '../../policy/facts.ts'
import { barcode, compose, foot, heading, letterhead, line, plain, RULE, strong } from '../blocks.ts'
import type { Block, ReceiptDocument } from '../document.ts'
import type { PaperFacts } from '../paper-facts.ts'
import { sayTime, sayWeekdays, sayWithYear } from '../say.ts'
import type { Words } from '../words/en.ts'

export type WelcomeFacts = PaperFacts & {
  readonly patron_name: string
  readonly card_barcode: string
  readonly card_expires_on: LocalDate | null
  /** The library says so on the card of a non-resident, and this is one. */
  readonly is_non_resident: boolean
  readonly has_pin: boolean
  /** The open hours by day, Sunday first; no range: closed. */
  readonly week: readonly (readonly OpenRange[])[]
}

/** Days of the same hours one after another, Monday first: a week of the desk reads as it is said. */
function hoursRuns(week: WelcomeFacts['week']): readonly { from: number; to: number; hours: readonly OpenRange[] }[] {
  const runs: { from: number; to: number; hours: readonly OpenRange[] }[] = []
  for (const day of [1, 2, 3, 4, 5, 6, 0]) {
    const hours = week[day] ?? []
    const last = runs.at(-1)
    if (last && JSON.stringify(last.hours) === JSON.stringify(hours)) last.to = day
    else runs.push({ from: day, to: day, hours })
  }
  return runs
}

function hours(facts: WelcomeFacts, words: Words): readonly Block[] {
  if (facts.week.every((day) => day.length === 0)) return []
  const lines = hoursRuns(facts.week).map(({ from, to, hours: open }) => {
    const said = open.map(({ opens, closes }) => `${sayTime(words, opens, facts)} – ${sayTime(words, closes, facts)}`)
    return line(sayWeekdays(words, from, to, facts), said.length === 0 ? words.closed : said.join(', '))
  })
  return [RULE, heading(words.open_hours), ...lines]
}

/** Without a card there is nothing to welcome with: the number may be empty, and then nothing is said of it. */
export function welcomeSlip(facts: WelcomeFacts, words: Words): ReceiptDocument {
  const { card_expires_on: expires, card_barcode, web_address } = facts
  const signIn = facts.has_pin ? words.sign_in : words.sign_in_no_pin
  return compose('welcome', facts, words, [
    letterhead(facts, words, words.welcome),
    strong(facts.patron_name),
    plain(words.your_card),
    barcode(card_barcode, facts.symbology),
    expires === null ? [] : plain(words.card_expires(sayWithYear(words, expires, facts))),
    facts.is_non_resident ? strong(words.non_resident) : [],
    RULE,
    heading(words.online),
    plain(web_address === null ? signIn : words.go_to(web_address)),
    plain(web_address === null ? '' : signIn),
    plain(words.keep_number),
    hours(facts, words),
    foot(facts),
  ])
}
