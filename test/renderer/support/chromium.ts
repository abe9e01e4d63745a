/** The built screens in the installed Chromium, served with the desk's own content policy, over the canned wire. */
import { createServer, type Server } from 'node:http'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { build } from 'vite'
import { CONTENT_POLICY } from '../../../main/electron/scheme.ts'
import type { Settings } from '../../../shared/ipc/settings.ts'
import type { SceneName } from './scenes.ts'

const ROOT = path.join(import.meta.dirname, '../../..')
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
}

export type Look = {
  readonly settings?: Partial<Settings>
  readonly forcedColors?: 'active' | 'none'
  readonly colorScheme?: 'light' | 'dark'
  readonly width?: number
  readonly height?: number
}

export type Screens = {
  readonly open: (scene: SceneName, look?: Look) => Promise<Page>
  readonly close: () => Promise<void>
}

async function buildInto(folder: string): Promise<string> {
  // As it is shipped: the test runner's own word would have React check itself, at several times the cost.
  process.env['NODE_ENV'] = 'production'
  await build({
    configFile: path.join(ROOT, 'vite.renderer.config.ts'),
    root: path.join(ROOT, 'renderer'),
    logLevel: 'error',
    build: { outDir: path.join(folder, 'renderer'), emptyOutDir: true, sourcemap: false },
  })
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    build: {
      outDir: path.join(folder, 'wire'),
      lib: { entry: path.join(ROOT, 'test/renderer/support/page.ts'), formats: ['iife'], name: 'cannedPage' },
      rollupOptions: { output: { entryFileNames: 'wire.js' } },
    },
  })
  return readFileSync(path.join(folder, 'wire/wire.js'), 'utf8')
}

function serve(folder: string): Promise<{ server: Server; origin: string }> {
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://desk').pathname
    // A browser asks for it by itself, once and at a time of its own; the desk has none.
    if (name === '/favicon.ico') {
      response.writeHead(204).end()
      return
    }
    const file = path.join(folder, name === '/' ? 'index.html' : path.normalize(name))
    try {
      const body = readFileSync(file)
      const type = TYPES[path.extname(file)] ?? 'application/octet-stream'
      response.writeHead(200, { 'content-type': type, 'content-security-policy': CONTENT_POLICY }).end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      resolve({ server, origin: `http://127.0.0.1:${port}/` })
    })
  })
}

/** Builds once and opens as many screens as asked. */
export async function openScreens(): Promise<Screens> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'datestamp-screens-'))
  const wire = await buildInto(folder)
  const { server, origin } = await serve(path.join(folder, 'renderer'))
  const isRoot = process.getuid?.() === 0
  const browser: Browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: isRoot ? ['--no-sandbox'] : [],
  })
  return {
    open: async (scene, look = {}) => {
      const context = await browser.newContext({
        viewport: { width: look.width ?? 1366, height: look.height ?? 768 },
        colorScheme: look.colorScheme ?? 'light',
        forcedColors: look.forcedColors ?? 'none',
      })
      const page = await context.newPage()
      const start = JSON.stringify({ scene, settings: look.settings ?? {} })
      await page.addInitScript({ content: `window.cannedScene = ${start};\n${wire}` })
      await page.goto(origin)
      await page.locator('[data-screen]').first().waitFor()
      await page.evaluate(() => document.fonts.ready.then(() => undefined))
      return page
    },
    close: async () => {
      await browser.close()
      server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
