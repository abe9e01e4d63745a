/** English for taking in the library's data when a desk is set up. */
import { countedIn } from '../../plural.ts'

const n = countedIn('en')

export const IMPORT = {
  name: 'The library’s data',
  heading: '1. The library’s data',
  folder: 'Folder with the library’s files',
  folder_hint: 'CSV files of branches, patrons, items and loans, or MARC files. Each is taken in whole or not at all.',
  take: 'Take it in',
  take_more: 'Take in more',
  looking: 'Looking at the folder',
  file: 'File',
  state: 'State',
  taken: 'Taken',
  rejected: 'Rejected',
  states: { waiting: 'waits', reading: 'being read', taken: 'taken in', refused: 'left out' },
  done: (files: number, rows: number) => `Taken in: ${n(files, 'file', 'files')}, ${n(rows, 'row', 'rows')}.`,
  left_out: (rows: number) => `${n(rows, 'row was', 'rows were')} left out.`,
  report: (file: string) => `The report says why: ${file}`,
  to_look_at: 'To look at',
  nothing_yet: 'Nothing was taken in yet: look at the rules in this folder first.',
  correct_files: 'What is wrong must be corrected in the files.',
  finding: { stops: 'Wrong', asks: 'Odd' },
  more_in_report: (count: number) => `${count} more are in the report.`,
  is_meant: 'It is meant: take it in',
  numberless: 'Records without a number',
  no_number: (count: number) => `${n(count, 'MARC record has', 'MARC records have')} no number, and were left out.`,
  no_field: 'No field of theirs would serve; the report has their titles.',
  number_by: (count: string, by: string) => `Number ${count} of them by ${by}`,
}
