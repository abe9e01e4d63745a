/** English for the pages of reports: what is overdue, and who is late. */
import { countedIn, numberIn } from '../../plural.ts'

const n = countedIn('en')
const number = numberIn('en')

export const REPORTS_PAGE = {
  supervisor: {
    heading: (on: string) => `Desk today, ${on}`,
    lead: 'What this desk did today, and what was overridden or waived. Patrons are not named.',
    hours: 'By hour',
    hour: 'Hour',
    acts: { out: 'Checked out', in: 'Checked in', renewed: 'Renewed', held: 'Holds placed' },
    total: {
      out: (count: number) => `${number(count)} checked out`,
      in: (count: number) => `${number(count)} checked in`,
      renewed: (count: number) => `${number(count)} renewed`,
      held: (count: number) => `${n(count, 'hold', 'holds')} placed`,
    },
    empty: 'Nothing yet today.',
    people: 'By person',
    latest: 'Overrides and waivers',
    none: 'Nothing was overridden or waived today.',
    columns: {
      when: 'When',
      who: 'Who',
      what: 'What',
      why: 'Why',
      approved_by: 'Approved by',
      overrides: 'Overrides',
      waived: 'Waived',
    },
    waived: (count: number, amount: string) => (count === 0 ? '' : `${amount} (${number(count)})`),
    open: 'Overrides and waivers',
    person: (name: string) => `${name}: overrides and waivers today`,
    entry: 'Work log entry',
    account: 'Open the account',
    overdue: 'Who is late',
    work_log: 'Work log',
  },
  overdue: {
    heading: 'Overdue',
    run: 'Run the report',
    run_again: 'Run again',
    cancel: 'Cancel',
    lead: 'Reads every loan beside the desk. You can keep scanning.',
    running: 'You can keep scanning.',
    done: (as_of: string) => `As of ${as_of}.`,
    canceled: 'Canceled. Press R to run it again.',
    failed: 'The report could not be read. Press R to try again.',
    reading: 'Reading',
    items: (count: number) => `Items overdue: ${number(count)}`,
    age: 'Overdue',
    count: 'Items',
    ages: {
      week: 'Up to a week',
      month: '8 to 30 days',
      quarter: '31 to 90 days',
      year: '91 days to a year',
      longer: 'Longer',
    },
    longest: (patrons_count: number) => `Longest overdue, of ${n(patrons_count, 'patron', 'patrons')}`,
    names_closed: 'Names are shown to roles that may see who is late. Press R to run it again.',
    by_branch: 'By branch where they were checked out',
    columns: { patron: 'Patron', items: 'Items', days_late: 'Days late', branch: 'Branch', patrons: 'Patrons' },
    empty: 'No patron is late.',
    open: 'Open the account',
  },
}
