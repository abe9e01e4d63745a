/** English for the records of people and items: notes, marks, brief records. */
import type { STOCK_REFUSALS } from '../../../refusals/stock.ts'
import type { WordsFor } from '../../refusal-words.ts'
import { asSentence } from '../../sentence.ts'

export const STOCK: WordsFor<typeof STOCK_REFUSALS> = {
  'patron-gone': {
    short: 'Patron removed',
    says: 'This account was removed from the library’s data.',
    way_out: '{key:find-person} finds the patron: two accounts may have been merged.',
  },
  'note-unknown': {
    short: 'No such note',
    says: 'That note is no longer on this account.',
    way_out: 'Look at the account again.',
  },
  'text-missing': { short: 'No text', says: 'The note has no text yet.', way_out: 'Type a few words.' },
  'until-past': {
    short: 'Date has passed',
    says: ({ on }) => `${on} has passed.`,
    way_out: 'Type today or a later day, or leave it blank.',
  },
  'item-is-out': {
    short: 'Checked out',
    says: 'It is checked out.',
    way_out: 'Check it in first. Lost, claimed and damaged are on the account of the patron who has it.',
  },
  'item-is-held': {
    short: 'Set aside for hold',
    says: 'It is set aside for a hold.',
    way_out: 'Missing, trace, damaged and withdrawn release the hold. Otherwise cancel the hold on its account first.',
  },
  'marked-already': { short: 'No change', says: 'It is already marked that way.', way_out: 'There is nothing to do.' },
  'item-unchanged': { short: 'No change', says: 'Nothing was changed.', way_out: 'Change a field first.' },
  'item-known': {
    short: 'Has a record',
    says: ({ barcode, title }) => asSentence(`${barcode} already has a record: ${title}`),
    way_out: 'Scan it.',
  },
  'card-of-somebody': {
    short: 'Card or badge',
    says: ({ barcode }) => `${barcode} is a library card or a badge.`,
    way_out: 'Put another barcode on the item and scan that.',
  },
  'title-missing': {
    short: 'No title',
    says: 'It has no title yet.',
    way_out: 'Type its title, or choose one the library has.',
  },
  'title-unknown': {
    short: 'Title removed',
    says: 'That title was removed from the library’s data.',
    way_out: 'Search for it again.',
  },
  'item-type-unknown': {
    short: 'No such type',
    says: ({ item_type }) => `There is no item type ${item_type}.`,
    way_out: 'Choose one from the list.',
  },
}
