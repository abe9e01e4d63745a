/**
 * Finds topics of the guide by words, as they are typed: accents and capitals do not count, the last word may be
 * unfinished. A word in the heading or among the topic's other words counts more than one in the text.
 */
import { fold } from '../catalog/fold.ts'
import { topicTexts, type Topic } from './topic.ts'

const IN_HEADING = 12
const AMONG_WORDS = 10
const IN_TEXT = 1
/** A whole word counts more than the start of one. */
const WHOLE = 2

/** Words that say nothing about a topic: "how do I place a hold". */
const ENGLISH = 'a an and do does for how i is it my of on or the to what where why with'
const SPANISH = 'como de del donde el en es la las lo los o para por que se un una y'
const EMPTY_WORDS = new Set(`${ENGLISH} ${SPANISH}`.split(' '))

function wordsOf(text: string): readonly string[] {
  return fold(text).split(' ').filter(Boolean)
}

/** What one word counts in these texts: nothing unless a word of theirs begins with it. */
function weightIn(texts: readonly string[], word: string, weight: number): number {
  const found = texts.flatMap(wordsOf).filter((one) => one.startsWith(word))
  if (found.length === 0) return 0
  return found.includes(word) ? weight * WHOLE : weight
}

function weightOf(topic: Topic, word: string): number {
  return (
    weightIn([topic.heading], word, IN_HEADING) +
    weightIn(topic.words, word, AMONG_WORDS) +
    weightIn(topicTexts(topic), word, IN_TEXT)
  )
}

/** What was asked is the heading or one of the other words as a whole: "check in" is not "check out, in person". */
function phraseWeight({ heading, words }: Topic, asked: string): number {
  return [heading, ...words].some((one) => fold(one) === asked) ? AMONG_WORDS * WHOLE * 2 : 0
}

/** The topics in which every word is found, the best first; all, in the guide's order, when nothing is asked. */
export function findTopics(topics: readonly Topic[], asked: string): readonly Topic[] {
  const typed = wordsOf(asked)
  const telling = typed.filter((word) => !EMPTY_WORDS.has(word))
  const words = telling.length > 0 ? telling : typed
  if (words.length === 0) return topics
  return topics
    .map((topic, at) => {
      const weights = words.map((word) => weightOf(topic, word))
      const sum = weights.includes(0) ? 0 : weights.reduce((all, one) => all + one, 0)
      return { topic, at, weight: sum === 0 ? 0 : sum + phraseWeight(topic, words.join(' ')) }
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight || one.at - other.at)
    .map(({ topic }) => topic)
}
