/** The manager's page of cash as the station would send it: three charts, a drawer through its day, two tables. */
import type { PageView, Section } from '../../../shared/desk/page.ts'
import type { Level } from '../../../shared/desk/pictures.ts'
import { ACCOUNT } from './pages.ts'

const OFF: readonly (readonly [day: string, over: number, short: number])[] = [
  ['Mon, Nov 16', 0, 25],
  ['Tue, Nov 17', 5, 0],
  ['Wed, Nov 18', 0, 0],
  ['Thu, Nov 19', 100, 2000],
  ['Fri, Nov 20', 0, 35],
  ['Sat, Nov 21', 10, 0],
  ['Mon, Nov 23', 0, 0],
  ['Tue, Nov 24', 0, 25],
]
const TAKEN = [1250, 4360, 6875, 9040, 3300, 12_475, 18_350, 9925, 2200, 410] as const
const FUNDS: readonly (readonly [fund: string, cents: number])[] = [
  ['fines', 31_240],
  ['lost', 22_899],
  ['Friends of the Library', 9500],
  ['copies', 4120],
  ['other', 426],
]

const plain = (label: string, values: readonly number[]) => ({ label, values: [...values], mark: 'plain' as const })

const CHARTS: readonly Section[] = [
  {
    kind: 'chart',
    section_id: 'off',
    heading: 'Over and short by day',
    says: 'Over $1.15, short $20.85',
    shape: 'bars',
    label_heading: 'Day',
    series: ['Over', 'Short'],
    unit: 'cents',
    bars: OFF.map(([day, over, short]) => plain(day, [over, short])),
  },
  {
    kind: 'chart',
    section_id: 'hours',
    heading: 'Taken in by hour',
    says: 'Taken in $681.85',
    shape: 'bars',
    label_heading: 'Hour',
    series: ['Taken in'],
    unit: 'cents',
    bars: TAKEN.map((cents, at) => plain(at < 3 ? `${at + 9} AM` : `${((at + 8) % 12) + 1} PM`, [cents])),
  },
  {
    kind: 'chart',
    section_id: 'funds',
    heading: 'Taken in by fund',
    says: 'Taken in $681.85',
    shape: 'bars',
    label_heading: 'Fund',
    series: ['Taken in'],
    unit: 'cents',
    bars: FUNDS.map(([fund, cents]) => plain(fund, [cents])),
  },
]

const HOUR_MS = 3_600_000
/** From 9 AM to 7:12 PM: payments, a drop at 3 PM, three counts. */
const LEVELS: readonly (readonly [hour: number, cents: number])[] = [
  [9, 10_000],
  [9.6, 10_250],
  [10.2, 11_100],
  [11, 12_340],
  [11.4, 14_000],
  [13.1, 17_775],
  [14.5, 24_225],
  [15, 12_225],
  [16.2, 15_100],
  [17.4, 18_350],
  [18.8, 18_760],
]
const COUNTS: readonly (readonly [hour: number, cents: number, off: boolean, label: string, should: number])[] = [
  [9, 10_000, false, '9:00 AM, opening', 10_000],
  [14.6, 22_225, true, '2:36 PM, surprise count', 24_225],
  [19.2, 18_735, true, '7:12 PM, closing', 18_760],
]
const hourSaid = (hour: number): string => `${((hour + 11) % 12) + 1} ${hour < 12 ? 'AM' : 'PM'}`

const THROUGH: Level = {
  kind: 'level',
  section_id: 'through',
  heading: 'Main desk through the day: Tue, Nov 24',
  says: 'From $100.00 to $187.60, 3 counts',
  from_ms: 9 * HOUR_MS,
  to_ms: Math.round(19.2 * HOUR_MS),
  levels: LEVELS.map(([hour, amount_cents]) => ({ at_ms: Math.round(hour * HOUR_MS), amount_cents })),
  counts: COUNTS.map(([hour, amount_cents, is_off]) => ({ at_ms: Math.round(hour * HOUR_MS), amount_cents, is_off })),
  ticks: Array.from({ length: 11 }, (_, at) => ({ at_ms: (at + 9) * HOUR_MS, label: hourSaid(at + 9) })),
  labels: { right: 'Counted as it should be', off: 'Counted otherwise' },
  columns: { time: 'Time', should: 'Should be in it', counted: 'Counted' },
  rows: [
    ...LEVELS.filter(([hour]) => Number.isInteger(hour)).map(([hour, amount_cents]) => {
      return { at_ms: hour * HOUR_MS, label: hourSaid(hour).replace(' ', ':00 '), amount_cents, counted_cents: null }
    }),
    ...COUNTS.map(([hour, counted_cents, , label, amount_cents]) => {
      return { at_ms: Math.round(hour * HOUR_MS), label, amount_cents, counted_cents }
    }),
  ],
}

export const CASH_DESK: PageView = {
  ...ACCOUNT,
  ref: { place: 'cash-desk', about: '' },
  heading: 'Cash desk',
  lead: 'From Mon, Nov 16 to Tue, Nov 24.',
  sections: [...CHARTS, THROUGH],
  aside: [],
  acts: [],
  enter: null,
}
