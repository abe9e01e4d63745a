/** What draws lines for printers works as a bundle of its own, far from every package, and draws the same. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { build } from 'vite'
import { encodeReceipt } from '../../main/devices/printers/encode/encode-receipt.ts'
import { external, nodeTarget } from '../../tools/bundle.ts'
import { printerFiles } from '../../tools/printer-files.ts'
import { titled } from '../main/devices/printers/papers-printed.ts'
import { PROFILES } from '../../shared/devices/printer/profiles.ts'

const FOLDER = mkdtempSync(path.join(tmpdir(), 'datestamp-printer-'))
const OUT = path.join(FOLDER, 'dist')
const ENTRY = 'main/devices/printers/encode/encode-receipt.ts'

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [printerFiles()],
    ssr: { noExternal: true },
    build: {
      ssr: path.join(import.meta.dirname, '../..', ENTRY),
      outDir: OUT,
      emptyOutDir: true,
      target: nodeTarget,
      minify: false,
      rolldownOptions: { external, output: { format: 'es', entryFileNames: 'devices/index.mjs' } },
    },
  })
})
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }))

it('draws the same dots', () => {
  const document = titled('吾輩は猫である', 'كتاب الطبخ', 'हिन्दी 😀', '한국어')
  const [profile] = PROFILES
  writeFileSync(path.join(FOLDER, 'document.json'), JSON.stringify({ document, profile }))
  writeFileSync(
    path.join(FOLDER, 'print.mjs'),
    `import { readFileSync } from 'node:fs'
     import { encodeReceipt } from './dist/devices/index.mjs'
     const { document, profile } = JSON.parse(readFileSync('document.json', 'utf8'))
     process.stdout.write(Buffer.from(encodeReceipt(document, profile, { job: 1 })).toString('hex'))`,
  )
  const said = execFileSync(process.execPath, ['print.mjs'], { cwd: FOLDER, encoding: 'utf8' })
  if (!profile) throw new TypeError('no profile')
  expect(said).toBe(Buffer.from(encodeReceipt(document, profile, { job: 1 })).toString('hex'))
})

it('has its files beside it, and the terms of each font', () => {
  const files = readdirSync(path.join(OUT, 'devices'), { recursive: true }).map(String)
  expect(files).toContain('harfbuzz.wasm')
  expect(files.filter((file) => /\.(ttf|otf)$/.test(file))).toHaveLength(7)
  expect(files.filter((file) => /license-\w+\.txt$/.test(file))).toHaveLength(7)
})
