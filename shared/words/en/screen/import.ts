/** English for importing the library's data when a desk is set up. */
import { countedIn } from '../../plural.ts'

const n = countedIn('en')

export const IMPORT = {
  name: 'The library’s data',
  heading: '1. The library’s data',
  folder: 'Folder with the library’s files',
  folder_hint:
    'CSV files of branches, patrons, items and loans, or MARC files. Each file imports completely or not at all.',
  take: 'Import',
  take_more: 'Import more',
  looking: 'Looking at the folder',
  file: 'File',
  state: 'State',
  taken: 'Imported',
  rejected: 'Rejected',
  states: { waiting: 'waiting', reading: 'reading', taken: 'imported', refused: 'left out' },
  done: (files: number, rows: number) => `Imported: ${n(files, 'file', 'files')}, ${n(rows, 'row', 'rows')}.`,
  left_out: (rows: number) => `${n(rows, 'row was', 'rows were')} left out.`,
  report: (file: string) => `The report says why: ${file}`,
  to_look_at: 'To review',
  nothing_yet: 'Nothing imported yet: review the rules in this folder first.',
  correct_files: 'Correct the errors in the files, then import again.',
  finding: { stops: 'Error', asks: 'Warning' },
  more_in_report: (count: number) => `${count} more are in the report.`,
  is_meant: 'Import anyway',
  numberless: 'Records without a number',
  no_number: (count: number) => `${n(count, 'MARC record has', 'MARC records have')} no number, and were left out.`,
  no_field: 'None of their fields can be used as a number; the report lists their titles.',
  number_by: (count: string, by: string) => `Number ${count} of them by ${by}`,
}
