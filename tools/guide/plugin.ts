/**
 * The guide as a module of the screens: `virtual:guide` holds the topics in every language. Its pictures are built
 * beside the other files of the screens, by addresses of their own.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import type { Topic } from '../../shared/help/topic.ts'
import { readGuide } from './read-guide.ts'

const DOCS = join(import.meta.dirname, '../../docs')
/** By language. */
export const GUIDES = { en: 'guide.md', es: 'guide.es.md' } as const

const NAME = 'virtual:guide'
const RESOLVED = `\0${NAME}`
const PICTURE = /"file":"([^"]+)"/g

export function guideFile(language: keyof typeof GUIDES): string {
  return join(DOCS, GUIDES[language])
}

/** The module's text: the topics, each picture imported by its file. */
function moduleOf(guides: Readonly<Record<string, readonly Topic[]>>): string {
  const json = JSON.stringify(guides)
  const files = [...new Set([...json.matchAll(PICTURE)].map(([, file = '']) => file))]
  const imports = files.map((file, at) => `import picture_${at} from ${JSON.stringify(join(DOCS, file))}`)
  const body = json.replaceAll(PICTURE, (_all, file: string) => `"file":picture_${files.indexOf(file)}`)
  return `${imports.join('\n')}\nexport const GUIDE = ${body}\n`
}

export function guidePlugin(): Plugin {
  return {
    name: 'datestamp-guide',
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    async load(id) {
      if (id !== RESOLVED) return undefined
      const languages = Object.keys(GUIDES) as (keyof typeof GUIDES)[]
      for (const language of languages) this.addWatchFile(guideFile(language))
      const read = languages.map(async (language) => [
        language,
        await readGuide(readFileSync(guideFile(language), 'utf8')),
      ])
      return moduleOf(Object.fromEntries((await Promise.all(read)) as [string, readonly Topic[]][]))
    },
  }
}
