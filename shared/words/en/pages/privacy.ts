/** English for the pages of confidentiality: disclosures, who looked at a record, own data, erasing. */
import type { Disclosed, DisclosureBasis, ViewReason } from '../../../patron/privacy.ts'

const BASIS: Readonly<Record<DisclosureBasis, string>> = {
  'patron-asked': 'The patron asked for it',
  'guardian-asked': 'A parent or guardian asked',
  'court-order': 'Court order',
  emergency: 'Sworn officer, a person in immediate danger',
  other: 'Other legal basis',
}

const WHAT: Readonly<Record<Disclosed, string>> = {
  identity: 'Who they are: name, address, telephone',
  account: 'The account: what is checked out and what is owed',
  everything: 'Everything the library has on them',
}

const REASONS: Readonly<Record<ViewReason, string>> = {
  here: 'Here without the card',
  telephone: 'On the phone',
  letter: 'A letter or an email',
  hold: 'A hold or a reminder',
  money: 'Something owed or returned',
  mend: 'To correct the record',
  other: 'Another reason',
}

export const PRIVACY_PAGE = {
  basis: BASIS,
  what: WHAT,
  reasons: REASONS,
  places: { card: 'By card', typed: 'Card number typed', name: 'Without the card', script: 'By a script' },
  reason: {
    heading: 'Why are you opening this account?',
    lead:
      'Your library logs who views a patron’s record, and why. Press the letter of the reason to open the ' +
      'account.',
  },
  lead: 'Confidential by law: disclose only for a lawful reason, and record it here.',
  identity: {
    heading: 'What a sworn officer may be told in an emergency, and nothing more',
    name: 'Name',
    address: 'Address',
    telephone: 'Telephone',
  },
  print: 'Print',
  to_log: 'All disclosures',
  to_viewers: 'Viewed records',
  disclose: {
    label: 'Record a disclosure',
    says: 'In an emergency, disclose only who they are.',
    basis: 'Legal basis',
    what: 'What',
    to_whom: 'To whom',
    to_whom_hint: 'Name, office, number of the order',
    title: 'Disclosure',
    recorded: 'Recorded',
    no_titles: 'No titles, no dates',
  },
  own_data: {
    label: 'Export their data',
    says: 'Writes everything this desk has about them to a new file. It is not encrypted: give it only to them.',
    to_file: 'File',
    title: 'Their data',
    exported: 'Exported',
    is_in: (file: string) => `Everything is in ${file}`,
    to_read: (file: string) => `To read: ${file}`,
  },
  erase: {
    label: 'Erase this patron',
    says:
      'Permanently erases name, cards, address and notes, and deletes import reports. Amounts stay. If another ' +
      'system has this patron, erase them there too.',
    not_yet: (says: string, way_out: string) => `Not yet. ${says} ${way_out}`,
    erased: 'Erased',
    erased_says: 'The patron’s identity is gone; every amount is kept',
    still_in: (places: string) => `These copies may still hold them: ${places}`,
    card_tail: 'Last four digits of the card',
    card_tail_hint: 'Type them to confirm',
    no_card_hint: (word: string) => `There is no card: type ${word}`,
  },
  disclosures: {
    heading: 'Disclosures',
    log_lead: 'Newest first. Erased patrons are shown without a name.',
    columns: { when: 'When, by', whose: 'Patron', basis: 'Legal basis', what: 'What', to_whom: 'To whom' },
    when_by: (at: string, initials: string) => `${at}, ${initials}`,
    erased: 'erased',
    empty: 'Nothing was disclosed.',
    when: 'When',
  },
  views: {
    heading: 'Who viewed this record',
    columns: { day: 'Day', by: 'By', whose: 'Patron', how: 'How', reason: 'Why', times: 'Times' },
    empty: 'No views, or your library does not record them.',
  },
  viewers: {
    heading: 'Viewed records',
    lead: (days: number) =>
      `The last ${days} days. Lists are results of patron searches. Enter shows which records a person viewed.`,
    columns: { name: 'Name', records: 'Records', times: 'Times', lists: 'Lists', last: 'Last' },
    the_desk: 'No one signed in',
    open: 'Which records',
    of: (name: string) => `Records that ${name} viewed`,
    of_lead: 'By day only: a time could show who borrowed what.',
    of_empty: 'None on record.',
  },
  lists: { heading: 'Lists of patrons', columns: { day: 'Day', times: 'Lists' } },
}
