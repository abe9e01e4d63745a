/** What a drawer should hold through a session, with its counts, as a picture. For a role that may see cash alone. */
import type { Section } from '../../../shared/desk/page.ts'
import type { Level } from '../../../shared/desk/pictures.ts'
import { cents } from '../../../shared/kernel/money.ts'
import type { Instant } from '../../../shared/kernel/time.ts'
import { toLocal, type ZoneName } from '../../../shared/kernel/zone.ts'
import { hoursOf, levelAt, type DrawerLevels } from '../../../shared/reports/drawer-level.ts'
import type { Speech } from '../../../shared/words/speech.ts'

type Through = {
  readonly section_id: string
  readonly heading: string
  readonly zone: ZoneName
  /** The end of the session, or now. */
  readonly to: Instant
}

export function throughDay(speech: Speech, all: DrawerLevels, { section_id, heading, zone, to }: Through): Section {
  const words = speech.words.pages.cash_desk.through
  const { levels, counts } = all
  const [first, last] = [levels[0], levels.at(-1)]
  const from = first?.at ?? to
  const isOneDay = toLocal(from, zone).on === toLocal(to, zone).on
  const hours = hoursOf(from, to, toLocal(from, zone).minute)
  const money = (amount: number): string => speech.money(cents(amount))
  return {
    kind: 'level',
    section_id,
    heading,
    says: words.says(money(first?.amount_cents ?? 0), money(last?.amount_cents ?? 0), counts.length),
    from_ms: from,
    to_ms: to,
    levels: levels.map(({ at, amount_cents }) => ({ at_ms: at, amount_cents })),
    counts: counts.map(({ at, amount_cents, counted_cents }) => {
      return { at_ms: at, amount_cents: counted_cents, is_off: amount_cents !== counted_cents }
    }),
    ticks: hours.map((at) => ({ at_ms: at, label: speech.hourOfDay(Math.floor(toLocal(at, zone).minute / 60)) })),
    labels: { right: words.right, off: words.off },
    columns: { time: words.time, should: words.should, counted: words.counted },
    rows: rowsOf(speech, all, hours, isOneDay ? speech.time : speech.dayTime),
  }
}

function rowsOf(
  speech: Speech,
  all: DrawerLevels,
  hours: readonly Instant[],
  timeOf: (at: Instant) => string,
): Level['rows'] {
  const { reason } = speech.words.pages.cash_desk.through
  const byHour = hours.map((at) => {
    return { at, label: timeOf(at), amount_cents: levelAt(all, at) ?? 0, counted_cents: null }
  })
  const byCount = all.counts.map((one) => ({ ...one, label: `${timeOf(one.at)}, ${reason[one.reason]}` }))
  return [...byHour, ...byCount]
    .toSorted((one, other) => one.at - other.at)
    .map(({ at, label, amount_cents, counted_cents }) => ({ at_ms: at, label, amount_cents, counted_cents }))
}
