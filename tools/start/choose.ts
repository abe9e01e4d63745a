/**
 * Which window `npm start` opens the desk in, by what this machine has. Pure. Chooses nothing that the machine cannot
 * show.
 */
export type Machine = {
  readonly platform: NodeJS.Platform
  /** Path of the Electron binary, when it is installed. */
  readonly electron: string | null
  readonly chromium: string | null
  readonly env: Readonly<Record<string, string | undefined>>
  readonly isRoot: boolean
}

export type Choice =
  | { readonly kind: 'electron'; readonly says: string }
  | { readonly kind: 'chromium'; readonly says: string }
  | { readonly kind: 'demo'; readonly says: string }
  | { readonly kind: 'nothing'; readonly says: string }

/** Whether there is a screen to open a window on. Only Linux can be without one here. */
export function hasDisplay({ platform, env }: Pick<Machine, 'platform' | 'env'>): boolean {
  return platform !== 'linux' || [env['DISPLAY'], env['WAYLAND_DISPLAY']].some(Boolean)
}

export function choose(machine: Machine): Choice {
  if (!hasDisplay(machine)) {
    if (machine.electron ?? machine.chromium) {
      return {
        kind: 'demo',
        says: 'This machine has no screen, so a scripted shift is worked instead, which leaves pictures.',
      }
    }
    return { kind: 'nothing', says: 'This machine has no screen, and no Chromium to draw pictures with.' }
  }
  if (machine.electron) return { kind: 'electron', says: 'Opening the desk.' }
  if (machine.chromium) {
    return { kind: 'chromium', says: 'Electron is not installed: opening the same desk in a Chromium window.' }
  }
  return {
    kind: 'nothing',
    says: 'Neither Electron nor Chromium is here, so nothing can open the desk. Please install Chromium.',
  }
}

/**
 * The data folder of a desk started from the sources, as Electron would choose it. The stand-in has a folder of its
 * own: neither can open a key that the other one sealed.
 */
export function userDataFolder(
  { platform, env }: Pick<Machine, 'platform' | 'env'>,
  home: string,
  kind: 'electron' | 'chromium' = 'electron',
): string {
  const name = kind === 'electron' ? 'datestamp' : 'datestamp-standin'
  if (platform === 'win32') return `${env['APPDATA'] ?? `${home}/AppData/Roaming`}/${name}`
  if (platform === 'darwin') return `${home}/Library/Application Support/${name}`
  return `${env['XDG_CONFIG_HOME'] ?? `${home}/.config`}/${name}`
}
