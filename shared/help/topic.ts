/**
 * The guide as the program shows it: topics of plain parts, made from docs/guide*.md when the program is built
 * (tools/guide). Data only: nothing of it is markup, so nothing of it can run.
 */
import type { Place } from '../desk/page.ts'

/** Where a clerk can ask for help, beside the pages of the desk. */
export const HELP_SCREENS = [
  'line',
  'patron',
  'waiting',
  'check-in',
  'in-house',
  'inventory',
  'find-title',
  'find-person',
  'commands',
  'settings',
  'keys',
  'help',
  'practice',
  'sign-in',
  'locked',
  'set-up',
  'rescue',
] as const
export type HelpPlace = Place | (typeof HELP_SCREENS)[number]

/** A part of a line. `key`: a key in the standard map, such as "Ctrl+F2"; shown by the name it has at this desk. */
export type Inline =
  | { readonly kind: 'text' | 'strong' | 'code' | 'key'; readonly text: string }
  | { readonly kind: 'topic'; readonly text: string; readonly topic_id: string }

export type Line = readonly Inline[]

export type Block =
  | { readonly kind: 'paragraph'; readonly line: Line }
  | { readonly kind: 'heading'; readonly line: Line }
  | { readonly kind: 'list'; readonly is_numbered: boolean; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'table'; readonly head: readonly Line[]; readonly rows: readonly (readonly Line[])[] }
  /** `file`: its address once built. */
  | { readonly kind: 'picture'; readonly file: string; readonly alt: string }

export type Topic = {
  /** The same in every language: "checking-out". */
  readonly topic_id: string
  readonly heading: string
  /** The places this topic is about, in the words of the desk. */
  readonly places: readonly string[]
  /** Other words that clerks would type for it. */
  readonly words: readonly string[]
  readonly blocks: readonly Block[]
}

/** The topic about this place; the first of the guide when none is. */
export function topicOf(topics: readonly Topic[], place: HelpPlace): Topic | null {
  return topics.find(({ places }) => places.includes(place)) ?? topics[0] ?? null
}

function lineText(line: Line): string {
  return line.map(({ text }) => text).join('')
}

function blockText(block: Block): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return [lineText(block.line)]
    case 'list':
      return block.items.flatMap((item) => item.flatMap(blockText))
    case 'table':
      return [...block.head.map(lineText), ...block.rows.flatMap((row) => row.map(lineText))]
    case 'picture':
      return [block.alt]
  }
}

/** Everything that the topic says, a string for each paragraph, item and cell. */
export function topicTexts({ blocks }: Topic): readonly string[] {
  return blocks.flatMap(blockText)
}
