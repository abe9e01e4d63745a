/** How to begin, for each page that can be empty: the drawing of each step, beside its words in shared/words. */
import type { Step, StepIcon } from '../../../shared/desk/pictures.ts'
import type { Words } from '../../../shared/words/en/en.ts'
import type { Speech } from '../../../shared/words/speech.ts'

type Named = keyof Words['pages']['steps']

const ICONS: Readonly<Record<Named, readonly [StepIcon, StepIcon, StepIcon]>> = {
  recent: ['card', 'search', 'list'],
  cart: ['items', 'shelf', 'enter'],
  shelf: ['shelf', 'items', 'choose'],
  pull: ['hold', 'list', 'items'],
  hold_shelf: ['hold', 'slip', 'shelf'],
  coming: ['list', 'truck', 'items'],
  hold_new: ['type', 'choose', 'enter'],
  item: ['items', 'look', 'key'],
  items_made: ['items', 'type', 'list'],
  drawer: ['key', 'list', 'key'],
  tasks: ['patron', 'key', 'shelf'],
}

export function drawnSteps({ words }: Pick<Speech, 'words'>, name: Named): readonly Step[] {
  const texts = words.pages.steps[name]
  return ICONS[name].map((icon, at) => ({ icon, text: texts[at] ?? '' }))
}
