/** English for the open account: its panel, its notes, its receipts, and what is told of its record. */
import type { AskedCardAct } from '../../../staff/card-grants.ts'
import { countedIn } from '../../plural.ts'

const n = countedIn('en')

export const PATRON = {
  note: {
    title: 'Note',
    written: { note: 'Note written', block: 'Checkout blocked', message: 'Message left' },
    means: {
      note: 'It is on the account',
      block: 'Nothing is checked out until it is removed',
      message: 'It is shown the next time the account opens',
    },
    until: (on: string) => `until ${on}`,
    removed: 'Note removed',
    block_removed: 'Block removed',
    told: 'Message delivered',
    tell: (text: string) => `Tell them: ${text}`,
  },
  card: {
    title: 'Card',
    record: 'Patron record',
    renewed: 'Card renewed',
    ends: (on: string) => `The card expires ${on}`,
    renewed_until: (on: string) => `Renewed, it is valid until ${on}`,
    renewed_for_good: 'Renewed, it does not expire',
    put_right: (count: number) =>
      count === 1
        ? '1 item may stay out longer, as its rule allows'
        : `${count} items may stay out longer, as their rules allow`,
    new_card: (barcode: string) => `New card: ${barcode}`,
    replaced: { lost: 'Lost card replaced', worn: 'Worn card replaced', extra: 'Extra card given' },
    lost: 'Card stopped',
    lost_says: 'Nothing is checked out with it. Scan a new card to replace it',
    changed: 'Changes saved',
    linked: 'Guardian linked',
    apart: 'Recorded as two people',
    unlinked: 'Guardianship ended',
    family_linked: 'Linked as family',
    family_unlinked: 'Family link ended',
    pickup_allowed: (name: string) => `${name} may pick up`,
    pickup_ended: (name: string) => `${name} may no longer pick up`.trim(),
    checked_address: 'Address checked',
    checked_registration: 'Registration checked',
    checked_bounced: 'E-mail bounced',
    checked_arrives: 'E-mail works',
    checked_mail: 'Mail returned',
    checked_closed: 'Account closed',
    checked_opened: 'Account open again',
    pin_set: 'PIN set',
    pin_cleared: 'PIN removed',
    no_end: 'with no expiration',
    until: (on: string) => `until ${on}`,
    /** A renewal that ends the card earlier than it ends now. */
    shortened: {
      'home-card': (was: string) => `That is earlier than now (${was}): their home library card ends then`,
      age: (was: string) => `That is earlier than now (${was}): the card ends on that birthday`,
      category: (was: string) => `That is earlier than now (${was}): a card of this category does not last longer`,
    },
    fee: (amount: string) => `${amount} charged to the account`,
    fee_next: 'Next: {key:pay} takes the payment',
    /** They owe as much as stops a checkout. */
    fee_stops: 'Next: {key:pay} takes the payment. Until it is paid, checkout is blocked',
    registered: 'Registered',
    typed_kept: 'What you typed is kept: the form of a new patron shows it again',
    costs: (amount: string) => `The card costs ${amount}`,
    guardian: (name: string) => `Guardian: ${name}`,
    family: (name: string) => `Family of ${name}`,
    household_paid: 'No fee: it is charged once for the household',
    choose: 'Choose the category',
    none_fits: 'No card fits',
    /** Before enough is typed. */
    still_open: 'The birth date and the address say which card fits',
    standing: {
      resident: () => 'Resident',
      reciprocal: (library: string) => (library === '' ? 'Reciprocal patron' : `Reciprocal patron of ${library}`),
      'non-resident': () => 'Non-resident',
    },
    against: {
      'other-standing': 'No card rule gives this category to this address',
      'other-age': 'No card rule gives this category at this age',
      'by-grant': 'This category is given with permission only',
    },
    standing_unknown: 'No rule for this address',
    no_place: 'This ZIP code is new here. Type the city',
    /** The town was filled in by the ZIP code, and somebody in another town of it is no resident, or is one. */
    place_shared: (place: string) => `${place}: other towns of this ZIP code have another card. Check the city`,
    home_asks: 'When does their home library card expire?',
    fee_asks: {
      household: 'How many people live in the household?',
      basis: 'How much is the tax bill, or the monthly rent?',
    },
    missing: (identity: number, address: number) => {
      const parts = [identity > 0 ? 'of identity' : '', address > 0 ? 'of address' : '']
      return `Still needed: proof ${parts.filter((part) => part !== '').join(' and ')}`
    },
  },
  /** Cards of one family, renewed together. */
  family: {
    renewed: (count: number) => n(count, 'card renewed', 'cards renewed'),
    fees: (amount: string) => `${amount} charged in all`,
    member: (name: string, what: string) => `${name}: ${what}`,
    not_now: (name: string, reason: string) => `${name} is left out. ${reason}`,
    owes: (amount: string) => `owes ${amount}`,
    blocked: 'blocked',
    fee: (amount: string) => `${amount} is charged`,
    asks_address: (names: string) => `The address is still to be asked: ${names}`,
    asks_home: 'the date of the home library card is missing',
    nobody: 'Nobody is chosen',
  },
  /** What an edit would change, while it is typed. */
  edit: {
    gives: (card: string) => `Another card for this address: ${card}`,
    fits: 'The card fits this address',
    name_asks: 'The name changes. Choose the proof shown',
    unfit: 'Next: the account offers the other card, its renewal and the fee',
    card_stays: (until: string) => `Their card stays: ${until}`,
    dues_stay: (count: number) => `${n(count, 'item', 'items')} out: due dates and late fees stay`,
    not_renewed: (count: number) => `${n(count, 'item', 'items')} cannot be renewed then`,
    renewed: (count: number) => `${n(count, 'item', 'items')} can be renewed then`,
    full: (out: number, limit: number) => `${out} out, and the limit is then ${limit}`,
    stops: (what: string) => `Then in the way of a checkout: ${what}`,
    lifts: (what: string) => `Then no longer in the way: ${what}`,
  },
  /** Who may be a patron already, beside the form of a new one. */
  alike: {
    born: (on: string) => `Born ${on}`,
    born_unknown: 'Birth date unknown',
    no_card: 'No card',
    owes: (amount: string) => `Owes ${amount}`,
    stops: { barred: 'Barred', closed: 'Account closed', blocked: 'Blocked', expired: 'Card expired' },
    facts: {
      name: 'same name',
      'name-variant': 'similar name',
      'name-swapped': 'first and last name swapped',
      born: 'same birth date',
      'born-near': 'similar birth date',
      phone: 'same phone',
      email: 'same e-mail',
      house: 'same address',
    },
  },
  /** What a second person is asked to approve. Never a name. */
  wish: {
    'patron.register': 'Register a new patron',
    'patron.edit': 'Change the patron record',
    'patron.check': 'Note a check of the patron record',
    'patron.tell-apart': 'Record that they are two people',
    'guardian.link': 'Link a guardian',
    'guardian.end': 'End the guardianship',
    'family.link': 'Link as family',
    'family.end': 'End the family link',
    'pickup.allow': 'Let another patron pick up',
    'pickup.end': 'End who may pick up',
    'card.renew': 'Renew the card',
    'card.renew-family': 'Renew cards of the family',
    'card.replace': 'Replace card',
    'card.lose': 'Stop the card',
    'patron.clear-pin': 'Remove the PIN',
  } satisfies Readonly<Record<AskedCardAct, string>>,
  receipts: 'Receipts',
  choice: {
    print: 'On paper',
    email: 'By e-mail (on paper until the central server is set up)',
    none: 'None',
  },
  large: 'large print',
  language: { en: 'in English', es: 'in Spanish' },
  languages: { en: 'English', es: 'Spanish' },
}
