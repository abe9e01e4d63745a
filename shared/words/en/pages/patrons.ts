/** English for a new patron's form, and for what is done with a card on the account. */

export const PATRONS_PAGE = {
  form: {
    heading: 'New patron',
    lead: (card: string) => `Card ${card}. Another one can be scanned in any field.`,
    register: 'Register',
    suggested: 'Suggested',
    groups: { name: 'Name', address: 'Address', contact: 'Contact', proofs: 'Seen', card: 'Card' },
    place_hint: 'Blank: by the ZIP code',
    category: 'Category',
    category_hint: 'Blank: the card that fits',
    household: 'People in the household',
    basis: 'Tax bill, or monthly rent',
    home_expires: 'Card of their own library is valid to',
    another: 'Another person, because',
    another_whys: {
      twin: 'A twin',
      relative: 'A relative with the same name',
      checked: 'Both are known: not the same',
    },
  },
  card: {
    renew: 'Renew the card',
    until: (on: string) => `The card is then valid to ${on}.`,
    no_end: 'The card then has no expiration.',
    fee: (amount: string) => `${amount} is charged.`,
    checked: 'Address checked: it is the same',
    replace: 'Give another card',
    why: 'Why',
    whys: { lost: 'The card is lost', worn: 'The card is worn', extra: 'An extra card' },
    barcode: 'New card',
    barcode_hint: 'Scan it with the account open, or type it. Blank: this desk’s next number',
    lose: 'Stop a lost card',
    lose_says: 'Nothing is checked out with it any more. A new card is given later.',
    edit: 'Edit the patron',
  },
  /** A card that nobody has was scanned. */
  scanned: {
    title: 'New card',
    open: '1 = lost, 2 = worn, 3 = extra card',
    free: '1 = register a new patron with it',
    keys: { lost: 'Replaces a lost card', worn: 'Replaces a worn card', extra: 'An extra card', register: 'Register' },
    taken: 'Taken for a new patron',
    given: 'Given',
  },
}
