/** English for importing the library's data, when a desk is set up and later. */
import { countedIn } from '../../plural.ts'

const n = countedIn('en')

/** Of a column of patrons that this desk had changed: in how many rows its value stayed, and the file won. */
export function besideDesk(column: string, kept_count: number, won_count: number): string {
  const kept = `${column}: what this desk had changed stayed in ${n(kept_count, 'row', 'rows')}.`
  const won = `${column}: the file won in ${n(won_count, 'row', 'rows')}.`
  return won_count === 0 ? kept : kept_count === 0 ? won : `${kept} ${won}`
}

export const IMPORT = {
  name: 'The library’s data',
  heading: '1. The library’s data',
  folder: 'Folder with the library’s files',
  folder_hint:
    'CSV files of branches, patrons, items and loans, or MARC files. Each file imports completely or not at all.',
  browse: 'Choose a folder',
  sample: 'Try the sample library',
  sample_hint: 'The sample library has made-up patrons, for training. Do not use it for real patrons.',
  practice: 'Practice first',
  practice_hint:
    'Short tasks with made-up data, at a practice desk. To set up this desk afterwards, close Datestamp and ' +
    'start it again.',
  practice_opens: 'Datestamp closes and starts again as a practice desk.',
  practice_by_hand: 'Start Datestamp with --practice.',
  chooser: {
    name: 'Choose a folder',
    places: 'Folders and disks',
    keys: '↑ ↓ to select, Enter to open, Backspace = up',
    use: (files: number) => `Import this folder (${n(files, 'file', 'files')})`,
    up: 'Up one folder',
    close: 'Close',
  },
  take: 'Import',
  take_more: 'Import more',
  looking: 'Reading the folder',
  file: 'File',
  state: 'State',
  taken: 'Imported',
  rejected: 'Rejected',
  states: { waiting: 'waiting', reading: 'reading', taken: 'imported', refused: 'left out' },
  done: (files: number) => `${n(files, 'file', 'files')} imported.`,
  here: (patrons: number, items: number) => `${n(patrons, 'patron', 'patrons')}, ${n(items, 'item', 'items')}.`,
  details: 'Details',
  left_out: (rows: number) => `${n(rows, 'row was', 'rows were')} left out.`,
  report: (file: string) => `The report says why: ${file}`,
  /** Of each file, on the screen and in the report. */
  report_lines: {
    taken_in: (taken: number, left_out: number) =>
      left_out === 0 ? `${taken} imported.` : `${taken} imported, ${left_out} left out.`,
    left_out_whole: (line: number, reason: string) => `The whole file was left out. Line ${line}: ${reason}.`,
    not_reached: 'Not read: the import stopped before.',
    nothing_taken:
      'Nothing was imported: the rules of this folder need a review. Correct them, or import the folder again and ' +
      'confirm the warnings and the rules to keep.',
    would_become:
      'A preview: nothing was imported. What would happen to each file; the rows that would be left out are in the ' +
      'CSV file beside this one.',
    /** Why values of a mapped file were changed or dropped, by code. */
    whys: {
      'no-place': 'Datestamp has no field for it',
      secret: 'a PIN or password: never read; set a new one at the desk',
      internal: 'used only by the other system',
      refused: 'refused; the report has each line',
      spare: 'only one value is kept, from another column',
      default: 'says the same as an empty cell here',
      alone: 'says nothing without its other columns',
      odd: 'some are carried that no form here would take; the report has each line',
      joined: 'joined with other columns',
      code: 'turned by the table of codes',
      'date-form': 'written as 2026-11-24',
      adjusted: 'read differently than it is written; the report has each line',
    },
    lost: (place: string, filled: number, counts: string) => `${place}: ${filled} filled, ${counts}.`,
    lost_counts: (carried: number, changed: number, dropped: number, left_out: number) =>
      `${carried} carried, ${changed} changed, ${dropped} dropped, ${left_out} left out`,
    made_up: (place: string, count: number) => `${place}: ${count} made up.`,
    what_became:
      'What happened to each file. The rows that were left out, each with line, column, value and reason, are in the ' +
      'CSV file beside this one. Correct them and import the folder again. What was changed at this desk stays: a ' +
      'row that differs is left out, with the reason.',
    beside_desk: besideDesk,
    numbered: (all: number, count: number, place: string) =>
      `${count} of ${all} records without a number have one in ${place}.`,
    notes: (count: number) => `${n(count, 'change or warning', 'changes or warnings')} in the report.`,
    to_the_cent: {
      debt: (count: number, sum: string) => `${n(count, 'open debt', 'open debts')}, ${sum}, checked to the cent.`,
      credit: (count: number, sum: string) =>
        `${n(count, 'open credit', 'open credits')}, ${sum}, checked to the cent.`,
    },
    pins_kept: (count: number) => `${count} have a PIN already, and keep it.`,
    no_number: (count: number) => `${n(count, 'record has', 'records have')} no number.`,
    check_digits: (wrong: number, all: number) =>
      `${wrong} of ${all} barcodes of 14 digits have a wrong check digit and were kept as they are.`,
    windows_1252: (line: number) => `Not UTF-8 (line ${line}): read as Windows-1252; look at the accented letters.`,
    /** The first line of the file. */
    columns: { file: 'file', line: 'line', column: 'column', value: 'value', reason: 'reason', outcome: 'outcome' },
    outcomes: {
      'row-left-out': 'row left out',
      'taken-changed': 'taken, changed',
      'file-left-out': 'file left out',
      'asked-first': 'asked first',
      accepted: 'accepted',
      'to-look-at': 'to look at',
    },
    /** In place of a file. */
    the_rules: 'the rules',
    /** In place of a value. */
    not_shown: '(not shown)',
    both: (here: string, data: string) => `here: ${here}; in the data: ${data}`,
    cut: (beginning: string, characters: number) => `${beginning}… (${characters} characters)`,
  },
  marc_places: {
    with: 'with',
    or: 'or',
    numbers: {
      control: 'control number',
      system: 'system number',
      evergreen: 'Evergreen’s number',
      koha: 'Koha’s number',
      sierra: 'Sierra’s number',
      own: 'the library’s own number',
      congress: 'Library of Congress number',
      national: 'number of a national library',
      isbn: 'ISBN',
      issn: 'ISSN',
      'on-item': 'number on the item itself',
      publisher: 'publisher’s number',
      'call-number': 'the library’s own call number',
      'first-barcode': 'barcode of the first item',
    },
  },
  to_look_at: 'To review',
  errors_first: 'Nothing was imported. Correct the errors in the files, then import again.',
  warnings_first: (count: number) =>
    count === 1
      ? 'One warning. Nothing was imported yet: import anyway, or correct the file first.'
      : `${n(count, 'warning', 'warnings')}. Nothing was imported yet: import anyway, or correct the files first.`,
  finding: { stops: 'Error', asks: 'Warning' },
  more_in_report: (count: number) => `${count} more are in the report.`,
  is_meant: 'Import anyway',
  numberless: 'Records without a number',
  no_number: (count: number) => `${n(count, 'MARC record has', 'MARC records have')} no number, and were left out.`,
  no_field: 'None of their fields can be used as a number; the report lists their titles.',
  number_by: (count: string, by: string) => `Number ${count} of them by ${by}`,
}
