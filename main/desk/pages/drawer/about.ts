/** What a page of the drawer is about, as a page keeps it in one text: which drawer, and which part of its life. */

/** `now`: whatever comes next at this drawer; `open`: what is done at it, even while it is being closed. */
const PARTS = ['now', 'open'] as const
export type DrawerAbout = { readonly part: (typeof PARTS)[number]; readonly of: string }

export function aboutText({ part, of }: DrawerAbout): string {
  return of === '' ? '' : `${part} ${of}`
}

/** Empty, or not readable: the only drawer, or the choice between several. */
export function readAbout(about: string): DrawerAbout {
  const at = about.indexOf(' ')
  const part = PARTS.find((one) => one === about.slice(0, at))
  return part === undefined ? { part: 'now', of: '' } : { part, of: about.slice(at + 1) }
}
