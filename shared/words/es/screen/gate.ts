/** Spanish for the screens before the desk: starting, setting up, signing in, locked. */
import type { GATE as EN } from '../../en/screen/gate.ts'

export const GATE: typeof EN = {
  starting: {
    up: 'Datestamp se está iniciando',
    restarting: 'Datestamp se está reiniciando',
    down: 'Datestamp se detuvo y lo está intentando de nuevo. Si sigue así, llame a su contacto de informática',
  },
  sign_in: {
    heading: 'Escanee su credencial para comenzar',
    lead: 'o escriba sus iniciales, o el número de su credencial, y su PIN',
    initials: 'Iniciales',
    pin: 'PIN',
    sign_in: 'Iniciar sesión',
    checking: 'Comprobando…',
    type_both: 'Escriba sus iniciales y luego su PIN.',
  },
  badge_pin: {
    heading: 'Credencial leída: escriba su PIN',
    lead: 'y luego Enter. Con Esc, o con otra credencial, se empieza de nuevo.',
    pin: 'PIN',
    pin_of: (name) => `PIN de ${name}`,
    or_esc: 'Con Esc, o con otra credencial, se empieza de nuevo.',
    type_pin: 'Escriba su PIN.',
  },
  locked: {
    heading: 'Bloqueado: escanee su credencial',
    lead: (name) => `o escriba su PIN. ${name} continúa donde estaba. Otra persona escribe primero sus iniciales.`,
  },
  set_up: {
    welcome: 'Le damos la bienvenida a Datestamp',
    lead: 'Dos pasos, y este mostrador presta y recibe devoluciones, con red o sin ella.',
    desk_and_you: '2. Este mostrador y usted',
    where: '¿En qué sucursal está este mostrador?',
    desk_name: 'Nombre del mostrador',
    first_name: 'Mostrador 1',
    your_name: 'Su nombre',
    your_initials: 'Sus iniciales',
    initials_hint: 'Aparecen en cada transacción.',
    pin: 'Elija un PIN',
    pin_hint: 'De 6 a 12 dígitos.',
    pin_again: 'Confirme el PIN',
    open: 'Abrir el mostrador',
    person: (name, initials, role_name) => `${name}, ${initials}, ${role_name}`,
    is_this_you: (name, initials) => `${name}, ${initials}, está en su archivo de personal. ¿Es usted?`,
    who_are_you: '¿Quién es usted?',
    new_person: 'Otra persona',
    known_says: 'El PIN que elija ahora reemplaza el del archivo.',
    known_becomes: (name) => `${name} será gerente, con el PIN que elija ahora.`,
    problem: {
      branch: 'Elija la sucursal de este mostrador.',
      name: 'Escriba su nombre.',
      initials: 'Escriba sus iniciales, hasta cinco letras.',
      pin: 'El PIN de un gerente tiene de 6 a 12 dígitos.',
      pin_again: 'Los dos PIN son diferentes.',
    },
  },
}
