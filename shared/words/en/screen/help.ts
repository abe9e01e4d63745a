/** English for help: the guide on the screen. Its text is docs/guide.md. */
import { countedIn } from '../../plural.ts'

const n = countedIn('en')

export const HELP = {
  heading: 'Help',
  open: 'Help',
  search: 'Search help',
  topics: 'Topics',
  found: (count: number) => (count === 0 ? 'Nothing found. Try another word.' : n(count, 'topic', 'topics')),
  close: 'Close help',
  keys: 'Keys',
}
