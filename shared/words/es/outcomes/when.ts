/** The article before a date or a time of day: "el jue, 17 de dic", "las 2:15 p.m.", "la medianoche". */

function article(when: string): 'el' | 'la' | 'las' {
  if (when.startsWith('1:') || when === 'medianoche') return 'la'
  return /^\d+:/.test(when) ? 'las' : 'el'
}

export const the = (when: string): string => `${article(when)} ${when}`

/** When something is due: "el jue, 17 de dic", "a las 2:15 p.m.". */
export const onThe = (when: string): string => (article(when) === 'el' ? the(when) : `a ${the(when)}`)

/** With the preposition: "al jue, 17 de dic", "a las 2:15 p.m.". */
export const toThe = (when: string): string => (article(when) === 'el' ? `al ${when}` : `a ${the(when)}`)
