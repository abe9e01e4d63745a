/**
 * What clerks of Koha, Evergreen and Polaris type into the command list, by the words of their menus, and what must
 * come first. Where the desk does not do it, the nearest act comes first, with an answer.
 */
import { describe, expect, it } from 'vitest'
import { ACTIONS } from '../../shared/desk/keymap.ts'
import { commandsIn } from '../../shared/desk/words/command-list.ts'
import { isMeant, rankCommands, rankLabels } from '../../shared/desk/words/command-rank.ts'
import { PLACES } from '../../shared/desk/page.ts'
import type { Language } from '../../shared/kernel/language.ts'

function firstOf(text: string, language: Language): string {
  const [first] = rankCommands(commandsIn(language), text)
  return first && isMeant(first.rank) ? first.one.command_id : 'nothing meant'
}

type Row = readonly [typed: string, first: string]

const KOHA: readonly Row[] = [
  ['Check out', 'line'],
  ['Check in', 'check-in'],
  ['Renew', 'renew-all'],
  ['Circulation', 'line'],
  ['Patrons', 'find-person'],
  ['Search the catalog', 'find-title'],
  ['Advanced search', 'find-title'],
  ['OPAC', 'find-title'],
  ['Item search', 'find-title'],
  ['Cataloging', 'elsewhere catalog'],
  ['Fast cataloging', 'page items-made'],
  ['Authorities', 'elsewhere catalog'],
  ['Serials', 'elsewhere other'],
  ['Acquisitions', 'elsewhere other'],
  ['Course reserves', 'elsewhere other'],
  ['Lists', 'elsewhere other'],
  ['Point of sale', 'pay'],
  ['Make a payment', 'pay'],
  ['Create manual invoice', 'elsewhere add-charge'],
  ['Manual credit', 'waive'],
  ['Write off', 'waive'],
  ['Cash up', 'drawer'],
  ['Cash registers', 'rules cash_drawer'],
  ['Accounting', 'account'],
  ['New patron', 'page patron-new'],
  ['Renew patron', 'account card-renew'],
  ['Suspected duplicates', 'page card-lists'],
  ['Duplicate patrons', 'page card-lists'],
  ['Add message', 'elsewhere note'],
  ['Restrictions', 'elsewhere note'],
  ['Notices', 'elsewhere notices'],
  ['Circulation history', 'elsewhere history'],
  ['Place hold', 'hold'],
  ['Holds queue', 'pull-list'],
  ['Holds to pull', 'pull-list'],
  ['Holds awaiting pickup', 'hold-shelf'],
  ['Transfers', 'transits'],
  ['Transfers to receive', 'transits'],
  ['Overdues', 'page overdue'],
  ['Reports', 'page overdue'],
  ['On-site checkouts', 'used-here'],
  ['Claims returned', 'elsewhere claim'],
  ['Book drop mode', 'elsewhere book-drop'],
  ['Checkout settings', 'modes'],
  ['Specify due date', 'elsewhere due'],
  ['Print slip', 'paper-now'],
  ['Inventory', 'page inventory'],
  ['Log viewer', 'work-log'],
  ['Calendar', 'elsewhere calendar'],
  ['Circulation and fine rules', 'policy'],
  ['Item types', 'rules item_type'],
  ['Patron categories', 'rules patron_category'],
  ['Set permissions', 'page roles'],
  ['Notices and slips', 'rules settings:papers'],
  ['Offline circulation', 'line'],
  ['Set library', 'this-desk'],
  ['Log out', 'sign-out'],
  ['Help', 'help'],
]

const EVERGREEN: readonly Row[] = [
  ['checkout', 'line'],
  ['checkin', 'check-in'],
  ['discharge', 'check-in'],
  ['charge', 'line'],
  ['Capture holds', 'pull-list'],
  ['Pull list', 'pull-list'],
  ['Renew items', 'renew-all'],
  ['Register patron', 'page patron-new'],
  ['Pending patrons', 'page patron-new'],
  ['Retrieve last patron', 'last-patron'],
  ['Retrieve recent patrons', 'recent'],
  ['Search for patrons by name', 'find-person'],
  ['In-house use', 'used-here'],
  ['Record in-house use', 'used-here'],
  ['Holds shelf', 'hold-shelf'],
  ['Clear shelf-expired holds', 'hold-shelf'],
  ['Item status', 'item'],
  ['Re-print last receipt', 'reprint'],
  ['reprint', 'reprint'],
  ['Transit list', 'transits'],
  ['in transit', 'transits'],
  ['Scan item as missing pieces', 'elsewhere damaged'],
  ['Mark item damaged', 'elsewhere damaged'],
  ['Mark item missing', 'elsewhere mark'],
  ['Mark lost', 'elsewhere lost'],
  ['bill', 'account'],
  ['bills', 'account'],
  ['pay bill', 'pay'],
  ['Apply payment', 'pay'],
  ['Bill patron', 'elsewhere add-charge'],
  ['Items out', 'account'],
  ['Edit due date', 'elsewhere due'],
  ['Cancel hold', 'elsewhere hold-change'],
  ['Amnesty mode', 'elsewhere backdate'],
  ['Effective date', 'elsewhere backdate'],
  ['Suppress holds and transits', 'elsewhere backdate'],
  ['Checkin modifiers', 'modes'],
  ['Precat', 'page items-made'],
  ['Fast item add', 'page items-made'],
  ['Item buckets', 'elsewhere other'],
  ['Triggered events', 'elsewhere notices'],
  ['Closed dates editor', 'elsewhere calendar'],
  ['Circulation limit sets', 'rules limit_group'],
  ['Circulation modifiers', 'rules item_type'],
  ['Permission groups', 'page roles'],
  ['Local administration', 'policy'],
  ['MARC batch import', 'data-in'],
  ['Workstation', 'this-desk'],
  ['Change operator', 'sign-out'],
  ['Keyboard shortcuts', 'keys'],
  ['Receipt template', 'rules settings:papers'],
  ['Print bills', 'elsewhere statement'],
]

/** What a first-week clerk typed, and found nothing or the wrong thing by. */
const FIRST_WEEK: readonly Row[] = [
  ['void', 'elsewhere void'],
  ['void receipt', 'elsewhere void'],
  ['hand over', 'page hand-over'],
  ['take over', 'page hand-over'],
  ['shift change', 'page hand-over'],
  ['change drawer', 'page hand-over'],
  ['copies', 'pay'],
  ['duplicate', 'page card-lists'],
  ['hotspot', 'elsewhere things'],
  ['library of things', 'elsewhere things'],
  ['museum pass', 'elsewhere things'],
  ['unlock', 'lock'],
  ['text bigger', 'settings'],
  ['calculator', 'elsewhere sums'],
]

const POLARIS: readonly Row[] = [
  ['Find tool', 'find-title'],
  ['Quick circ', 'line'],
  ['Bulk check in', 'check-in'],
  ['In-house check-in', 'used-here'],
  ['Inventory check in', 'page inventory'],
  ['Patron registration', 'page patron-new'],
  ['Patron status', 'account'],
  ['borrower', 'find-person'],
  ['Request manager', 'pull-list'],
  ['Pick list', 'pull-list'],
  ['request', 'hold'],
  ['reserve', 'hold'],
  ['Held items', 'hold-shelf'],
  ['Unclaimed holds', 'hold-shelf'],
  ['Fines and fees', 'account'],
  ['fine', 'account'],
  ['pay', 'pay'],
  ['Waive', 'waive'],
  ['forgive', 'waive'],
  ['Refund', 'elsewhere pay'],
  ['Add charge', 'elsewhere add-charge'],
  ['Manage claims', 'tasks'],
  ['claims', 'tasks'],
  ['Declare lost', 'elsewhere lost'],
  ['lost', 'elsewhere lost'],
  ['Reset due date', 'elsewhere due'],
  ['Free days', 'elsewhere backdate'],
  ['Notes', 'elsewhere note'],
  ['Patron block', 'elsewhere note'],
  ['Merge', 'account merge'],
  ['Reading history', 'elsewhere history'],
  ['Item record', 'item'],
  ['Bib record', 'find-title'],
  ['On-the-fly', 'page items-made'],
  ['Shipments', 'transits'],
  ['Weeding', 'elsewhere mark'],
  ['Withdrawn', 'elsewhere mark'],
  ['Record sets', 'elsewhere other'],
  ['ILL', 'elsewhere ill'],
  ['Shelf list', 'shelf'],
  ['Overdue', 'page overdue'],
  ['Dates closed', 'elsewhere calendar'],
  ['holidays', 'elsewhere calendar'],
  ['Fine table', 'rules fine_rule'],
  ['fine rate', 'rules fine_rule'],
  ['Loan periods', 'rules loan_rule'],
  ['Patron codes', 'rules patron_category'],
  ['Material types', 'rules item_type'],
  ['Permissions', 'page roles'],
  ['Staff member', 'staff'],
  ['pin', 'staff'],
  ['Log off', 'sign-out'],
  ['sign off', 'sign-out'],
  ['backup', 'this-desk'],
  ['restore', 'this-desk'],
  ['settings', 'settings'],
  ['theme', 'settings'],
  ['dark', 'settings'],
  ['keyboard', 'keys'],
  ['?', 'help'],
  ['print', 'paper-now'],
  ['privacy', 'page privacy'],
  ['news', 'page news'],
]

const SPANISH: readonly Row[] = [
  ['posibles duplicados', 'page card-lists'],
  ['préstamo', 'line'],
  ['prestamo', 'line'],
  ['prestar', 'line'],
  ['devolución', 'check-in'],
  ['devoluciones', 'check-in'],
  ['renovar', 'renew-all'],
  ['multa', 'account'],
  ['adeudos', 'account'],
  ['pagar', 'pay'],
  ['condonar', 'waive'],
  ['reserva', 'hold'],
  ['apartado', 'hold'],
  ['reservas vencidas', 'hold-shelf'],
  ['socio', 'find-person'],
  ['usuario', 'find-person'],
  ['lector', 'find-person'],
  ['catálogo', 'find-title'],
  ['ejemplar', 'item'],
  ['tránsito', 'transits'],
  ['inventario', 'page inventory'],
  ['uso interno', 'used-here'],
  ['atrasos', 'page overdue'],
  ['morosos', 'page overdue'],
  ['perdido', 'elsewhere lost'],
  ['dañado', 'elsewhere damaged'],
  ['descarte', 'elsewhere mark'],
  ['inscribir', 'page patron-new'],
  ['nota', 'elsewhere note'],
  ['feriados', 'elsewhere calendar'],
  ['permisos', 'page roles'],
  ['contraseña', 'staff'],
  ['respaldo', 'this-desk'],
  ['cerrar sesión', 'sign-out'],
  ['salir', 'sign-out'],
  ['ayuda', 'help'],
  ['?', 'help'],
  ['imprimir', 'paper-now'],
  ['reglamento', 'policy'],
  ['plazos', 'rules loan_rule'],
  ['oscuro', 'settings'],
]

/** What is done with a card, by the names of the account's own buttons and by what a first-week clerk calls it. */
const CARDS: readonly (readonly [Language, string, string])[] = [
  ['en', 'Renew the card', 'account card-renew'],
  ['en', 'expired card', 'account card-renew'],
  ['en', 'replace card', 'account card-another'],
  ['en', 'extra card', 'account card-another'],
  ['en', 'lost card', 'account card-lose'],
  ['en', 'Edit the patron', 'account patron-edit'],
  ['en', 'Change name', 'account patron-edit'],
  ['en', 'marriage', 'account patron-edit'],
  ['en', 'new address', 'account patron-edit'],
  ['en', 'Set the PIN', 'account pin-set'],
  ['en', 'Forgot PIN', 'account pin-set'],
  ['en', 'reset PIN', 'account pin-set'],
  ['en', 'remove a PIN', 'account pin-remove'],
  ['en', 'Link a guardian', 'account guardian-link'],
  ['en', 'unlink guardian', 'account guardian-end'],
  ['en', 'Link as family', 'account family-link'],
  ['en', 'unlink', 'account family-end'],
  ['en', 'renew family', 'account family-renew'],
  ['en', 'May pick up', 'account pickup-allow'],
  ['en', 'may no longer', 'account pickup-end'],
  ['en', 'Next of the family', 'account family-next'],
  ['en', 'Welcome slip', 'account welcome'],
  ['en', 'Form to sign', 'account form-to-sign'],
  ['en', 'Mailing label', 'account label-mail'],
  ['en', 'bounced', 'account email-bounced'],
  ['en', 'mail came back', 'account mail-returned'],
  ['en', 'returned mail', 'account mail-returned'],
  ['es', 'correo devuelto', 'account mail-returned'],
  ['es', 'carta devuelta', 'account mail-returned'],
  ['en', 'temporary card', 'page patron-new'],
  ['en', 'organization', 'page organization-new'],
  ['en', 'koha patrons', 'data-in'],
  ['en', 'export patrons', 'data-in'],
  ['en', 'offline registrations', 'page card-lists'],
  ['es', 'importar usuarios', 'data-in'],
  ['en', 'homebound', 'page patron-new'],
  ['es', 'PIN olvidado', 'account pin-set'],
  ['es', 'restablecer PIN', 'account pin-set'],
  ['es', 'Renovar la tarjeta', 'account card-renew'],
  ['es', 'tarjeta perdida', 'account card-lose'],
  ['es', 'Editar al usuario', 'account patron-edit'],
  ['es', 'Cambio de nombre', 'account patron-edit'],
  ['es', 'Asignar el PIN', 'account pin-set'],
  ['es', 'Vincular a un tutor', 'account guardian-link'],
  ['es', 'Vincular como familia', 'account family-link'],
  ['es', 'ya no puede', 'account pickup-end'],
  ['es', 'Hoja de bienvenida', 'account welcome'],
  ['es', 'Hoja para firmar', 'account form-to-sign'],
  ['es', 'Etiqueta de correo', 'account label-mail'],
  ['es', 'organización', 'page organization-new'],
]

/** Words of the other language, for a clerk who works in both. */
const ABROAD: readonly (readonly [Language, string, string])[] = [
  ['en', 'devolución', 'check-in'],
  ['en', 'préstamo', 'line'],
  ['en', 'ayuda', 'help'],
  ['en', 'cerrar sesión', 'sign-out'],
  ['en', 'multas', 'account'],
  ['es', 'checkout', 'line'],
  ['es', 'check in', 'check-in'],
  ['es', 'hold', 'hold'],
  ['es', 'log out', 'sign-out'],
  ['es', 'claims returned', 'elsewhere claim'],
]

describe('what comes first', () => {
  it('of at least fifty words of each system', () => {
    for (const rows of [KOHA, EVERGREEN, POLARIS]) expect(rows.length).toBeGreaterThanOrEqual(50)
  })

  it.each(KOHA)('Koha: %s is %s', (typed, first) => {
    expect(firstOf(typed, 'en')).toBe(first)
  })

  it.each(EVERGREEN)('Evergreen: %s is %s', (typed, first) => {
    expect(firstOf(typed, 'en')).toBe(first)
  })

  it.each(FIRST_WEEK)('in the first week: %s is %s', (typed, first) => {
    expect(firstOf(typed, 'en')).toBe(first)
  })

  it.each(POLARIS)('Polaris: %s is %s', (typed, first) => {
    expect(firstOf(typed, 'en')).toBe(first)
  })

  it.each(SPANISH)('in Spanish: %s is %s', (typed, first) => {
    expect(firstOf(typed, 'es')).toBe(first)
  })

  it.each(CARDS)('of a card, in %s: %s is %s', (language, typed, first) => {
    expect(firstOf(typed, language)).toBe(first)
  })

  it.each(ABROAD)('at a desk in %s, %s is %s', (language, typed, first) => {
    expect(firstOf(typed, language)).toBe(first)
  })
})

describe.each(['en', 'es'] as const)('the list in %s', (language) => {
  const commands = commandsIn(language)

  it('has every act and every page that opens by itself', () => {
    const ids = commands.map((one) => one.command_id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(expect.arrayContaining(ACTIONS.filter((one) => one !== 'commands')))
    const open = new Set(commands.flatMap(({ target }) => (target.kind === 'go' ? [target.page.place] : [])))
    // Opened from a row, by a method of its own, or by a key.
    const ofRows = ['title', 'receipt', 'policy-row', 'policy-loans', 'patron-merge']
    const others = [...ofRows, 'renewals', 'item-new', 'recovery-key']
    const byKey = PLACES.filter((place) => !open.has(place) && !others.includes(place))
    expect(byKey.filter((place) => !commands.some((one) => opens(one.command_id, place)))).toEqual([])
  })

  it('gives each a label, what it does, and no word twice', () => {
    for (const one of commands) {
      expect(one.label, one.command_id).not.toBe('')
      expect(one.does, one.command_id).not.toBe('')
      expect(new Set(one.also).size, one.command_id).toBe(one.also.length)
    }
  })

  it('finds each by its own label and by each of its words, before what only begins with it', () => {
    for (const one of commands.filter((command) => command.is_listed)) {
      const first = firstOf(one.label, language)
      expect(commands.find((command) => command.command_id === first)?.label, one.command_id).toBe(one.label)
    }
    const words = commands.flatMap(({ command_id, also }) => also.map((word) => [word, command_id] as const))
    const lost = words.filter(([word, command_id]) => firstOf(word, language) !== command_id)
    expect(lost).toEqual([])
  })
})

const SAME_NAME: Readonly<Record<string, string>> = { 'hold-new': 'hold' }
const opens = (command_id: string, place: string): boolean => command_id === (SAME_NAME[place] ?? place)

it.each([
  ['set a pin', 'Set the PIN'],
  ['set pin', 'Set the PIN'],
  ['editar usuario', 'Editar el usuario'],
  ['editar un usuario', 'Editar el usuario'],
])('"%s" finds the act "%s" of a page: an article does not count', (typed, label) => {
  expect(rankLabels([label], (one) => one, typed).map(({ rank }) => isMeant(rank))).toEqual([true])
})
