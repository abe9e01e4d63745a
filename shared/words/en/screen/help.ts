/** English for help: the guide on the screen. Its text is docs/guide.md. */
import { countedIn } from '../../plural.ts'

const n = countedIn('en')

export const HELP = {
  heading: 'Help',
  open: 'Help',
  search: 'Search help',
  topics: 'Topics',
  found: (count: number) => (count === 0 ? 'Nothing found. Try another word.' : n(count, 'topic', 'topics')),
  find_patron: 'Find a patron',
  find_title: 'Find a title',
  close: 'Close help',
  page_keys: 'Keys on this page',
  page_back: 'From help: back to the page as it was. From the page: back to where it was opened',
  keys: 'Keys',
}
