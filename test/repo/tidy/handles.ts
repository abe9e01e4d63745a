/**
 * Who can write: the journal and data in, by the write handle, and nobody else. `main/app.ts` puts the parts together;
 * everybody else is given the read handle.
 */
import { lineOf, nameOf, walk, type Finding, type Rule, type Source } from './source.ts'

const WRITERS = /^main\/(store\/|journal\/|data-in\/|app\.ts$)/
/** What opens the files for writing, the handle itself, and what the journal keeps it under. */
const NAMES = new Set(['WriteHandle', 'openStore', 'openFile', 'keepOwn', 'Writing', 'writes'])

export const handles: Rule = (sources) =>
  sources.filter(({ path }) => path.startsWith('main/') && !WRITERS.test(path)).flatMap(namedIn)

function namedIn({ program, path, text }: Source): readonly Finding[] {
  const found = new Map<string, Finding>()
  if (!program) return []
  walk(program, (node) => {
    const name = nameOf(node)
    if (!NAMES.has(name)) return
    const line = lineOf(text, node.start)
    found.set(`${line} ${name}`, { path, line, says: `only the journal and data in write: ${name}` })
  })
  return [...found.values()]
}
