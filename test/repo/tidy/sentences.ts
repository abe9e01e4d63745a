/**
 * A decision returns codes and facts; its words are in shared/words, in each language. In the folders where that is
 * done, no text that reads like a sentence is allowed. Messages of faults, which only an engineer reads, are.
 */
import { lineOf, nameOf, walk, type Finding, type Rule, type Source, type SyntaxNode } from './source.ts'

const FOLDERS = [
  'shared/refusals/',
  'shared/circulation/',
  'shared/policy/',
  'shared/ledger/',
  'main/circulation/',
  'main/search/',
  'main/policy/',
  'main/desk/money/',
  'main/desk/holds/',
  'main/desk/items/',
  'main/desk/loans/',
  'main/desk/papers/',
  'main/desk/patrons/',
  'main/desk/policy/',
  'main/desk/privacy/',
  'main/desk/shelves/',
  'main/desk/staff/',
  'main/desk/pages/account/',
  'main/desk/pages/holds/',
  'main/desk/pages/items/',
  'main/desk/pages/policy/',
  'main/desk/pages/privacy/',
  'main/desk/pages/reports/',
  'main/desk/pages/shelves/',
  'main/desk/pages/staff/',
  'main/desk/pages/this-desk/',
]

/** Three words, or two that begin like a sentence: “No items”, “Recalled, due …”. */
const SENTENCE = /[\p{L}’]+ [\p{Ll}’]+ [\p{Ll}’]+|^\p{Lu}[\p{Ll}’]+,? [\p{Ll}’]+/u
const FAULTS = new Set(['assert', 'must', 'TypeError', 'RangeError'])

function textOf(node: SyntaxNode): string {
  const value = node['value']
  if (node.type === 'Literal' && typeof value === 'string') return value
  if (node.type !== 'TemplateElement' || typeof value !== 'object' || value === null) return ''
  return 'raw' in value ? String(value.raw) : ''
}

function isFault(node: SyntaxNode): boolean {
  return (node.type === 'CallExpression' || node.type === 'NewExpression') && FAULTS.has(nameOf(node['callee']))
}

function saidIn({ path, text, program }: Source): readonly Finding[] {
  const faults: SyntaxNode[] = []
  const found: Finding[] = []
  if (program === null) return []
  walk(program, (node) => {
    if (isFault(node)) faults.push(node)
    const isInFault = faults.some(({ start, end }) => start <= node.start && node.end <= end)
    const isSaid = SENTENCE.test(textOf(node)) && !isInFault
    if (isSaid) found.push({ path, line: lineOf(text, node.start), says: 'words belong into shared/words' })
  })
  return found
}

export const sentences: Rule = (sources) =>
  sources
    .filter(({ path, program }) => program !== null && FOLDERS.some((folder) => path.startsWith(folder)))
    .flatMap(saidIn)
