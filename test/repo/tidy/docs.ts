/**
 * Every document has one main heading, its links resolve, the files it names exist, and each decision has a number.
 * Reads Markdown outside code blocks.
 */
import { existsSync, globSync } from 'node:fs'
import { posix, join } from 'node:path'
import type { Finding, Rule, Source } from './source.ts'

const isDocument = ({ path }: Source): boolean => path.endsWith('.md')

/** The text with code blocks and code spans blanked, line numbers kept. */
function prose(text: string): string {
  return text
    .replaceAll(/^```[\s\S]*?^```/gm, (block) => block.replaceAll(/[^\n]/g, ' '))
    .replaceAll(/`[^`\n]*`/g, '``')
}

export const oneHeading: Rule = (sources) =>
  sources.filter(isDocument).flatMap(({ path, text }) => {
    const headings = prose(text)
      .split('\n')
      .filter((line) => /^# \S/.test(line)).length
    return headings === 1 ? [] : [{ path, line: 1, says: `${headings} main headings, one is right` }]
  })

const DECISION = /(^|\/)docs\/adr\/(\d{4})-[^/]+\.md$/

/** A decision is named by its number alone: each has its own, and its heading says the same. */
export const decisionNumbers: Rule = (sources) => {
  const decisions = sources.flatMap(({ path, text }) => {
    const [, , number = ''] = DECISION.exec(path) ?? []
    return number === '' ? [] : [{ path, number, text }]
  })
  const paths = Map.groupBy(decisions, ({ number }) => number)
  return decisions.flatMap(({ path, number, text }): Finding[] => {
    const first = paths.get(number)?.[0]?.path ?? path
    const heading = `# ${Number(number)}. `
    return [
      ...(first === path ? [] : [{ path, line: 1, says: `its number is taken by ${first}` }]),
      ...(text.startsWith(heading)
        ? []
        : [{ path, line: 1, says: `its heading does not begin with "${heading.trim()}"` }]),
    ]
  })
}

const LINK = /!?\[[^\]]*\]\(\s*<?([^)\s>]+)>?[^)]*\)|<img\s[^>]*src="([^"]+)"/g

/** `root`: the folder of the tree, because a link can lead to a picture, which is not a source. */
export function deadLinks(root: string): Rule {
  return (sources) =>
    sources.filter(isDocument).flatMap(({ path, text }) =>
      prose(text)
        .split('\n')
        .flatMap((line, index) => linksOf(line).flatMap((link) => judge(path, index + 1, link))),
    )

  function judge(path: string, line: number, link: string): readonly Finding[] {
    if (/^([a-z]+:|#)/.test(link)) return []
    const target = posix.join(posix.dirname(path), decodeURI(link.replace(/[#?].*$/, '')))
    return existsSync(join(root, target)) ? [] : [{ path, line, says: `a link that leads nowhere: ${link}` }]
  }
}

function linksOf(line: string): readonly string[] {
  return [...line.matchAll(LINK)].map((match) => match[1] ?? match[2] ?? '')
}

const CODE_SPAN = /`([^`\n]+)`/g
/** A file or folder of the project, as documents name it: `main/app.ts`, `shared/circulation/hold-*.ts`. */
const PATH = /^(main|renderer|shared|migrations|test|tools|bench|demo|docs)\/[\w./*-]*$/

/** Every path that a document names in code exists; a star matches any part of a name. */
export function deadPaths(root: string): Rule {
  const isThere = (path: string): boolean => globSync(path, { cwd: root }).length > 0
  return (sources) =>
    sources.filter(isDocument).flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, index) =>
        [...line.matchAll(CODE_SPAN)]
          .map(([, span = '']) => span)
          .filter((span) => PATH.test(span) && !isThere(span.replace(/\/$/, '')))
          .map((span): Finding => ({ path, line: index + 1, says: `names a file that is not there: ${span}` })),
      ),
    )
}
