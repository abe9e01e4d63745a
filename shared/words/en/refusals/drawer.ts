/** English for acts at an open drawer. */
import type { DRAWER_REFUSALS } from '../../../refusals/drawer.ts'
import type { WordsFor } from '../../refusal-words.ts'

/** A drawer by its name; one that the library has not named is the drawer. */
export const theDrawer = (name: string): string => (name === '' ? 'The drawer' : `The drawer ${name}`)

export const DRAWER: WordsFor<typeof DRAWER_REFUSALS> = {
  'drawer-on-break': {
    short: 'Drawer on break',
    says: ({ drawer }) => `${theDrawer(drawer)} is on break.`,
    way_out: 'Only the person who took it for the break uses it. Take it, or end the break.',
  },
  'drawer-not-suspended': {
    short: 'Not suspended',
    says: ({ drawer }) => `${theDrawer(drawer)} is not suspended.`,
    way_out: 'Use it as it is.',
  },
  'drawer-not-on-break': {
    short: 'Not on break',
    says: ({ drawer }) => `${theDrawer(drawer)} is not on break.`,
    way_out: 'Use it as it is.',
  },
  'cover-same': {
    short: 'Same person',
    says: 'That person has the drawer already.',
    way_out: 'Choose another clerk, or nobody.',
  },
  'cover-other': {
    short: 'Not the cover',
    says: 'The break is not yours to cover.',
    way_out: 'The person on break names the cover.',
  },
  'cover-counts-first': {
    short: 'The cover counts first',
    says: 'The person who covered the break has not counted the drawer.',
    way_out: 'Let them count it, then take it back. If they are gone, ask a supervisor.',
  },
  'break-count-needed': {
    short: 'Count it',
    says: 'A drawer that goes from one person to another is counted.',
    way_out: 'Count what is in it.',
  },
  'bag-sealed': {
    short: 'Bag sealed',
    says: 'Nothing comes back out of a bank bag.',
    way_out: 'Take change from the safe or the change fund.',
  },
  'bag-number-missing': {
    short: 'Bag number missing',
    says: 'A bank bag has a number.',
    way_out: 'Type the number on the bag.',
  },
  'bag-number-used': {
    short: 'Bag number used',
    says: ({ bag }) => `Bag ${bag} waits for the bank already.`,
    way_out: 'Take another bag, or look at the number again.',
  },
  'place-uncounted': {
    short: 'Never counted',
    says: 'This place was never counted, so no money goes in or out of it yet.',
    way_out: 'Count it first, on the page of the safe and the change fund.',
  },
  'receiver-missing': {
    short: 'Whose count',
    says: 'A second count needs the person who made it.',
    way_out: 'Choose who counted, or leave the count out.',
  },
  'receiver-needed': {
    short: 'Needs a receiver',
    says: ({ amount }) => `More than ${amount} in a session is received by a second person.`,
    way_out: 'Choose who receives it, or put it into a bag for the bank.',
  },
  'receiver-same': {
    short: 'Same person',
    says: 'The second count must be by another person.',
    way_out: 'Choose who received it, or leave the count out.',
  },
  'receiver-says': {
    short: 'Their own PIN',
    says: ({ who }) => `${who} says with their own PIN that they counted it.`,
    way_out: 'Ask them to approve it, or leave the second count out.',
  },
  'meter-before-missing': {
    short: 'Reading before',
    says: 'No reading of this coin box is recorded yet.',
    way_out: 'Type what the meter showed when the box was emptied last.',
  },
  'meter-price-missing': {
    short: 'Price of one',
    says: 'What the box takes for one is not recorded yet.',
    way_out: 'Type the price of one copy or page.',
  },
  'meter-other': {
    short: 'Not as recorded',
    says: ({ last, price, copies, amount }) =>
      `This box was last read at ${last}, ${price} each. What you typed differs by ${copies} copies and ${amount}.`,
    way_out:
      'Leave the reading before and the price blank to continue from the record. If they are right, confirm them. ' +
      'Choose a different reason for each coin box.',
  },
  'meter-turned-back': {
    short: 'Check the readings',
    says: ({ before, after }) => `The meter cannot go from ${before} to ${after}.`,
    way_out:
      'Correct the readings. Choose a different reason for each coin box. ' +
      'If the meter was replaced or began again at zero, pay the coins in without it.',
  },
  'drawer-holds-less': {
    short: 'Not in the drawer',
    says: 'That is more than should be in the drawer.',
    way_out: 'Check the amount, or count the drawer.',
  },
  'safe-holds-less': {
    short: 'Not in the safe',
    says: 'That is more than should be in the safe.',
    way_out: 'Check the amount, or count the safe.',
  },
  'place-holds-less': {
    short: 'Not that much in it',
    says: 'That is more than should be in it by its entries.',
    way_out: 'Check the amount, or count it first.',
  },
}
