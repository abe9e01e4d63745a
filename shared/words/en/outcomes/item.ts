/** English for the records of items: marked, changed, made at the desk, found by ISBN. */

export const ITEM = {
  marked: 'Marked',
  noted: 'Noted',
  out_noted: 'It is checked out, so nothing else changes: check it when it comes back',
  note_kept: 'The note is on its record',
  note_damaged: 'damaged, or parts missing',
  changed: 'Changed',
  fields: {
    item_type_code: 'item type',
    home_branch: 'home branch',
    call_number: 'call number',
    location: 'location',
    price_cents: 'price',
    note: 'note',
    lender_name: 'lending library',
    lender_due_on: 'due back at the lending library',
  },
  made: 'Record added',
  made_says: 'It is in the list of brief records to catalog.',
  offer: 'Or 1 = add a brief record now',
  offer_none: 'No record',
  offer_title: 'Type a few words of its title, or press N to add a new one',
  isbn: {
    which: 'Which title?',
    heading: (count: number) => `${count} titles have this ISBN`,
    how: 'Press its number to show one; Esc = skip',
    shown: 'Shown',
    shown_says: 'Shown, nothing changed',
    own: 'An ISBN is the title’s number. To check an item out or in, scan the library’s own barcode on it',
  },
}
