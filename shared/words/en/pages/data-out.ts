/** English for the act that writes every patron into files. */
import { countedIn, numberIn } from '../../plural.ts'

const n = countedIn('en')
const number = numberIn('en')

export const DATA_OUT = {
  export: 'Export all patrons',
  export_says:
    'The files hold personal data of every patron and are not encrypted: keep them locked away, and delete them ' +
    'when they are done with. PINs are not in them. The work log records the export.',
  into_folder: 'Into the folder',
  into_folder_hint: 'A new folder: /media/usb/patrons-friday',
  form: 'Files for',
  forms: {
    datestamp: 'Datestamp: everything about patrons',
    koha: 'Koha: one CSV file, with a loss report',
    evergreen: 'Evergreen: four CSV files, with a loss report',
  },
  mapping_from: 'Folder with your mapping.json',
  mapping_from_hint: 'For Koha or Evergreen, if your codes or dates differ; of Evergreen also with org_units.csv',
  losses: {
    koha: 'Exported for Koha: what became of each field; the counts add up',
    evergreen: 'Exported for Evergreen: what became of each field; the counts add up',
  },
  field: 'Our field',
  to: 'Their column',
  /** Why values were changed or dropped on their way out, by code. */
  whys: {
    'no-place': 'their files have no place for it',
    'no-code': 'the table of codes has none for it',
    secret: 'a PIN: in no file; patrons choose a new one',
    internal: 'only Datestamp goes by it',
    several: 'their files have room for one',
    code: 'turned by the table of codes',
    'several-codes': 'several of their codes are this one of ours: the first was written',
    'date-form': 'written in the other system’s form',
    'one-line': 'written on one line',
    guarded: 'begins with an apostrophe, so that no spreadsheet takes it for a formula',
    'other-kind': 'of another kind there',
    grouped: 'all of one family are one group there',
  },
  heading: 'Exporting patrons',
  beginning: 'Starting',
  writing: (done: number, all: number) => `${number(done)} of ${n(all, 'patron', 'patrons')}`,
  exported: 'Patrons exported',
  exported_says: (count: number, folder: string) =>
    `${n(count, 'patron', 'patrons')} in ${folder}. The files hold personal data and are not encrypted.`,
}
