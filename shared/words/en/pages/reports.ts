/** English for the pages of reports: what is overdue, and who is late. */
import { countedIn, numberIn } from '../../plural.ts'

const n = countedIn('en')
const number = numberIn('en')

export const REPORTS_PAGE = {
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
    columns: { patron: 'Patron', items: 'Items', days_late: 'Days late' },
    empty: 'No patron is late.',
    open: 'Open the account',
  },
}
