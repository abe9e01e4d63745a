/**
 * The form that a new patron signs: who they are as it was typed, the library's own terms, and lines to sign on; of a
 * child the guardian signs. It has name, address and the whole card number, and is for that patron and the library.
 */
import type { LocalDate } from '../../kernel/time.ts'
import { compose, foot, heading, letterhead, line, plain, RULE, SPACE, strong } from '../blocks.ts'
import type { Block, ReceiptDocument } from '../document.ts'
import type { PaperFacts } from '../paper-facts.ts'
import { sayBirthDate, sayWithYear } from '../say.ts'
import type { Words } from '../words/en.ts'

export type RegistrationFacts = PaperFacts & {
  readonly patron_name: string
  readonly born_on: LocalDate | null
  /** Line by line, as on an envelope. */
  readonly address_lines: readonly string[]
  readonly phone: string
  readonly email: string
  readonly category_name: string
  /** Empty: none yet. */
  readonly card_barcode: string
  readonly card_expires_on: LocalDate | null
  /** The library says so on the card of a non-resident, and this is one. */
  readonly is_non_resident: boolean
  /** Whom to talk to at an organization, who signs for it; null: a person's card. */
  readonly contact_name: string | null
  /** Who answers for a child; null: an adult. An empty name is written by hand. */
  readonly guardian_name: string | null
  /** The library's own. */
  readonly terms_lines: readonly string[]
}

/** What nobody typed is a line to write on. */
function told(label: string, text: string): readonly Block[] {
  return text === '' ? [line(label, ''), SPACE, RULE] : [line(label, text)]
}

/** An address takes two lines. */
function addressed(lines: readonly string[], { form }: Words): readonly Block[] {
  return lines.length > 0 ? lines.flatMap(plain) : [line(form.address, ''), SPACE, RULE, SPACE, RULE]
}

function signed(label: string, words: Words): readonly Block[] {
  return [SPACE, SPACE, RULE, ...plain(label), SPACE, RULE, ...plain(words.form.date)]
}

export function registrationForm(facts: RegistrationFacts, words: Words): ReceiptDocument {
  const { form } = words
  const { guardian_name, contact_name, born_on, card_expires_on: expires } = facts
  const own = contact_name === null ? form.signature : form.organization_signature
  return compose('registration', facts, words, [
    letterhead(facts, words, form.title),
    strong(facts.patron_name),
    addressed(facts.address_lines, words),
    contact_name === null
      ? told(form.born, born_on === null ? '' : sayBirthDate(words, born_on, facts))
      : told(form.contact, contact_name),
    told(form.phone, facts.phone),
    told(form.email, facts.email),
    line(form.category, facts.category_name),
    facts.card_barcode === '' ? [] : line(words.your_card, facts.card_barcode),
    expires === null ? [] : plain(words.card_expires(sayWithYear(words, expires, facts))),
    facts.is_non_resident ? strong(words.non_resident) : [],
    guardian_name === null ? [] : told(form.guardian, guardian_name),
    RULE,
    heading(form.terms),
    (facts.terms_lines.length > 0 ? facts.terms_lines : form.usual_terms).flatMap(plain),
    guardian_name === null ? [] : plain(form.guardian_terms),
    signed(guardian_name === null ? own : form.guardian_signature, words),
    foot({ ...facts, web_address: null }),
  ])
}
