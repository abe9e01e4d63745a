/**
 * Puts the files that pictures of lines are drawn with beside the bundle that reads them: HarfBuzz, the fonts, and the
 * terms of the fonts. A bundle without that code gets none.
 */
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Plugin } from 'vite'
import { FONTS } from '../main/devices/printers/raster/font-files.ts'

const PACKAGES = join(import.meta.dirname, '../node_modules')
const SHAPER = 'harfbuzzjs/dist/harfbuzz'
const FONT_FILES = 'main/devices/printers/raster/font-files.ts'

type File = { readonly name: string; readonly from: string }

const packageOf = (file: string): string => file.split('/').slice(0, 2).join('/')

/** The terms of a font: of their own where the package has others for its code. */
function termsOf(file: string): string {
  const folder = join(PACKAGES, packageOf(file))
  const own = join(folder, 'LICENSE_FONT')
  return existsSync(own) ? own : join(folder, 'LICENSE')
}

const FONT_PARTS: readonly File[] = FONTS.flatMap(({ name, file }) => [
  { name: `fonts/${basename(file)}`, from: join(PACKAGES, file) },
  { name: `fonts/license-${name}.txt`, from: termsOf(file) },
])

/** What a chunk made of these modules reads beside itself. */
function filesFor(modules: readonly string[]): readonly File[] {
  const has = (path: string): boolean => modules.some((id) => id.replaceAll('\\', '/').includes(path))
  return [
    ...(has(`${SHAPER}.js`) ? [{ name: 'harfbuzz.wasm', from: join(PACKAGES, `${SHAPER}.wasm`) }] : []),
    ...(has(FONT_FILES) ? FONT_PARTS : []),
  ]
}

export function printerFiles(): Plugin {
  return {
    name: 'datestamp-printer-files',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue
        for (const { name, from } of filesFor(chunk.moduleIds)) {
          const fileName = join(dirname(chunk.fileName), name).replaceAll('\\', '/')
          this.emitFile({ type: 'asset', fileName, source: readFileSync(from) })
        }
      }
    },
  }
}
