/** The guide: a topic for every place in both languages, words that find it, and pictures and links that exist. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PLACES } from '../../shared/desk/page.ts'
import { findTopics } from '../../shared/help/find-topics.ts'
import { HELP_SCREENS, topicTexts, type Block, type Topic } from '../../shared/help/topic.ts'
import { GUIDE_PICTURES } from '../../tools/demo/guide-pictures.ts'
import { guideFile } from '../../tools/guide/plugin.ts'
import { readGuide } from '../../tools/guide/read-guide.ts'

const read = (language: 'en' | 'es'): Promise<readonly Topic[]> => readGuide(readFileSync(guideFile(language), 'utf8'))
const GUIDE = { en: await read('en'), es: await read('es') }
const DOCS = join(import.meta.dirname, '../../docs')
const LANGUAGES = ['en', 'es'] as const

/** All of them are in every copy of the program. */
const PICTURES_BYTES_MAX = 1_200_000

const blocksOf = (block: Block): readonly Block[] =>
  block.kind === 'list' ? block.items.flatMap((item) => item.flatMap(blocksOf)) : [block]

describe.each(LANGUAGES)('the guide in %s', (language) => {
  const guide = GUIDE[language]
  const blocks = guide.flatMap((topic) => topic.blocks.flatMap(blocksOf))

  it.each([...PLACES, ...HELP_SCREENS])('has one topic for %s', (place) => {
    expect(guide.filter(({ places }) => places.includes(place)).map(({ topic_id }) => topic_id)).toHaveLength(1)
  })

  it('knows no place that the desk does not have', () => {
    const known: readonly string[] = [...PLACES, ...HELP_SCREENS]
    expect(guide.flatMap(({ places }) => places).filter((place) => !known.includes(place))).toEqual([])
  })

  it('has pictures that exist, each with words for who does not see them', () => {
    const pictures = blocks.filter((block) => block.kind === 'picture')
    expect(pictures.length).toBeGreaterThan(10)
    for (const { file, alt } of pictures) {
      expect(existsSync(join(DOCS, file)), file).toBe(true)
      expect(alt).not.toBe('')
    }
  })

  it('has links to topics that exist, ids of their own, and text in each', () => {
    const ids = guide.map(({ topic_id }) => topic_id)
    const lines = blocks.flatMap((block) => ('line' in block ? block.line : []))
    const linked = lines.flatMap((part) => (part.kind === 'topic' ? [part.topic_id] : []))
    expect(linked.filter((one) => !ids.includes(one))).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
    for (const topic of guide) expect(topicTexts(topic).join(' ').length, topic.topic_id).toBeGreaterThan(120)
  })
})

it('has the same topics, places and pictures in both languages', () => {
  const shape = (guide: readonly Topic[]): readonly unknown[] =>
    guide.map(({ topic_id, places, blocks }) => [
      topic_id,
      places,
      blocks.flatMap((block) => (block.kind === 'picture' ? [block.file] : [])),
    ])
  expect(shape(GUIDE.es)).toEqual(shape(GUIDE.en))
})

it('shows the pictures that one command renews, small enough to ship', () => {
  const shown = GUIDE.en.flatMap(({ blocks }) => blocks.flatMap(blocksOf))
  const files = shown.flatMap((block) => (block.kind === 'picture' ? [block.file] : []))
  const renewed = Object.keys(GUIDE_PICTURES).map((name) => `pictures/${name}.webp`)
  expect(files.toSorted()).toEqual(renewed.toSorted())
  const there = readdirSync(join(DOCS, 'pictures'))
  expect(there.map((name) => `pictures/${name}`).toSorted()).toEqual(renewed.toSorted())
  const bytes = there.reduce((sum, name) => sum + statSync(join(DOCS, 'pictures', name)).size, 0)
  expect(bytes).toBeLessThan(PICTURES_BYTES_MAX)
})

describe('the search', () => {
  it.each([
    ['checkout', 'checking-out'],
    ['charge out', 'checking-out'],
    ['how do I check in', 'checking-in'],
    ['discharge', 'checking-in'],
    ['book drop', 'modes'],
    ['backdate', 'modes'],
    ['amnesty', 'modes'],
    ['in-house use', 'in-house'],
    ['inventory', 'inventory'],
    ['borrower', 'find-patron'],
    ['phone renewals', 'renewals'],
    ['extend', 'renewals'],
    ['bill', 'waive'],
    ['forgive a fine', 'waive'],
    ['pay', 'pay'],
    ['reserve', 'hold-new'],
    ['request', 'hold-new'],
    ['pickup', 'hold-shelf'],
    ['picklist', 'pull-list'],
    ['courier', 'transits'],
    ['opac', 'catalog'],
    ['isbn', 'catalog'],
    ['item status', 'item'],
    ['precat', 'item-new'],
    ['claims returned', 'tasks'],
    ['late', 'overdue'],
    ['snow', 'outage'],
    ['reprint', 'receipt'],
    ['mistake', 'undo'],
    ['dark', 'settings'],
    ['log out', 'locked'],
    ['password', 'sign-in'],
    ['override', 'approval'],
    ['backup', 'this-desk'],
    ['holidays', 'policy'],
    ['shortcuts', 'keys'],
    ['erase', 'privacy'],
    ['training', 'practice'],
  ])('finds %s', (asked, topic_id) => {
    expect(findTopics(GUIDE.en, asked)[0]?.topic_id).toBe(topic_id)
  })

  it.each([
    ['prestamo', 'checking-out'],
    ['devolución', 'checking-in'],
    ['buzon', 'modes'],
    ['multa', 'waive'],
    ['reservar', 'hold-new'],
    ['renovar', 'renewals'],
    ['deshacer', 'undo'],
    ['contraseña', 'sign-in'],
    ['ajustes', 'settings'],
    ['atrasos', 'overdue'],
  ])('finds %s in Spanish', (asked, topic_id) => {
    expect(findTopics(GUIDE.es, asked)[0]?.topic_id).toBe(topic_id)
  })

  it('finds the start of a word, needs every word, and lists all for none', () => {
    expect(findTopics(GUIDE.en, 'overd')[0]?.topic_id).toBe('overdue')
    expect(findTopics(GUIDE.en, 'hold zzz')).toEqual([])
    expect(findTopics(GUIDE.en, '  ')).toBe(GUIDE.en)
  })
})

it('refuses what the program could not show', async () => {
  await expect(readGuide('# A\n\n## B\n\nno mark\n')).rejects.toThrow('a topic begins with its mark')
  await expect(readGuide('# A\n\n## B\n\n<!-- topic: b -->\n\n> a quotation\n')).rejects.toThrow('no part')
})
