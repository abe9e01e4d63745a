/** Pictures of days: the months from a check-out to its due date, and the last days with their backups. */
import { afterEach, expect, it } from 'vitest'
import type { BackupStrip, Months } from '../../shared/desk/pictures.ts'
import { mountScene, type Mounted } from './support/mounted.ts'
import { ACCOUNT } from './support/pages.ts'
import { FIVE_OUT } from './support/scenes.ts'

let desk: Mounted
afterEach(() => desk.unmount())

async function shows(picture: BackupStrip | Months): Promise<void> {
  desk = await mountScene({ ...FIVE_OUT, page: { ...ACCOUNT, sections: [picture] } })
}

const texts = (selector: string): string[] => [...document.querySelectorAll(selector)].map((one) => one.textContent)

const MONTHS: Months = {
  kind: 'months',
  section_id: 'months',
  heading: '',
  says: '',
  labels: { out: 'Checked out', passed: 'Moved from here', due: 'Due', closed: 'Closed' },
  months: [
    {
      // A Thursday.
      first_on: '2026-10-01',
      days: [
        { on: '2026-10-01', is_closed: false, mark: 'out' },
        { on: '2026-10-02', is_closed: false, mark: 'within' },
        { on: '2026-10-03', is_closed: true, mark: 'passed' },
        { on: '2026-10-04', is_closed: false, mark: 'due' },
        { on: '2026-10-05', is_closed: true, mark: 'plain' },
      ],
    },
  ],
}

it('a month is a table of its weeks, and its days say what they are', async () => {
  await shows(MONTHS)
  const part = '[data-part="months"]'
  expect(texts(`${part} caption`)).toEqual(['Oct 2026'])
  expect(texts(`${part} thead th`)).toEqual(['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'])
  const rows = [...document.querySelectorAll(`${part} tbody tr`)]
  expect(rows.map((row) => [...row.children].map((day) => day.textContent))).toEqual([
    ['', '', '', '', '1, Checked out', '2', '3, Moved from here, Closed'],
    ['4, Due', '5, Closed'],
  ])
  expect(document.querySelectorAll(`${part} td[data-closed]`)).toHaveLength(2)
  expect(texts(`${part} ul[aria-hidden] li`)).toEqual(['Checked out', 'Moved from here', 'Due', 'Closed'])
  expect(document.querySelectorAll(`${part} :is([tabindex], a, button, input)`)).toHaveLength(0)
})

it('what no day is has no sign: a moved date, a closed day', async () => {
  const days = MONTHS.months.flatMap((month) => month.days.filter(({ is_closed }) => !is_closed))
  await shows({ ...MONTHS, months: [{ first_on: '2026-10-01', days }] })
  expect(texts('[data-part="months"] ul li')).toEqual(['Checked out', 'Due'])
})

const STRIP: BackupStrip = {
  kind: 'backup-strip',
  section_id: 'backups',
  heading: 'Backups',
  says: 'Backups on 1 of 4 days.',
  days: [
    { on: '2026-10-30', state: 'none', tick: '' },
    { on: '2026-10-31', state: 'none', tick: '' },
    { on: '2026-11-01', state: 'failed', tick: 'Nov 1' },
    { on: '2026-11-02', state: 'made', tick: 'Today' },
  ],
  columns: { days: 'Days', backup: 'Backup', count: 'Number of days' },
  spans: [
    { label: 'Mon, Nov 2', state: 'made', text: 'Made', days_count: 1 },
    { label: 'Sun, Nov 1', state: 'failed', text: 'Failed', days_count: 1 },
    { label: 'Fri, Oct 30 to Sat, Oct 31', state: 'none', text: 'None', days_count: 2 },
  ],
}

it('each day has the sign of what came of it, today a frame, and the table tells a screen reader all', async () => {
  await shows(STRIP)
  const part = '[data-part="backup-strip"]'
  expect(texts(`${part} ol[aria-hidden="true"] li`)).toEqual(['30', '31', 'Nov 1×1', 'Today✓2'])
  const cells = [...document.querySelectorAll(`${part} li [data-backup]`)]
  expect(cells.map((cell) => cell.getAttribute('data-backup'))).toEqual(['none', 'none', 'failed', 'made'])
  expect(cells.map((cell) => cell.hasAttribute('data-today'))).toEqual([false, false, false, true])
  expect(texts(`${part} tbody th[scope="row"]`)).toEqual(STRIP.spans.map(({ label }) => label))
  expect(texts(`${part} tbody td:not(:last-child)`).map((text) => text.slice(-6).trim())).toEqual([
    '✓ Made',
    'Failed',
    'None',
  ])
  expect(texts(`${part} tbody td:last-child`)).toEqual(['1', '1', '2'])
  expect(texts(`${part} figcaption`)).toEqual([STRIP.says])
})
