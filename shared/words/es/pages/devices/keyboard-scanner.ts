/** Spanish for setting up a scanner that types. */
import type { KEYBOARD_SCANNER as EN } from '../../../en/pages/devices/keyboard-scanner.ts'

export const KEYBOARD_SCANNER: typeof EN = {
  heading: 'Configurar un escáner de teclado',
  lead: 'Escanee tres veces: el código de abajo, o tarjetas y artículos de la biblioteca. Aquí no se presta nada.',
  open: 'Escáner de teclado',
  found: 'Qué hacer',
  begin: 'Apunte el escáner al código de abajo y apriete el gatillo. Imprima el código si el escáner no lee pantallas.',
  more: (count) => (count === 1 ? 'Escanee una vez más.' : `Escanee ${count} veces más.`),
  differ:
    'Los escaneos no coinciden: algo además del número cambia de uno a otro. Presione A y escanee tres veces otra ' +
    'vez, despacio. Si sigue así, restablezca el escáner con el código “valores de fábrica” de su hoja.',
  unreadable:
    'Los escaneos no tienen ningún número que el mostrador conozca. Presione A y escanee el código de abajo o ' +
    'artículos de la biblioteca.',
  no_end:
    'Este escáner no envía Enter tras el número y escribe tan despacio como una persona: el mostrador no sabe dónde ' +
    'termina. Escanee el código “añadir Enter” (sufijo CR) de su hoja; luego presione A y escanee tres veces otra vez.',
  agree: 'Los tres escaneos coinciden. Presione Enter para conservarlo en este mostrador.',
  caps: 'Bloq Mayús está activado. Los escaneos se leen bien aun así; una persona escribe en mayúsculas.',
  other_keyboard:
    'El escáner escribe como en un teclado de EE. UU., y esta computadora tiene otro. Sus escaneos se leen por las ' +
    'teclas, así que salen bien.',
  aim: 'El escáner dice antes de cada número de qué tipo es el código (AIM). Eso se omite.',
  scans: 'Lo que se leyó',
  scan: (number) => `Escaneo ${number}`,
  badge: 'una credencial del personal',
  measured: 'Lo que se encontró',
  kept: 'Como está configurado ahora',
  prefix: 'Antes de cada número',
  suffix: 'Después de cada número',
  nothing: 'nada',
  ends: 'Un escaneo termina con',
  end_kinds: { enter: 'la tecla Enter', tab: 'la tecla Tab', none: 'una pausa' },
  reads: 'Las teclas se leen',
  read_kinds: { keys: 'como las escribe esta computadora', codes: 'como en un teclado de EE. UU.' },
  pace: 'Ritmo',
  pace_says: (gap_ms) => `un escaneo no tiene pausas de más de ${gap_ms} ms; lo más lento es escritura`,
  keep: 'Conservar en este mostrador',
  again: 'Escanear otra vez',
  forget: 'Olvidar la configuración',
  forget_says: 'El mostrador vuelve a distinguir los escaneos de la escritura solo por su ritmo.',
}
