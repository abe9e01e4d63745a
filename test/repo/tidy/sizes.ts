/** How long files, functions and lines may be, and that each file begins with a comment that says what it is. */
import { isNode, lineOf, nameOf, walk, type Finding, type Rule, type Source, type SyntaxNode } from './source.ts'

const FILE_LINES_MAX = 300
const TEST_LINES_MAX = 500
const FUNCTION_LINES_MAX = 60
const COLUMNS_MAX = 120

const FUNCTIONS = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']
/** The blocks of a test file are as long as the file. */
const TEST_BLOCKS = ['describe', 'it', 'test', 'each', 'for', 'skipIf', 'runIf', 'sequential', 'concurrent']

/** Written by hand and read as code: not a document, a lock file, or generated. */
const isCode = (path: string): boolean =>
  /\.(ts|tsx|mjs|css|html|sql)$/.test(path) && !/\.gen\.ts$|\/schema\.sql$/.test(path)
/**
 * Names every table of a data file, by topic: split up, it would be harder to read, and the layout would be two files.
 */
const FIRST_SCHEMA = /^migrations\/.*\/0001_\w+\.sql$/
const isTest = (path: string): boolean => path.startsWith('test/')

export const fileLength: Rule = (sources) =>
  sources.flatMap(({ path, text }) => {
    if (!isCode(path) || FIRST_SCHEMA.test(path)) return []
    const most = isTest(path) ? TEST_LINES_MAX : FILE_LINES_MAX
    const lines = text.trimEnd().split('\n').length
    return lines > most ? [{ path, line: most + 1, says: `${lines} lines, at most ${most}` }] : []
  })

export const lineLength: Rule = (sources) =>
  sources.flatMap(({ path, text }) => {
    if (!isCode(path)) return []
    return text.split('\n').flatMap((line, index) => {
      const columns = Array.from(line.trimEnd()).length
      return columns > COLUMNS_MAX
        ? [{ path, line: index + 1, says: `${columns} columns, at most ${COLUMNS_MAX}` }]
        : []
    })
  })

export const functionLength: Rule = (sources) =>
  sources.flatMap((source) => {
    const findings: Finding[] = []
    if (!source.program || !isCode(source.path)) return findings
    walk(source.program, (node, parent) => {
      if (!FUNCTIONS.includes(node.type) || (isTest(source.path) && isTestBlock(parent))) return
      const line = lineOf(source.text, node.start)
      const lines = lineOf(source.text, node.end) - line + 1
      if (lines > FUNCTION_LINES_MAX) {
        findings.push({ path: source.path, line, says: `a function of ${lines} lines, at most ${FUNCTION_LINES_MAX}` })
      }
    })
    return findings
  })

/** Is this the call of `describe(…)`, `it(…)` or `it.each(…)(…)`? */
function isTestBlock(call: SyntaxNode | null): boolean {
  if (call?.type !== 'CallExpression') return false
  let callee = call['callee']
  while (isNode(callee)) {
    if (TEST_BLOCKS.includes(nameOf(callee))) return true
    callee = callee.type === 'CallExpression' ? callee['callee'] : callee['object']
  }
  return false
}

const WITH_HEAD = /^(main|renderer|shared|tools|bench|central|test)\/.*\.(ts|tsx|mjs)$/

export const headComment: Rule = (sources) =>
  sources.flatMap((source) => (!WITH_HEAD.test(source.path) || hasHead(source) ? [] : [headless(source.path)]))

function hasHead({ text, comments }: Source): boolean {
  const first = comments.find((comment) => !comment.value.startsWith('!'))
  if (!first) return false
  return (
    text
      .slice(0, first.start)
      .replace(/^#!.*\n/, '')
      .trim() === '' && first.value.trim().length > 10
  )
}

function headless(path: string): Finding {
  return { path, line: 1, says: 'no comment at its head says what this file is' }
}
