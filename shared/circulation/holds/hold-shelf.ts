/**
 * What is on the hold shelf: until when, and under which code. The code says nothing of whose it is: its letters
 * are drawn, never taken from a name, and its digits never end a card. Pure; the bytes are drawn by the port handed in.
 */
import { assert } from '../../kernel/assert.ts'
import type { Random } from '../../kernel/ids.ts'
import { addDays, type LocalDate } from '../../kernel/time.ts'
import type { PreparedCalendar } from '../calendar/calendar-index.ts'
import { addOpenDays, nextOpenDay } from '../calendar/calendar.ts'
import type { LibrarySettings } from '../../policy/library-settings.ts'

/**
 * The last day on which it can be fetched: so many days from today at the branch that keeps it, never a day on which
 * nobody could come. A branch without an open day for a year counts plain days.
 */
export function shelfUntil(
  calendar: PreparedCalendar,
  today: LocalDate,
  settings: Pick<LibrarySettings, 'hold_shelf_days_count' | 'is_hold_shelf_open_days'>,
): LocalDate {
  const { hold_shelf_days_count: days, is_hold_shelf_open_days: isOpenDays } = settings
  const plain = addDays(today, days)
  return (isOpenDays ? addOpenDays(calendar, today, days) : nextOpenDay(calendar, plain)) ?? plain
}

/** The last day on which a hold placed today is still wanted; null: for ever. */
export function holdExpires(
  today: LocalDate,
  settings: Pick<LibrarySettings, 'hold_expires_days_count'>,
): LocalDate | null {
  const { hold_expires_days_count: days } = settings
  return days === null ? null : addDays(today, days)
}

/** The furthest day until which a hold may be put off; null: as far as wanted. */
export function suspendUntilMax(
  today: LocalDate,
  settings: Pick<LibrarySettings, 'hold_suspend_days_count_max'>,
): LocalDate | null {
  const { hold_suspend_days_count_max: days } = settings
  return days === null ? null : addDays(today, days)
}

/** No letter that is read or heard as another, and no digit as a letter. */
const CONSONANTS = 'BDFGHJKLMNPRSTVWZ'
const VOWELS = 'AEOU'
/** What no one should have to say aloud at a desk, however the code was drawn. */
const NEVER_SAID: ReadonlySet<string> = new Set(
  'BAD BUM DAM DUD FAG FAT GOD GUN HAG HOR JAP LUL MAD NAG NEG NUT PUS RAT SAD SOB TAR VAG WAR WOP'.split(' '),
)
const TRIES_MAX = 200

/** What a code must not look like: the patron's names and card numbers. Never kept. */
export type NotLike = { readonly names: readonly string[]; readonly cards: readonly string[] }

/** Whether the letters begin a name, or the digits end a card. */
function tells(letters: string, digits: string, { names, cards }: NotLike): boolean {
  const words = names.flatMap((name) =>
    name
      .toUpperCase()
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .split(/[^A-Z]+/),
  )
  return words.some((word) => word.startsWith(letters)) || cards.some((card) => card.endsWith(digits))
}

/**
 * A code such as "JON-4471": three letters that can be said, four digits. Unlike all that `isTaken` knows at the
 * branch.
 * @throws when there is no free one to be drawn, which is a shelf of hundreds of thousands
 */
export function drawPickupCode(random: Random, isTaken: (code: string) => boolean, notLike: NotLike): string {
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const [first = 0, second = 0, third = 0, high = 0, low = 0] = random.bytes(5)
    const pick = (letters: string, byte: number): string => letters.charAt(byte % letters.length)
    const letters = pick(CONSONANTS, first) + pick(VOWELS, second) + pick(CONSONANTS, third)
    const digits = String((high * 256 + low) % 10_000).padStart(4, '0')
    const code = `${letters}-${digits}`
    if (!NEVER_SAID.has(letters) && !tells(letters, digits, notLike) && !isTaken(code)) return code
  }
  assert(false, 'a pick-up code is free')
}
