/**
 * What was typed into the open form, on its way to the station, which keeps it as a draft: at most twice a second while
 * typing, and before anything that may take the form away. Typing never waits for it. Holds what a form that is drawn
 * again needs, for the open page alone. Must never send a PIN.
 */
import { draftName, type Act, type Field, type FormDraft, type PageRef } from '../../shared/desk/page.ts'
import { draftAbout } from '../../shared/desk/session/draft-about.ts'
import { pieceName } from '../../shared/desk/pay/pieces.ts'
import { initialText } from '../../shared/desk/read-field.ts'
import type { DateOrder } from '../../shared/kernel/date-order.ts'
import { orderNow, type Form, type Store } from './state.ts'
import type { Wire } from './wire.ts'

const KEPT_EVERY_MS = 500

type Texts = Readonly<Record<string, string>>
type FormAt = Pick<Form, 'act' | 'row_id'>
type Whose = {
  readonly staff_code: string
  readonly named: { readonly page: PageRef; readonly act: string; readonly patron_id: number | null }
}
/** A draft as this screen knows it. `was_sent`: the station may have it, perhaps as it was before. */
type Typed = Whose & { readonly texts: Texts; is_sent: boolean; was_sent: boolean; kept_at: string }

/** The names under which a field's texts are found: a count has one for each piece. */
function namesOf(field: Field): readonly string[] {
  return field.kind === 'count' ? field.options.map((option) => pieceName(field, option)) : [field.name]
}

/** The texts that a draft holds: of every field but a PIN. */
function draftTexts(asks: readonly Field[], texts: Texts): Texts {
  const names = asks.filter(({ kind }) => kind !== 'pin').flatMap(namesOf)
  return Object.fromEntries(names.flatMap((name) => (texts[name] === undefined ? [] : [[name, texts[name]]])))
}

/** Without the fields that are as they were offered: by the time of the draft, the record may offer something else. */
export function changedTexts(asks: readonly Field[], texts: Texts, order: DateOrder): Texts {
  const offered = asks.filter((field) => field.kind !== 'count' && texts[field.name] === initialText(field, order))
  const left = new Set(offered.map(({ name }) => name))
  return Object.fromEntries(Object.entries(texts).filter(([name]) => !left.has(name)))
}

function isChanged(asks: readonly Field[], texts: Texts, order: DateOrder): boolean {
  return asks.some((field) => {
    if (field.kind === 'count') return namesOf(field).some((name) => (texts[name] ?? '') !== '')
    return field.name in texts && texts[field.name] !== initialText(field, order)
  })
}

function hasWords(asks: readonly Field[], texts: Texts, order: DateOrder): boolean {
  return asks.some((field) => {
    // What was counted took as long as a sentence.
    if (field.kind === 'count') return isChanged([field], texts, order)
    const isWords =
      field.kind === 'text' || field.kind === 'code' || field.kind === 'long-text' || field.kind === 'folder'
    return isWords && isChanged([field], texts, order) && (texts[field.name] ?? '').trim() !== ''
  })
}

const isSame = (one: Texts, other: Texts): boolean => JSON.stringify(one) === JSON.stringify(other)

const keyOf = ({ staff_code, named }: Whose): string => JSON.stringify([staff_code, named])

export class Drafts {
  readonly #ask: Wire['call']
  readonly #store: Store
  /** Of the open page alone; `null` for a form whose draft is gone. */
  readonly #known = new Map<string, Typed | null>()
  #known_of = ''
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(ask: Wire['call'], store: Store) {
    this.#ask = ask
    this.#store = store
  }

  /** What was typed into a form. */
  note(form: FormAt, all: Texts): void {
    const whose = this.#whose(form)
    if (!whose) return
    const { asks } = form.act
    const texts = draftTexts(asks, all)
    if (!isChanged(asks, texts, orderNow(this.#store.now()))) return this.drop(form)
    const before = this.#known.get(keyOf(whose))
    // A PIN that is typed once more changes nothing of the draft.
    if (!before || !isSame(before.texts, texts)) {
      const typed = { ...whose, texts, is_sent: false, was_sent: this.#wasSent(whose), kept_at: '' }
      this.#known.set(keyOf(whose), typed)
    }
    this.#timer ??= setTimeout(() => this.flush(), KEPT_EVERY_MS)
  }

  /** Sends what was not sent yet. Call it before anything that may take the form away. */
  flush(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    for (const typed of this.#known.values()) if (typed) this.#send(typed)
  }

  /** What is kept of this form of the open page; null for nothing. */
  kept({ act, row_id }: { readonly act: Act; readonly row_id: string | null }): Omit<FormDraft, 'act'> | null {
    const whose = this.#whose({ act, row_id })
    if (!whose) return null
    const typed = this.#known.get(keyOf(whose))
    return typed === undefined ? this.#stored(whose) : typed
  }

  /** The form was discarded. */
  drop(form: FormAt): void {
    const whose = this.#whose(form)
    if (whose) this.#drop(whose, this.#wasSent(whose))
  }

  /** The form is sent. @returns what drops it once it was taken, also where the page has gone by then */
  sending(form: FormAt): () => void {
    this.flush()
    const whose = this.#whose(form)
    const wasSent = whose !== null && this.#wasSent(whose)
    return () => {
      if (whose) this.#drop(whose, wasSent)
    }
  }

  #drop(whose: Whose, wasSent: boolean): void {
    const { page } = whose.named
    const now = this.#store.now().snapshot?.page?.ref
    // A page that is opened again shows what the station keeps: a registration may still wait for a second person.
    if (now?.place === page.place && now.about === page.about) this.#known.set(keyOf(whose), null)
    else this.#known.delete(keyOf(whose))
    if (wasSent) void this.#ask('draft.drop', whose.named).catch(() => {})
  }

  /** The form was left by Esc: words and counts are kept, other figures and choices alone are not. */
  leave(form: FormAt): void {
    const texts = this.kept(form)?.texts
    if (texts && !hasWords(form.act.asks, texts, orderNow(this.#store.now()))) this.drop(form)
    else this.flush()
  }

  #send(typed: Typed): void {
    // Another person at the desk by now: the station would keep it for them.
    const { snapshot } = this.#store.now()
    if (typed.is_sent || snapshot?.staff?.staff_code !== typed.staff_code) return
    typed.is_sent = true
    typed.was_sent = true
    const again = (): void => {
      typed.is_sent = false
    }
    const { named, texts } = typed
    void this.#ask('draft.keep', { ...named, texts }).then((answer) => {
      if (answer.kind === 'ok') typed.kept_at = answer.output.says
      else again()
    }, again)
  }

  #whose({ act, row_id }: FormAt): Whose | null {
    const { snapshot } = this.#store.now()
    const page = snapshot?.page?.ref
    // Nothing of the recovery key is kept.
    if (!snapshot?.staff || !page || page.place === 'recovery-key') return null
    const { staff_code } = snapshot.staff
    const patron_id = draftAbout(page, snapshot.patron?.patron_id ?? null)
    const of = JSON.stringify([staff_code, page, patron_id])
    if (of !== this.#known_of) this.#known.clear()
    this.#known_of = of
    return { staff_code, named: { page, act: draftName(act, row_id), patron_id } }
  }

  #wasSent(whose: Whose): boolean {
    const typed = this.#known.get(keyOf(whose))
    return typed === undefined ? this.#stored(whose) !== null : (typed?.was_sent ?? false)
  }

  #stored({ named }: Whose): Omit<FormDraft, 'act'> | null {
    return this.#store.now().snapshot?.page?.drafts.find((one) => one.act === named.act) ?? null
  }
}
