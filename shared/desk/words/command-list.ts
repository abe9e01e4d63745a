/**
 * Everything the command list can find: acts with a key, pages without one, the tables of the rules, and answers for
 * what the desk does elsewhere or not at all. Knows nothing of roles: the station decides who may open what.
 */
import type { Language } from '../../kernel/language.ts'
import { SETTING_AREAS } from '../../policy/settings.ts'
import { ROW_TABLES } from '../../policy/tables.ts'
import type { Words } from '../../words/en/en.ts'
import { wordsOf } from '../../words/speech.ts'
import { ACTIONS, type DeskAction } from '../keymap.ts'
import type { PageRef } from '../page.ts'
import type { DeskMode } from '../screen.ts'

export type CommandTarget =
  | { readonly kind: 'act'; readonly action: DeskAction }
  | { readonly kind: 'go'; readonly page: PageRef }
  | { readonly kind: 'mode'; readonly mode: DeskMode }

export type Command = {
  /** Unique in the list. */
  readonly command_id: string
  readonly label: string
  /** What it does; for an answer, what to do instead. */
  readonly does: string
  /** Other words for it, in the language of the list. */
  readonly also: readonly string[]
  /** Its label and other words in the other language, which count after all of its own language. */
  readonly foreign: readonly string[]
  readonly target: CommandTarget
  /** Whether it is listed before anything is typed. */
  readonly is_listed: boolean
}

type CommandWords = Words['screen']['commands']

const PAGES: Readonly<Record<keyof CommandWords['pages'], CommandTarget>> = {
  devices: { kind: 'go', page: { place: 'devices', about: '' } },
  jobs: { kind: 'go', page: { place: 'jobs', about: '' } },
  overdue: { kind: 'go', page: { place: 'overdue', about: '' } },
  'cash-desk': { kind: 'go', page: { place: 'cash-desk', about: '' } },
  places: { kind: 'go', page: { place: 'drawer', about: 'places' } },
  'hand-over': { kind: 'go', page: { place: 'drawer', about: 'hand-over' } },
  news: { kind: 'go', page: { place: 'news', about: '' } },
  privacy: { kind: 'go', page: { place: 'privacy', about: '' } },
  'patron-new': { kind: 'go', page: { place: 'patron-new', about: '' } },
  'organization-new': { kind: 'go', page: { place: 'patron-new', about: 'organization' } },
  'card-lists': { kind: 'go', page: { place: 'card-lists', about: '' } },
  'privacy-log': { kind: 'go', page: { place: 'privacy', about: 'log' } },
  'items-made': { kind: 'go', page: { place: 'items-made', about: '' } },
  roles: { kind: 'go', page: { place: 'staff', about: 'roles' } },
  inventory: { kind: 'mode', mode: 'inventory' },
  'rule-changes': { kind: 'go', page: { place: 'policy-table', about: 'history' } },
}
type PageCommand = keyof typeof PAGES

/** The act that comes nearest to what is done elsewhere. */
const NEAREST: Readonly<Record<keyof CommandWords['elsewhere'], DeskAction | PageCommand>> = {
  pay: 'drawer',
  void: 'drawer',
  sums: 'pay',
  things: 'find-title',
  'add-charge': 'account',
  note: 'account',
  claim: 'account',
  lost: 'account',
  due: 'account',
  'hold-change': 'account',
  statement: 'account',
  'receipt-preference': 'account',
  history: 'account',
  damaged: 'item',
  mark: 'item',
  recall: 'item',
  ill: 'item',
  backdate: 'modes',
  'book-drop': 'check-in',
  catalog: 'items-made',
  calendar: 'data-in',
  notices: 'overdue',
  other: 'find-title',
}

/** What is done on an open account: the act's own label, which the list shows, and its section where it is of a row. */
const ON_ACCOUNT: Readonly<
  Record<keyof Words['screen']['account_commands']['also'], (pages: Words['pages']) => string>
> = {
  'card-renew': ({ patrons }) => patrons.card.renew,
  'card-another': ({ patrons }) => patrons.card.replace,
  'card-lose': ({ patrons }) => patrons.card.lose,
  'patron-edit': ({ patrons }) => patrons.card.edit,
  'email-bounced': ({ card_lists }) => card_lists.acts.bounced,
  'mail-returned': ({ card_lists }) => card_lists.acts.mail,
  'address-checked': ({ card_lists }) => card_lists.acts.address,
  'family-next': ({ patrons }) => patrons.family.next,
  'family-renew': ({ patrons }) => patrons.family.renew,
  'family-link': ({ patrons }) => patrons.family.relative,
  'guardian-link': ({ patrons }) => patrons.family.link,
  'guardian-end': ({ patrons }) => patrons.family.end,
  'pickup-allow': ({ patrons }) => patrons.family.pickup,
  'pickup-end': ({ account }) => account.pickups.end,
  'family-end': ({ account }) => account.family.end,
  merge: ({ patrons }) => patrons.merge.open,
  'pin-set': ({ patrons }) => patrons.pin.set,
  'pin-remove': ({ patrons }) => patrons.pin.remove,
  welcome: ({ account }) => account.receipts.welcome,
  'form-to-sign': ({ account }) => account.receipts.registration,
  'label-mail': ({ labels }) => labels.mail,
  'label-card': ({ labels }) => labels.card,
}
type AccountCommand = keyof typeof ON_ACCOUNT
const ON_ACCOUNT_ID = 'account '
const IN_ROWS: ReadonlySet<string> = new Set<AccountCommand>(['pickup-end', 'family-end'])

type Bare = Omit<Command, 'foreign'>

/** "checkout, check out items" as two words to find it by. */
function split(also: string): readonly string[] {
  return also
    .split(',')
    .map((one) => one.replaceAll(/\s+/g, ' ').trim())
    .filter((one) => one !== '')
}

function actCommands({ screen }: Words): readonly Bare[] {
  return ACTIONS.filter((action) => action !== 'commands').map((action) => ({
    command_id: action,
    ...screen.keys.acts[action],
    also: split(screen.commands.also[action]),
    target: { kind: 'act', action },
    is_listed: true,
  }))
}

function pageCommands({ screen }: Words): readonly Bare[] {
  return (Object.keys(PAGES) as PageCommand[]).map((name) => {
    const { label, does, also } = screen.commands.pages[name]
    return { command_id: `page ${name}`, label, does, also: split(also), target: PAGES[name], is_listed: true }
  })
}

function elsewhereCommands({ screen }: Words): readonly Bare[] {
  const { elsewhere, pages } = screen.commands
  return (Object.keys(NEAREST) as (keyof typeof NEAREST)[]).map((name) => {
    const nearest = NEAREST[name]
    const isPage = nearest in PAGES
    const { label } = isPage ? pages[nearest as PageCommand] : screen.keys.acts[nearest as DeskAction]
    const target = isPage ? PAGES[nearest as PageCommand] : ({ kind: 'act', action: nearest as DeskAction } as const)
    const { says, also } = elsewhere[name]
    return { command_id: `elsewhere ${name}`, label, does: says, also: split(also), target, is_listed: false }
  })
}

/** Where the act is, for who has no account on the screen. */
function whereOnAccount({ screen, pages }: Words, name: AccountCommand): string {
  const { under_more, by_scan, in_row } = screen.account_commands
  switch (name) {
    case 'card-another':
      return by_scan
    case 'pickup-end':
      return in_row(pages.account.pickups.heading)
    case 'family-end':
      return in_row(pages.account.family.heading)
    default:
      return under_more
  }
}

function accountCommands(words: Words): readonly Bare[] {
  return (Object.keys(ON_ACCOUNT) as AccountCommand[]).map((name) => ({
    command_id: `${ON_ACCOUNT_ID}${name}`,
    label: ON_ACCOUNT[name](words.pages),
    does: whereOnAccount(words, name),
    also: split(words.screen.account_commands.also[name]),
    target: { kind: 'act', action: 'account' },
    is_listed: false,
  }))
}

function ruleCommands({ screen, policy }: Words): readonly Bare[] {
  const { rules_of, rules_does, tables, areas } = screen.commands
  const command = (about: string, title: string, also: string): Bare => ({
    command_id: `rules ${about}`,
    label: rules_of(title),
    does: rules_does,
    also: split(also),
    target: { kind: 'go', page: { place: 'policy-table', about } },
    is_listed: false,
  })
  return [
    ...ROW_TABLES.map((name) => command(name, policy.tables[name].title, tables[name])),
    ...SETTING_AREAS.map((area) => command(`settings:${area}`, policy.areas[area], areas[area])),
  ]
}

function bareCommands(words: Words): readonly Bare[] {
  return [
    ...actCommands(words),
    ...pageCommands(words),
    ...accountCommands(words),
    ...elsewhereCommands(words),
    ...ruleCommands(words),
  ]
}

/** What a foreign word finds: the label only where it is the command's own, and not that of the nearest act. */
function foreignWords(one: Bare | undefined): readonly string[] {
  if (!one) return []
  return one.command_id.startsWith('elsewhere ') ? one.also : [one.label, ...one.also]
}

function made(language: Language): readonly Command[] {
  const others = bareCommands(wordsOf(language === 'es' ? 'en' : 'es'))
  const foreign = new Map(others.map((one) => [one.command_id, foreignWords(one)]))
  return bareCommands(wordsOf(language)).map((one) => ({ ...one, foreign: foreign.get(one.command_id) ?? [] }))
}

const known = new Map<Language, readonly Command[]>()

/** All commands, in the order of the list. */
export function commandsIn(language: Language): readonly Command[] {
  const found = known.get(language) ?? made(language)
  known.set(language, found)
  return found
}

/** An act of an open account: its label is that of the act on its page. */
export function isOnAccount({ command_id }: Pick<Command, 'command_id'>): boolean {
  return command_id.startsWith(ON_ACCOUNT_ID)
}

/** One that the account itself has, and not a row of it. */
export function isUnderMore({ command_id }: Command): boolean {
  return isOnAccount({ command_id }) && !IN_ROWS.has(command_id.slice(ON_ACCOUNT_ID.length))
}

/** The act that help is asked for by, and the sign that asks for it alone on the line. */
export const HELP: DeskAction = 'keys'
export const HELP_SIGN = '?'

export function asksForHelp({ target }: Command): boolean {
  return target.kind === 'act' && target.action === HELP
}
