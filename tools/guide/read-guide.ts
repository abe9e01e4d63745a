/**
 * Reads the guide (docs/guide.md and its translations) into topics. A topic is a second heading with a comment below it
 * that names its id, its places and other words for it. The Markdown is parsed by Prettier's own parser, which also
 * formats it. Throws at anything that the program could not show.
 */
import { parsers } from 'prettier/plugins/markdown'
import { KEY_PRESETS } from '../../shared/desk/keymap.ts'
import type { Block, Inline, Line, Topic } from '../../shared/help/topic.ts'

/** A node of the parsed Markdown; only what is read here. */
type Node = {
  readonly type: string
  readonly value?: string
  readonly url?: string
  readonly alt?: string
  readonly depth?: number
  readonly ordered?: boolean | null
  readonly children?: readonly Node[]
}

/** Keys with a name of their own, and those of the standard map: drawn as keys, and named as the clerk has them. */
const FIXED = ['Esc', 'Enter', 'Tab', 'Ctrl+Enter']
const CHORDS = [...Object.values(KEY_PRESETS.datestamp).filter((chord) => chord.length > 1), ...FIXED].toSorted(
  (one, other) => other.length - one.length,
)
const escaped = (text: string): string => text.replaceAll(/[+,]/g, String.raw`\$&`)
const KEY = new RegExp(String.raw`(?<![\w+])(${CHORDS.map(escaped).join('|')})(?![\w+])`, 'g')

const MARK = /^<!--([\s\S]*)-->$/

function fault(node: Node, says: string): never {
  throw new Error(`the guide: ${says}: ${JSON.stringify(node).slice(0, 200)}`)
}

/** Text with its keys apart. */
function textParts(text: string): Line {
  const parts = text.replaceAll(/\s+/g, ' ').split(KEY)
  return parts
    .map((part, at): Inline => ({ kind: at % 2 === 1 ? 'key' : 'text', text: part }))
    .filter((part) => part.text !== '')
}

function inline(node: Node): Line {
  switch (node.type) {
    case 'sentence':
      return (node.children ?? []).flatMap(inline)
    case 'text':
    case 'word':
    case 'whitespace':
      return textParts(node.value ?? '')
    case 'break':
      return [{ kind: 'text', text: ' ' }]
    case 'inlineCode':
      return [{ kind: 'code', text: node.value ?? '' }]
    case 'strong':
    case 'emphasis':
      return (node.children ?? [])
        .flatMap(inline)
        .map((part) => (part.kind === 'text' ? { ...part, kind: 'strong' } : part))
    case 'link': {
      const text = (node.children ?? [])
        .flatMap(inline)
        .map((part) => part.text)
        .join('')
      const topic_id = /^#(.+)$/.exec(node.url ?? '')?.[1]
      return [topic_id === undefined ? { kind: 'text', text } : { kind: 'topic', text, topic_id }]
    }
    default:
      return fault(node, 'nothing that stands in a line')
  }
}

const lineOf = ({ children = [] }: Node): Line => children.flatMap(inline)

function blocks(node: Node): readonly Block[] {
  const { children = [] } = node
  switch (node.type) {
    case 'paragraph': {
      const [only] = children
      if (only?.type === 'image' && children.length === 1) {
        return [{ kind: 'picture', file: only.url ?? '', alt: only.alt ?? '' }]
      }
      return [{ kind: 'paragraph', line: lineOf(node) }]
    }
    case 'heading':
      return [{ kind: 'heading', line: lineOf(node) }]
    case 'list':
      return [
        {
          kind: 'list',
          is_numbered: node.ordered === true,
          items: children.map((item) => (item.children ?? []).flatMap(blocks)),
        },
      ]
    case 'table': {
      const [head = [], ...rows] = children.map((row) => (row.children ?? []).map(lineOf))
      return [{ kind: 'table', head, rows }]
    }
    default:
      return fault(node, 'no part that the program shows')
  }
}

/** "topic: cart; places: cart; words: trolley, reshelve" */
function markOf(node: Node): Pick<Topic, 'topic_id' | 'places' | 'words'> {
  const inside = MARK.exec(node.value ?? '')?.[1] ?? fault(node, 'a topic begins with its mark')
  const said = (name: string): string =>
    new RegExp(String.raw`\b${name}:([^;]*)`).exec(inside)?.[1]?.replaceAll(/\s+/g, ' ').trim() ?? ''
  const list = (name: string): readonly string[] =>
    said(name)
      .split(/\s*,\s*/)
      .filter(Boolean)
  const topic_id = said('topic')
  if (!/^[a-z-]+$/.test(topic_id)) fault(node, 'a topic has an id')
  return { topic_id, places: list('places'), words: list('words') }
}

/** The topics of a guide, in its order. What stands before the first second heading is its own, and is left out. */
export async function readGuide(text: string): Promise<readonly Topic[]> {
  const tree = (await parsers.markdown.parse(text, { originalText: text } as unknown as Parameters<
    typeof parsers.markdown.parse
  >[1])) as unknown as Node
  const all = tree.children ?? []
  const starts = all.flatMap((node, at) => (node.type === 'heading' && node.depth === 2 ? [at] : []))
  return starts.map((start, nth) => {
    const [heading, mark, ...rest] = all.slice(start, starts[nth + 1])
    if (!heading || !mark) throw new Error('the guide: a heading without a topic')
    const words = lineOf(heading)
      .map((part) => part.text)
      .join('')
    return { ...markOf(mark), heading: words, blocks: rest.flatMap(blocks) }
  })
}
