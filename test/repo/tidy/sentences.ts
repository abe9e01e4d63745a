/**
 * A decision gives codes and facts; its words are in shared/words, in each language. Where that is so, no text of three
 * words may stand. Messages of faults, which only an engineer reads, may.
 */
import { lineOf, nameOf, walk, type Finding, type Rule, type Source, type SyntaxNode } from './source.ts'

const FOLDERS = /^shared\/(?:refusals|circulation|ledger)\//

/** Files that still say something. A name is taken off this list when its words are in the catalogue. */
const YET: ReadonlySet<string> = new Set(
  `claims due-date explain fees fine-waiver fine fixed-dates found library-settings lost marking policy-check-fixed
  policy-check-limits policy-check-rows policy-check-scope policy-check recall renew return-moment return-question
  setting-words`
    .split(/\s+/)
    .map((name) => `shared/circulation/${name}.ts`),
)

const SENTENCE = /[\p{L}’]+ [\p{Ll}’]+ [\p{Ll}’]+/u
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
    .filter(({ path, program }) => program !== null && FOLDERS.test(path))
    .flatMap((source) => {
      const found = saidIn(source)
      if (!YET.has(source.path)) return found
      const says = 'says nothing any more: take it off the list of the rule'
      return found.length === 0 ? [{ path: source.path, line: 1, says }] : []
    })
