/**
 * Chromium's switches that would open the packaged desk from outside: a debugger drives the page, a page without
 * sandbox or web security reaches further, another folder or key store gets round the sealed key. Pure.
 */

/** By how a switch begins, since each comes in several forms: remote-debugging-port, -pipe, -address. */
const REFUSED_BEGINNINGS = ['remote-debugging-', 'remote-allow-origins', 'inspect'] as const
const REFUSED = new Set([
  'no-sandbox',
  'disable-setuid-sandbox',
  'disable-namespace-sandbox',
  'disable-seccomp-filter-sandbox',
  'disable-gpu-sandbox',
  'single-process',
  'disable-web-security',
  'disable-site-isolation-trials',
  'user-data-dir',
  'password-store',
  'use-mock-keychain',
  'load-extension',
  'js-flags',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  'browser-subprocess-path',
  'log-net-log',
])

/**
 * The switches in this command line for which a packaged desk ends, without their values. Read as Chromium reads them:
 * one dash does as well as two, on Windows a slash and capitals too.
 */
export function refusedSwitches(args: readonly string[], platform: NodeJS.Platform): readonly string[] {
  const form = platform === 'win32' ? /^(?:--?|\/)([^=]+)/ : /^--?([^=]+)/
  const given = args.flatMap((arg) => form.exec(arg.trim())?.[1] ?? [])
  const names = given.map((name) => (platform === 'win32' ? name.toLowerCase() : name))
  return names.filter((name) => REFUSED.has(name) || REFUSED_BEGINNINGS.some((start) => name.startsWith(start)))
}
