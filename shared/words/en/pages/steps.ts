/** English for the drawn steps of pages where there is nothing yet. What is drawn: main/desk/pages/drawn-steps.ts. */

type Three = readonly [string, string, string]

export const STEPS_PAGE = {
  recent: [
    'Scan a library card.',
    'No card? Press {key:find-person} and type the name.',
    'Each patron you open is listed here until you sign out.',
  ],
  cart: [
    'Scan every item on the cart, in any order.',
    'Go to the first place on the list.',
    'Press Enter when the item is shelved.',
  ],
  shelf: [
    'Go to the left end of the shelf.',
    'Scan the books from left to right.',
    'The page shows which books to move.',
  ],
  pull: [
    'A hold comes in for a copy on your shelves.',
    'Press R for a new list and pull the items.',
    'Scan each item to capture the hold.',
  ],
  hold_shelf: [
    'Check in an item that has a hold.',
    'Insert the hold slip.',
    'Shelve the item by its pickup code. It is listed here.',
  ],
  coming: ['Another branch sends an item here.', 'The courier brings it.', 'Scan it here to receive it.'],
  hold_new: [
    'Scan any copy, or type a title.',
    'Choose the title with the arrow keys.',
    'Press Enter to place the hold.',
  ],
  item: [
    'Scan an item, or type its barcode.',
    'See where it is and how many patrons are waiting.',
    'Nothing changes until you press a letter.',
  ],
  items_made: [
    'Scan an item that is not in the records.',
    'Add a brief record for it.',
    'It is listed here for the catalogers.',
  ],
  drawer: [
    'Press {key:drawer}: the drawer has a page of its own.',
    'Count the money that is in it, and open it.',
    'Press {key:pay}. Payments go into it until it is closed.',
  ],
  tasks: [
    'A patron says they returned an item.',
    'Press C on the loan to record the claim.',
    'Look on the shelf when the item is listed here.',
  ],
} satisfies Readonly<Record<string, Three>>
