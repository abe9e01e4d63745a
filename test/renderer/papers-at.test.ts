/** A sentence says where the papers beside the work are at this width, and that a page over all of it keeps them. */
import { expect, test } from 'vitest'
import { atPapers } from '../../renderer/papers-at.ts'
import { wordsOf } from '../../shared/words/speech.ts'
import type { Beside } from '../../shared/desk/screen.ts'

const { outcomes, screen } = wordsOf('en')
const { papers_at } = screen.side

test.each<[string, Beside, string]>([
  ['beside the work', 'papers', papers_at.right],
  ['over a page of the whole width', 'nothing', papers_at.kept],
  ['with a patron open since', 'patron', papers_at.kept],
])('%s', (_where, beside, said) => {
  const width = { configurable: true, value: 1280 }
  Object.defineProperty(document.documentElement, 'clientWidth', width)
  document.documentElement.style.fontSize = '18px'
  expect(atPapers(outcomes.money.slip_beside, screen, beside)).toContain(said)
})

test('below the work, where everything is one column', () => {
  Object.defineProperty(document.documentElement, 'clientWidth', { configurable: true, value: 640 })
  document.documentElement.style.fontSize = '18px'
  expect(atPapers(outcomes.money.slip_beside, screen, 'papers')).toContain(papers_at.below)
})

test('a sentence without papers stays as it is', () => {
  expect(atPapers('Payment taken', screen, 'papers')).toBe('Payment taken')
})
