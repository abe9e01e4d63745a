/**
 * What is known, said: in the language of whoever reads it, by the customs of the library, as of its day. Made at the
 * edge, where a screen, a voice or an answer needs words; a decision never does. Pure.
 */
import type { Language, Locale } from '../kernel/language.ts'
import { cents, type Cents } from '../kernel/money.ts'
import { instant, localDate, weekday, type Instant, type LocalDate, type MinuteOfDay } from '../kernel/time.ts'
import { toLocal, type LocalTime, type ZoneName } from '../kernel/zone.ts'
import type { ImportReason, RowFault } from '../import/reason.ts'
import type { FactKind, RefusalEntry } from '../refusals/entry.ts'
import type { FindingFact } from '../policy/policy-finding.ts'
import { refusalEntry, type Refusal, type RefusalCode } from '../refusals/refusals.ts'
import { datesIn } from './dates.ts'
import { en, type Words } from './en/en.ts'
import { es } from './es/es.ts'
import { importReasonText, marcPlaceText, rowFaultText } from './import-text.ts'
import { languageOptions, languageText } from './languages.ts'
import { moneyIn } from './money.ts'
import { findingText, problemText, type ValueFault } from './policy-text.ts'
import type { RefusalWords } from './refusal-words.ts'
import type { Saying, Step } from './steps.ts'

const CATALOGS: Readonly<Record<Language, Words>> = { en, es }

export type Speaking = {
  readonly language: Language
  readonly locale: Locale
  readonly zone: ZoneName
  /** The library's date, from which dates are said. */
  readonly today: LocalDate
}

export type Speech = {
  readonly words: Words
  readonly date: (on: LocalDate) => string
  /** "December 15", "May 21, 1971". */
  readonly dateLong: (on: LocalDate) => string
  /** "Aug 2027". */
  readonly month: (on: LocalDate) => string
  /** "Tue, Dec 15, 2026". */
  readonly dateYear: (on: LocalDate) => string
  /** "12/15" and "6/15/1985": how a date and a birth date may be typed here. */
  readonly typed_day: string
  readonly typed_birth: string
  readonly moment: (at: Instant) => string
  /** The same for a voice: "December 15". */
  readonly momentLong: (at: Instant) => string
  /** "Apr 12". */
  readonly dayOfYear: (on: LocalDate) => string
  /** A time of a day by the clock of the place: "Tue, Dec 15, 9:00 PM". */
  readonly localTime: (local: LocalTime) => string
  /** "9:00 AM": a minute of a day on the wall. */
  readonly timeOfDay: (minute: MinuteOfDay) => string
  /** "9 AM": an hour of a day, 0 to 23. */
  readonly hourOfDay: (hour: number) => string
  /** "2:15 PM", by the clock of the place. */
  readonly time: (at: Instant) => string
  /** The same with its day, today's too: "Tue, Dec 15, 2:15 PM". */
  readonly dayTime: (at: Instant) => string
  readonly money: (amount: Cents) => string
  /** "Spanish", of the code that a record has. */
  readonly language: (code: string) => string
  /** The languages of a form, with the one that the record has. */
  readonly languages: (now: string) => ReturnType<typeof languageOptions>
  /** What is wrong, and the way out. */
  readonly refusal: (refusal: Refusal) => { readonly says: string; readonly way_out: string }
  readonly finding: (fact: FindingFact) => string
  /** Why a row or a file of an import was left out or changed, without a full stop. */
  readonly importReason: (reason: ImportReason) => string
  /** A line of its report. */
  readonly rowFault: (fault: RowFault) => ReturnType<typeof rowFaultText>
  /** A place of a MARC record, and which number is there. */
  readonly marcPlace: (place: string) => string
  /** The same, for the words of facts. */
  readonly saying: Saying
  /** One step of a decision, a sentence without its full stop. */
  readonly step: (step: Step) => string
  /** Two or three words for one "no". */
  readonly short: (code: RefusalCode) => string
}

type Known = Refusal['facts'][string]
/** What the compiler checked where the refusal was made and where its words were written. */
type AnyWords = RefusalWords<Readonly<Record<string, 'text'>>>

export function wordsOf(language: Language): Words {
  return CATALOGS[language]
}

function namesFor(reader: Language): Pick<Speech, 'words' | 'language' | 'languages'> {
  const words = CATALOGS[reader]
  return { words, language: (code) => languageText(reader, code), languages: (now) => languageOptions(reader, now) }
}

export function speechIn({ language, locale, zone, today }: Speaking): Speech {
  const words = CATALOGS[language]
  const dates = datesIn(language, locale)
  const money = moneyIn(locale)
  const date = (on: LocalDate): string => dates.date(on, today)
  const moment = (at: Instant): string => dates.moment(at, zone, today)
  const saying: Saying = {
    date: (on) => date(localDate(on)),
    moment: (at_ms) => moment(instant(at_ms)),
    money: (amount_cents) => money(cents(amount_cents)),
    weekday: (on) => dates.weekday(weekday(localDate(on))),
  }
  const finding = (found: FindingFact): string => findingText(words, found, saying)
  const fact = (kind: FactKind, value: Known | undefined): Known => {
    if (value === null || value === undefined) return ''
    if (kind === 'money') return money(value as Cents)
    if (kind === 'finding') return finding(value as FindingFact)
    if (kind === 'problem') return problemText(words, value as ValueFault)
    if (kind === 'date' || kind === 'maybe-date') return date(value as LocalDate)
    return kind === 'moment' || kind === 'maybe-moment' ? moment(value as Instant) : value
  }
  const said = (kinds: RefusalEntry['facts'], facts: Refusal['facts']) =>
    Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [name, fact(kind, facts[name])]))
  return {
    ...namesFor(language),
    date,
    dateLong: (on) => dates.dateLong(on, today),
    month: dates.month,
    dateYear: dates.dateYear,
    moment,
    momentLong: (at) => dates.momentLong(at, zone, today),
    dayOfYear: dates.dayOfYear,
    typed_day: dates.typed_day,
    typed_birth: dates.typed_birth,
    localTime: (local) => dates.localTime(local, today),
    timeOfDay: dates.time,
    hourOfDay: dates.hour,
    time: (at) => dates.time(toLocal(at, zone).minute),
    dayTime: (at) => {
      const { on, minute } = toLocal(at, zone)
      return `${date(on)}, ${dates.time(minute)}`
    },
    money,
    refusal: ({ code, facts }) => {
      const { says, way_out } = words.refusals[code] as AnyWords
      const filled = said(refusalEntry(code).facts, facts) as Readonly<Record<string, string>>
      return {
        says: typeof says === 'string' ? says : says(filled),
        way_out: typeof way_out === 'string' ? way_out : way_out(filled),
      }
    },
    finding,
    importReason: (reason) => importReasonText(words, reason, saying),
    rowFault: (fault) => rowFaultText(words, fault, saying),
    marcPlace: (place) => marcPlaceText(words, place),
    saying,
    step: (step) => (words.steps[step.code] as (step: Step, say: Saying) => string)(step, saying),
    short: (code) => words.refusals[code].short,
  }
}
