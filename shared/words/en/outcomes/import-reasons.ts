/** English for why a row or a file of an import was left out or changed. */
import { plainSum } from '../../../import/opening-sum.ts'
import type { CODES_UNREAD as WHYS, MappingFault } from '../../../import/reason.ts'
import { shownValue } from '../../../import/text.ts'
import type { ImportReasonWords } from '../../import-words.ts'
import { IMPORT } from '../screen/import.ts'

/** Of a title or a number in a sentence. */
const LENGTH_MAX = 100
const short = (text: string): string => shownValue(text, LENGTH_MAX, IMPORT.report_lines.cut)
const wanting = (is_empty: boolean): string => (is_empty ? 'is empty' : 'is absent')

const MAPPING: Readonly<Record<MappingFault, string>> = {
  fill: 'fill it in',
  text: 'text belongs there',
  list: 'a list belongs there',
  fields: 'its fields by name belong there',
  'field-too-many': 'it has a field too many',
  'too-long': 'it is too long',
  'too-few': 'at least one is needed',
  place: 'a place is a tag and perhaps a subfield, such as 001 or 999c',
  tag: 'a tag has three digits',
  subfields: 'subfield codes, such as p or hi',
  unusable: 'it cannot be used',
}

const CODES_UNREAD: Readonly<Record<(typeof WHYS)[number], string>> = {
  link: 'this table of codes is a link; copy what it leads to into the folder. It was not read',
  'no-file': 'this table of codes is not a file. It was not read',
  'not-csv': 'this table of codes is not CSV; save it as CSV with commas. It was not read',
  'no-columns': 'this table of codes lacks a column that the mapping names. It was not read',
  unreadable: 'this table of codes may not be read by this account of the computer. It was not read',
}

export const IMPORT_REASONS: ImportReasonWords = {
  'columns-not-by-commas': 'the columns are not separated by commas; save the file as CSV with commas',
  'column-twice': ({ column }) => `the header names the column "${column}" twice`,
  'column-missing': ({ column }) => `the header lacks the column "${column}"`,
  'column-unknown': ({ column, known }) =>
    `the header names an unknown column "${column}"; known are: ${known.join(', ')}`,
  'codes-unread': ({ column, why }) =>
    `${CODES_UNREAD[why]}, so the numbers in the column "${column}" stay numbers, and their rows may be left out`,
  'quote-never-closed': 'a quoted value that begins in this row is never closed',
  'row-too-large': 'a row of more than 8 MB begins here; is a quote never closed?',
  'text-behind-quote': 'text stands behind a closing quote; quotes inside a value are written twice',
  'quote-inside': 'a quote stands inside a value that is not quoted',
  'not-csv': ({ detail }) => `the file is not CSV: ${detail}`,
  'file-is-link': 'the file is a link; copy what it leads to into the folder',
  'file-unknown': 'no file of this name is known; see docs/import.md',
  'file-empty': 'the file is empty',
  'file-utf-16': 'the file is in UTF-16; save it as CSV UTF-8',
  'file-spreadsheet': 'the file is a spreadsheet or archive, not text',
  'file-nul': 'the file is not text: a NUL byte',
  'file-encoding': 'the file is neither UTF-8 nor Windows-1252; save it as UTF-8',
  'mapping-is-link': 'marc.json: the file is a link; copy what it leads to into the folder',
  'mapping-no-json': 'marc.json is not JSON: check its quotes, commas and brackets',
  'mapping-wrong': ({ faults }) =>
    faults.map(({ at, fault }) => `${['marc.json', at].join(' ').trim()}: ${MAPPING[fault]}`).join('; '),
  'staff-unmanaged': 'nobody would be left who may change staff: let one person keep a role that may',
  'record-no-begin': 'no MARC record begins here',
  'record-no-end': 'the record does not end where its leader says',
  'record-cut-short': 'the file ends in the middle of this record',
  'value-too-long': 'a value is longer than a million characters',
  'no-records': 'the file holds no MARC record',
  'not-xml': ({ detail }) => `the file is not well-formed XML: ${detail}`,
  'attributes-too-many': ({ most }) => `an element has more than ${most} attributes`,
  'sums-differ': ({ sum }) =>
    `of “${sum.kind}” the file has ${sum.source_count - sum.left_count} to import that come to ` +
    `${plainSum(sum.source_cents - sum.left_cents)}, and Datestamp got ${sum.stored_count} that come to ` +
    plainSum(sum.stored_cents),

  absent: wanting(false),
  empty: wanting(true),
  'control-characters': 'control characters were taken out',
  'not-code': 'is not a code (letters, digits, spaces and ._/&-, at most 64)',
  'invisible-character': 'has an invisible character in it',
  'has-space': 'has a space in it',
  'not-time-of-day': 'is not a time of day such as 9:30',
  'not-zone': 'is not a time zone such as America/Chicago',
  'not-amount': 'is not an amount such as 3.75',
  negative: 'is less than nothing',
  zero: 'is zero',
  'not-letter': 'is not a letter from A to Z',
  'not-yes-or-no': 'is neither yes nor no',
  'not-weekday': 'is not a weekday such as Monday',
  'not-pin': 'is not 4 to 12 digits',
  'no-date': 'is not a date such as 2026-11-24',
  'too-early': 'is before 1900-01-01, the first date that is taken',
  'too-late': 'is after 2199-12-31, the last date that is taken',
  'zero-date-emptied': 'is no date: taken as empty',
  'too-early-emptied': 'is before 1900-01-01, the first date that is taken: taken as empty',
  'too-late-emptied': 'is after 2199-12-31, the last date that is taken: taken as empty',
  'no-moment': 'is not a time such as 2026-11-24 15:30',
  'offset-impossible': 'has an offset that no clock on earth has',
  'isbn-left-out': 'is not a valid ISBN; the title was taken without it',
  'text-too-long': ({ length, most }) => `has ${length} characters; at most ${most} are kept`,
  'barcode-too-long': ({ length, most }) => `has ${length} characters; no barcode is longer than ${most}`,
  'code-too-long': ({ most }) => `is longer than ${most}`,
  'not-whole': ({ from, to }) => `is not a whole number from ${from} to ${to}`,
  'not-listed': ({ options }) => `is none of: ${options.join(', ')}`,

  'values-count': ({ values_count, columns_count }) =>
    `the row has ${values_count} values, the header ${columns_count}`,
  'before-column': ({ column }) => `is before ${column}`,
  'closes-before-it-opens': 'closes before it opens; without this row the branch counts as closed at that time',
  'period-needed': 'a rule that lends needs a period',
  'due-date-twice': 'a rule has hard_due_on or this, not both',
  'due-kind-alone': 'hard_due_kind goes together with hard_due_on or schedule_code',
  'target-mismatch': 'and target_kind do not go together',
  'charge-of-nothing': 'a charge is more than nothing',
  'credit-of-nothing': 'a credit is more than nothing',
  'owed-above-charge': 'more is owed than was charged',

  'record-no-title-kind': 'is no record of a title (authority or holdings)',
  'record-left-out': 'belongs to a record that was left out',
  'record-too-large': ({ fields_count, length }) =>
    `is larger than any real one: more than ${fields_count} fields or ${length} characters`,
  'leader-no-data-place': 'the leader gives no place where the data begin',
  'directory-cut-short': 'the directory is cut short',
  'entry-outside': ({ tag }) => `the directory entry of field ${tag} points outside the record`,
  'charset-other': ({ says, is }) => `the leader says ${says}, but the record is in ${is} and was read so`,
  'characters-unknown': ({ count }) => `${count} characters belong to no known set and became \ufffd`,
  'number-wanting': ({ is_empty, title }) => `${wanting(is_empty)}; the title is “${short(title)}”`,
  'title-wanting': ({ is_empty, number }) => `${wanting(is_empty)}; the number is “${short(number)}”`,
  'title-elsewhere': ({ is_empty, tag }) => `${wanting(is_empty)}; the title is of ${tag}`,

  'second-library': 'a folder holds one library, and it came before',
  'zone-missing': 'is not given, and no library.csv names the library’s own',
  'charge-zone-missing': 'has no offset, and no library.csv names the library’s zone',
  'number-of-credit': 'begins as the numbers of credits do here: give the charge another number',
  'hours-overlap': 'overlaps other hours of that branch on that weekday',
  'no-branch': 'is no branch of this library',
  'no-category': 'is no patron category of this library',
  'no-item-type': 'is no item type of this library',
  'no-patron': 'is no patron of this library',
  'no-title': 'is no title of this library',
  'no-item': 'is no item of this library',
  'no-role': 'is no role of this library',
  'no-schedule': 'is no schedule of fixed_dates.csv',
  'no-limit-group': 'is no group of limit_groups.csv',
  'came-before': ({ file, line }) => `came before, in ${file === null ? '' : `${file}, `}line ${line}`,
  'loan-rule-double': ({ rule_code }) => `rule ${rule_code} speaks for the same branch, category and item type`,
  'rule-double': ({ other_code }) => `rule ${other_code} speaks for the same already`,
  'limit-double': ({ other_code }) => `limit ${other_code} speaks for the same already`,
  'fee-double': ({ other_code }) => `fee ${other_code} speaks for the same already`,
  'dates-meet': ({ from_on, to_on }) => `meets loans from ${from_on} to ${to_on} of the same schedule`,
  'belongs-to': ({ staff_code }) => `belongs to ${staff_code} already`,
  'pin-easy': 'is a run, a repeat or a year',
  'pin-short': ({ digits }) => `has fewer than ${digits} digits`,
  'pin-first': ({ digits }) => `needs a PIN of ${digits} digits, set at this desk first`,
  'staff-not-accepted': 'changes staff, and nobody who may do that has said yes to it',
  'loan-in-future': 'is in the future',
  'due-before-out': 'is due before it went out',
  'born-in-future': 'is in the future: taken as empty',
  'item-of-other-title': ({ title_id }) => `is not an item of title ${title_id}`,
  'pickup-self': 'is the patron’s own number',
  'guardian-self': 'is the patron’s own number; taken as empty',
  'guardian-unknown': 'is no patron of this library; taken as empty',
  'guardian-erased': ({ on }) => `erased on ${on} at the patron’s wish; taken as empty`,
  erased: ({ on }) => `erased on ${on} at the patron’s wish`,
  'erased-taken-back': ({ on }) => `erased on ${on} at the patron’s wish; taken in again, as was said`,
  'set-by-staff-managers': 'is changed at the desk, by a person who may change staff',
  'set-by-rule-managers': 'is changed at the desk, by a person who may change the rules',

  'changed-here': 'changed at this desk since',
  'newer-in-data': 'changed at this desk, and in the data since: the data’s is taken',
  'folder-taken-as-said': 'changed at this desk; the folder’s is taken, as was said',
}
